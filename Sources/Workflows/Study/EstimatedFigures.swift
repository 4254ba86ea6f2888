// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Planning
import Quantities
package import Scenarios
import Sites

/// The figures of a scenario that a study may vary.
package enum EstimatedFigures {
  /// Every figure that decides anything in a plan, under the key that `--set` takes, whatever its basis and
  /// with or without a band, in a fixed order.
  ///
  /// Left out are figures that must be whole numbers, figures by year, and `[design]`, which details a site
  /// after it is decided. The price of a product has as its band the low and the high price, and the weakest
  /// basis of the three; where the scenario pays the low or the high price it is left out.
  package static func all(of scenario: Scenario) -> [NamedQuantity] {
    let parameters = scenario.parameters
    var figures = [NamedQuantity(name: "horizon.discount_rate", figure: parameters.horizon.discountRate)]
    figures += grid(parameters.grid)
    figures += [
      NamedQuantity(name: "cost.energy_eur_per_mwh", figure: parameters.costs.energyEURPerMWh),
      NamedQuantity(name: "cost.excise_eur_per_mwh", figure: parameters.costs.exciseEURPerMWh),
      NamedQuantity(
        name: "cost.fixed_opex_eur_per_it_mw_year", figure: parameters.costs.fixedOpexEURPerITMWYear),
    ]
    for item in scenario.assumptions.named {
      let isShell = item.name == "shell_cost_eur_per_it_mw"
      let key = isShell ? "cost.shell_eur_per_it_mw" : "hardware.\(item.name)"
      figures.append(NamedQuantity(name: key, figure: item.figure))
    }
    figures += estimates(parameters.estimates)
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

  private static func grid(_ grid: GridParameters) -> [NamedQuantity] {
    var figures = [
      NamedQuantity(name: "grid.site_power_factor", figure: grid.usableShare),
      NamedQuantity(name: "grid.route_factor", figure: grid.routeFactor),
      NamedQuantity(name: "grid.ramp_years", figure: grid.rampYears),
      NamedQuantity(name: "grid.zone_radius_km", figure: grid.zoneRadiusKm),
    ]
    for option in grid.connections {
      let table = "grid.connection_\(option.voltageKV)kv"
      figures += [
        NamedQuantity(name: "\(table).max_mw", figure: option.maxMW),
        NamedQuantity(name: "\(table).max_km", figure: option.maxKm),
        NamedQuantity(name: "\(table).fixed_eur", figure: option.fixedEUR),
        NamedQuantity(name: "\(table).eur_per_km", figure: option.eurPerKm),
        NamedQuantity(name: "\(table).eur_per_mw", figure: option.eurPerMW),
        NamedQuantity(name: "\(table).lead_time_years", figure: option.leadTimeYears),
      ]
    }
    return figures
  }

  private static func estimates(_ values: EstimateParameters) -> [NamedQuantity] {
    var figures = [
      NamedQuantity(name: "power_mw_per_ha", figure: values.powerMWPerHa),
      NamedQuantity(name: "power_225kv_mw", figure: values.power225MW),
      NamedQuantity(name: "power_400kv_mw", figure: values.power400MW),
      NamedQuantity(name: "power_distribution_mw", figure: values.powerDistributionMW),
      NamedQuantity(name: "beside_km", figure: values.besideKm),
      NamedQuantity(name: "fast_track_year", figure: values.fastTrackYear),
      NamedQuantity(name: "pue_reference", figure: values.pueReference),
      NamedQuantity(name: "pue_reference_temperature_c", figure: values.pueReferenceTemperatureC),
      NamedQuantity(name: "pue_per_deg_c", figure: values.puePerDegC),
    ]
    figures += values.derivedInputs.named
    return figures.map { NamedQuantity(name: "estimates.\($0.name)", figure: $0.figure) }
  }

  private static func product(_ sku: HardwareSKU, priceLevel: PriceLevel) -> [NamedQuantity] {
    var named: [(key: String, figure: Quantity?)] = [
      ("power.typical_kw", sku.power.typicalKW), ("power.provisioning_kw", sku.power.provisioningKW),
      // What is cooled by air has no rule for a flow of water.
      ("cooling.liquid_share", sku.cooling.flowRule == nil ? nil : sku.cooling.liquidShare),
      ("memory.usable_gb_per_gpu", sku.memory.usableGB),
      ("performance_pflops_per_gpu.fp4_dense", sku.performance.fp4Dense),
      ("performance_pflops_per_gpu.fp4_sparse", sku.performance.fp4Sparse),
      ("performance_pflops_per_gpu.fp8_dense", sku.performance.fp8Dense),
      ("performance_pflops_per_gpu.fp8_sparse", sku.performance.fp8Sparse),
      ("performance_pflops_per_gpu.bf16_dense", sku.performance.bf16Dense),
      ("performance_pflops_per_gpu.bf16_sparse", sku.performance.bf16Sparse),
      ("performance_pflops_per_gpu.fp64_tflops", sku.performance.fp64TFLOPS),
    ]
    if priceLevel == .mid {
      var price = sku.price.mid
      price.low = price.low ?? sku.price.low.value
      price.high = price.high ?? sku.price.high.value
      price.basis = [price.basis, sku.price.low.basis, sku.price.high.basis].max() ?? .estimated
      named.append(("price_usd.mid", price))
    }
    var figures: [NamedQuantity] = []
    for item in named {
      guard let figure = item.figure else { continue }
      figures.append(NamedQuantity(name: "skus.\(sku.id).\(item.key)", figure: figure))
    }
    return figures
  }
}
