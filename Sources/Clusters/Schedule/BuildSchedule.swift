// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// When a site gets power and its systems run, in years after the decision to build.
package struct BuildSchedule: Sendable, Equatable, Codable {
  /// The way to the first operation.
  package let calendar: BuildCalendar
  /// The connection and the ramp give the power of the whole design and all systems run.
  package let fullOperationYears: Double
  /// Phases, the last with every system: as a plan has them, else a year apart. Units run whole; the phases
  /// of a mixed design fill product after product.
  package let phases: [BuildPhase]

  /// The first systems run: as a plan has it, else as soon as they can.
  package var firstOperationYears: Double { phases.first?.yearsAfterDecision ?? calendar.firstOperationYears }

  /// The critical path in plain words.
  package var sentence: String {
    let path = calendar.criticalPath.map(\.phrase)
    let way =
      path.isEmpty ? "nothing has to be waited for" : "critical path: \(path.joined(separator: ", then "))"
    return
      "First systems run \(PlantArithmetic.text(firstOperationYears)) years after the decision, all after "
      + "\(PlantArithmetic.text(fullOperationYears)); \(way)."
  }

  /// GPUs that run a number of years after the decision.
  package func gpus(yearsAfterDecision years: Double) -> Int {
    var gpus = 0
    for phase in phases where phase.yearsAfterDecision <= years { gpus = phase.gpus }
    return gpus
  }

  /// The schedule of a design that is built as fast as the power comes.
  ///
  /// - Parameters:
  ///   - design: The cluster.
  ///   - skus: The products of the design, in any order; others are passed over.
  ///   - readiness: What is there already, and when the connection comes: years from 0 to 20.
  ///   - assumptions: Figures beside them, without findings.
  /// - Throws: `SizingError` for years that are not finite or out of range; `CatalogueError.unknownSKU` for a
  ///   product that `skus` lacks.
  package init(
    design: ClusterDesign, skus: [HardwareSKU], readiness: SiteReadiness = SiteReadiness(),
    assumptions: borrowing ScheduleAssumptions = ScheduleAssumptions()
  ) throws {
    try SizingError.checkGridMW("power at the meter in MW", design.gridMW)
    switch readiness.connection {
    case .requested(let years?), .dated(let years):
      try SizingError.check("years to the grid connection", years, in: 0...20)
    case .requested(nil), .fastTrack: break
    }
    calendar = BuildCalendar(readiness, assumptions: assumptions)
    phases = try Self.phases(
      design: design, skus: skus, from: calendar.firstOperationYears, assumptions)
    fullOperationYears = phases.last?.yearsAfterDecision ?? calendar.firstOperationYears
  }

  /// The schedule of a design that a plan has decided.
  package init(_ planned: PlannedSchedule) {
    calendar = planned.calendar
    phases = planned.phases
    fullOperationYears = planned.phases.last?.yearsAfterDecision ?? planned.calendar.firstOperationYears
  }
}

/// When a plan builds what on a site.
package struct PlannedSchedule: Sendable, Equatable {
  /// The calendar that the plan obeys.
  package var calendar: BuildCalendar
  /// What runs from the end of each of its years on.
  package var phases: [BuildPhase]

  /// When a plan builds what on a site.
  package init(calendar: BuildCalendar, phases: [BuildPhase]) {
    self.calendar = calendar
    self.phases = phases
  }
}
