// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

extension SearchTree {
  private static let solved: [Event] = [
    .rowGeneration, .newIncumbent, .heuristic, .cutGeneration, .branching,
  ]

  /// Column values of the current node's relaxation.
  public func relaxationValues() throws -> [Double] {
    try require(Self.solved, for: "glp_get_col_prim")
    let problem = try problem()
    var values = [Double](repeating: 0, count: columnCount)
    try driver.scope.call("glp_get_col_prim") {
      glpguard_basic_values($0, problem, nil, nil, &values, nil)
    }
    return values
  }

  /// Reduced costs of the current node's relaxation.
  public func reducedCosts() throws -> [Double] {
    try require(Self.solved, for: "glp_get_col_dual")
    let problem = try problem()
    var values = [Double](repeating: 0, count: columnCount)
    try driver.scope.call("glp_get_col_dual") {
      glpguard_basic_values($0, problem, nil, nil, nil, &values)
    }
    return values
  }

  /// Objective of the current node's relaxation.
  public func relaxationObjective() throws -> Double {
    try require(Self.solved, for: "glp_get_obj_val")
    let problem = try problem()
    var solution = glpguard_solution()
    try driver.scope.call("glp_get_obj_val") { glpguard_basic_solution($0, problem, &solution) }
    return solution.objective
  }

  /// Objective coefficients of the columns.
  public func objectiveCoefficients() throws -> [Double] {
    let problem = try problem()
    let count = Int32(columnCount)
    var values = [Double](repeating: 0, count: columnCount)
    try driver.scope.call("glp_get_obj_coef") {
      glpguard_get_objective($0, problem, 1, count, &values)
    }
    return values
  }

  /// Bounds of the columns at the current node.
  public func columnBounds() throws -> (lower: [Double], upper: [Double]) {
    let problem = try problem()
    let count = Int32(columnCount)
    var lower = [Double](repeating: 0, count: columnCount)
    var upper = lower
    try driver.scope.call("glp_get_col_lb") {
      glpguard_get_column_bounds($0, problem, 1, count, &lower, &upper)
    }
    return (lower, upper)
  }

  /// Whether each column must take a whole number.
  public func integerColumns() throws -> [Bool] {
    let problem = try problem()
    let count = Int32(columnCount)
    var values = [Bool](repeating: false, count: columnCount)
    try driver.scope.call("glp_get_col_kind") {
      glpguard_get_integer($0, problem, 1, count, &values)
    }
    return values
  }

  /// The best integer point in the columns of the problem that is being solved, with presolve too; nil while
  /// there is none.
  public func incumbentValues() throws -> [Double]? {
    guard incumbent != nil else { return nil }
    let original = driver.problem
    var size = glpguard_size()
    try driver.scope.call("glp_get_num_cols") { glpguard_measure($0, original, &size) }
    var values = [Double](repeating: 0, count: Int(size.columns))
    try driver.scope.call("glp_mip_col_val") { glpguard_integer_values($0, original, nil, &values) }
    return values
  }

  private func problem() throws -> OpaquePointer {
    var problem: OpaquePointer?
    try call("glp_ios_get_prob") { glpguard_tree_problem($0, $1, &problem) }
    guard let problem else {
      throw GLPKError.notAllowedNow(routine: "glp_ios_get_prob", reason: "the search has no problem")
    }
    return problem
  }
}
