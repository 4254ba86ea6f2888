// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Scenarios
import Testing
import Workflows

/// `hardware.price_level` has one meaning: every price at that end of its band, and what is stated is what is
/// used.
@Suite struct PriceLevelTests {
  static let path = "\(ShippedScenarioTests.root)/models/scenarios/mistral-compute.toml"

  static func isPriced(_ name: String, _ figure: Quantity) -> Bool {
    figure.unit.hasPrefix("EUR") || name.hasSuffix("share_of_system_price")
      || name.contains("_cost_share_per_")
  }

  @Test(arguments: [PriceLevel.low, .high])
  func `every price stands at its end of the band and nothing else moves`(level: PriceLevel) throws {
    let middle = try ScenarioReader().scenario(Self.path)
    let moved = try ScenarioReader().scenario(
      Self.path, overlays: ["hardware.price_level=\(level.rawValue)"])
    let after = Dictionary(
      uniqueKeysWithValues: EstimatedFigures.all(of: moved).map { ($0.name, $0.figure) })
    var changed = 0
    for (name, figure) in EstimatedFigures.all(of: middle).map({ ($0.name, $0.figure) })
    where !name.hasSuffix("price_usd.mid") {
      let end = level == .low ? figure.low : figure.high
      let expected = Self.isPriced(name, figure) ? end ?? figure.value : figure.value
      #expect(after[name]?.value == expected, "\(name)")
      if expected != figure.value {
        changed += 1
        #expect(after[name]?.basis == .estimated, "\(name)")
        #expect(after[name]?.source.hasPrefix("\(level.rawValue) end of the band") == true, "\(name)")
      }
    }
    // Exchange rate, network share, building, two connections of three prices, energy or excise, fixed O&M,
    // seismic share.
    #expect(changed >= 11)
    for (name, figure) in middle.design.named.map({ ($0.name, $0.figure) }) {
      let end = level == .low ? figure.low : figure.high
      let now = moved.design.named.first { $0.name == name }?.figure.value
      #expect(now == (figure.unit.hasPrefix("EUR") ? end ?? figure.value : figure.value), "\(name)")
    }
  }

  @Test(arguments: PriceLevel.allCases)
  func `a unit costs what the stated figures come to`(level: PriceLevel) throws {
    let scenario = try ScenarioReader().scenario(
      Self.path, overlays: ["hardware.price_level=\(level.rawValue)"])
    let sizer = try ClusterSizer(
      catalogue: scenario.catalogue, assumptions: scenario.assumptions, priceLevel: scenario.priceLevel)
    for id in scenario.catalogue.ids {
      let sku = try scenario.catalogue.sku(id)
      let option = try sizer.option(skuID: id)
      let systems = Double(option.systems) * sku.price.mid.value * scenario.assumptions.usdToEUR.value
      let close = { (a: Double, b: Double) in abs(a - b) <= 1e-9 * b }
      #expect(close(option.systemsCapexEUR, systems))
      #expect(
        close(
          option.networkAndStorageCapexEUR,
          systems * scenario.assumptions.networkAndStorageShareOfSystemPrice.value))
      #expect(close(option.shellCapexEUR, option.itMW * scenario.assumptions.shellCostEURPerITMW.value))
      let design = try sizer.design(
        blocks: [ClusterBlock(skuID: id, scalableUnits: 3)], conditions: SiteConditions(pue: 1.1))
      #expect(
        design.assumptions.allSatisfy { stated in
          !scenario.assumptions.named().contains { $0.name == stated.name && $0.figure != stated.figure }
        })
      // The ledger's middle is what the design costs at this level; its ends stay those of the bands.
      let ledger = try sizer.specification(of: design).ledger.amounts
      #expect(close(ledger.systems.mid, design.capex.systemsEUR))
      #expect(ledger.systems.low <= ledger.systems.mid && ledger.systems.mid <= ledger.systems.high)
    }
  }
}
