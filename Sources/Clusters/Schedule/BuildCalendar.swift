// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// From the decision to build to the first operation, step by step, in years after the decision. The plan and
/// the design of a site both count with it.
///
/// Permits come before construction. Construction, transformers, connection and delivery of the systems run
/// side by side; commissioning begins when all of them are there. What exists at the decision has no step.
package struct BuildCalendar: Sendable, Equatable, Codable {
  /// One step with its time.
  package struct Task: Sendable, Equatable, Codable {
    /// The step.
    package let step: BuildStep
    /// Where it begins, years after the decision.
    package let startYears: Double
    /// Where it ends, years after the decision.
    package let endYears: Double
  }

  /// The steps that are left, in the order of `BuildStep`; none that takes no time.
  package let tasks: [Task]
  /// Whether the date of the connection stays where it is when the decision moves.
  package let connectionIsDated: Bool

  /// The calendar of a site.
  ///
  /// - Parameters:
  ///   - readiness: What is there already, and when the connection comes.
  ///   - assumptions: Durations, without findings.
  package init(_ readiness: SiteReadiness, assumptions: borrowing ScheduleAssumptions) {
    let stage = readiness.stage
    let left = stage == .underConstruction ? assumptions.remainingShare.value : 1
    var tasks: [Task] = []
    func add(_ step: BuildStep, from start: Double = 0, years: Double) -> Double {
      if years > 0 { tasks.append(Task(step: step, startYears: start, endYears: start + years)) }
      return start + max(0, years)
    }
    let permits = add(.permits, years: stage >= .permitted ? 0 : assumptions.permitMonths.value / 12)
    let building = add(
      .construction, from: permits,
      years: stage >= .inService ? 0 : assumptions.constructionMonths.value / 12 * left)
    // Transformers of a building site are ordered already; the same share of their time is left.
    let order = stage >= .underConstruction ? 0 : assumptions.orderMonths.value / 12
    let transformers = add(
      .transformers,
      years: readiness.hasTransformers || stage >= .inService
        ? 0 : order + assumptions.transformerWeeks.value * 7 / 365.25 * left)
    let connectionYears: Double
    switch readiness.connection {
    case .requested(let years):
      connectionYears = years ?? assumptions.connectionYears.value
      connectionIsDated = false
    case .fastTrack:
      connectionYears = assumptions.fastTrackYears.value
      connectionIsDated = false
    case .dated(let years):
      connectionYears = years
      connectionIsDated = true
    }
    let connection = add(.connection, years: connectionYears)
    let systems = add(.systems, years: assumptions.systemMonths.value / 12)
    let ready = max(building, transformers, connection, systems)
    _ = add(.commissioning, from: ready, years: assumptions.commissioningMonths.value / 12)
    self.tasks = tasks
  }

  /// Nothing is left to be done.
  package static let done = BuildCalendar()

  private init() {
    tasks = []
    connectionIsDated = false
  }

  /// End of a step, years after the decision; 0 where it is done already.
  package func endYears(of step: BuildStep) -> Double { tasks.first { $0.step == step }?.endYears ?? 0 }

  /// Connection and transformers are there: the site has power.
  package var firstPowerYears: Double { max(endYears(of: .connection), endYears(of: .transformers)) }

  /// The first building is finished.
  package var buildingYears: Double { max(endYears(of: .construction), endYears(of: .permits)) }

  /// The first systems run.
  package var firstOperationYears: Double { tasks.last?.endYears ?? 0 }

  /// The steps that the first operation waits for, in order of time; shortening another one gains nothing. Of
  /// two that end together the first of `BuildStep` counts.
  package var criticalPath: [BuildStep] {
    guard var task = tasks.last else { return [] }
    var path = [task.step]
    while task.startYears > 0, let before = tasks.first(where: { $0.endYears == task.startYears }) {
      path.append(before.step)
      task = before
    }
    return path.reversed()
  }

  /// Years from a decision to the first operation that it allows, dates of others apart: how much earlier
  /// than an opening the decision has to fall.
  package var yearsFromDecision: Double {
    let ends = tasks.filter { $0.step != .commissioning && !($0.step == .connection && connectionIsDated) }
    let commissioning = tasks.first { $0.step == .commissioning }.map { $0.endYears - $0.startYears } ?? 0
    return (ends.map(\.endYears).max() ?? 0) + commissioning
  }
}
