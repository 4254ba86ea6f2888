// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
package import Optimization

/// Solves models with GLPK.
///
/// Stages, each in its own file: the root relaxation, a dive for a first solution, a search of its
/// neighbourhood, branch and bound with counts that may be fractions and with long neighbourhood rounds in
/// between, and at last branch and bound over everything. `Repair` and `StagedRepair` make the counts whole.
/// Every solution is rounded to whole numbers in integer columns and compared with the model, not with what
/// GLPK says about it, before it counts.
///
/// The run blocks the calling thread, which must not have a GLPK environment open. Runs on different threads
/// may work at the same time.
package struct GLPKSolver: Solver {
  let tuning: Tuning

  /// A solver with the settings that suit siting models.
  package init() { tuning = Tuning() }

  init(tuning: Tuning) { self.tuning = tuning }

  package var name: String { "GLPK \(Self.libraryVersion)" }

  /// Version of the GLPK library, for example `5.0`.
  package static var libraryVersion: String { Library.version }

  package func solve(
    _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws -> SolveResult {
    let begin = ContinuousClock.now
    let deadline = options.timeLimitSeconds.flatMap { seconds in
      // A limit too far off for the clock's arithmetic is none.
      seconds < 1e9 ? begin.advanced(by: .milliseconds(Int64(max(0, seconds) * 1000))) : nil
    }
    // Without a limit there is nothing to be late for.
    guard deadline != nil || options.cancellation != nil else {
      return try solve(model, options, begin, nil, progress, SolveLedger())
    }
    let punctual = PunctualSolve(deadline: deadline, cancellation: options.cancellation)
    return try punctual.result { ledger in
      // Whoever has left wants to hear no more.
      let tell: @Sendable (SolveProgress) -> Void = { state in
        if !ledger.isLeft { progress?(state) }
      }
      return try self.solve(model, options, begin, deadline, progress == nil ? nil : tell, ledger)
    }
  }

  private func solve(
    _ model: Model, _ options: SolveOptions, _ begin: ContinuousClock.Instant,
    _ deadline: ContinuousClock.Instant?, _ progress: (@Sendable (SolveProgress) -> Void)?,
    _ ledger: SolveLedger
  ) throws -> SolveResult {
    func attempt(_ tuning: Tuning) throws -> SolveResult {
      let run = SolveRun(
        model: model, options: options, tuning: tuning, begin: begin, deadline: deadline, ledger: ledger,
        progress: progress)
      // What an attempt before this one has found out still holds.
      run.adopt(ledger.latest)
      try Environment.run(output: { run.log($0) }) { environment in
        try run.solve(in: environment)
      }
      return run.result()
    }
    var plain = tuning
    do {
      return try attempt(plain)
    } catch is GLPKFatalError where plain.coverCuts {
      // A fault of GLPK's cover cuts; without them the same model is solved, only more slowly.
      plain.coverCuts = false
      do {
        return try attempt(plain)
      } catch let error as GLPKFatalError {
        // GLPK gives up on this model whatever it is asked. That is no answer, and no fault of the model
        // either.
        return SolveResult(termination: .numericalFailure, rawStatus: "\(error)", log: ["\(error)"])
      }
    }
  }
}
