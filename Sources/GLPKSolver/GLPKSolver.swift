// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
public import Optimization

/// Solves models with GLPK.
///
/// Stages, each in its own file: the root relaxation, a dive for a first solution, a search of its neighbourhood, branch and
/// bound with counts that may be fractions and with long neighbourhood rounds in between, and at last branch and bound over
/// everything. `Repair` and `StagedRepair` make the counts whole. Every solution is rounded to whole numbers in integer columns and compared with the model, not with what GLPK
/// says about it, before it counts.
///
/// The run blocks the calling thread, which must not have a GLPK environment open. Runs on different threads may work at
/// the same time.
public struct GLPKSolver: Solver {
  let tuning: Tuning

  /// A solver with the settings that suit siting models.
  public init() { tuning = Tuning() }

  init(tuning: Tuning) { self.tuning = tuning }

  public var name: String { "GLPK \(Self.libraryVersion)" }

  /// Version of the GLPK library, for example `5.0`.
  public static var libraryVersion: String { Library.version }

  public func solve(
    _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws -> SolveResult {
    do {
      return try solve(model, options, tuning, progress)
    } catch is GLPKFatalError where tuning.coverCuts {
      // A fault of GLPK's cover cuts; without them the same model is solved, only more slowly.
      var plain = tuning
      plain.coverCuts = false
      return try solve(model, options, plain, progress)
    }
  }

  private func solve(
    _ model: Model, _ options: SolveOptions, _ tuning: Tuning,
    _ progress: (@Sendable (SolveProgress) -> Void)?
  ) throws -> SolveResult {
    let run = SolveRun(model: model, options: options, tuning: tuning, progress: progress)
    try Environment.run(output: { run.log($0) }) { environment in
      try run.solve(in: environment)
    }
    return run.result()
  }
}
