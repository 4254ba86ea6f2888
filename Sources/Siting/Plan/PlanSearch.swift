// SPDX-License-Identifier: GPL-3.0-or-later

public import Optimization

/// Solves a problem: formulate, solve, decode, and explain where there is no plan.
public struct PlanSearch: Sendable {
  /// What a search found.
  public struct Answer: Sendable {
    /// What was decided; empty without a plan.
    public var placement: Placement
    /// What the solver said, in terms of a plan.
    public var outcome: PlanBuilder.Outcome
    /// Why there is no plan; nil when there is one.
    public var explanation: InfeasibilityExplanation?
    /// The solver's own result, for logs and statistics.
    public var result: SolveResult
    /// Rows, columns and matrix entries of the model.
    public var modelSize: (rows: Int, columns: Int, entries: Int)
  }

  /// The solver.
  public var solver: any Solver
  /// When it should stop.
  public var options: SolveOptions

  /// A search with a solver.
  public init(solver: any Solver, options: SolveOptions) {
    self.solver = solver
    self.options = options
  }

  /// Searches for the cheapest plan.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - formulation: Its formulation.
  ///   - progress: Receives the state of the search; money in MEUR.
  /// - Returns: The best plan found, or why there is none.
  /// - Throws: What the solver throws when it fails itself.
  public func search(
    _ problem: SitingProblem, formulation: Formulation,
    progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws -> Answer {
    let result = try solver.solve(formulation.model, options: options, progress: progress)
    let placement =
      result.values.map { Placement(values: $0, formulation: formulation, problem: problem) }
      ?? Placement(sites: [])
    let outcome = PlanBuilder.Outcome(
      status: status(of: result),
      termination: result.termination.rawValue,
      boundEUR: result.bound.map { $0 * Formulation.eurPerUnit },
      gapAsked: options.relativeGap)
    var explanation: InfeasibilityExplanation?
    if outcome.status == .infeasible {
      var limits = options
      limits.relativeGap = 0.01
      // One solve for all rules and one for each family share the time of one search. The node limit, which comes first but on
      // slow machines, keeps the explanation the same everywhere.
      limits.nodeLimit = 150
      limits.timeLimitSeconds = options.timeLimitSeconds.map { $0 / 12 }
      explanation = try InfeasibilityExplanation(of: problem, solver: solver, options: limits)
    }
    let model = formulation.model
    return Answer(
      placement: placement, outcome: outcome, explanation: explanation, result: result,
      modelSize: (model.rowCount, model.columnCount, model.entryCount))
  }

  /// Maps why the solver stopped to what is known about the plan. The objective of a siting model is bounded below, so a
  /// solver that cannot tell infeasible from unbounded means infeasible.
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
