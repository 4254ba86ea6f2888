// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// Which of the two branches is explored first.
public enum Branch: Sendable, CaseIterable {
  /// The backtracking rule decides.
  case undecided
  /// The branch with the value rounded down.
  case down
  /// The branch with the value rounded up.
  case up
}

extension SearchTree {
  /// Whether each column is an integer column with a fractional value at the current node.
  public func fractionalColumns() throws -> [Bool] {
    try require(
      [.newIncumbent, .heuristic, .cutGeneration, .branching], for: "glp_ios_can_branch")
    var fractional = [Bool](repeating: false, count: columnCount)
    try call("glp_ios_can_branch") { glpguard_tree_fractional($0, $1, &fractional) }
    return fractional
  }

  /// Chooses the column to branch on.
  ///
  /// - Parameters:
  ///   - column: A fractional column.
  ///   - first: The branch to explore first.
  /// - Throws: ``GLPKError`` outside the event ``Event/branching``, for a column that is not fractional, and
  ///   for a second choice.
  public func branch(on column: Int, first: Branch = .undecided) throws {
    let routine = "glp_ios_branch_upon"
    try require([.branching], for: routine)
    let number = try Checks.number(column, below: columnCount, "column", for: routine)
    guard try fractionalColumns()[column] else {
      throw GLPKError.invalidArgument(routine: routine, reason: "column \(column) is not fractional")
    }
    try driver.chooseOnce(routine)
    let direction =
      switch first {
      case .undecided: GLP_NO_BRNCH
      case .down: GLP_DN_BRNCH
      case .up: GLP_UP_BRNCH
      }
    try call(routine) { glpguard_tree_branch($0, $1, number, direction) }
  }
}
