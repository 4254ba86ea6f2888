// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite("From the decision to the first operation")
struct BuildCalendarTests {
  /// Months that are easy to add up; weeks as months of a twelfth of a year.
  private static func assumptions(
    permits: Double = 12, construction: Double = 18, order: Double = 3, transformers: Double = 24,
    systems: Double = 6, commissioning: Double = 5, remaining: Double = 0.5
  ) -> ScheduleAssumptions {
    var assumptions = ScheduleAssumptions()
    assumptions.permitMonths.value = permits
    assumptions.constructionMonths.value = construction
    assumptions.orderMonths.value = order
    assumptions.transformerWeeks.value = transformers / 12 * 365.25 / 7
    assumptions.systemMonths.value = systems
    assumptions.commissioningMonths.value = commissioning
    assumptions.remainingShare.value = remaining
    return assumptions
  }

  private static func calendar(
    _ stage: ProjectStage, transformers: Bool = false, _ connection: SiteReadiness.Connection,
    _ assumptions: ScheduleAssumptions = Self.assumptions()
  ) -> BuildCalendar {
    BuildCalendar(
      SiteReadiness(stage: stage, hasTransformers: transformers, connection: connection),
      assumptions: assumptions)
  }

  @Test("What exists takes no time: worked by hand in months")
  func stages() {
    let now = SiteReadiness.Connection.dated(years: 0)
    func months(_ calendar: BuildCalendar) -> Double {
      (calendar.firstOperationYears * 12 * 1e6).rounded() / 1e6
    }
    // Permits 12 + construction 18 = 30, transformers 3 + 24 = 27, systems 6; then 5.
    #expect(months(Self.calendar(.idea, now)) == 35)
    // Construction 18, transformers 27.
    #expect(months(Self.calendar(.permitted, now)) == 32)
    #expect(months(Self.calendar(.permitted, transformers: true, now)) == 23)
    // Half of 18 and half of 24: the order is behind.
    #expect(months(Self.calendar(.underConstruction, now)) == 17)
    #expect(months(Self.calendar(.underConstruction, transformers: true, now)) == 14)
    // Systems alone.
    #expect(months(Self.calendar(.inService, now)) == 11)
    #expect(months(Self.calendar(.idea, .requested(years: 4))) == 53)
    #expect(Self.calendar(.inService, now).criticalPath == [.systems, .commissioning])
    #expect(Self.calendar(.idea, now).criticalPath == [.permits, .construction, .commissioning])
    #expect(Self.calendar(.permitted, now).criticalPath == [.transformers, .commissioning])
    #expect(Self.calendar(.idea, .requested(years: 4)).criticalPath == [.connection, .commissioning])
  }

  @Test("A decision must fall as long before the first operation as the steps take that it starts")
  func decision() {
    // The connection comes after 6 years whatever is decided: 30 months of building and 5 of commissioning
    // count.
    let dated = Self.calendar(.idea, .dated(years: 6))
    #expect(close(dated.firstOperationYears, 6 + 5.0 / 12))
    #expect(close(dated.yearsFromDecision, 35.0 / 12))
    let requested = Self.calendar(.idea, .requested(years: 6))
    #expect(close(requested.yearsFromDecision, requested.firstOperationYears))
    #expect(BuildCalendar.done.firstOperationYears == 0)
    #expect(BuildCalendar.done.criticalPath.isEmpty)
  }

  /// The critical path against its definition: a step is on it just where making that step alone shorter
  /// makes the first operation earlier. Durations are primes, so that no two ways take equally long.
  @Test(arguments: ProjectStage.allCases)
  func criticalPath(stage: ProjectStage) {
    let durations: [(BuildStep, WritableKeyPath<ScheduleAssumptions, Quantity>)] = [
      (.permits, \.permitMonths), (.construction, \.constructionMonths), (.transformers, \.transformerWeeks),
      (.systems, \.systemMonths), (.commissioning, \.commissioningMonths),
    ]
    for seed in 0..<40 {
      var assumptions = Self.assumptions(
        permits: Double(2 + seed * 7 % 23), construction: Double(3 + seed * 11 % 31), order: 0,
        transformers: Double(5 + seed * 13 % 47) + 0.31, systems: Double(1 + seed * 17 % 37) + 0.17)
      let years = Double(seed * 5 % 19) / 4 + 0.013
      let first = Self.calendar(stage, .requested(years: years), assumptions)
      for (step, path) in durations {
        let before = assumptions[keyPath: path].value
        assumptions[keyPath: path].value = before - 0.01
        let shorter = Self.calendar(stage, .requested(years: years), assumptions)
        assumptions[keyPath: path].value = before
        #expect(
          (shorter.firstOperationYears < first.firstOperationYears - 1e-9)
            == first.criticalPath.contains(step))
      }
      let sooner = Self.calendar(stage, .requested(years: years - 0.001), assumptions)
      #expect(
        (sooner.firstOperationYears < first.firstOperationYears - 1e-9)
          == first.criticalPath.contains(.connection))
    }
  }

  @Test("A plan's own phases stand in the schedule of its design")
  func planned() {
    let calendar = Self.calendar(.idea, .dated(years: 1))
    let phases = [
      BuildPhase(yearsAfterDecision: 3.1, availableMW: 20, usedMW: 10, scalableUnits: 4, gpus: 2_304),
      BuildPhase(yearsAfterDecision: 4.1, availableMW: 20, usedMW: 15, scalableUnits: 6, gpus: 3_456),
    ]
    let schedule = BuildSchedule(PlannedSchedule(calendar: calendar, phases: phases))
    #expect(schedule.firstOperationYears == 3.1)
    #expect(schedule.fullOperationYears == 4.1)
    #expect(schedule.gpus(yearsAfterDecision: 3.5) == 2_304)
    #expect(schedule.sentence.contains("permits, then construction of the building, then commissioning"))
  }
}
