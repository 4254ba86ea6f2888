// SPDX-License-Identifier: GPL-3.0-or-later

/// What a solver found: why it stopped, what kind of solution there is, and what the solver itself said.
/// Three separate answers, because a time limit with a good plan is no failure and a time limit without one
/// is no plan.
package struct SolveResult: Sendable, Equatable, Codable {
  /// Why the solver stopped.
  package enum Termination: String, Sendable, Codable {
    /// The gap asked for was proven.
    case optimal
    /// No point satisfies all rows and bounds.
    case infeasible
    /// The objective has no finite optimum, or the solver could not tell that from infeasible.
    case unboundedOrInfeasible
    /// The time limit was reached.
    case timeLimit
    /// The node limit was reached.
    case nodeLimit
    /// The run was cancelled from outside.
    case cancelled
    /// The solver met numerical trouble it could not resolve.
    case numericalFailure
  }

  /// Why the solver stopped.
  package var termination: Termination
  /// The best solution found, checked against every row, bound and integrality; nil when there is none.
  package var values: [Double]?
  /// Objective of `values`, recomputed from the model; nil when there is none.
  package var objective: Double?
  /// Best proven bound on the optimum; nil when none is known.
  package var bound: Double?
  /// Row multipliers of the root relaxation, one a row, from which anybody can prove a bound without a
  /// solver; nil when it was not solved to its end.
  package var rootMultipliers: [Double]?
  /// Explored nodes.
  package var nodes: Int
  /// Simplex iterations, where the solver counts them.
  package var iterations: Int
  /// Raw return code and status of the solver, for a bug report.
  package var rawStatus: String
  /// Solver's own messages, for `--verbose`.
  package var log: [String]

  /// A result.
  package init(
    termination: Termination, values: [Double]? = nil, objective: Double? = nil, bound: Double? = nil,
    rootMultipliers: [Double]? = nil,
    nodes: Int = 0, iterations: Int = 0, rawStatus: String = "", log: [String] = []
  ) {
    self.termination = termination
    self.values = values
    self.objective = objective
    self.bound = bound
    self.rootMultipliers = rootMultipliers
    self.nodes = nodes
    self.iterations = iterations
    self.rawStatus = rawStatus
    self.log = log
  }

  /// |objective - bound| / max(|objective|, 1e-9); nil without both.
  package var relativeGap: Double? {
    guard let objective, let bound else { return nil }
    return (objective - bound).magnitude / max(objective.magnitude, 1e-9)
  }
}
