// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

@Suite struct SizingDirectionsTests {
  @Test(arguments: ["dgx-b200", "dgx-b300", "gb200-nvl72", "gb300-nvl72"])
  func morePowerNeverGivesFewerGPUs(skuID: String) throws {
    let sizer = try Fixture.sizer()
    var last = 0
    for step in 1...400 {
      let mw = Double(step) * 0.37
      let design = try sizer.sizing(forGridMW: mw, skuID: skuID, conditions: Fixture.mild).design
      #expect(design.gpus >= last)
      #expect(design.gridMW <= mw * (1 + 1e-9))
      last = design.gpus
    }
    #expect(last > 0)
  }

  /// The largest cluster that fits: one more system does not.
  @Test(arguments: ["dgx-b200", "gb300-nvl72"], [0.5, 1.38, 44, 999.9])
  func oneMoreSystemWouldNotFit(skuID: String, mw: Double) throws {
    let design = try Fixture.sizer().sizing(forGridMW: mw, skuID: skuID, conditions: Fixture.mild).design
    #expect(design.gridMW * Double(design.systems + 1) / Double(design.systems) > mw)
  }

  @Test(arguments: ["dgx-b200", "dgx-b300", "gb200-nvl72", "gb300-nvl72"], [1, 8, 73, 577, 13_800, 104_000])
  func gpusToPowerAndBackGivesTheSameCluster(skuID: String, gpus: Int) throws {
    let sizer = try Fixture.sizer()
    let there = try sizer.sizing(forGPUs: gpus, skuID: skuID, conditions: Fixture.mild).design
    let back = try sizer.sizing(forGridMW: there.gridMW, skuID: skuID, conditions: Fixture.mild).design
    #expect(back == there)
    #expect(there.gpus >= gpus)
    #expect(there.gpus - gpus < there.gpus / there.systems)
  }

  @Test(arguments: [3.0, 44, 437.5])
  func powerToGPUsAndBackStaysWithinOneSystem(mw: Double) throws {
    let sizer = try Fixture.sizer()
    let there = try sizer.sizing(forGridMW: mw, skuID: "gb200-nvl72", conditions: Fixture.mild).design
    let back = try sizer.sizing(forGPUs: there.gpus, skuID: "gb200-nvl72", conditions: Fixture.mild).design
    #expect(back.systems == there.systems)
    #expect(mw - back.gridMW < 0.15 * 1.15)
  }

  @Test func theTightestLimitBinds() throws {
    let sizer = try Fixture.sizer()
    func sizing(_ conditions: SiteConditions) throws -> ClusterSizing {
      try sizer.sizing(forGridMW: 50, skuID: "gb300-nvl72", conditions: conditions)
    }
    let free = try sizing(SiteConditions(pue: 1.15))
    #expect(free.bindingLimit == .requestedPower)
    #expect(free.allowances.map(\.limit) == [.requestedPower])

    let small = try sizing(SiteConditions(pue: 1.15, connectionMW: 20))
    #expect(small.bindingLimit == .connection)
    #expect(small.design.gridMW <= 20)
    #expect(small.fits)

    let narrow = try sizing(SiteConditions(pue: 1.15, connectionMW: 20, landHa: 1))
    #expect(narrow.bindingLimit == .land)
    #expect(narrow.design.landHa <= 1)
    #expect(narrow.allowances.map(\.limit) == [.land, .connection, .requestedPower])
    #expect(narrow.allowances.map(\.systems) == narrow.allowances.map(\.systems).sorted())
  }

  @Test func gpusThatDoNotFitAreSizedAndSaidSo() throws {
    let sizing = try Fixture.sizer().sizing(
      forGPUs: 18_000, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.15, connectionMW: 40))
    #expect(sizing.design.gpus == 18_000)
    #expect(!sizing.fits)
    #expect(sizing.bindingLimit == .connection)
    #expect(sizing.request == .gpus(18_000))
  }

  /// Racks of an incomplete unit fill one by one.
  @Test(arguments: [(1, 1), (2, 1), (3, 2), (32, 16), (33, 17), (35, 18), (64, 32)])
  func racksOfPartUnits(systems: Int, racks: Int) throws {
    let design = try Fixture.sizer().sizing(
      forGPUs: systems * 8, skuID: "dgx-b200", conditions: Fixture.mild
    ).design
    #expect(design.systems == systems)
    #expect(design.racks == racks)
  }
}
