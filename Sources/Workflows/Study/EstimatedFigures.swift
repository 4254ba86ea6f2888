// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
package import Quantities
package import Scenarios
import Sites

/// The figures of a scenario that a study may vary.
package enum EstimatedFigures {
  /// Every figure that decides anything in a plan, under the key that `--set` takes, whatever its basis and
  /// with or without a band, in a fixed order.
  ///
  /// Left out are figures that must be whole numbers, figures by year, and `[design]` but for the lead times
  /// of `[design.schedule]` that a plan obeys: the rest details a site after it is decided. The price of a
  /// product has as its band the low and the high price, and the weakest basis of the three; where the
  /// scenario pays the low or the high price it is left out.
  package static func all(of scenario: Scenario) -> [NamedQuantity] {
    let parameters = scenario.parameters
    var figures = parameters.costFigures + scenario.assumptions.stated + parameters.estimateFigures
    // Plans take the times of connections from [grid] and [estimates].
    let ofSizes = ["design.schedule.connection_years", "design.schedule.fast_track_years"]
    figures += scenario.design.schedule.named(in: "design.schedule").filter { !ofSizes.contains($0.name) }
    if let water = parameters.families.water {
      figures.append(NamedQuantity(name: "water.wue_l_per_kwh", figure: water.wueLitresPerKWh))
    }
    if let carbon = parameters.families.carbon, carbon.gridGPerKWhByYear.isEmpty {
      figures.append(NamedQuantity(name: "carbon.grid_g_per_kwh", figure: carbon.gridGPerKWh))
    }
    for sku in scenario.catalogue.skus where scenario.skus.contains(sku.id) {
      figures += product(sku, priceLevel: scenario.priceLevel)
    }
    return figures
  }

  private static func product(_ sku: HardwareSKU, priceLevel: PriceLevel) -> [NamedQuantity] {
    var figures = HardwareSKU.fields.filter { $0.isDecisive && !$0.isWhole && !$0.isPrice }.compactMap {
      field in
      // What is cooled by air has no rule for a flow of water.
      field.name == "cooling.liquid_share" && sku.cooling.flowRule == nil
        ? nil : field.figure(of: sku).map { NamedQuantity(name: field.name, figure: $0) }
    }
    if priceLevel == .mid {
      var price = sku.price.mid
      price.low = price.low ?? sku.price.low.value
      price.high = price.high ?? sku.price.high.value
      price.basis = [price.basis, sku.price.low.basis, sku.price.high.basis].max() ?? .estimated
      figures.append(NamedQuantity(name: "price_usd.mid", figure: price))
    }
    return figures.map { NamedQuantity(name: "skus.\(sku.id).\($0.name)", figure: $0.figure) }
  }
}
