// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

@Suite struct RuleOfThumbTests {
  /// The public cluster build-out sizer of aiinframap.com: 50 MW of B200 at PUE 1.20.
  @Test func fiftyMegawattsOfB200() throws {
    let rule = try RuleOfThumb.fitting(gridMW: 50, gpuTDPW: 1_000, pue: 1.20)
    #expect(rule.gpus == 32_051)
    #expect((rule.itMW * 10).rounded() == 417)
    #expect(rule.coolingRT.rounded() == 11_847)
  }

  /// The public power calculator of aiinframap.com: 10,000 H100 of 700 W at PUE 1.30.
  @Test func tenThousandH100() throws {
    let rule = try RuleOfThumb.needed(gpus: 10_000, gpuTDPW: 700, pue: 1.30)
    #expect(close(rule.gpuMW, 7.0))
    #expect(close(rule.itMW, 9.1))
    #expect(close(rule.facilityMW, 11.83))
    #expect((rule.facilityWithReserveMW * 100).rounded() == 1_301)
    #expect((rule.energyMWhPerYear / 100).rounded() == 1_036)
  }

  @Test func bothDirectionsAgree() throws {
    for gpus in [1, 7, 72, 13_800, 250_000] {
      let needed = try RuleOfThumb.needed(gpus: gpus, gpuTDPW: 1_400, pue: 1.15)
      #expect(try RuleOfThumb.fitting(gridMW: needed.facilityMW, gpuTDPW: 1_400, pue: 1.15).gpus == gpus)
    }
  }

  @Test func badInputIsRefused() {
    #expect(throws: SizingError.notPositive("power in MW", 0)) {
      try RuleOfThumb.fitting(gridMW: 0, gpuTDPW: 1_000, pue: 1.2)
    }
    #expect(throws: SizingError.notFinite("power in MW")) {
      try RuleOfThumb.fitting(gridMW: .nan, gpuTDPW: 1_000, pue: 1.2)
    }
    #expect(throws: SizingError.outOfRange("design power of a GPU in W", 0, allowed: 1...100_000)) {
      try RuleOfThumb.needed(gpus: 1, gpuTDPW: 0, pue: 1.2)
    }
    #expect(throws: SizingError.outOfRange("pue", 0.5, allowed: 1...3)) {
      try RuleOfThumb.needed(gpus: 1, gpuTDPW: 700, pue: 0.5)
    }
    #expect(throws: SizingError.notPositive("number of GPUs", -5)) {
      try RuleOfThumb.needed(gpus: -5, gpuTDPW: 700, pue: 1.2)
    }
    #expect(throws: SizingError.self) { try RuleOfThumb.fitting(gridMW: 5_000, gpuTDPW: 1, pue: 1) }
  }
}
