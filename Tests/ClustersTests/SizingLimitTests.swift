// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

/// Every limit of a site can bind, and is named when it does.
@Suite struct SizingLimitTests {
  private func sizing(
    mw: Double = 50, sku: String = "gb300-nvl72", _ change: (inout SiteConditions) -> Void
  ) throws -> ClusterSizing {
    var conditions = SiteConditions(pue: 1.15)
    change(&conditions)
    return try Fixture.sizer().sizing(forGridMW: mw, skuID: sku, conditions: conditions)
  }

  /// 8 racks of 142 kW, 90 % to liquid, are 1.0224 MW of heat to liquid: 10.3 MW take ten units and no
  /// eleventh rack of 0.1278.
  @Test func liquidCoolingBinds() throws {
    let sizing = try sizing { $0.liquidCoolingMW = 10.3 }
    #expect(sizing.bindingLimit == .liquidCooling)
    #expect(sizing.design.systems == 80)
    #expect(sizing.design.heatToLiquidKW <= 10_300)
  }

  @Test func liquidCoolingDoesNotConcernAirCooledServers() throws {
    let sizing = try sizing(sku: "dgx-b200") { $0.liquidCoolingMW = 0.001 }
    #expect(sizing.bindingLimit == .requestedPower)
    #expect(!sizing.allowances.map(\.limit).contains(.liquidCooling))
  }

  /// The largest cluster that stands in the hall: one more system does not.
  @Test(arguments: ["gb300-nvl72", "dgx-b200", "dgx-b300"], [40.0, 333, 1_000])
  func whiteSpaceBinds(sku: String, areaM2: Double) throws {
    let hall = try sizing(mw: 400, sku: sku) { $0.whiteSpaceM2 = areaM2 }
    #expect(hall.bindingLimit == .whiteSpace)
    #expect(hall.design.whiteSpaceM2 <= areaM2)
    let larger = try Fixture.sizer().sizing(
      forGPUs: hall.design.gpus + 1, skuID: sku, conditions: SiteConditions(pue: 1.15)
    ).design
    #expect(larger.whiteSpaceM2 > areaM2)
  }

  /// 1,360 kg on 0.72 m2 are 1,889 kg/m2.
  @Test func aFloorThatBearsNoRackAdmitsNone() throws {
    let fits = try sizing { $0.floorLoadKgPerM2 = 1_889 }
    #expect(fits.bindingLimit == .requestedPower)
    #expect(throws: SizingError.self) { try sizing { $0.floorLoadKgPerM2 = 1_800 } }
    do {
      _ = try sizing { $0.floorLoadKgPerM2 = 1_800 }
    } catch let error as SizingError {
      #expect("\(error)".contains("kg/m2 under a rack"))
      #expect("\(error)".contains("1800"))
    }
    let asked = try Fixture.sizer().sizing(
      forGPUs: 720, skuID: "gb300-nvl72",
      conditions: {
        var weak = SiteConditions(pue: 1.15)
        weak.floorLoadKgPerM2 = 1_800
        return weak
      }())
    #expect(!asked.fits)
    #expect(asked.bindingLimit == .floorLoad)
  }

  /// 5 MW hold 31 racks: three whole units of eight.
  @Test func wholeUnitsBindWhereTheNextOneDoesNotFit() throws {
    let free = try sizing(mw: 5) { _ in }
    let whole = try sizing(mw: 5) { $0.wholeUnits = true }
    #expect(free.design.systems % 8 != 0)
    #expect(whole.design.systems == free.design.systems / 8 * 8)
    #expect(whole.bindingLimit == .scalableUnit)
    #expect(whole.completeScalableUnits * 8 == whole.design.systems)
    let exact = try sizing(mw: whole.design.gridMW) { $0.wholeUnits = true }
    #expect(exact.design == whole.design)
    #expect(exact.bindingLimit == .requestedPower)
  }

  @Test func gpusAreRoundedUpToWholeUnits() throws {
    var conditions = SiteConditions(pue: 1.15)
    conditions.wholeUnits = true
    let sizing = try Fixture.sizer().sizing(forGPUs: 577, skuID: "gb300-nvl72", conditions: conditions)
    #expect(sizing.design.gpus == 1_152)
  }

  @Test func lessThanOneUnitIsRefusedWithItsNeed() throws {
    do {
      _ = try sizing(mw: 1) { $0.wholeUnits = true }
      Issue.record("1 MW is no unit")
    } catch let error as SizingError {
      guard case .nothingFits("gb300-nvl72", .requestedPower, let needed, 1) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(close(needed, 1.2 * 1.15, relative: 1e-9))
    }
  }

  /// Two tiers of Q3400 end at 10,368 ports: eighteen units of 576 GPUs.
  @Test func tiersOfTheComputeFabricBind() throws {
    let sizing = try sizing(mw: 100) { $0.networkTiers = 2 }
    #expect(sizing.bindingLimit == .networkTier)
    #expect(sizing.design.gpus == 10_368)
    let three = try self.sizing(mw: 100) { $0.networkTiers = 3 }
    #expect(three.bindingLimit == .requestedPower)
    #expect(throws: SizingError.self) { try self.sizing { $0.networkTiers = 4 } }
    #expect(throws: SizingError.self) { try self.sizing { $0.networkTiers = 1 } }
  }

  @Test(arguments: [0, -1, Double.nan, .infinity])
  func limitsThatAreNoNumberAreRefused(value: Double) throws {
    #expect(throws: SizingError.self) { try sizing { $0.liquidCoolingMW = value } }
    #expect(throws: SizingError.self) { try sizing { $0.whiteSpaceM2 = value } }
    #expect(throws: SizingError.self) { try sizing { $0.floorLoadKgPerM2 = value } }
  }
}
