// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// How the heat of one system leaves it.
package struct SystemCooling: FieldSet, Equatable, Codable {
  /// Share of the system's heat that goes to liquid, 0 to 1; the rest goes to air.
  package var liquidShare: Quantity
  /// Lowest allowed coolant supply temperature, C; nil for air-cooled systems or if not published.
  package var supplyMinimumC: Quantity?
  /// Highest allowed coolant supply temperature, C; nil for air-cooled systems or if not published.
  package var supplyMaximumC: Quantity?
  /// How the coolant flow is computed; nil for air-cooled systems.
  package var flowRule: CoolantFlowRule?

  /// How the heat of one system leaves it.
  package init(
    liquidShare: Quantity = .unstated, supplyMinimumC: Quantity? = nil, supplyMaximumC: Quantity? = nil,
    flowRule: CoolantFlowRule? = nil
  ) {
    self.liquidShare = liquidShare
    self.supplyMinimumC = supplyMinimumC
    self.supplyMaximumC = supplyMaximumC
    self.flowRule = flowRule
  }

  package static let fields: [Field<SystemCooling>] = [
    Field(
      "liquid_share", \.liquidShare, unit: "", .upTo(1),
      meaning: "Share of the system's heat that goes to liquid; the rest goes to air."),
    Field(
      "supply_min_c", \.supplyMinimumC, unit: "C", .upTo(60), decisive: false,
      meaning: "Lowest coolant supply temperature allowed."),
    Field(
      "supply_max_c", \.supplyMaximumC, unit: "C", .upTo(60), decisive: false,
      meaning: "Highest coolant supply temperature allowed."),
  ]
}
