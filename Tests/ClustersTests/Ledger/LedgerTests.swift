// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct LedgerTests {
  @Test(arguments: PriceLevel.allCases)
  func theLinesAddUpToTheBudgetsOfTheDesignExactly(level: PriceLevel) throws {
    let budget = try MoneyFixture.design(at: level).capex
    let lines = try MoneyFixture.ledger().amounts
    #expect(lines.systems[level] == budget.systemsEUR)
    #expect(lines.network[level] + lines.storage[level] == budget.networkAndStorageEUR)
    #expect(lines.building[level] + lines.electrical[level] + lines.cooling[level] == budget.shellEUR)
  }

  /// Ten units: 80 racks of 4.0 M USD at 0.86; 12 MW at 12 M; 13.8 MW at the meter; 12 MW x 0.78 x 1.15 x
  /// 8,760 h.
  @Test func tenUnitsWorkedByHand() throws {
    let lines = try MoneyFixture.ledger().amounts
    #expect(close(lines.systems.mid, 275_200_000))
    #expect(close(lines.storage.mid, 275_200_000 * 0.12 * 0.2, relative: 1e-6))
    #expect(close(lines.network.mid, 275_200_000 * 0.12 * 0.8, relative: 1e-6))
    #expect(close(lines.electrical.mid, 64_800_000))
    #expect(close(lines.cooling.mid, 36_000_000))
    #expect(close(lines.building.mid, 43_200_000))
    // Below 40 MW the fixed 29 M count for 13.8 / 40.
    #expect(close(lines.connection.mid, 29_000_000 * 13.8 / 40 + 13.8 * 77_000))
    #expect(close(lines.land.mid, 300_000 * 12 * 1.15 / 10.55))
    #expect(close(lines.energy.mid, 94_292.64 * 82))
    #expect(close(lines.energy.low, 94_292.64 * 60))
    #expect(close(lines.energy.high, 94_292.64 * 96.58))
    #expect(close(lines.fixedOM.mid, 3_240_000))
    // A deposit of 0.173891 a year grows to 1 in five years at 7 %: 0.07 / (1.07^5 - 1), 1.07^5 =
    // 1.4025517307.
    #expect(close(lines.refresh.mid, 275_200_000 * 1.12 * 0.07 / 0.4025517307, relative: 1e-9))
  }

  @Test func aLargeSiteIsConnectedAt400kV() throws {
    let blocks = [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 200)]
    let lines = try MoneyFixture.ledger(blocks).amounts
    #expect(close(lines.connection.mid, 75_000_000 + 276 * 77_000))
    #expect(close(lines.connection.low, 54_000_000 + 276 * 42_000))
    #expect(close(lines.connection.high, 300_000_000 + 276 * 92_500))
  }

  @Test func whatThePlanStatesReplacesTheAssumptions() throws {
    let ledger = try MoneyFixture.ledger(
      MoneyFixture.ten,
      LedgerConditions(
        connectionEUR: ValueBand(5_000_000), landEURPerHa: ValueBand(1_000_000), landHa: 3,
        energyEURPerMWh: ValueBand(100), exciseEURPerMWh: ValueBand(0),
        fixedOMEURPerITMWYear: ValueBand(100_000), discountRate: ValueBand(0.05), utilisation: 1))
    #expect(ledger.amounts.connection == ValueBand(5_000_000))
    #expect(ledger.amounts.land == ValueBand(3_000_000))
    #expect(close(ledger.amounts.energy.high, 9_429_264))
    #expect(ledger.amounts.fixedOM == ValueBand(1_200_000))
    #expect(ledger.discountRate == ValueBand(0.05))
    #expect(ledger.gpuHour.utilisation == 1)
    #expect(!ledger.notes.contains(.connectionWithoutLine))
  }

  @Test func totalsAreTheSumsOfTheLines() throws {
    let ledger = try MoneyFixture.ledger(MoneyFixture.mixed)
    for level in PriceLevel.allCases {
      var capital = 0.0
      var yearly = 0.0
      for line in LedgerLine.allCases {
        if line.isCapital {
          capital += ledger.amounts[line][level]
        } else {
          yearly += ledger.amounts[line][level]
        }
      }
      #expect(ledger.capitalEUR[level] == capital)
      #expect(close(ledger.yearlyEUR[level], yearly))
      #expect(
        close(
          ledger.operationEURPerYear[level] + ledger.amounts.refresh[level], ledger.yearlyEUR[level]))
    }
  }

  @Test func everyLineRisesFromLowToHigh() throws {
    for blocks in [MoneyFixture.ten, MoneyFixture.mixed] {
      let ledger = try MoneyFixture.ledger(blocks)
      for line in LedgerLine.allCases {
        let band = ledger.amounts[line]
        #expect(band.low <= band.mid && band.mid <= band.high, "\(line)")
        #expect(band.low >= 0)
      }
      #expect(ledger.gpuHour.totalEUR.low < ledger.gpuHour.totalEUR.mid)
      #expect(ledger.gpuHour.totalEUR.mid < ledger.gpuHour.totalEUR.high)
    }
  }

  @Test func whatRestsOnAnEstimateSaysSo() throws {
    let bases = try MoneyFixture.ledger().bases
    #expect(bases.storage == .estimated)
    #expect(bases.connection == .estimated)
    let stated = try MoneyFixture.ledger(
      MoneyFixture.ten, LedgerConditions(connectionEUR: ValueBand(1)))
    #expect(stated.bases.connection == .derived)
  }

  @Test func theDefaultAssumptionsAreSoundAndListed() {
    #expect(LedgerAssumptions().findings().isEmpty)
    #expect(Set(LedgerAssumptions.fields.map(\.name)).count == 19)
    for figure in LedgerAssumptions().named() { #expect(!figure.figure.source.isEmpty) }
    var broken = LedgerAssumptions()
    broken.itLifeYears.value = 4.5
    #expect(broken.findings().map(\.keyPath) == ["it_life_years"])
  }

  @Test func badPricesAreRefusedWithTheReason() throws {
    func expect(_ conditions: LedgerConditions, _ error: SizingError) {
      #expect(throws: error) { try MoneyFixture.ledger(MoneyFixture.ten, conditions) }
    }
    expect(
      LedgerConditions(connectionEUR: ValueBand(.nan)), .notFinite("price of the grid connection in EUR"))
    expect(
      LedgerConditions(energyEURPerMWh: ValueBand(-1)), .negative("price of electricity in EUR/MWh", -1))
    expect(
      LedgerConditions(landEURPerHa: ValueBand(low: 2, mid: 1, high: 3)),
      .outOfRange("price of land in EUR/ha, middle", 1, allowed: 2...3))
    expect(
      LedgerConditions(discountRate: ValueBand(0.6)), .outOfRange("discount rate", 0.6, allowed: 0...0.5))
    expect(LedgerConditions(utilisation: 0), .notPositive("utilisation", 0))
    expect(LedgerConditions(utilisation: 1.1), .outOfRange("utilisation", 1.1, allowed: 0...1))
    expect(LedgerConditions(landHa: .infinity), .notFinite("land in ha"))
    expect(
      LedgerConditions(fixedOMEURPerITMWYear: ValueBand(.infinity)),
      .notFinite("fixed O&M in EUR per MW and year")
    )
  }

  @Test func crossedBudgetsAndOversizedSplitsAreRefused() throws {
    let design = try MoneyFixture.design()
    let band = try MoneyFixture.capex()
    #expect(throws: SizingError.self) {
      try Ledger(design: design, capex: (low: band.high, mid: band.mid, high: band.low))
    }
    var assumptions = LedgerAssumptions()
    assumptions.coolingShareOfShell.value = 0.6
    #expect(throws: SizingError.self) {
      try Ledger(design: design, capex: band, assumptions: assumptions)
    }
    assumptions = LedgerAssumptions()
    assumptions.itLifeYears.value = .nan
    #expect(throws: SizingError.notFinite("life in years")) {
      try Ledger(design: design, capex: band, assumptions: assumptions)
    }
  }

  @Test func sentencesEndAndHoldTheirNumbers() {
    #expect(LedgerNote.smallConnection(fullCostFromMW: 40).sentence.contains("40 MW"))
    for note in [LedgerNote.linesSplitABudget, .connectionWithoutLine, .refreshNotInGPUHour] {
      #expect(note.sentence.hasSuffix("."))
    }
  }
}
