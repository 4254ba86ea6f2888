// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// One purchasable system: a rack-scale machine or a server.
package struct HardwareSystem: FieldSet, Equatable, Codable {
  /// Rack or node.
  package var kind: SystemKind
  /// GPUs in one system, a whole number. One GPU is one package, not one die and not one superchip.
  package var gpus: Quantity
  /// CPUs in one system, a whole number.
  package var cpus: Quantity
  /// Systems in one rack, a whole number; 1 for a rack-scale system.
  package var systemsPerRack: Quantity
  /// Weight of one system in kg; for a rack-scale system with its rack, for a node without. Nil if not
  /// published.
  package var weightKg: Quantity?
  /// Height of one system in rack units (U); nil if not published.
  package var rackUnits: Quantity?

  /// One purchasable system.
  package init(
    kind: SystemKind, gpus: Quantity = .unstated, cpus: Quantity = .unstated,
    systemsPerRack: Quantity = .unstated, weightKg: Quantity? = nil,
    rackUnits: Quantity? = nil
  ) {
    self.kind = kind
    self.gpus = gpus
    self.cpus = cpus
    self.systemsPerRack = systemsPerRack
    self.weightKg = weightKg
    self.rackUnits = rackUnits
  }

  package static let fields: [Field<HardwareSystem>] = [
    Field(
      "gpus", \.gpus, unit: "count", .from(1, to: 10_000), whole: true,
      meaning: "GPUs in one system; a GPU is a package, not a die or a superchip."),
    Field(
      "cpus", \.cpus, unit: "count", .upTo(10_000), whole: true,
      meaning: "CPUs in one system."),
    Field(
      "systems_per_rack", \.systemsPerRack, unit: "count", .from(1, to: 100), whole: true,
      meaning: "Systems in one rack; 1 for a rack-scale machine."),
    Field(
      "weight_kg", \.weightKg, unit: "kg", .from(1, to: 20_000), decisive: false,
      meaning: "Weight of one system; with its rack for a rack-scale machine, without for a node."),
    Field(
      "rack_units", \.rackUnits, unit: "U", .from(1, to: 100), decisive: false,
      meaning: "Height of one system."),
  ]
}
