// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// Last stage: branch and bound over all integer columns. It settles what the stages before left open.
struct FullSearch {
  static let stage = "branch and bound"
  /// Relative difference between GLPK's objective and that of the rounded point that counts as rounding.
  private static let soundness = 1e-6
  /// Integer tolerance of the second search.
  private static let strictTolerance = 1e-9
  let run: SolveRun
  let repair: Repair

  /// Searches until the gap is proven or a limit is reached, and settles the run.
  func search(in environment: borrowing Environment) throws {
    if try search(in: environment, integerTolerance: run.tuning.integerTolerance, cuts: true) { return }
    // GLPK calls a value within the tolerance of a whole number integer; a large coefficient can hide a
    // broken row behind that, which a stricter tolerance brings to light. A relaxation that could not be
    // solved may be solved without cuts.
    run.log("\(Self.stage): no answer that stands; searching again, more strictly and without cuts")
    if try search(in: environment, integerTolerance: Self.strictTolerance, cuts: false) { return }
    run.end(.numericalFailure)
  }

  /// - Returns: False when GLPK's answer does not stand and the run is not settled.
  private func search(
    in environment: borrowing Environment, integerTolerance: Double, cuts: Bool
  ) throws -> Bool {
    var arrays = ProblemArrays(solving: run.model)
    let tightened = run.tightenedColumns(of: &arrays)
    return try environment.withProblem { problem in
      try problem.load(arrays)
      let result = try TreeSearch(stage: Self.stage, run: run).search(
        &problem, relativeGap: run.options.relativeGap, integerTolerance: integerTolerance,
        cuts: cuts
      ) { values in
        run.consider(values, from: Self.stage)
      }
      if let found = try problem.integerSolution(), let claimed = result.objective {
        try take(found.columnValues, claimed, in: environment)
      }
      return settle(result, tightened: tightened)
    }
  }

  /// Considers GLPK's point, with its continuous columns solved anew if rounding has upset them.
  private func take(
    _ values: [Double], _ claimed: Double, in environment: borrowing Environment
  ) throws {
    if run.consider(values, from: Self.stage), reaches(claimed) { return }
    _ = try repair.polish(values, from: Self.stage, in: environment)
  }

  /// Whether the incumbent is as good as GLPK says its own is.
  private func reaches(_ claimed: Double) -> Bool {
    guard let incumbent = run.incumbent else { return false }
    let shortfall = run.sign * (incumbent.objective - claimed)
    return shortfall <= Self.soundness * max(1, claimed.magnitude)
  }

  private func settle(_ result: IntegerResult, tightened: Int) -> Bool {
    let reason = Outcome.termination(of: result)
    switch reason {
    case .infeasible:
      run.endWithoutPoint(tightened: tightened)
    case .optimal:
      if run.isGapProven() { run.end(.optimal) }
      guard result.objective.map({ reaches($0) }) ?? false else { return run.termination != nil }
      run.end(.optimal)
    case .numericalFailure:
      if run.isGapProven() { run.end(.optimal) }
      return run.termination != nil
    default:
      run.end(run.isGapProven() ? .optimal : reason)
    }
    return true
  }
}
