// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
package import PlanningModel

/// Solves a problem: formulate, solve, decode, and explain where there is no plan.
package struct PlanSearch: Sendable {
  /// What a search found.
  package struct Answer: Sendable {
    /// What was decided; empty without a plan.
    package var placement: Placement
    /// What the solver said, in terms of a plan.
    package var outcome: PlanBuilder.Outcome
    /// Why there is no plan; nil when there is one.
    package var explanation: InfeasibilityExplanation?
    /// The solver's own result for the last objective, for logs and statistics.
    package var result: SolveResult
    /// The formulation of the last objective.
    package var formulation: Formulation
    /// Amount of the last objective in one unit of the result's objective; nil where the plan is not that of
    /// the last objective.
    package var amountPerUnit: Double?
    /// How the search went.
    package var trace: SearchTrace
    /// Rows, columns and matrix entries of the model.
    package var modelSize: (rows: Int, columns: Int, entries: Int)
  }

  /// The solver.
  package var solver: any Solver
  /// When it should stop.
  package var options: SolveOptions
  /// How far the search for relaxations goes where there is no plan.
  package var explaining = ExplanationSettings()

  /// A search with a solver.
  package init(solver: any Solver, options: SolveOptions) {
    self.solver = solver
    self.options = options
  }

  /// Searches for the best plan: one objective after the other, each within what the objectives before it
  /// tolerate.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - formulation: Its formulation, for the first objective.
  ///   - progress: Receives the state of the search, in the unit of the objective that is sought.
  /// - Returns: The best plan found, or why there is none.
  /// - Throws: What the solver throws when it fails itself.
  package func search(
    _ problem: SitingProblem, formulation: Formulation,
    progress: (@Sendable (SearchState) -> Void)? = nil
  ) throws -> Answer {
    let begin = ContinuousClock.now
    let watch = SearchWatch(objectives: problem.objectives, progress: progress)
    var stage = problem
    var current = formulation
    var placement = Placement(sites: [])
    var outcome = PlanBuilder.Outcome(
      status: .unknown, termination: "", objectives: [], gapAsked: options.relativeGap)
    var result: SolveResult
    while true {
      let objective = problem.objectives[outcome.objectives.count]
      watch.begin(objective: outcome.objectives.count)
      // All objectives share the time.
      result = try solve(
        stage, current, options: options.left(since: begin), begin: begin, progress: { watch.take($0) })
      watch.end(with: result)
      let status = status(of: result)
      outcome.termination = result.termination.rawValue
      let found = result.values.map { Placement(values: $0, formulation: current, problem: stage) }
      // A later objective that ends without a plan leaves the plan of the one before it, as good in all
      // objectives before.
      outcome.status = found == nil && !outcome.objectives.isEmpty ? .limit : max(outcome.status, status)
      placement = found ?? placement
      let best = found.map { objective.value(of: $0, in: problem) }
      let sign = objective.isMaximised ? -1.0 : 1.0
      outcome.objectives.append(
        PlanBuilder.Outcome.ObjectiveResult(
          best: best, bound: result.bound.map { sign * $0 * objective.amountPerUnit }))
      guard let best, outcome.objectives.count < problem.objectives.count,
        !(options.cancellation?.isRaised ?? false)
      else { break }
      stage.objectiveLimits.append(ObjectiveLimit(objective, limit: objective.limit(best: best)))
      current = try Formulation(stage)
    }
    placement = TieBreak(problem).applied(to: placement)
    var explanation: InfeasibilityExplanation?
    if outcome.status == .infeasible {
      watch.tell(stage: "why there is no plan")
      var search = try RelaxationSearch(
        problem, solver: solver, options: options, settings: explaining, begin: begin)
      explanation = try search.explanation()
    }
    let model = formulation.model
    return Answer(
      placement: placement, outcome: outcome, explanation: explanation, result: result, formulation: current,
      amountPerUnit: result.values == nil
        ? nil : problem.objectives[outcome.objectives.count - 1].amountPerUnit,
      trace: watch.trace, modelSize: (model.rowCount, model.columnCount, model.entryCount))
  }

  /// Solves one objective; very many sites are sifted first.
  private func solve(
    _ problem: SitingProblem, _ formulation: Formulation, options: SolveOptions,
    begin: ContinuousClock.Instant, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws -> SolveResult {
    if let sifting = SiteSifting(problem, formulation: formulation, solver: solver, options: options),
      let found = try sifting.solve(progress: progress)
    {
      return found
    }
    // Sifting that did not settle the question has taken its part of the time.
    return try solver.solve(
      formulation.model, options: self.options.left(since: begin), progress: progress)
  }

  /// Maps why the solver stopped to what is known about the plan. The objective of a siting model is bounded
  /// below, so a solver that cannot tell infeasible from unbounded means infeasible.
  private func status(of result: SolveResult) -> Plan.Status {
    switch result.termination {
    case .infeasible, .unboundedOrInfeasible: return .infeasible
    case .optimal:
      return (result.relativeGap ?? .infinity) <= 1e-6 ? .optimal : .gap
    case .timeLimit, .nodeLimit, .cancelled, .numericalFailure:
      if result.values == nil { return .unknown }
      return (result.relativeGap ?? .infinity) <= options.relativeGap ? .gap : .limit
    }
  }
}
