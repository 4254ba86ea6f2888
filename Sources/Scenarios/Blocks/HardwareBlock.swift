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
    catalogue = table.texts("catalogue", .required, example: "[\"../hardware/gb300-nvl72.toml\"]", .path)
    use = table.texts("use", .required, example: "[\"gb300-nvl72\"]")
    priceLevel = table.choice("price_level", PriceLevel.self) ?? .mid
    let supplyTable = table.table("supply_gpus")
    supply = supplyTable.keys.compactMap { sku in
      guard let node = supplyTable.node(sku) else { return nil }
      let limits = supplyTable.byYear(sku, node, .upTo(100_000_000), whole: true)
      return (LocatedText(text: sku, node: node), limits)
    }
    assumptions = .defaults
    for field in SizingAssumptions.fields {
      let holder = SizingAssumptions.table(of: field) == "cost" ? cost : table
      holder.read([field], into: &assumptions)
    }
  }
}
