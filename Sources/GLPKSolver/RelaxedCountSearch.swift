// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// Third stage: branch and bound over the columns that decide, with the counting columns continuous. Its
/// bound holds for the model too, and `Repair` completes every point it finds.
struct RelaxedCountSearch {
  static let stage = "MIP with relaxed counts"
  let run: SolveRun
  let repair: Repair
  let neighbourhoods: NeighbourhoodSearch

  /// Searches until the completed points prove the gap, it is solved, or a limit is reached.
  func search(in environment: borrowing Environment) throws {
    let roles = repair.roles
    guard !roles.counting.isEmpty, !roles.deciding.isEmpty else { return }
    var arrays = ProblemArrays(solving: run.model)
    for column in roles.counting { arrays.isInteger[column] = false }
    let tightened = run.tightenedColumns(of: &arrays)
    let result = try environment.withProblem { problem in
      try problem.load(arrays)
      // GLPK stops it at a third of the gap; the rest is for what whole counts cost.
      return try TreeSearch(stage: Self.stage, run: run).search(
        &problem, relativeGap: run.options.relativeGap / 3,
        integerTolerance: run.tuning.integerTolerance,
        nodeSelected: { try neighbourhoods.betweenNodes($0, in: environment) }
      ) { values in
        repair.noteMaster(values)
        try repair.complete(values, from: Self.stage, in: environment)
      }
    }
    settle(result, tightened: tightened)
    run.endIfSettled()
  }

  /// Ends the run where it says all there is to say; its optimum alone does not.
  private func settle(_ result: IntegerResult, tightened: Int) {
    switch Outcome.termination(of: result) {
    case .infeasible: run.endWithoutPoint(tightened: tightened)
    case .nodeLimit: run.end(run.isGapProven() ? .optimal : .nodeLimit)
    case .timeLimit: run.end(run.isGapProven() ? .optimal : .timeLimit)
    case .cancelled: run.end(run.isGapProven() ? .optimal : .cancelled)
    case .optimal, .unboundedOrInfeasible, .numericalFailure: break
    }
  }
}
