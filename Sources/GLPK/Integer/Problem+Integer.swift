// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

extension Problem {
  /// Solves the mixed-integer problem by branch and bound.
  ///
  /// - Parameters:
  ///   - parameters: Settings.
  ///   - stop: Raised from outside to stop the run and keep the best point.
  /// - Throws: ``GLPKError/invalidArgument(routine:reason:)`` when an integer column has a fractional bound.
  public mutating func branchAndBound(
    _ parameters: IntegerParameters = IntegerParameters(), stop: StopRequest? = nil
  ) throws -> IntegerResult {
    try search(parameters, stop, nil)
  }

  /// Solves the mixed-integer problem by branch and bound, with a closure that watches and steers the search.
  ///
  /// - Parameters:
  ///   - parameters: Settings.
  ///   - stop: Raised from outside to stop the run and keep the best point.
  ///   - callback: Called on this thread at the events of ``SearchTree/Event``. It may use other problems of
  ///     the same environment. What it throws ends the search and is thrown here, after GLPK has returned.
  /// - Throws: ``GLPKError/invalidArgument(routine:reason:)`` when an integer column has a fractional bound.
  public mutating func branchAndBound(
    _ parameters: IntegerParameters = IntegerParameters(), stop: StopRequest? = nil,
    callback: (borrowing SearchTree) throws -> Void
  ) throws -> IntegerResult {
    try withoutActuallyEscaping(callback) { try search(parameters, stop, $0) }
  }

  private mutating func search(
    _ parameters: IntegerParameters, _ stop: StopRequest?,
    _ callback: ((borrowing SearchTree) throws -> Void)?
  ) throws -> IntegerResult {
    let routine = "glp_intopt"
    let budget = try TimeBudget(
      seconds: parameters.timeLimitSeconds, deadline: parameters.deadline, routine: routine)
    try requireWholeIntegerBounds(routine)
    var structure = try parameters.structure(milliseconds: budget.remainingMilliseconds)
    let isMaximizing = try direction() == .maximize
    // With presolve the columns of the tree are not those of this problem, and no point can be offered to it.
    let original = callback != nil && !parameters.presolve ? try arrays() : nil
    let driver = SearchDriver(
      scope: scope, problem: handle, budget: budget, stop: stop, nodeLimit: parameters.nodeLimit,
      isMaximizing: isMaximizing, original: original, callback: callback)
    let before = try basicStatus().iterations
    var code: Int32 = 0
    do {
      try call(routine) {
        glpguard_intopt(
          $0, $1, &structure, searchCallback, Unmanaged.passUnretained(driver).toOpaque(), &code)
      }
    } catch {
      // A fatal error of a call inside the callback is reported with the name of that call.
      throw driver.failure ?? error
    }
    if let failure = driver.failure { throw failure }
    try refreshCounts()
    return try integerResult(code: code, driver: driver, parameters: parameters, before: before)
  }

  /// The point of the last run of branch and bound; nil when there is none.
  public func integerSolution() throws -> IntegerSolution? {
    guard IntegerResult.Solution(status: try integerStatus().status).hasPoint else { return nil }
    var rows = [Double](repeating: 0, count: rowCount)
    var columns = [Double](repeating: 0, count: columnCount)
    try call("glp_mip_col_val") { glpguard_integer_values($0, $1, &rows, &columns) }
    guard rows.allSatisfy(\.isFinite), columns.allSatisfy(\.isFinite) else {
      throw GLPKError.nonFiniteResult(routine: "glp_intopt", what: "values")
    }
    return IntegerSolution(rowValues: rows, columnValues: columns)
  }

  private func integerStatus() throws -> glpguard_solution {
    var solution = glpguard_solution()
    try call("glp_mip_status") { glpguard_integer_solution($0, $1, &solution) }
    return solution
  }

  private func integerResult(
    code: Int32, driver: SearchDriver, parameters: IntegerParameters, before: Int32
  ) throws -> IntegerResult {
    let status = try integerStatus()
    let solution = IntegerResult.Solution(status: status.status)
    let objective = solution.hasPoint ? status.objective : nil
    if let objective, !objective.isFinite {
      throw GLPKError.nonFiniteResult(routine: "glp_intopt", what: "an objective")
    }
    var termination = IntegerResult.Termination(code: code)
    if code == GLP_ESTOP, let reason = driver.ended { termination = reason }
    return IntegerResult(
      termination: termination, solution: solution,
      raw: RawStatus(
        code: code, status: status.status, primalStatus: status.status, dualStatus: GLP_UNDEF),
      objective: objective,
      bestBound: driver.finalBound(
        code: code, solution: solution, objective: objective, relativeGap: parameters.relativeGap),
      nodes: driver.nodes, iterations: Int(try basicStatus().iterations &- before))
  }

  private func requireWholeIntegerBounds(_ routine: String) throws {
    let integer = try integerColumns()
    let bounds = try columnBounds()
    for column in 0..<columnCount where integer[column] {
      if let fault = Checks.faultOfIntegerBounds(bounds.lower[column], bounds.upper[column]) {
        throw GLPKError.invalidArgument(routine: routine, reason: "column \(column): \(fault)")
      }
    }
  }
}

/// Passes control from GLPK's callback to the driver.
private let searchCallback: glpguard_callback = { context, tree in
  guard let context, let tree else { return }
  Unmanaged<SearchDriver>.fromOpaque(context).takeUnretainedValue().handle(tree)
}
