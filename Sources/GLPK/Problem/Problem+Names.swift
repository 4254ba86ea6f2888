// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

extension Problem {
  /// Names the problem; an empty name removes the present one. A name has 255 bytes at most and no control
  /// characters.
  public mutating func setName(_ name: String) throws {
    try checkName(name, for: "glp_set_prob_name")
    try call("glp_set_prob_name") { glpguard_set_problem_name($0, $1, name) }
  }

  /// Names the objective; an empty name removes the present one.
  public mutating func setObjectiveName(_ name: String) throws {
    try checkName(name, for: "glp_set_obj_name")
    try call("glp_set_obj_name") { glpguard_set_objective_name($0, $1, name) }
  }

  /// Names a row; an empty name removes the present one.
  public mutating func setRowName(_ row: Int, _ name: String) throws {
    let number = try Checks.number(row, below: rowCount, "row", for: "glp_set_row_name")
    try checkName(name, for: "glp_set_row_name")
    try call("glp_set_row_name") { glpguard_set_row_name($0, $1, number, name) }
  }

  /// Names a column; an empty name removes the present one.
  public mutating func setColumnName(_ column: Int, _ name: String) throws {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_set_col_name")
    try checkName(name, for: "glp_set_col_name")
    try call("glp_set_col_name") { glpguard_set_column_name($0, $1, number, name) }
  }

  /// Name of the problem, nil for none.
  public func name() throws -> String? {
    var name: UnsafePointer<CChar>?
    try call("glp_get_prob_name") { glpguard_get_problem_name($0, $1, &name) }
    return name.map { String(cString: $0) }
  }

  /// Name of the objective, nil for none.
  public func objectiveName() throws -> String? {
    var name: UnsafePointer<CChar>?
    try call("glp_get_obj_name") { glpguard_get_objective_name($0, $1, &name) }
    return name.map { String(cString: $0) }
  }

  /// Name of a row, nil for none.
  public func rowName(_ row: Int) throws -> String? {
    let number = try Checks.number(row, below: rowCount, "row", for: "glp_get_row_name")
    var name: UnsafePointer<CChar>?
    try call("glp_get_row_name") { glpguard_get_row_name($0, $1, number, &name) }
    return name.map { String(cString: $0) }
  }

  /// Name of a column, nil for none.
  public func columnName(_ column: Int) throws -> String? {
    let number = try Checks.number(column, below: columnCount, "column", for: "glp_get_col_name")
    var name: UnsafePointer<CChar>?
    try call("glp_get_col_name") { glpguard_get_column_name($0, $1, number, &name) }
    return name.map { String(cString: $0) }
  }

  private func checkName(_ name: String, for routine: String) throws {
    if let fault = Checks.faultOfName(name) {
      throw GLPKError.invalidArgument(routine: routine, reason: fault)
    }
  }
}
