// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// `[hardware]`: products, price level, deliveries and the assumptions of sizing.
struct HardwareBlock {
  var catalogue: [LocatedText]
  var use: [LocatedText]
  var priceLevel: PriceLevel
  /// Deliveries by product, each with the place where the product is named.
  var supply: [(sku: LocatedText, limits: [YearValue])]
  var assumptions: SizingAssumptions

  init(_ table: ConfigTable, cost: ConfigTable) {
    catalogue = table.texts("catalogue", .required, example: "[\"../hardware/gb300-nvl72.toml\"]")
    use = table.texts("use", .required, example: "[\"gb300-nvl72\"]")
    priceLevel = table.choice("price_level", PriceLevel.self) ?? .mid
    let supplyTable = table.table("supply_gpus")
    supply = supplyTable.keys.compactMap { sku in
      guard let node = supplyTable.node(sku) else { return nil }
      let limits = supplyTable.byYear(sku, node, .upTo(100_000_000), whole: true)
      return (LocatedText(text: sku, node: node), limits)
    }
    assumptions = Self.assumptions(table, cost: cost)
  }

  private static func assumptions(_ table: ConfigTable, cost: ConfigTable) -> SizingAssumptions {
    var values = SizingAssumptions.defaults
    func set(
      _ path: WritableKeyPath<SizingAssumptions, Quantity>, _ key: String, _ range: NumberRange,
      in table: ConfigTable
    ) {
      let unit = values[keyPath: path].unit
      if let figure = table.figure(key, unit: unit, range, .optional) { values[keyPath: path] = figure }
    }
    // The ranges are those of `SizingAssumptions.findings()`, which guards the values of Swift callers.
    set(\.usdToEUR, "usd_to_eur", .from(0.1, to: 10), in: table)
    set(
      \.networkAndStorageShareOfSystemPrice, "network_and_storage_share_of_system_price", .upTo(3),
      in: table)
    set(
      \.networkAndStorageShareOfSystemPower, "network_and_storage_share_of_system_power", .upTo(3),
      in: table)
    set(\.loadFactor, "load_factor", .from(0.01, to: 1), in: table)
    set(\.referencePUE, "reference_pue", .from(1, to: 3), in: table)
    set(\.landMWPerHa, "land_mw_per_ha", .from(0.01, to: 1_000), in: table)
    set(\.whiteSpaceM2PerRack, "white_space_m2_per_rack", .from(0.1, to: 1_000), in: table)
    set(\.supportRackKW, "support_rack_kw", .from(0.1, to: 1_000), in: table)
    set(\.rackFootprintM2, "rack_footprint_m2", .from(0.1, to: 100), in: table)
    set(\.cduCapacityKW, "cdu_capacity_kw", .from(1, to: 100_000), in: table)
    let supply = CoolantFlowRule.supplyRangeC
    set(
      \.supplyTemperatureC, "supply_temperature_c", .from(supply.lowerBound, to: supply.upperBound),
      in: table)
    set(\.shellCostEURPerITMW, "shell_eur_per_it_mw", .upTo(1_000_000_000), in: cost)
    return values
  }
}
