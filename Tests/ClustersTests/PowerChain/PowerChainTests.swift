// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct PowerChainTests {
  /// The design is the law: power at the meter, energy and PUE come out as they went in.
  @Test(arguments: [1.0, 1.02, 1.05, 1.1, 1.15, 1.25, 1.54, 3], [0, 0.01, 0.1])
  func stagesEndAtTheMeterOfTheDesign(pue: Double, meterLoss: Double) throws {
    let design = try Plant.design(
      "gb300-nvl72", units: 33,
      conditions: SiteConditions(pue: pue, supplyTemperatureC: 40, meterLossShare: meterLoss))
    let chain = try Plant.chain(design)
    let stages = chain.stages
    #expect(stages.map(\.place) == PowerStage.Place.allCases)
    #expect(stages.last?.provisionedMW == design.gridMW)
    #expect(stages.first?.provisionedMW == design.itMW)
    #expect(close(try #require(stages.last).averageMW * 8_760, design.energyMWhPerYear))
    #expect(close(chain.facilityMW / chain.itMW, pue))
    #expect(close(design.itMW + stages.map(\.addedMW).reduce(0, +), design.gridMW))
    for (before, after) in zip(stages, stages.dropFirst()) {
      #expect(after.provisionedMW >= before.provisionedMW * (1 - 1e-12))
      #expect(abs(after.provisionedMW - before.provisionedMW - after.addedMW) < 1e-9 * design.gridMW)
      #expect(after.addedMW >= 0)
    }
    if meterLoss > 0 { #expect(close(chain.hvLossMW, design.gridMW * meterLoss)) }
  }

  /// Worked by hand: ten units of 1.2 MW, PUE 1.15, default efficiencies.
  @Test func lossesByStage() throws {
    let chain = try Plant.chain(Plant.gb300(units: 10))
    #expect(abs(chain.distributionLossMW - 0.02405) < 1e-5)  // 12 / 0.998 - 12
    #expect(abs(chain.upsLossMW - 0.63284) < 1e-5)  // 12.02405 / 0.95 - 12.02405
    #expect(abs(chain.hvLossMW - 0.069) < 1e-9)  // 13.8 * 0.005
    #expect(abs(chain.transformerLossMW - 0.13731) < 1e-9)  // 13.731 * 0.01
    #expect(abs(chain.coolingAndOtherMW - 0.93680) < 1e-5)
    #expect(abs(chain.shelfLossMW - 11.36 * 0.03) < 1e-9)
    #expect(abs(chain.simultaneousPeakMW - (0.155 * 80 + 0.64)) < 1e-9)
  }

  @Test func aPUETooLowForTheLossesIsNotedWithWhatItWouldTake() throws {
    let chain = try Plant.chain(Plant.gb300(units: 10, pue: 1.05))
    var needed: Double?
    for case .lossesExceedPUE(_, let pue) in chain.notes { needed = pue }
    // 1 / (0.998 * 0.95 * 0.99 * 0.995)
    #expect(abs(try #require(needed) - 1.07078) < 1e-4)
    #expect(chain.coolingAndOtherMW == 0)
    let enough = try Plant.chain(Plant.gb300(units: 10, pue: 1.0708))
    #expect(!enough.notes.contains { if case .lossesExceedPUE = $0 { true } else { false } })
    #expect(enough.coolingAndOtherMW >= 0)
  }

  @Test func strandedPowerIsPartedIntoKeptBackAndTooSmall() throws {
    let design = try Plant.gb300(units: 10)  // 13.8 MW at the meter, 1.38 a unit
    let chain = try Plant.chain(design, connectionMW: 17)
    let stranded = try #require(chain.stranded)
    #expect(close(stranded.unusedMW, 3.2))
    #expect(stranded.unitsThatFit == 2)
    #expect(close(stranded.keptBackMW, 2.76))
    #expect(close(stranded.tooSmallMW, 0.44))
    #expect(try #require(try Plant.chain(design, connectionMW: 10).stranded).unusedMW == 0)
    #expect(try Plant.chain(design).stranded == nil)
  }

  @Test func nonsenseIsRefused() throws {
    let design = try Plant.gb300(units: 10)
    for mw in [0, -1, .nan, .infinity, 10_000] {
      #expect(throws: SizingError.self) { try Plant.chain(design, connectionMW: mw) }
    }
    for kv in [0, -225, .nan, .infinity, 63, 224.9, 401] {
      #expect(throws: SizingError.self) {
        try PowerChain(design: design, skus: Fixture.all, connectionKV: kv)
      }
    }
    #expect(throws: CatalogueError.self) { try PowerChain(design: design, skus: [Fixture.b200]) }
    #expect(throws: CatalogueError.self) { try PowerChain(design: design, skus: []) }
  }

  @Test func defaultsAreSoundAndBelongToTheSet() {
    #expect(PowerAssumptions().findings().isEmpty)
    #expect(Set(PowerAssumptions.fields.map(\.name)).count == PowerAssumptions.fields.count)
    var broken = PowerAssumptions()
    broken.upsEfficiency.value = .nan
    #expect(broken.findings().map(\.keyPath) == ["ups_efficiency"])
  }

  @Test func itemsCountWhatTheChainHolds() throws {
    let chain = try Plant.chain(Plant.gb300(units: 100))
    let items = chain.items()
    #expect(items.allSatisfy { $0.line == .electrical && $0.quantity > 0 && !$0.source.isEmpty })
    #expect(items.first { $0.item == "uninterruptible supply" }?.quantity == Double(chain.ups.modules))
    #expect(items.first { $0.item == "backup generator" }?.quantity == Double(chain.backup.generators))
    #expect(items.first { $0.item == "rack feed, gb300-nvl72" }?.quantity == 1_600)
    #expect(!items.contains { $0.item == "main transformer" })
  }
}
