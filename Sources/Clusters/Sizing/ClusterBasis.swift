// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures

/// The worst basis among the figures behind each kind of result.
public struct ClusterBasis: Sendable, Equatable, Codable {
  /// Behind GPUs, systems and racks.
  public var capacity: Basis
  /// Behind IT power.
  public var power: Basis
  /// Behind average power and energy.
  public var energy: Basis
  /// Behind white space and land.
  public var space: Basis
  /// Behind capex.
  public var cost: Basis

  /// The worst basis of each kind of result.
  public init(capacity: Basis, power: Basis, energy: Basis, space: Basis, cost: Basis) {
    self.capacity = capacity
    self.power = power
    self.energy = energy
    self.space = space
    self.cost = cost
  }

  /// The worst of all.
  public var worst: Basis { max(capacity, power, energy, max(space, cost)) }

  /// The worse of two, kind by kind.
  func combined(with other: ClusterBasis) -> ClusterBasis {
    ClusterBasis(
      capacity: max(capacity, other.capacity), power: max(power, other.power),
      energy: max(energy, other.energy), space: max(space, other.space), cost: max(cost, other.cost))
  }
}
