// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// Makes solutions of points whose deciding columns are whole: these are fixed, and a small branch and bound
/// finds the counts. Best projection with pseudo-costs finds them where the other rules of GLPK often find
/// none (measured on 65 sites).
final class Repair {
  let run: SolveRun
  let roles: IntegerRoles
  /// Points that were searched below already, by the columns that were fixed.
  private var tried: Set<[Double]> = []

  init(run: SolveRun, roles: IntegerRoles) {
    self.run = run
    self.roles = roles
  }

  /// Best point with whole deciding columns and counts that may be fractions.
  private(set) var relaxedCounts: (values: [Double], objective: Double)?

  /// Takes a point of the MIP with relaxed counts as the one that neighbourhood searches start from, if it is
  /// better.
  ///
  /// - Returns: Whether it is.
  @discardableResult
  func noteMaster(_ values: [Double]) -> Bool {
    let objective = run.model.objectiveValue(at: values)
    if let relaxedCounts, run.sign * objective >= run.sign * relaxedCounts.objective { return false }
    relaxedCounts = (values, objective)
    return true
  }

  /// Tries to complete a point and offers the result to the run.
  func complete(
    _ values: [Double], from stage: String, in environment: borrowing Environment
  ) throws {
    if run.consider(values, from: stage) { return }
    if roles.stages.count > 1, tried.insert(roles.binary.map { values[$0].rounded() }).inserted {
      let before = run.incumbent?.objective
      let found = try StagedRepair(run: run, roles: roles).complete(values, from: stage, in: environment)
      let objective = run.model.objectiveValue(at: values)
      // What the stages lose may be more than the gap allows; then all counts are sought at once.
      if found, let after = run.incumbent?.objective, after != before,
        run.sign * (after - objective) <= run.options.relativeGap / 4 * after.magnitude
      {
        return
      }
    }
    if try search(fixing: roles.deciding, at: values, from: stage, in: environment) { return }
    // The totals of the point may be out of reach for whole counts.
    guard roles.binary.count < roles.deciding.count else { return }
    _ = try search(fixing: roles.binary, at: values, from: stage, in: environment)
  }

  /// Solves for the continuous columns once more around the whole numbers next to a point.
  ///
  /// - Returns: Objective of the result; nil when no solution has these whole numbers.
  func polish(
    _ values: [Double], from stage: String, in environment: borrowing Environment
  ) throws -> Double? {
    try environment.withProblem { problem in
      var arrays = ProblemArrays(solving: run.model)
      arrays.fix(roles.integer, at: values)
      try problem.load(arrays)
      try problem.scale()
      try problem.buildBasis()
      var parameters = SimplexParameters(method: .dualThenPrimal)
      parameters.deadline = run.deadline
      let result = try problem.simplex(parameters, stop: run.stop)
      guard result.solution == .optimal,
        run.consider(try problem.basicColumnValues(), from: stage)
      else { return nil }
      return result.objective
    }
  }

  /// - Returns: Whether the counts are proven good; a solution found on the way counts in any case.
  private func search(
    fixing columns: [Int], at values: [Double], from stage: String,
    in environment: borrowing Environment
  ) throws -> Bool {
    guard run.interruption == nil, tried.insert(columns.map { values[$0].rounded() }).inserted else {
      return true
    }
    var arrays = ProblemArrays(solving: run.model)
    arrays.fix(columns, at: values)
    return try environment.withProblem { problem in
      try problem.load(arrays)
      var parameters = IntegerParameters()
      parameters.presolve = true
      parameters.mixedIntegerRoundingCuts = true
      parameters.branching = .pseudoCost
      parameters.backtracking = .bestProjection
      parameters.integerTolerance = run.tuning.integerTolerance
      // A quarter of the gap, so that the bound above has the rest.
      parameters.relativeGap = run.options.relativeGap / 4
      parameters.nodeLimit = run.tuning.repairNodes
      parameters.deadline = run.deadline
      let result = try problem.branchAndBound(parameters, stop: run.stop)
      run.count(iterations: result.iterations)
      guard let found = try problem.integerSolution() else { return false }
      if !run.consider(found.columnValues, from: stage) {
        _ = try polish(found.columnValues, from: stage, in: environment)
      }
      return result.termination == .gapReached || result.solution == .optimal
    }
  }
}
