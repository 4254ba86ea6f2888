// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

/// What became of an offered point.
public enum OfferVerdict: Sendable, Equatable {
  /// It is the new incumbent.
  case accepted
  /// It is feasible, but no better than the incumbent.
  case notBetter
  /// It is not feasible; the text names the first thing it breaks. GLPK itself would have taken it.
  case infeasible(String)
}

extension SearchTree {
  /// Offers a point as incumbent.
  ///
  /// GLPK checks nothing but integrality, and accepts points far outside all bounds. Here the point is first
  /// compared with every bound, every integer column and every row of the problem as it was when the search
  /// began, and with the rows added since.
  ///
  /// - Parameter values: One value for each column; integer columns within 1e-6 of a whole number are rounded
  ///   to it.
  /// - Throws: ``GLPKError`` outside the event ``Event/heuristic``, with presolve, and for a wrong number of
  ///   values.
  public func offer(_ values: [Double]) throws -> OfferVerdict {
    let routine = "glp_ios_heur_sol"
    try require([.heuristic], for: routine)
    guard let original = driver.original else {
      throw GLPKError.notAllowedNow(
        routine: routine, reason: "presolve has renumbered the columns; switch it off")
    }
    guard values.count == original.columnCount else {
      throw GLPKError.invalidArgument(
        routine: routine,
        reason: "there are \(values.count) values for \(original.columnCount) columns")
    }
    let rounded = PointCheck.rounded(values, original)
    let broken =
      PointCheck.firstViolation(of: rounded, in: original)
      ?? PointCheck.firstRowViolation(of: rounded, in: driver.addedRows)
    if let broken { return .infeasible(broken) }
    var refused: Int32 = 0
    let argument = [0] + rounded
    try call(routine) { glpguard_tree_offer($0, $1, argument, &refused) }
    return refused == 0 ? .accepted : .notBetter
  }
}
