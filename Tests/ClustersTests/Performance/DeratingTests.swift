// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct DeratingTests {
  /// Ten units of 1.2 MW at PUE 1.15 need 13.8 MW, 0.1725 MW a rack; 10 MW run 57 racks of 80.
  @Test func wholeSystemsAreSwitchedOff() throws {
    let design = try MoneyFixture.design()
    let derating = try Derating.at(availableMW: 10, design: design, pue: 1.15)
    #expect(close(derating.neededMW, 13.8))
    #expect(derating.systems == 57)
    #expect(derating.gpus == 57 * 72)
    #expect(close(derating.usedMW, 57 * 0.1725))
    #expect(close(derating.shareOfGPUs, 57.0 / 80))
    // 10 / 13.8 = 0.7246: a cut of 0.2754 costs 0.70 of itself.
    let capped = try #require(derating.cappedShareOfWork)
    #expect(close(capped.mid, 1 - 0.7 * (1 - 10 / 13.8), relative: 1e-9))
    #expect(capped.low < capped.mid && capped.mid < capped.high)
  }

  @Test func aHotDayCostsSystems() throws {
    let design = try MoneyFixture.design()
    let hot = try Derating.at(availableMW: 13.8, design: design, pue: 1.30)
    #expect(hot.systems == 70)  // 13.8 / 1.3 = 10.615 MW of IT power, 0.15 a rack
    let usual = try Derating.at(availableMW: design.gridMW, design: design, pue: 1.15)
    #expect(usual.gpus == design.gpus)
    #expect(usual.cappedShareOfWork == ValueBand(1))
    #expect(try Derating.at(availableMW: 0, design: design, pue: 1.15).gpus == 0)
    #expect(try Derating.at(availableMW: 5, design: design, pue: 1.15).cappedShareOfWork == nil)
  }

  @Test func lossesBeforeTheMeterCount() throws {
    let design = try MoneyFixture.design()
    let derating = try Derating.at(availableMW: 13.8, design: design, pue: 1.15, meterLossShare: 0.1)
    #expect(close(derating.neededMW, 13.8 / 0.9))
    #expect(derating.systems == 72)
  }

  @Test func morePowerNeverRunsFewerAndNeverMoreThanAllowed() throws {
    for blocks in [MoneyFixture.ten, MoneyFixture.mixed] {
      let design = try MoneyFixture.design(blocks)
      var last = 0
      for step in 0...400 {
        let power = Double(step) * 0.05
        let derating = try Derating.at(availableMW: power, design: design, pue: 1.15)
        #expect(derating.gpus >= last)
        #expect(derating.usedMW <= power * (1 + 1e-9))
        #expect(derating.parts.map(\.gpus).reduce(0, +) == derating.gpus)
        #expect(derating.parts.map(\.skuID) == design.shares.map(\.skuID))
        last = derating.gpus
      }
      #expect(last == design.gpus)
    }
  }

  @Test func aYearWithACurtailedWinterWorkedByHand() throws {
    let design = try MoneyFixture.design()
    var power = [Double](repeating: 14, count: 12)
    power[0] = 10  // January: 57 of 80 racks
    power[1] = 0  // February: off
    let year = try DeratedYear(
      design: design, availableMWByMonth: power, pueByMonth: [Double](repeating: 1.15, count: 12))
    #expect(year.months.map(\.hours).reduce(0, +) == 8_760)
    #expect(close(year.months[0].gpuHours, 57 * 72 * 744))
    #expect(year.months[1].gpuHours == 0)
    #expect(close(year.gpuHoursPerYear, 57 * 72 * 744 + 5_760 * (8_760 - 744 - 672)))
    #expect(close(year.share, (57.0 / 80 * 744 + 7_344) / 8_760))
  }

  @Test func badInputIsRefused() throws {
    let design = try MoneyFixture.design()
    #expect(throws: SizingError.notFinite("available power in MW")) {
      try Derating.at(availableMW: .nan, design: design, pue: 1.15)
    }
    #expect(throws: SizingError.negative("available power in MW", -1)) {
      try Derating.at(availableMW: -1, design: design, pue: 1.15)
    }
    #expect(throws: SizingError.tooLarge("available power in MW", 10_000, limit: 5_000)) {
      try Derating.at(availableMW: 10_000, design: design, pue: 1.15)
    }
    #expect(throws: SizingError.outOfRange("pue", 0.9, allowed: 1...3)) {
      try Derating.at(availableMW: 1, design: design, pue: 0.9)
    }
    #expect(throws: SizingError.outOfRange("number of monthly powers", 11, allowed: 12...12)) {
      try DeratedYear(
        design: design, availableMWByMonth: [Double](repeating: 1, count: 11),
        pueByMonth: [Double](repeating: 1.15, count: 12))
    }
  }

  @Test func theDefaultsAreSound() {
    #expect(PerformanceAssumptions().findings().isEmpty)
    for figure in PerformanceAssumptions().named() { #expect(!figure.figure.source.isEmpty) }
  }

  @Test func bandwidthsAddUpOrAreMissing() throws {
    var gb300 = Fixture.gb300
    gb300.network.nvlinkTBPerSPerGPU = Fixture.figure(1.8, "TB/s")
    let catalogue = try HardwareCatalogue([gb300, Fixture.b200])
    let design = try MoneyFixture.design()
    let totals = try ClusterBandwidth(design: design, catalogue: catalogue)
    #expect(close(try #require(totals.nvlinkTBPerS), 5_760 * 1.8))
    #expect(close(totals.injectionTbitPerS, 5_760 * 0.8))
    #expect(close(try #require(totals.memoryTBPerS), 5_760 * 8))
    let mixed = try MoneyFixture.design(MoneyFixture.mixed)
    let partly = try ClusterBandwidth(design: mixed, catalogue: catalogue)
    #expect(partly.nvlinkTBPerS == nil)
    #expect(close(partly.injectionTbitPerS, 1_728 * 0.8 + 1_280 * 0.4))
    #expect(throws: CatalogueError.self) {
      try ClusterBandwidth(design: mixed, catalogue: HardwareCatalogue([gb300]))
    }
  }
}
