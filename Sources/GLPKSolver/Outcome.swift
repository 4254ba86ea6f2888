// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// What GLPK's return codes and statuses mean for a solve.
enum Outcome {
  /// Why a branch and bound stopped, in the words of `SolveResult`. A limit says nothing about the point, and
  /// a point nothing about the reason: both are looked at apart.
  static func termination(of result: IntegerResult) -> SolveResult.Termination {
    switch result.termination {
    case .finished: result.solution == .noFeasible ? .infeasible : .optimal
    // The callback ends a search for one reason only: the gap is proven.
    case .gapReached, .endedByCallback: .optimal
    case .timeLimit: .timeLimit
    case .nodeLimit: .nodeLimit
    case .stopped: .cancelled
    case .noPrimalFeasible: .infeasible
    case .noDualFeasible: .unboundedOrInfeasible
    case .relaxationMissing, .invalidBounds, .failed: .numericalFailure
    }
  }
}

extension SolveRun {
  /// Tightens integer columns by the root's reduced costs, if there is an incumbent.
  ///
  /// - Returns: Number of columns that were tightened.
  func tightenedColumns(of arrays: inout ProblemArrays) -> Int {
    guard let incumbent, let tightening else { return 0 }
    return tightening.tighten(&arrays, below: incumbent.objective)
  }

  /// Ends the run after a search that found the problem infeasible. With an incumbent that means that nothing
  /// is better, as long as bounds were tightened to what is better; otherwise GLPK contradicts a checked
  /// solution.
  func endWithoutPoint(tightened: Int) {
    guard let incumbent else { return end(.infeasible) }
    guard tightened > 0 else { return end(isGapProven() ? .optimal : .numericalFailure) }
    improveBound(incumbent.objective)
    end(.optimal)
  }
}
