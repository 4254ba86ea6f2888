// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// Second stage: a first solution. Binary columns are fixed one after another along the relaxation, the
/// largest fractional one first and to one, which opens what the relaxation has half opened; a column whose
/// opening leaves no feasible relaxation is closed instead. `Repair` finds the rest.
struct Dive {
  static let stage = "dive"
  let run: SolveRun
  let repair: Repair

  /// Searches below the solved relaxation, on a copy of it.
  func search(from relaxation: borrowing Problem, in environment: borrowing Environment) throws {
    run.report(Self.stage, nodes: run.nodes)
    let point = try environment.withProblem { problem in
      try problem.copy(from: relaxation)
      return try dive(&problem)
    }
    if let point {
      try repair.complete(try settleTotals(point, in: environment), from: Self.stage, in: environment)
    }
    run.endIfSettled()
  }

  /// Makes the deciding columns that are not binary whole too, with the binary ones held: a small search,
  /// since they are few.
  ///
  /// - Returns: The point with whole deciding columns; the point as it was where there is none within the
  ///   limits.
  private func settleTotals(
    _ values: [Double], in environment: borrowing Environment
  ) throws -> [Double] {
    let roles = repair.roles
    guard roles.deciding.count > roles.binary.count else { return values }
    var arrays = ProblemArrays(solving: run.model)
    arrays.fix(roles.binary, at: values)
    for column in roles.counting { arrays.isInteger[column] = false }
    return try environment.withProblem { problem in
      try problem.load(arrays)
      var parameters = IntegerParameters()
      parameters.presolve = true
      parameters.integerTolerance = run.tuning.integerTolerance
      parameters.relativeGap = run.options.relativeGap / 10
      parameters.nodeLimit = run.tuning.stageNodes
      parameters.deadline = run.deadline
      let result = try problem.branchAndBound(parameters, stop: run.stop)
      run.count(iterations: result.iterations)
      guard let found = try problem.integerSolution() else { return values }
      repair.noteMaster(found.columnValues)
      return found.columnValues
    }
  }

  /// The point at the bottom, nil when there is no way down.
  private func dive(_ problem: inout Problem) throws -> [Double]? {
    var reversals = 0
    guard try reoptimize(&problem) else { return nil }
    while run.interruption == nil {
      let values = try problem.basicColumnValues()
      let fractional = repair.roles.binary.filter {
        (values[$0] - values[$0].rounded()).magnitude > run.tuning.integerTolerance
      }
      guard let column = fractional.max(by: { (values[$0], -$0) < (values[$1], -$1) }) else {
        return values
      }
      try problem.setColumnBounds(column, lower: 1, upper: 1)
      if try reoptimize(&problem) { continue }
      reversals += 1
      guard reversals <= run.tuning.diveReversals else { return nil }
      try problem.setColumnBounds(column, lower: 0, upper: 0)
      guard try reoptimize(&problem) else { return nil }
    }
    return nil
  }

  private func reoptimize(_ problem: inout Problem) throws -> Bool {
    var parameters = SimplexParameters(method: .dualThenPrimal)
    parameters.deadline = run.deadline
    let result = try problem.simplex(
      parameters, stop: run.stop, sliceIterations: run.tuning.sliceIterations)
    run.count(iterations: result.iterations)
    return result.solution == .optimal
  }
}
