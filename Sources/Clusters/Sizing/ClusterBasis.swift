// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The worst basis among the figures behind each kind of result.
package struct ClusterBasis: Sendable, Equatable, Codable {
  /// Behind GPUs, systems and racks.
  package var capacity: Basis
  /// Behind IT power.
  package var power: Basis
  /// Behind average power and energy.
  package var energy: Basis
  /// Behind white space and land.
  package var space: Basis
  /// Behind capex.
  package var cost: Basis

  /// The worst basis of each kind of result.
  package init(capacity: Basis, power: Basis, energy: Basis, space: Basis, cost: Basis) {
    self.capacity = capacity
    self.power = power
    self.energy = energy
    self.space = space
    self.cost = cost
  }

  /// The worst of all.
  package var worst: Basis { max(capacity, power, energy, max(space, cost)) }

  /// The worse of two, kind by kind.
  func combined(with other: ClusterBasis) -> ClusterBasis {
    ClusterBasis(
      capacity: max(capacity, other.capacity), power: max(power, other.power),
      energy: max(energy, other.energy), space: max(space, other.space), cost: max(cost, other.cost))
  }
}
