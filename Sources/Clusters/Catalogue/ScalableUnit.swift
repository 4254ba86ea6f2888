// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The repeated unit in which the maker's reference architecture grows: the block that a plan counts.
package struct ScalableUnit: FieldSet, Equatable, Codable {
  /// What a published power figure of the unit includes.
  package enum PowerCoverage: String, Sendable, Codable, CaseIterable {
    /// Systems, network, storage and management.
    case everything
    /// The systems alone; network and storage come on top.
    case systems
  }

  /// Systems in the unit, a whole number.
  package var systems: Quantity
  /// Racks that hold those systems, a whole number; network and storage racks are not among them.
  package var racks: Quantity
  /// GPUs in the unit, a whole number: systems times GPUs per system.
  package var gpus: Quantity
  /// Published design power of the unit in MW; nil if none is published.
  package var powerMW: Quantity?
  /// What `powerMW` includes; read only where `powerMW` is given.
  package var powerCovers: PowerCoverage

  /// The repeated unit of a reference architecture.
  package init(
    systems: Quantity = .unstated, racks: Quantity = .unstated, gpus: Quantity = .unstated,
    powerMW: Quantity? = nil,
    powerCovers: PowerCoverage = .everything
  ) {
    self.systems = systems
    self.racks = racks
    self.gpus = gpus
    self.powerMW = powerMW
    self.powerCovers = powerCovers
  }

  package static let fields: [Field<ScalableUnit>] = [
    Field(
      "systems", \.systems, unit: "count", .from(1, to: 10_000), whole: true,
      meaning: "Systems in the repeated unit of the maker's reference architecture."),
    Field(
      "racks", \.racks, unit: "count", .from(1, to: 10_000), whole: true,
      meaning: "Racks that hold these systems; those of network and storage are not among them."),
    Field(
      "gpus", \.gpus, unit: "count", .from(1, to: 1_000_000), whole: true,
      meaning: "GPUs in the unit: systems times GPUs of a system."),
    Field(
      "power_mw", \.powerMW, unit: "MW", .from(0.001, to: 1_000), decisive: false,
      meaning: "Published design power of the unit."),
  ]
}
