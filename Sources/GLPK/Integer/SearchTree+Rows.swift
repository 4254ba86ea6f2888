// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

extension SearchTree {
  /// Adds a cut `sum >= bound`: an inequality that every integer point below the current node satisfies. GLPK
  /// may drop it.
  ///
  /// - Throws: ``GLPKError`` outside the event ``Event/cutGeneration`` and with presolve.
  public func addCut(columns: [Int], values: [Double], atLeast bound: Double) throws {
    try addCut(columns, values, GLP_LO, bound)
  }

  /// Adds a cut `sum <= bound`.
  public func addCut(columns: [Int], values: [Double], atMost bound: Double) throws {
    try addCut(columns, values, GLP_UP, bound)
  }

  /// Adds a cut `sum = bound`.
  public func addCut(columns: [Int], values: [Double], equalTo bound: Double) throws {
    try addCut(columns, values, GLP_FX, bound)
  }

  /// Adds a row that belongs to the problem but was left out of it ("lazy" row); the node is solved again.
  ///
  /// - Throws: ``GLPKError`` outside the event ``Event/rowGeneration`` and with presolve.
  public func addRow(columns: [Int], values: [Double], lower: Double, upper: Double) throws {
    let routine = "glp_add_rows"
    try require([.rowGeneration], for: routine)
    let entries = try entries(columns, values, for: routine)
    if let fault = Checks.faultOfBounds(lower, upper) {
      throw GLPKError.invalidArgument(routine: routine, reason: "the row: \(fault)")
    }
    try call(routine) {
      glpguard_tree_add_row(
        $0, $1, Int32(columns.count), entries.numbers, entries.values, lower, upper)
    }
    driver.keepRow(columns, values, lower: lower, upper: upper)
  }

  private func addCut(_ columns: [Int], _ values: [Double], _ type: Int32, _ bound: Double) throws {
    let routine = "glp_ios_add_row"
    try require([.cutGeneration], for: routine)
    let entries = try entries(columns, values, for: routine)
    try Checks.finite(bound, "the bound of the cut", for: routine)
    try call(routine) {
      glpguard_tree_add_cut(
        $0, $1, Int32(columns.count), entries.numbers, entries.values, type, bound)
    }
  }

  private func entries(
    _ columns: [Int], _ values: [Double], for routine: String
  ) throws -> (numbers: [Int32], values: [Double]) {
    guard !isPresolved else {
      throw GLPKError.notAllowedNow(
        routine: routine, reason: "presolve has renumbered the columns; switch it off")
    }
    guard !columns.isEmpty else {
      throw GLPKError.invalidArgument(routine: routine, reason: "there are no entries")
    }
    return try Checks.entries(columns, values, below: columnCount, "column", for: routine)
  }
}
