// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// One purchasable system: a rack-scale machine or a server.
package struct HardwareSystem: Sendable, Equatable, Codable {
  /// Rack or node.
  package var kind: SystemKind
  /// GPUs in one system, a whole number. One GPU is one package, not one die and not one superchip.
  package var gpus: Figure
  /// CPUs in one system, a whole number.
  package var cpus: Figure
  /// Systems in one rack, a whole number; 1 for a rack-scale system.
  package var systemsPerRack: Figure
  /// Weight of one system in kg; for a rack-scale system with its rack, for a node without. Nil if not
  /// published.
  package var weightKg: Figure?
  /// Height of one system in rack units (U); nil if not published.
  package var rackUnits: Figure?

  /// One purchasable system.
  package init(
    kind: SystemKind, gpus: Figure, cpus: Figure, systemsPerRack: Figure, weightKg: Figure? = nil,
    rackUnits: Figure? = nil
  ) {
    self.kind = kind
    self.gpus = gpus
    self.cpus = cpus
    self.systemsPerRack = systemsPerRack
    self.weightKg = weightKg
    self.rackUnits = rackUnits
  }
}
