// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct ClusterOptionTests {
  /// Worked by hand: 8 racks at USD 4.0 M and 0.86 EUR/USD, 12 % network, EUR 12 M/MW for 1.2 MW.
  @Test func gb300UnitAtMidPrices() throws {
    let option = try Fixture.sizer().option(skuID: "gb300-nvl72")
    #expect(option.gpus == 576)
    #expect(close(option.systemsCapexEUR, 27_520_000))
    #expect(close(option.networkAndStorageCapexEUR, 3_302_400))
    #expect(close(option.shellCapexEUR, 14_400_000))
    #expect(close(option.itCapexEUR, 30_822_400))
    #expect(close(option.totalCapexEUR, 45_222_400))
    #expect(close(option.averageITMW, 1.2 * 0.78))
    #expect(close(option.liquidShare, 1.136 * 0.9 / 1.2))
    #expect(close(option.landHa, 1.2 * 1.15 / 10.55))
    // 8 racks and 64 kW of network at 22 kW a rack, 3 m2 each.
    #expect(close(option.whiteSpaceM2, (8 + 64.0 / 22) * 3))
  }

  /// Without a published power of the unit, the assumption adds network and storage.
  @Test func b300UnitAddsTheNetworkShare() throws {
    let option = try Fixture.sizer().option(skuID: "dgx-b300")
    #expect(close(option.systemsMW, 1.08))
    #expect(close(option.itMW, 1.08 * 1.14))
    #expect(option.basis.power == .estimated)
  }

  @Test func provisioningAboveThePublishedUnitPowerIsKept() throws {
    var sku = Fixture.gb300
    sku.power.provisioningKW.value = 155
    let option = try ClusterSizer(catalogue: HardwareCatalogue([sku])).option(skuID: sku.id)
    #expect(close(option.itMW, 1.24))
  }

  @Test func basisIsTheWorstOfWhatWasUsed() throws {
    let gb300 = try Fixture.sizer().option(skuID: "gb300-nvl72").basis
    #expect(gb300.capacity == .published)
    #expect(gb300.power == .published)
    #expect(gb300.cost == .estimated)
    #expect(gb300.worst == .estimated)
    #expect(try Fixture.sizer().option(skuID: "dgx-b200").basis.capacity == .derived)
  }

  @Test(arguments: ["dgx-b200", "dgx-b300", "gb200-nvl72", "gb300-nvl72"], [1, 2, 7, 100])
  func designIsTheOptionTimesItsUnits(skuID: String, units: Int) throws {
    let sizer = try Fixture.sizer()
    let option = try sizer.option(skuID: skuID)
    let design = try sizer.design(
      blocks: [ClusterBlock(skuID: skuID, scalableUnits: units)], conditions: Fixture.mild)
    let n = Double(units)
    #expect(design.gpus == option.gpus * units)
    #expect(design.systems == option.systems * units)
    #expect(design.racks == option.racks * units)
    #expect(close(design.itMW, option.itMW * n))
    #expect(close(design.averageITMW, option.averageITMW * n))
    #expect(close(design.whiteSpaceM2, option.whiteSpaceM2 * n))
    #expect(close(design.landHa, option.landHa * n))
    #expect(close(design.heatToLiquidKW, option.liquidShare * option.itMW * 1_000 * n))
    #expect(close(design.capex.systemsEUR, option.systemsCapexEUR * n))
    #expect(close(design.capex.networkAndStorageEUR, option.networkAndStorageCapexEUR * n))
    #expect(close(design.capex.shellEUR, option.shellCapexEUR * n))
    #expect(close(design.capex.totalEUR, option.totalCapexEUR * n))
  }
}
