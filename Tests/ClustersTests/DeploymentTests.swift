// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

/// The engine against announced sites and against other published figures of whole clusters.
@Suite struct DeploymentTests {
  @Test(arguments: ["gb200-nvl72", "gb300-nvl72"], [1.10, 1.12, 1.15])
  func powerPerGPULiesInTheBandOfAnnouncedSites(skuID: String, pue: Double) throws {
    let design = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: skuID, scalableUnits: 10)], conditions: SiteConditions(pue: pue))
    #expect((1.9...2.6).contains(design.gridKWPerGPU))
  }

  struct Site: Sendable, CustomTestStringConvertible {
    let name: String, gpus: Int, mw: Double
    var testDescription: String { name }
  }

  @Test(arguments: [
    Site(name: "Stargate Norway", gpus: 100_000, mw: 230),
    Site(name: "Nscale Texas", gpus: 104_000, mw: 240),
  ])
  func announcedGB300SitesAreMetWithinATenth(site: Site) throws {
    let sizing = try Fixture.sizer().sizing(
      forGPUs: site.gpus, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.10))
    #expect(close(sizing.design.gridMW, site.mw, relative: 0.10))
  }

  /// 44 MW were announced for 13,800 GB300 GPUs: 3.19 kW each, so the connection is not fully used by them.
  @Test func bruyeresLeavesPartOfItsConnection() throws {
    let sizing = try Fixture.sizer().sizing(
      forGPUs: 13_800, skuID: "gb300-nvl72",
      conditions: SiteConditions(pue: 1.15, connectionMW: 44))
    #expect(sizing.design.systems == 192)
    #expect(sizing.design.gpus == 13_824)
    #expect(sizing.fits)
    #expect(sizing.bindingLimit == .requestedGPUs)
    let left = try #require(sizing.design.remainingMW)
    #expect((8...14).contains(left))
  }

  @Test func eighteenThousandGPUsAre250Racks() throws {
    let sizing = try Fixture.sizer().sizing(forGPUs: 18_000, skuID: "gb300-nvl72", conditions: Fixture.mild)
    #expect(sizing.design.racks == 250)
    #expect(sizing.design.gpus == 18_000)
    #expect(sizing.design.scalableUnits == 32)
    #expect(sizing.completeScalableUnits == 31)
  }

  /// An air-cooled server in a hall with a poor PUE stays below the flag; a PUE of 2 does not.
  @Test func highPowerPerGPUIsFlagged() throws {
    let sizer = try Fixture.sizer()
    func flagged(_ pue: Double) throws -> Bool {
      try sizer.design(
        blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1)], conditions: SiteConditions(pue: pue)
      ).notes.contains { if case .highPowerPerGPU = $0 { true } else { false } }
    }
    #expect(try !flagged(1.3))
    #expect(try flagged(1.4))
  }
}
