// SPDX-License-Identifier: GPL-3.0-or-later

/// Anything that solves a model. The same model and options give the same result, except where a time limit
/// or a cancellation cuts the run short.
package protocol Solver: Sendable {
  /// Name and version, for manifests and reports.
  var name: String { get }

  /// Solves a model.
  ///
  /// - Parameters:
  ///   - model: What to solve.
  ///   - options: When to stop.
  ///   - progress: Called from the solving thread with the state of the search, rarely or never as the solver
  ///     likes. When it is called depends on the course of the search, never on time; a solve begins with a
  ///     state of no nodes and no iterations.
  /// - Returns: Why it stopped and what is known, also for infeasible, unbounded and interrupted runs.
  /// - Throws: When the solver itself fails, never for a property of the model.
  func solve(
    _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws -> SolveResult
}

/// When a solver should stop.
package struct SolveOptions: Sendable {
  /// Stop when |incumbent - bound| <= gap x max(|incumbent|, 1e-9). Zero asks for a full proof.
  package var relativeGap: Double
  /// Wall-clock limit in seconds; nil for none.
  package var timeLimitSeconds: Double?
  /// Limit on explored nodes; nil for none. Deterministic, unlike time.
  package var nodeLimit: Int?
  /// Threads that may work at the same time; never changes the result.
  package var threads: Int
  /// Whether to stop after the linear relaxation, for a bound alone; the run then ends at the node limit
  /// unless the relaxation settles the question.
  package var relaxationOnly = false
  /// Raised from outside to stop the run and keep the best solution found so far.
  package var cancellation: CancellationFlag?

  /// Options with a gap of 1e-4, one thread and no limits.
  package init(
    relativeGap: Double = 1e-4, timeLimitSeconds: Double? = nil, nodeLimit: Int? = nil,
    threads: Int = 1, cancellation: CancellationFlag? = nil
  ) {
    self.relativeGap = relativeGap
    self.timeLimitSeconds = timeLimitSeconds
    self.nodeLimit = nodeLimit
    self.threads = threads
    self.cancellation = cancellation
  }
}

extension SolveOptions {
  /// The options with what is left of the time limit, for solves that share it one after the other.
  package func left(since begin: ContinuousClock.Instant) -> SolveOptions {
    var options = self
    options.timeLimitSeconds = timeLimitSeconds.map { max(0, $0 - begin.duration(to: .now) / .seconds(1)) }
    return options
  }
}

/// State of a running search.
package struct SolveProgress: Sendable, Equatable {
  /// Name of the stage that runs, for example `root relaxation` or `branch and bound`.
  package var stage: String
  /// Best proven bound on the objective; nil before the first relaxation.
  package var bound: Double?
  /// Objective of the best solution; nil while there is none.
  package var incumbent: Double?
  /// Explored nodes.
  package var nodes: Int
  /// Simplex iterations of finished steps.
  package var iterations: Int
  /// Seconds since the start of the solve.
  package var elapsedSeconds: Double

  /// State of a running search.
  package init(
    stage: String, bound: Double?, incumbent: Double?, nodes: Int, iterations: Int = 0, elapsedSeconds: Double
  ) {
    self.stage = stage
    self.bound = bound
    self.incumbent = incumbent
    self.nodes = nodes
    self.iterations = iterations
    self.elapsedSeconds = elapsedSeconds
  }
}
