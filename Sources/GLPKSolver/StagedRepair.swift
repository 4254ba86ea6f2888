// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// Makes a point whose binary columns are whole into a solution, one stage of the other integer columns after
/// the other: those of the stage become whole, those of later stages may still be fractions, and what was
/// found is fixed before the next one. A stage is a small problem where the whole would be a large one; the
/// price is a small loss, a few parts in 100 000 on siting models.
///
/// Which way succeeds depends on the case, so several are tried in turn: forwards and backwards through the
/// stages, with the deciding totals held at the point or free, and at last two stages at a time.
struct StagedRepair {
  /// One way through the stages.
  private struct Way {
    var isBackward: Bool
    var holdsTotals: Bool
    var width: Int
  }

  private static let ways = [
    Way(isBackward: false, holdsTotals: true, width: 1),
    Way(isBackward: true, holdsTotals: true, width: 1),
    Way(isBackward: true, holdsTotals: false, width: 1),
    Way(isBackward: false, holdsTotals: false, width: 1),
    Way(isBackward: false, holdsTotals: false, width: 2),
  ]

  let run: SolveRun
  let roles: IntegerRoles

  /// Tries the ways until one leads to a solution.
  ///
  /// - Returns: Whether one did.
  func complete(
    _ values: [Double], from stage: String, in environment: borrowing Environment
  ) throws -> Bool {
    for way in Self.ways where run.interruption == nil {
      if let found = try follow(way, from: values, in: environment), run.consider(found, from: stage) {
        return true
      }
    }
    return false
  }

  private func follow(
    _ way: Way, from values: [Double], in environment: borrowing Environment
  ) throws -> [Double]? {
    var arrays = ProblemArrays(solving: run.model)
    arrays.fix(roles.binary, at: values)
    let totals = Set(roles.deciding).subtracting(roles.binary)
    if way.holdsTotals { arrays.fix(totals.sorted(), at: values) }
    for column in roles.integer { arrays.isInteger[column] = false }
    let order = way.isBackward ? Array(roles.stages.reversed()) : roles.stages
    var point: [Double]?
    for start in stride(from: 0, to: order.count, by: way.width) {
      guard run.interruption == nil else { return nil }
      let columns = order[start..<min(start + way.width, order.count)].flatMap { $0 }
      for column in columns { arrays.isInteger[column] = true }
      guard let found = try solve(arrays, in: environment) else { return nil }
      arrays.fix(columns, at: found)
      for column in columns { arrays.isInteger[column] = false }
      point = found
    }
    return point
  }

  private func solve(_ arrays: ProblemArrays, in environment: borrowing Environment) throws -> [Double]? {
    try environment.withProblem { problem in
      try problem.load(arrays)
      var parameters = IntegerParameters()
      parameters.presolve = true
      parameters.mixedIntegerRoundingCuts = true
      parameters.backtracking = .bestBound
      parameters.integerTolerance = run.tuning.integerTolerance
      parameters.relativeGap = run.options.relativeGap / 10
      parameters.nodeLimit = run.tuning.stageNodes
      parameters.deadline = run.deadline
      let result = try problem.branchAndBound(parameters, stop: run.stop)
      run.count(iterations: result.iterations)
      return try problem.integerSolution()?.columnValues
    }
  }
}
