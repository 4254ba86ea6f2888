// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct BuildScheduleTests {
  static func schedule(
    _ design: ClusterDesign, fastTrack: Bool = false, years: Double? = nil,
    assumptions: ScheduleAssumptions = ScheduleAssumptions()
  ) throws -> BuildSchedule {
    try BuildSchedule(
      design: design, skus: Fixture.all,
      readiness: SiteReadiness(
        stage: .idea, connection: fastTrack ? .fastTrack : .requested(years: years)),
      assumptions: assumptions)
  }

  /// Fouju: 240 MW at the end of 2027, 700 at the end of 2029, 1,400 in all.
  @Test func foujuRampsAsItsContractSays() throws {
    // 1,014 units of 1.2 MW at PUE 1.15 are 1,399.3 MW.
    let schedule = try Self.schedule(Plant.gb300(units: 1_014), fastTrack: true)
    #expect(schedule.phases[0].availableMW == 240)
    #expect(schedule.phases[2].availableMW == 700)
    #expect(close(schedule.phases[2].yearsAfterDecision - schedule.phases[0].yearsAfterDecision, 2))
    #expect(schedule.phases.count == 7)
    #expect(schedule.phases[6].gpus == 1_014 * 576)
    // 240 over 1.38 MW a unit is 173.9.
    #expect(schedule.phases[0].scalableUnits == 173)
    #expect(schedule.phases[0].gpus == 173 * 576)
  }

  /// Worked by hand: 4 years to the connection; 3 months and 128 weeks to the transformers; 30 months to the
  /// building; 5 months more.
  @Test func theSlowestStepIsNamed() throws {
    let schedule = try Self.schedule(Plant.gb300(units: 10))
    let calendar = schedule.calendar
    #expect(calendar.endYears(of: .connection) == 4)
    #expect(abs(calendar.endYears(of: .transformers) - 2.703) < 0.001)
    #expect(calendar.buildingYears == 2.5)
    #expect(calendar.firstPowerYears == 4)
    #expect(close(schedule.firstOperationYears, 4 + 5.0 / 12))
    #expect(calendar.criticalPath == [.connection, .commissioning])
    #expect(schedule.fullOperationYears == schedule.firstOperationYears)
    #expect(schedule.sentence.contains("grid connection"))
    #expect(
      try Self.schedule(Plant.gb300(units: 10), years: 1).calendar.criticalPath
        == [.transformers, .commissioning])
    #expect(
      try Self.schedule(Plant.gb300(units: 10), fastTrack: true).calendar.endYears(of: .connection) == 3)
    var assumptions = ScheduleAssumptions()
    assumptions.transformerWeeks.value = 50
    #expect(
      try Self.schedule(Plant.gb300(units: 10), years: 1, assumptions: assumptions).calendar.criticalPath
        == [.permits, .construction, .commissioning])
  }

  @Test func phasesRiseInWholeUnitsToTheWholeDesign() throws {
    var assumptions = ScheduleAssumptions()
    assumptions.firstPhaseMW.value = 3
    assumptions.rampMWPerYear.value = 10
    for gpus in [72, 576, 600, 5_000, 40_000] {
      let design = try Fixture.sizer().sizing(
        forGPUs: gpus, skuID: "gb300-nvl72", conditions: Fixture.mild
      ).design
      let schedule = try Self.schedule(design, assumptions: assumptions)
      let last = try #require(schedule.phases.last)
      #expect(last.gpus == design.gpus)
      #expect(last.scalableUnits == design.scalableUnits)
      #expect(close(last.usedMW, design.gridMW))
      for phase in schedule.phases {
        #expect(phase.usedMW <= phase.availableMW * (1 + 1e-9))
        #expect(phase.gpus == design.gpus || phase.gpus % 576 == 0)
      }
      for (before, after) in zip(schedule.phases, schedule.phases.dropFirst()) {
        #expect(after.gpus >= before.gpus && after.availableMW > before.availableMW)
        #expect(close(after.yearsAfterDecision - before.yearsAfterDecision, 1))
      }
      #expect(schedule.gpus(yearsAfterDecision: 0) == 0)
      #expect(schedule.gpus(yearsAfterDecision: 1_000) == design.gpus)
      #expect(schedule.gpus(yearsAfterDecision: .nan) == 0)
    }
  }

  @Test func aMixedDesignFillsProductAfterProduct() throws {
    var assumptions = ScheduleAssumptions()
    assumptions.firstPhaseMW.value = 5
    assumptions.rampMWPerYear.value = 10
    let design = try Fixture.sizer().design(
      blocks: ClusterDesignTests.mixed + [ClusterBlock(skuID: "gb200-nvl72", scalableUnits: 9)],
      conditions: Fixture.mild)
    let schedule = try Self.schedule(design, assumptions: assumptions)
    #expect(schedule.phases.count > 1)
    #expect(schedule.phases.last?.gpus == design.gpus)
  }

  @Test(arguments: [-1, 20.1, .nan, .infinity, 10_000]) func yearsOutOfRangeAreRefused(years: Double) throws {
    let design = try Plant.gb300(units: 1)
    #expect(throws: SizingError.self) { try Self.schedule(design, years: years) }
  }

  @Test func unknownProductIsRefusedAndDefaultsAreSound() throws {
    let design = try Plant.gb300(units: 1)
    #expect(throws: CatalogueError.self) { try BuildSchedule(design: design, skus: []) }
    #expect(ScheduleAssumptions().findings().isEmpty)
    #expect(BuildStep.allCases.allSatisfy { !$0.phrase.isEmpty })
  }
}
