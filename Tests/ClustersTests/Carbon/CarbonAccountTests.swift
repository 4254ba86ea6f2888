// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct CarbonAccountTests {
  /// 5,760 GPUs x 286 kg x 2; 15 % more; 4,000 m2 x 1 t; 13.8 MW x 250 and 170 kg/kW; 94,292.64 MWh x 21.7
  /// g/kWh.
  @Test func tenUnitsWorkedByHand() throws {
    let account = try CarbonAccount(design: MoneyFixture.design(), buildingM2: 4_000)
    #expect(close(account.systemsT.mid, 3_294.72))
    #expect(close(account.networkAndStorageT.mid, 494.208))
    #expect(close(account.buildingT.mid, 4_000))
    #expect(close(account.electricalT.mid, 3_450))
    #expect(close(account.coolingT.mid, 2_346))
    #expect(close(account.embodiedT.mid, 13_584.928))
    #expect(close(account.operationalTPerYear.mid, 2_046.150288))
    // Five years: a sixth of 30, a quarter of 20, a third of 15.
    let made = [3_294.72, 494.208, 4_000.0 / 6, 3_450.0 / 4, 2_346.0 / 3].reduce(0, +)
    let whole: Double = made + 5 * 2_046.150288
    let hours: Double = 5_760 * 8_760 * 0.8 * 5
    #expect(close(account.lifeCycleT.mid, whole))
    #expect(close(account.gramsPerGPUHour.mid, whole * 1e6 / hours))
  }

  @Test func theBandsAreOrdered() throws {
    let account = try CarbonAccount(design: MoneyFixture.design(MoneyFixture.mixed), buildingM2: 1_000)
    for band in [account.systemsT, account.embodiedT, account.lifeCycleT, account.gramsPerGPUHour] {
      #expect(band.low < band.mid && band.mid < band.high)
    }
    #expect(account.embodiedBasis == .estimated)
  }

  @Test func statedEnergyAndUtilisationAreUsed() throws {
    let design = try MoneyFixture.design()
    let account = try CarbonAccount(
      design: design, buildingM2: 0, energyMWhPerYear: 1_000, utilisation: 1)
    #expect(close(account.operationalTPerYear.mid, 21.7))
    let none = try CarbonAccount(design: design, buildingM2: 0, energyMWhPerYear: 0)
    #expect(none.operationalTPerYear == ValueBand(0))
  }

  @Test func theDefaultsAreSoundAndNoRackIsCalledPublished() {
    #expect(CarbonAssumptions().findings().isEmpty)
    #expect(CarbonAssumptions().embodiedKgPerGPU.basis == .estimated)
    #expect(CarbonAssumptions().gridGPerKWh.value == 21.7)
    #expect(CarbonNote.gridAverage(gramsPerKWh: 21.7).sentence.contains("21.7 g"))
  }

  @Test func badInputIsRefused() throws {
    let design = try MoneyFixture.design()
    #expect(throws: SizingError.notFinite("built floor in m2")) {
      try CarbonAccount(design: design, buildingM2: .nan)
    }
    #expect(throws: SizingError.negative("built floor in m2", -1)) {
      try CarbonAccount(design: design, buildingM2: -1)
    }
    #expect(throws: SizingError.negative("energy in MWh a year", -1)) {
      try CarbonAccount(design: design, buildingM2: 1, energyMWhPerYear: -1)
    }
    #expect(throws: SizingError.notPositive("utilisation", 0)) {
      try CarbonAccount(design: design, buildingM2: 1, utilisation: 0)
    }
  }
}
