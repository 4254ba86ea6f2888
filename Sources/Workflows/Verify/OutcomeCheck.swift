// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Planning
import PlanningModel
import Reports
import Results
import Scenarios

/// Whether what the solver is said to have found out hangs together: status, termination, gaps, bounds, the
/// record of the search, and what was asked for.
struct OutcomeCheck {
  /// What contradicts something else.
  private(set) var findings: [String] = []

  private let plan: Plan
  private static let imported = "imported"

  /// - Parameters:
  ///   - plan: The plan made again from its decisions.
  ///   - settings: When the scenario lets the search stop.
  ///   - facts: What the manifest says of the run; nil without one.
  init(_ plan: Plan, settings: SolveSettings, facts: ManifestFile?) {
    self.plan = plan
    checkTermination(settings, facts)
    if let facts {
      let asked = facts.options?.gap ?? settings.gap
      if plan.gapAsked != asked {
        report("gap_asked: the plan says \(plan.gapAsked), and \(asked) was asked for")
      }
      checkSearch(facts.search)
    }
    if plan.costEUR == nil {
      checkNoPlan()
    } else {
      for (index, objective) in plan.objectives.enumerated() { check(objective, number: index + 1) }
      checkGap()
    }
  }

  private mutating func report(_ message: String) { findings.append("plan.json: \(message)") }

  // MARK: Why the search ended

  private mutating func checkTermination(_ settings: SolveSettings, _ facts: ManifestFile?) {
    let words = plan.termination
    let isImported = words == Self.imported
    guard isImported || SolveResult.Termination(rawValue: words) != nil else {
      return report("termination: a search cannot end with '\(words)'")
    }
    let ended = SolveResult.Termination(rawValue: words)
    let isProof = ended == .infeasible || ended == .unboundedOrInfeasible
    let isLimit = [.timeLimit, .nodeLimit, .cancelled, .numericalFailure].contains(ended)
    let fits =
      switch plan.status {
      case .optimal: ended == .optimal || isImported
      case .gap: ended == .optimal || isImported || isLimit
      case .limit: isImported || isLimit || plan.objectives.count > 1
      case .infeasible: isProof
      case .unknown: isLimit
      }
    if !fits { report("termination: '\(words)' does not go with the status '\(plan.status.rawValue)'") }
    guard let facts else { return }
    if ended == .timeLimit, facts.options?.timeLimitSeconds == nil, settings.timeLimitSeconds == nil {
      report("termination: '\(words)', and no limit of time was asked for")
    }
    if ended == .nodeLimit, settings.nodeLimit == nil {
      report("termination: '\(words)', and no limit of nodes was asked for")
    }
    if isImported != (facts.solution != nil) {
      report(
        "termination: '\(words)' does not fit: the manifest names \(isImported ? "no" : "a") solution file")
    }
  }

  // MARK: The record of the search

  /// Each objective that was sought ends once in the record, with what the plan says of it.
  private mutating func checkSearch(_ search: SearchTrace?) {
    guard let search else {
      findings.append("manifest.json: search: is missing")
      return
    }
    let ends = search.entries.filter { $0.stage == SearchState.endStage }
    let sought = max(1, plan.objectives.prefix { $0.best != nil || $0.bound != nil }.count)
    // A later objective may have ended without anything.
    guard (sought...plan.objectives.count).contains(ends.count) else {
      findings.append(
        "manifest.json: search: tells the end of \(ends.count) objectives, and the plan of \(sought)")
      return
    }
    for (objective, end) in zip(plan.objectives, ends) {
      let bestFits =
        switch (objective.best, end.best) {
        case (nil, nil): true
        case (let best?, let reported?): (best - reported).magnitude <= 1e-6 * max(1, best.magnitude)
        default: false
        }
      if end.objective != objective.name || end.bound != objective.bound || !bestFits {
        findings.append(
          "manifest.json: search: ends for '\(end.objective)' with best \(Self.text(end.best)) and bound \(Self.text(end.bound)), and "
            + "the plan says of '\(objective.name)' \(Self.text(objective.best)) and \(Self.text(objective.bound))"
        )
      }
    }
  }

  private static func text(_ amount: Double?) -> String { amount.map { "\($0)" } ?? "nothing" }

  // MARK: Without a plan

  private mutating func checkNoPlan() {
    if !plan.placement.sites.isEmpty {
      report("status: '\(plan.status.rawValue)' although sites are selected")
    }
    for objective in plan.objectives {
      if objective.best != nil { report("objectives: a best amount of \(objective.name) without a plan") }
      if objective.bound != nil, plan.status == .infeasible {
        report("objectives: a bound of \(objective.name), and the plan says that there is none")
      }
    }
    if plan.status == .infeasible, plan.explanation == nil {
      report("explanation: is missing, and there is no plan")
    }
  }

  // MARK: With a plan

  /// What bound, best and value of an objective say of each other.
  private mutating func check(_ objective: Plan.ObjectiveOutcome, number: Int) {
    guard let value = objective.value, let best = objective.best else {
      // Later objectives may not have been reached.
      if number == 1 { report("objectives: what was reached of \(objective.name) is missing") }
      return
    }
    let sign = objective.isMaximised ? -1.0 : 1.0
    let last = !plan.objectives.dropFirst(number).contains { $0.best != nil }
    // Exchanging sites that are alike changes the last digits alone; a later objective may give up what is
    // tolerated.
    let room = last ? 1e-9 * max(1, best.magnitude) : (objective.tolerance + 1e-6) * max(1, best.magnitude)
    if sign * (value - best) > room || last && (value - best).magnitude > room {
      report(
        "objectives: the plan comes to \(value) \(objective.unit) of \(objective.name), and \(best) is said to be its best"
      )
    }
    if let bound = objective.bound, sign * (bound - best) > 1e-9 * max(1, best.magnitude) {
      report(
        "objectives: the bound \(bound) \(objective.unit) of \(objective.name) lies \(objective.isMaximised ? "below" : "above") the plan, \(value)"
      )
    }
  }

  /// The status follows from gaps and the gap that was asked for.
  private mutating func checkGap() {
    if plan.explanation != nil { report("explanation: there is a plan, and so nothing to explain") }
    let gap = plan.gap ?? .infinity
    let asked = plan.gapAsked * (1 + 1e-9)
    let isLimited = plan.termination != SolveResult.Termination.optimal.rawValue
    switch plan.status {
    case .optimal where gap > 1e-6: report("status: 'optimal' with a gap of \(gap)")
    case .gap where gap <= 1e-6 && !isLimited: report("status: 'gap' although the figures prove the optimum")
    case .gap where gap > asked:
      report("status: 'gap' with a gap of \(gap), more than the \(plan.gapAsked) asked for")
    case .limit where gap <= asked * (1 - 1e-6) && plan.objectives.count == 1:
      report("status: 'limit' although the gap of \(gap) is within the \(plan.gapAsked) asked for")
    default: break
    }
  }
}
