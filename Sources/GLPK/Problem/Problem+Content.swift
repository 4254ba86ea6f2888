// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

extension Problem {
  /// Direction of optimization.
  public func direction() throws -> Direction {
    var size = glpguard_size()
    try call("glp_get_obj_dir") { glpguard_measure($0, $1, &size) }
    return size.direction == GLP_MAX ? .maximize : .minimize
  }

  /// The constant of the objective.
  public func objectiveConstant() throws -> Double {
    var value = 0.0
    try call("glp_get_obj_coef") { glpguard_get_objective($0, $1, 0, 1, &value) }
    return value
  }

  /// Objective coefficient of each column.
  public func objectiveCoefficients() throws -> [Double] {
    var values = [Double](repeating: 0, count: columnCount)
    let count = Int32(columnCount)
    try call("glp_get_obj_coef") { glpguard_get_objective($0, $1, 1, count, &values) }
    return values
  }

  /// Bounds of each column; infinite values for none.
  public func columnBounds() throws -> (lower: [Double], upper: [Double]) {
    var lower = [Double](repeating: 0, count: columnCount)
    var upper = lower
    let count = Int32(columnCount)
    try call("glp_get_col_lb") { glpguard_get_column_bounds($0, $1, 1, count, &lower, &upper) }
    return (lower, upper)
  }

  /// Bounds of each row; infinite values for none.
  public func rowBounds() throws -> (lower: [Double], upper: [Double]) {
    var lower = [Double](repeating: 0, count: rowCount)
    var upper = lower
    let count = Int32(rowCount)
    try call("glp_get_row_lb") { glpguard_get_row_bounds($0, $1, 1, count, &lower, &upper) }
    return (lower, upper)
  }

  /// Whether each column must take a whole number.
  public func integerColumns() throws -> [Bool] {
    var values = [Bool](repeating: false, count: columnCount)
    let count = Int32(columnCount)
    try call("glp_get_col_kind") { glpguard_get_integer($0, $1, 1, count, &values) }
    return values
  }

  /// Entries of a row, in ascending order of column.
  public func row(_ row: Int) throws -> [(column: Int, value: Double)] {
    let number = try Checks.number(row, below: rowCount, "row", for: "glp_get_mat_row")
    var columns = [Int32](repeating: 0, count: columnCount + 1)
    var values = [Double](repeating: 0, count: columnCount + 1)
    var count: Int32 = 0
    try call("glp_get_mat_row") { glpguard_get_row($0, $1, number, &count, &columns, &values) }
    guard count > 0 else { return [] }
    return (1...Int(count)).map { (column: Int(columns[$0]) - 1, value: values[$0]) }
      .sorted { $0.column < $1.column }
  }

  /// Entries of a column, in ascending order of row.
  public func column(_ column: Int) throws -> [(row: Int, value: Double)] {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_get_mat_col")
    var rows = [Int32](repeating: 0, count: rowCount + 1)
    var values = [Double](repeating: 0, count: rowCount + 1)
    var count: Int32 = 0
    try call("glp_get_mat_col") { glpguard_get_column($0, $1, number, &count, &rows, &values) }
    guard count > 0 else { return [] }
    return (1...Int(count)).map { (row: Int(rows[$0]) - 1, value: values[$0]) }
      .sorted { $0.row < $1.row }
  }
}
