// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct ClusterDesignTests {
  static let mixed = [
    ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 3), ClusterBlock(skuID: "dgx-b200", scalableUnits: 2),
    ClusterBlock(skuID: "gb200-nvl72", scalableUnits: 1),
  ]

  @Test func totalsAreTheSumsOfTheShares() throws {
    let design = try Fixture.sizer().design(blocks: Self.mixed, conditions: Fixture.mild)
    #expect(design.shares.map(\.skuID) == ["dgx-b200", "gb200-nvl72", "gb300-nvl72"])
    #expect(design.gpus == design.shares.map(\.gpus).reduce(0, +))
    #expect(design.racks == design.shares.map(\.racks).reduce(0, +))
    #expect(close(design.itMW, design.shares.map(\.itMW).reduce(0, +)))
    #expect(close(design.capex.totalEUR, design.shares.map(\.capex.totalEUR).reduce(0, +)))
    #expect(
      close(
        design.capex.totalEUR,
        design.capex.systemsEUR + design.capex.networkAndStorageEUR + design.capex.shellEUR))
    #expect(close(design.heatToAirKW, design.shares.map(\.heatToAirKW).reduce(0, +)))
  }

  @Test func orderAndSplittingOfBlocksDoNotMatter() throws {
    let sizer = try Fixture.sizer()
    let split =
      Self.mixed.reversed() + [
        ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 0),
        ClusterBlock(skuID: "dgx-b300", scalableUnits: 0),
      ]
    var pieces = Self.mixed
    pieces[0].scalableUnits = 2
    pieces.append(ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1))
    let whole = try sizer.design(blocks: Self.mixed, conditions: Fixture.mild)
    #expect(try sizer.design(blocks: Array(split), conditions: Fixture.mild) == whole)
    #expect(try sizer.design(blocks: pieces, conditions: Fixture.mild) == whole)
  }

  /// Worked by hand: ten units of 1.2 MW at PUE 1.2, 2 % lost before the PUE counts, power factor 0.96.
  @Test func powerFromTheRackToTheMeter() throws {
    let design = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 10)],
      conditions: SiteConditions(
        pue: 1.2, connectionMW: 20, meterLossShare: 0.02, powerFactor: 0.96))
    #expect(close(design.itMW, 12))
    #expect(close(design.facilityMW, 14.4))
    #expect(close(design.gridMW, 14.4 / 0.98))
    #expect(close(try #require(design.gridMVA), 14.4 / 0.98 / 0.96))
    #expect(close(try #require(design.remainingMW), 20 - 14.4 / 0.98))
    #expect(close(design.energyMWhPerYear, 12 * 0.78 * 1.2 / 0.98 * 8_760))
  }

  @Test func connectionAndLandThatAreTooSmallAreNoted() throws {
    let design = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 10)],
      conditions: SiteConditions(pue: 1.2, connectionMW: 14, landHa: 1))
    #expect(try #require(design.remainingMW) < 0)
    #expect(design.notes.contains { if case .connectionExceeded = $0 { true } else { false } })
    #expect(design.notes.contains { if case .landExceeded = $0 { true } else { false } })
    let exact = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 10)],
      conditions: SiteConditions(pue: 1.2, connectionMW: 14.4))
    #expect(!exact.notes.contains { if case .connectionExceeded = $0 { true } else { false } })
  }

  /// A rate that one product does not publish has no total; the note says whose it is.
  @Test func missingFiguresAreNamedNotGuessed() throws {
    let design = try Fixture.sizer().design(blocks: Self.mixed, conditions: Fixture.mild)
    #expect(design.performance.fp8DensePFLOPS == nil)
    #expect(design.notes.contains(.notPublished(skuID: "dgx-b200", key: "fp8_dense")))
    #expect(close(try #require(design.performance.fp4DensePFLOPS), 1_728 * 15 + 512 * 9 + 576 * 10))
    let b300 = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: "dgx-b300", scalableUnits: 1)], conditions: Fixture.mild)
    #expect(b300.floorLoadKgPerM2 == nil)
    #expect(b300.notes.contains(.notPublished(skuID: "dgx-b300", key: "weight_kg")))
  }

  @Test func thinPublishedUnitPowerIsNoted() throws {
    let sizer = try Fixture.sizer()
    func thin(_ skuID: String) throws -> Bool {
      try sizer.design(
        blocks: [ClusterBlock(skuID: skuID, scalableUnits: 1)], conditions: Fixture.mild
      ).notes.contains { if case .littlePowerForNetwork = $0 { true } else { false } }
    }
    #expect(try thin("gb300-nvl72"))  // 64 kW beside 1,136
    #expect(try !thin("gb200-nvl72"))  // 144 kW beside 1,056
  }

  @Test func assumptionsListOnlyWhatWasUsed() throws {
    let sizer = try Fixture.sizer()
    let names = try sizer.design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1)], conditions: Fixture.mild
    ).assumptions.map(\.name)
    #expect(!names.contains("network_and_storage_share_of_system_power"))
    #expect(names.contains("cdu_capacity_kw"))
    let air = try sizer.design(
      blocks: [ClusterBlock(skuID: "dgx-b200", scalableUnits: 1)], conditions: Fixture.mild
    ).assumptions.map(\.name)
    #expect(air.contains("network_and_storage_share_of_system_power"))
    #expect(!air.contains("cdu_capacity_kw"))
  }
}
