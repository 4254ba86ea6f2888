// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// Values of a solution of the linear relaxation.
public struct LinearSolution: Sendable, Equatable {
  /// Value of each row's left-hand side.
  public var rowValues: [Double]
  /// Dual value of each row: change of the optimum per unit of its active bound.
  public var rowDuals: [Double]
  /// Value of each column.
  public var columnValues: [Double]
  /// Reduced cost of each column.
  public var reducedCosts: [Double]
}

/// A condition of optimality.
public enum OptimalityCondition: Sendable, CaseIterable {
  /// Row values equal the matrix times the column values.
  case primalEquations
  /// Values lie within bounds.
  case primalBounds
  /// Reduced costs equal costs less the transposed matrix times the row duals.
  case dualEquations
  /// Duals have the sign that goes with the bounds.
  case dualBounds
}

extension Problem {
  /// The basic solution of the last simplex run; nil when it is undefined.
  public func basicSolution() throws -> LinearSolution? {
    let status = try basicStatus()
    let solution = LinearResult.Solution(status: status.status, code: 0)
    guard solution != .undefined else { return nil }
    var values = emptySolution()
    try call("glp_get_col_prim") {
      glpguard_basic_values(
        $0, $1, &values.rowValues, &values.rowDuals, &values.columnValues, &values.reducedCosts)
    }
    try requireFinite(values, "glp_simplex")
    return values
  }

  /// Column values of the basic solution, without the check that they exist; for callers that just saw the
  /// status.
  public func basicColumnValues() throws -> [Double] {
    var values = [Double](repeating: 0, count: columnCount)
    try call("glp_get_col_prim") { glpguard_basic_values($0, $1, nil, nil, &values, nil) }
    return values
  }

  /// The solution of the last interior-point run; nil when it is undefined.
  public func interiorSolution() throws -> LinearSolution? {
    var status = glpguard_solution()
    try call("glp_ipt_status") { glpguard_interior_solution($0, $1, &status) }
    guard LinearResult.Solution(status: status.status, code: 0) != .undefined else { return nil }
    var values = emptySolution()
    try call("glp_ipt_col_prim") {
      glpguard_interior_values(
        $0, $1, &values.rowValues, &values.rowDuals, &values.columnValues, &values.reducedCosts)
    }
    try requireFinite(values, "glp_interior")
    return values
  }

  /// By how much the basic solution violates a condition of optimality: largest absolute and largest relative
  /// error, computed by GLPK from the unscaled data.
  public func error(in condition: OptimalityCondition) throws -> (absolute: Double, relative: Double) {
    let code =
      switch condition {
      case .primalEquations: GLP_KKT_PE
      case .primalBounds: GLP_KKT_PB
      case .dualEquations: GLP_KKT_DE
      case .dualBounds: GLP_KKT_DB
      }
    var absolute = 0.0
    var relative = 0.0
    try call("glp_check_kkt") {
      glpguard_check_conditions($0, $1, GLP_SOL, code, &absolute, &relative)
    }
    return (absolute, relative)
  }

  private func emptySolution() -> LinearSolution {
    let rows = [Double](repeating: 0, count: rowCount)
    let columns = [Double](repeating: 0, count: columnCount)
    return LinearSolution(
      rowValues: rows, rowDuals: rows, columnValues: columns, reducedCosts: columns)
  }

  private func requireFinite(_ values: LinearSolution, _ routine: String) throws {
    for (what, numbers) in [
      ("row values", values.rowValues), ("row duals", values.rowDuals),
      ("column values", values.columnValues), ("reduced costs", values.reducedCosts),
    ] where !numbers.allSatisfy(\.isFinite) {
      throw GLPKError.nonFiniteResult(routine: routine, what: what)
    }
  }
}
