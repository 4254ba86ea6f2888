// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

@Suite struct SizingErrorTests {
  @Test(arguments: [0.0, -1, .nan, .infinity, -.infinity, 5_000.1, 10_000, 1e300])
  func powerThatIsNoSitePowerIsRefused(mw: Double) throws {
    let sizer = try Fixture.sizer()
    #expect(throws: SizingError.self) {
      try sizer.sizing(forGridMW: mw, skuID: "gb300-nvl72", conditions: Fixture.mild)
    }
    #expect(throws: SizingError.self) {
      try sizer.sizing(
        forGPUs: 72, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.15, connectionMW: mw))
    }
  }

  @Test(arguments: [0, -1, .min, 2_500_001, .max])
  func countThatIsNoClusterIsRefused(gpus: Int) throws {
    let sizer = try Fixture.sizer()
    #expect(throws: SizingError.self) {
      try sizer.sizing(forGPUs: gpus, skuID: "gb300-nvl72", conditions: Fixture.mild)
    }
  }

  @Test(arguments: [-1, .min, 4_341, 2_500_001, .max])
  func unitsThatAreNoClusterAreRefused(units: Int) throws {
    let sizer = try Fixture.sizer()
    #expect(throws: SizingError.self) {
      try sizer.design(
        blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: units)], conditions: Fixture.mild)
    }
  }

  @Test(arguments: [
    SiteConditions(pue: 0.99), SiteConditions(pue: 3.01), SiteConditions(pue: .nan),
    SiteConditions(pue: 1.2, supplyTemperatureC: 24), SiteConditions(pue: 1.2, supplyTemperatureC: 46),
    SiteConditions(pue: 1.2, supplyTemperatureC: .nan), SiteConditions(pue: 1.2, landHa: 0),
    SiteConditions(pue: 1.2, landHa: .infinity), SiteConditions(pue: 1.2, meterLossShare: 1),
    SiteConditions(pue: 1.2, meterLossShare: -0.1), SiteConditions(pue: 1.2, powerFactor: 0),
    SiteConditions(pue: 1.2, powerFactor: 1.1),
  ])
  func conditionsOutOfRangeAreRefused(conditions: SiteConditions) throws {
    let sizer = try Fixture.sizer()
    #expect(throws: SizingError.self) {
      try sizer.sizing(forGPUs: 576, skuID: "gb300-nvl72", conditions: conditions)
    }
  }

  @Test func nothingToSizeIsRefused() throws {
    let sizer = try Fixture.sizer()
    #expect(throws: SizingError.noBlocks) { try sizer.design(blocks: [], conditions: Fixture.mild) }
    #expect(throws: SizingError.noBlocks) {
      try sizer.design(
        blocks: [ClusterBlock(skuID: "dgx-b200", scalableUnits: 0)], conditions: Fixture.mild)
    }
  }

  @Test func unknownProductIsNamedEvenInAnEmptyBlock() throws {
    let sizer = try Fixture.sizer()
    #expect(throws: CatalogueError.self) { try sizer.option(skuID: "gb301-nvl72") }
    #expect(throws: CatalogueError.self) {
      try sizer.design(
        blocks: [ClusterBlock(skuID: "gb301-nvl72", scalableUnits: 0)], conditions: Fixture.mild)
    }
    #expect(throws: CatalogueError.self) {
      try sizer.sizing(forGridMW: 10, skuID: "", conditions: Fixture.mild)
    }
  }

  @Test func lessThanOneSystemIsSaidWithTheNeed() throws {
    let sizer = try Fixture.sizer()
    let power = #expect(throws: SizingError.self) {
      try sizer.sizing(forGridMW: 0.1, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.2))
    }
    guard case .nothingFits("gb300-nvl72", .requestedPower, let needed, 0.1) = power else {
      Issue.record("\(String(describing: power))")
      return
    }
    #expect(close(needed, 0.18))
    let land = #expect(throws: SizingError.self) {
      try sizer.sizing(
        forGridMW: 10, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.2, landHa: 0.001))
    }
    #expect(try #require(land).description.contains("ha of land"))
  }

  @Test func looseLimitsDoNotOverflow() throws {
    let sizing = try Fixture.sizer().sizing(
      forGridMW: 10, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.2, landHa: 1e300))
    #expect(sizing.bindingLimit == .requestedPower)
  }

  @Test func messagesSayWhatToDo() {
    #expect(
      SizingError.tooLarge("power in MW", 10_000, limit: 5_000).description.contains("check the unit"))
    #expect(
      SizingError.supplyTemperatureOutOfRange(20, allowed: 25...45, reason: "the range").description
        .contains("give 25.0 to 45.0 C"))
  }
}
