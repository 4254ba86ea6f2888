// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

extension Problem {
  /// Sets the direction of optimization.
  public mutating func setDirection(_ direction: Direction) throws {
    let code = direction == .minimize ? GLP_MIN : GLP_MAX
    try call("glp_set_obj_dir") { glpguard_set_direction($0, $1, code) }
  }

  /// Sets the constant of the objective.
  public mutating func setObjectiveConstant(_ value: Double) throws {
    try Checks.finite(value, "the objective constant", for: "glp_set_obj_coef")
    try call("glp_set_obj_coef") { glpguard_set_objective($0, $1, 0, 1, [value]) }
  }

  /// Sets the objective coefficient of a column.
  public mutating func setObjective(column: Int, to value: Double) throws {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_set_obj_coef")
    try Checks.finite(
      value, "the objective coefficient of column \(column)", for: "glp_set_obj_coef")
    try call("glp_set_obj_coef") { glpguard_set_objective($0, $1, number, 1, [value]) }
  }

  /// Sets the bounds of a column; infinite values mean none. Equal bounds fix the column.
  public mutating func setColumnBounds(_ column: Int, lower: Double, upper: Double) throws {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_set_col_bnds")
    if let fault = Checks.faultOfBounds(lower, upper) {
      throw GLPKError.invalidArgument(
        routine: "glp_set_col_bnds", reason: "column \(column): \(fault)")
    }
    try call("glp_set_col_bnds") {
      glpguard_set_column_bounds($0, $1, number, 1, [lower], [upper])
    }
  }

  /// Sets the bounds of a row; infinite values mean none. Equal bounds make an equation.
  public mutating func setRowBounds(_ row: Int, lower: Double, upper: Double) throws {
    let number = try Checks.number(row, below: rowCount, "row", for: "glp_set_row_bnds")
    if let fault = Checks.faultOfBounds(lower, upper) {
      throw GLPKError.invalidArgument(routine: "glp_set_row_bnds", reason: "row \(row): \(fault)")
    }
    try call("glp_set_row_bnds") { glpguard_set_row_bounds($0, $1, number, 1, [lower], [upper]) }
  }

  /// Sets whether a column must take a whole number. Bounds stay as they are: GLPK's binary kind, which
  /// resets them to 0 and 1, is never used.
  public mutating func setInteger(column: Int, _ integer: Bool) throws {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_set_col_kind")
    try call("glp_set_col_kind") { glpguard_set_integer($0, $1, number, 1, [integer]) }
  }

  /// Adds columns, fixed at zero and without entries, and gives their indices. Adding none is allowed.
  @discardableResult
  public mutating func addColumns(_ count: Int) throws -> Range<Int> {
    try checkAddition(count, to: columnCount, "columns", for: "glp_add_cols")
    var first = Int32(columnCount + 1)
    if count > 0 { try call("glp_add_cols") { glpguard_add_columns($0, $1, Int32(count), &first) } }
    columnCount += count
    return Int(first) - 1..<Int(first) - 1 + count
  }

  /// Adds rows, without bounds and entries, and gives their indices. Adding none is allowed.
  @discardableResult
  public mutating func addRows(_ count: Int) throws -> Range<Int> {
    try checkAddition(count, to: rowCount, "rows", for: "glp_add_rows")
    var first = Int32(rowCount + 1)
    if count > 0 { try call("glp_add_rows") { glpguard_add_rows($0, $1, Int32(count), &first) } }
    rowCount += count
    return Int(first) - 1..<Int(first) - 1 + count
  }

  /// Deletes columns; those behind them move up.
  public mutating func deleteColumns(_ columns: Set<Int>) throws {
    let numbers = try numbers(of: columns, below: columnCount, "column", for: "glp_del_cols")
    guard !columns.isEmpty else { return }
    try call("glp_del_cols") { glpguard_delete_columns($0, $1, Int32(columns.count), numbers) }
    columnCount -= columns.count
  }

  /// Deletes rows; those behind them move up.
  public mutating func deleteRows(_ rows: Set<Int>) throws {
    let numbers = try numbers(of: rows, below: rowCount, "row", for: "glp_del_rows")
    guard !rows.isEmpty else { return }
    try call("glp_del_rows") { glpguard_delete_rows($0, $1, Int32(rows.count), numbers) }
    rowCount -= rows.count
  }

  /// Replaces the entries of a row.
  public mutating func setRow(_ row: Int, columns: [Int], values: [Double]) throws {
    let number = try Checks.number(row, below: rowCount, "row", for: "glp_set_mat_row")
    let entries = try Checks.entries(
      columns, values, below: columnCount, "column", for: "glp_set_mat_row")
    try call("glp_set_mat_row") {
      glpguard_set_row($0, $1, number, Int32(columns.count), entries.numbers, entries.values)
    }
  }

  /// Replaces the entries of a column.
  public mutating func setColumn(_ column: Int, rows: [Int], values: [Double]) throws {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_set_mat_col")
    let entries = try Checks.entries(rows, values, below: rowCount, "row", for: "glp_set_mat_col")
    try call("glp_set_mat_col") {
      glpguard_set_column($0, $1, number, Int32(rows.count), entries.numbers, entries.values)
    }
  }

  private func checkAddition(
    _ count: Int, to present: Int, _ what: String, for routine: String
  ) throws {
    guard count >= 0, count <= Checks.largestCount - present else {
      throw GLPKError.invalidArgument(
        routine: routine,
        reason: "\(count) \(what) cannot be added to \(present); GLPK allows \(Checks.largestCount)")
    }
  }

  private func numbers(
    of indices: Set<Int>, below count: Int, _ what: String, for routine: String
  ) throws -> [Int32] {
    try [0] + indices.sorted().map { try Checks.number($0, below: count, what, for: routine) }
  }
}
