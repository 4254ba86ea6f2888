// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct CoolantFlowTests {
  /// Flow of one GB300 rack of 135 kW with 90 % to liquid: Lenovo LP2357, table 27.
  @Test(arguments: [(25.0, 59.0), (30.0, 71.0), (35.0, 89.0), (40.0, 119.0), (45.0, 177.0)])
  func publishedPointsWithinTwoPercent(supplyC: Double, publishedLPerMin: Double) throws {
    let flow = try CoolantFlowRule.constantReturn.flowLPerMin(
      liquidKW: 135 * 0.9, supplyTemperatureC: supplyC)
    #expect(abs(flow / publishedLPerMin - 1) < 0.02)
  }

  @Test func colderSupplyNeedsLessFlow() throws {
    let flows = try [25.0, 32, 40, 45].map {
      try CoolantFlowRule.constantReturn.flowLPerMin(liquidKW: 100, supplyTemperatureC: $0)
    }
    #expect(flows == flows.sorted())
  }

  @Test(arguments: [24.9, 45.1, 54.7, -10, .nan, .infinity])
  func temperatureOutsideThePublishedPointsIsRefused(supplyC: Double) {
    #expect(throws: SizingError.self) {
      try CoolantFlowRule.constantReturn.flowLPerMin(liquidKW: 100, supplyTemperatureC: supplyC)
    }
  }

  @Test(arguments: [-1.0, .nan, .infinity])
  func heatThatIsNoHeatIsRefused(liquidKW: Double) {
    #expect(throws: SizingError.self) {
      try CoolantFlowRule.constantReturn.flowLPerMin(liquidKW: liquidKW, supplyTemperatureC: 40)
    }
  }

  @Test func designUsesTheHeatOfItsSystems() throws {
    let design = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 2)], conditions: Fixture.mild)
    #expect(close(design.heatToLiquidKW, 16 * 142 * 0.9))
    #expect(close(design.heatToLiquidKW + design.heatToAirKW, design.itMW * 1_000))
    #expect(close(design.coolantFlowLPerMin, 16 * 142 * 0.9 * 60 / (4.18 * 14.7)))
    // 2,045 kW over units of 1,300 kW.
    #expect(design.coolantDistributionUnits == 2)
  }

  @Test func statedTemperatureWinsOverTheAssumption() throws {
    let sizer = try Fixture.sizer()
    let blocks = [ClusterBlock(skuID: "gb200-nvl72", scalableUnits: 1)]
    let assumed = try sizer.design(blocks: blocks, conditions: SiteConditions(pue: 1.15))
    let stated = try sizer.design(
      blocks: blocks, conditions: SiteConditions(pue: 1.15, supplyTemperatureC: 30))
    #expect(assumed.supplyTemperatureC == 40)
    #expect(assumed.assumptions.contains { $0.name == "supply_temperature_c" })
    #expect(stated.supplyTemperatureC == 30)
    #expect(!stated.assumptions.contains { $0.name == "supply_temperature_c" })
    #expect(stated.coolantFlowLPerMin < assumed.coolantFlowLPerMin)
  }

  @Test func airCooledClusterNeedsNoTemperature() throws {
    let design = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: "dgx-b200", scalableUnits: 1)],
      conditions: SiteConditions(pue: 1.3, supplyTemperatureC: 18))
    #expect(design.coolantFlowLPerMin == 0)
    #expect(design.coolantDistributionUnits == 0)
    #expect(design.supplyTemperatureC == nil)
    #expect(design.notes.contains(.airCooled(skuID: "dgx-b200")))
  }

  @Test func productLimitIsKeptWithinTheRule() throws {
    var sku = Fixture.gb300
    sku.cooling.supplyMaximumC = Fixture.figure(32, "C")
    let sizer = try ClusterSizer(catalogue: HardwareCatalogue([sku]))
    #expect(
      throws: SizingError.supplyTemperatureOutOfRange(
        40, allowed: 25...32, reason: "what gb300-nvl72 and the published flow points allow")
    ) {
      try sizer.design(
        blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1)], conditions: Fixture.mild)
    }
  }
}
