// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct PowerPlantTests {
  /// Lisses, as its environmental opinion describes it: 240 MW at 225 kV, two substations with three 225/33
  /// kV transformers each for 120 MW, 114 generators.
  @Test func lissesIsReproduced() throws {
    // 174 units of 1.2 MW at the PUE that makes 240 MW of them.
    let design = try Plant.gb300(units: 174, pue: 240 / (174 * 1.2))
    #expect(close(design.gridMW, 240))
    let chain = try Plant.chain(design, connectionMW: 240)
    #expect(chain.transformers.connectionKV == 225)
    #expect(chain.transformers.mediumKV == 33)
    #expect(chain.transformers.substations == 2)
    #expect(chain.transformers.transformersPerSubstation == 3)
    #expect(chain.transformers.transformers == 6)
    #expect(chain.transformers.mainTransformers == 0)
    #expect(chain.backup.generators == 114)
  }

  /// Fouju has a 400 kV contract for 1,400 MW.
  @Test func aCampusAbove225KVTakes400() throws {
    let design = try Plant.gb300(units: 1_000)
    let chain = try Plant.chain(design, connectionMW: 1_400)
    #expect(chain.transformers.connectionKV == 400)
    #expect(chain.transformers.mainTransformers >= 2)
    #expect(chain.notes.contains(.assumed400KVLayout))
    let forced = try PowerChain(design: design, skus: Fixture.all, connectionKV: 225)
    #expect(forced.transformers.voltageIsForced)
    #expect(forced.notes.contains { if case .voltageTooLow = $0 { true } else { false } })
  }

  @Test func redundancyIsTheRatioThatItsNameSays() {
    #expect(RedundancyScheme.n.installed(needed: 12, group: 4) == 12)
    #expect(RedundancyScheme.nPlusOne.installed(needed: 12, group: 4) == 15)
    #expect(RedundancyScheme.nPlusOne.installed(needed: 12, group: 12) == 13)
    #expect(RedundancyScheme.fourToMakeThree.installed(needed: 12, group: 4) == 16)
    #expect(RedundancyScheme.twoN.installed(needed: 12, group: 4) == 24)
    for scheme in RedundancyScheme.allCases {
      #expect(scheme.installed(needed: 0, group: 0) == 0)
      #expect(scheme.installed(needed: -5, group: -1) == 0)
      #expect(scheme.installed(needed: .max, group: .max) >= 1_000_000_000)
      #expect(scheme.installed(needed: .max, group: .min) >= 1_000_000_000)
    }
  }

  @Test func redundancyNeverLowersWhatIsInstalled() {
    for needed in 0...500 {
      for group in 3...8 {
        let counts = RedundancyScheme.allCases.map { $0.installed(needed: needed, group: group) }
        #expect(counts[0] == needed)
        #expect(counts[1] >= counts[0])
        #expect(counts[2] >= counts[1])
        #expect(counts[3] >= counts[2])
      }
    }
  }

  @Test(arguments: RedundancyScheme.allCases)
  func moreLoadNeverNeedsLess(redundancy: RedundancyScheme) throws {
    var assumptions = PowerAssumptions()
    assumptions.hvTransformerMVA.value = 118  // just below a substation's load: the awkward case
    for set in [PowerAssumptions(), assumptions] {
      var last: [Int] = []
      for units in 1...400 {
        let chain = try Plant.chain(Plant.gb300(units: units), redundancy: redundancy, assumptions: set)
        let counts = [
          chain.transformers.substations, chain.transformers.transformers,
          chain.transformers.mainTransformers,
          chain.transformers.distributionTransformers, chain.ups.modules, chain.backup.generators,
        ]
        #expect(chain.ups.installedMW >= chain.ups.loadMW * (1 - 1e-9))
        #expect(chain.transformers.installedMVA >= chain.gridMVA)
        if !last.isEmpty { #expect(zip(counts, last).allSatisfy { $0 >= $1 }) }
        last = counts
      }
    }
  }

  @Test func withoutBackupThereIsNoGeneratorAndANote() throws {
    var assumptions = PowerAssumptions()
    assumptions.backupShare.value = 0
    let none = try Plant.chain(Plant.gb300(units: 10), assumptions: assumptions)
    #expect(none.backup.generators == 0)
    #expect(none.backup.fuelM3 == 0)
    #expect(none.notes.contains(.noBackup))
    #expect(!none.items(assumptions).contains { $0.item == "backup generator" })
    assumptions.backupShare.value = 0.3
    #expect(
      try Plant.chain(Plant.gb300(units: 10), assumptions: assumptions).notes.contains(
        .partialBackup(share: 0.3)))
  }

  @Test func powerFactorOfTheSiteGoesBeforeTheAssumption() throws {
    let design = try Plant.design(
      "gb300-nvl72", units: 10,
      conditions: SiteConditions(pue: 1.15, supplyTemperatureC: 40, powerFactor: 0.96))
    #expect(close(try Plant.chain(design).gridMVA, 13.8 / 0.96))
    #expect(close(try Plant.chain(Plant.gb300(units: 10)).gridMVA, 13.8 / 0.97))
  }

  @Test func notesArePlainSentences() {
    let notes: [PowerNote] = [
      .lossesExceedPUE(designPUE: 1.05, neededPUE: 1.0708), .peakAssumed(skuID: "x", factor: 1.16), .noBackup,
      .partialBackup(share: 0.3), .voltageTooLow(voltageKV: 225, siteMW: 1_400, usualMW: 240),
      .parallelFeeds(skuID: "x", feeds: 2), .assumed400KVLayout,
    ]
    #expect(notes.allSatisfy { $0.sentence.hasSuffix(".") })
    #expect(notes[3].sentence == "Generators stand for 30 % of the power at the meter.")
    #expect(notes[0].sentence.contains("1.07"))
  }
}
