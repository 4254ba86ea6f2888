// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct RackFeedTests {
  /// Worked by hand: 415 V times the root of three times 0.8 times 0.98 is 0.56354 kW a ampere.
  @Test(arguments: [(250.0, 140.9), (300.0, 169.1)])
  func publishedFeedVectors(amps: Double, expectedKW: Double) throws {
    let kW = try RackFeed.capacityKW(volts: 415, amps: amps, derate: 0.8, powerFactor: 0.98)
    #expect(abs(kW - expectedKW) < 0.05)
    #expect((kW >= 142) == (amps == 300))
  }

  @Test func onePhaseHasNoRootOfThree() throws {
    #expect(close(try RackFeed.capacityKW(volts: 240, amps: 100, derate: 1, powerFactor: 1, phases: 1), 24))
  }

  @Test(arguments: [
    (Double.nan, 250.0, 0.8, 0.98), (415, .infinity, 0.8, 0.98), (0, 250, 0.8, 0.98), (-415, 250, 0.8, 0.98),
    (415, 0, 0.8, 0.98), (415, -1, 0.8, 0.98), (415, 250, 0, 0.98), (415, 250, 1.1, 0.98),
    (415, 250, 0.8, 0.4), (415, 250, 0.8, 1.01), (1e6, 250, 0.8, 0.98), (415, 1e9, 0.8, 0.98),
  ])
  func nonsenseIsRefused(volts: Double, amps: Double, derate: Double, factor: Double) {
    #expect(throws: SizingError.self) {
      try RackFeed.capacityKW(volts: volts, amps: amps, derate: derate, powerFactor: factor)
    }
  }

  @Test(arguments: [0, 2, 4, -3]) func onlyOneOrThreePhasesExist(phases: Int) {
    #expect(throws: SizingError.self) {
      try RackFeed.capacityKW(volts: 415, amps: 250, phases: phases)
    }
  }

  /// 250 A carries 140.9 kW: enough for a GB200 rack of 132 kW, not for a GB300 rack of 142 kW.
  @Test func breakerFollowsFromTheRack() throws {
    let gb300 = try #require(try Plant.chain(Plant.gb300(units: 1)).feeds.first)
    #expect(gb300.breakerA == 315)
    #expect(gb300.rackPeakKW == 155)
    #expect(!gb300.peakIsAssumed)
    let gb200 = try #require(try Plant.chain(Plant.design("gb200-nvl72", units: 1)).feeds.first)
    #expect(gb200.breakerA == 250)
    #expect(close(gb200.rackPeakKW, 132 * 1.16))
    #expect(gb200.peakIsAssumed)
    let node = try #require(try Plant.chain(Plant.design("dgx-b300", units: 1)).feeds.first)
    #expect(close(node.rackKW, 60))
    #expect(close(node.rackPeakKW, 4 * 19.7))
    #expect(node.breakerA == 125)
  }

  @Test func redundancyGivesTheSecondPath() throws {
    let design = try Plant.gb300(units: 1)
    let plain = try Plant.chain(design, redundancy: .n).feeds[0]
    let double = try Plant.chain(design, redundancy: .twoN).feeds[0]
    #expect(plain.feedsPerRack == 1)
    #expect(double.feedsPerRack == 2)
  }

  @Test func aRackTooLargeForAnyBreakerTakesSeveralFeeds() throws {
    var sku = Fixture.gb300
    sku.power.provisioningKW.value = 1_500
    sku.power.peakKW?.value = 1_600
    let design = try Plant.gb300(units: 1)
    let chain = try PowerChain(design: design, skus: [sku])
    // The largest breaker, 1,250 A, carries 704.4 kW: three for 1,500 kW.
    #expect(chain.feeds[0].parallelFeeds == 3)
    #expect(chain.feeds[0].feedKW * 3 >= 1_500)
    #expect(chain.notes.contains(.parallelFeeds(skuID: "gb300-nvl72", feeds: 3)))
  }
}
