// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

extension Problem {
  /// Replaces the whole content, in a handful of calls.
  ///
  /// - Throws: ``GLPKError/invalidArgument(routine:reason:)`` naming every fault of the arrays (twenty at
  ///   most).
  public mutating func load(_ arrays: ProblemArrays) throws {
    let faults = arrays.faults()
    guard faults.isEmpty else {
      throw GLPKError.invalidArgument(
        routine: "glp_load_matrix", reason: faults.joined(separator: "; "))
    }
    try erase()
    try setDirection(arrays.direction)
    try setObjectiveConstant(arrays.objectiveConstant)
    let columns = Int32(arrays.columnCount)
    let rows = Int32(arrays.rowCount)
    var first: Int32 = 0
    if columns > 0 {
      try call("glp_add_cols") { glpguard_add_columns($0, $1, columns, &first) }
      try call("glp_set_col_kind") { glpguard_set_integer($0, $1, 1, columns, arrays.isInteger) }
      try call("glp_set_col_bnds") {
        glpguard_set_column_bounds($0, $1, 1, columns, arrays.columnLower, arrays.columnUpper)
      }
      try call("glp_set_obj_coef") { glpguard_set_objective($0, $1, 1, columns, arrays.objective) }
    }
    if rows > 0 {
      try call("glp_add_rows") { glpguard_add_rows($0, $1, rows, &first) }
      try call("glp_set_row_bnds") {
        glpguard_set_row_bounds($0, $1, 1, rows, arrays.rowLower, arrays.rowUpper)
      }
    }
    rowCount = arrays.rowCount
    columnCount = arrays.columnCount
    try loadMatrix(arrays)
  }

  private func loadMatrix(_ arrays: ProblemArrays) throws {
    let count = arrays.coefficient.count
    var rowNumbers = [Int32](repeating: 0, count: count + 1)
    var columnNumbers = [Int32](repeating: 0, count: count + 1)
    var values = [Double](repeating: 0, count: count + 1)
    for row in 0..<arrays.rowCount {
      for entry in arrays.rowStart[row]..<arrays.rowStart[row + 1] {
        rowNumbers[entry + 1] = Int32(row + 1)
        columnNumbers[entry + 1] = arrays.columnIndex[entry] + 1
        values[entry + 1] = arrays.coefficient[entry]
      }
    }
    try call("glp_load_matrix") {
      glpguard_load_matrix($0, $1, Int32(count), rowNumbers, columnNumbers, values)
    }
  }

  /// The whole content as flat arrays; entries of a row in ascending order of column.
  public func arrays() throws -> ProblemArrays {
    var result = ProblemArrays(direction: try direction())
    result.objectiveConstant = try objectiveConstant()
    (result.columnLower, result.columnUpper) = try columnBounds()
    result.objective = try objectiveCoefficients()
    result.isInteger = try integerColumns()
    (result.rowLower, result.rowUpper) = try rowBounds()
    for index in 0..<rowCount {
      let entries = try row(index)
      for entry in entries {
        result.columnIndex.append(Int32(entry.column))
        result.coefficient.append(entry.value)
      }
      result.rowStart.append(result.coefficient.count)
    }
    return result
  }
}
