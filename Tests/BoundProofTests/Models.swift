// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization
import Quantities

/// Models for tests.
enum Models {
  /// A model from columns (lower, upper, cost) and rows (entries, lower, upper).
  static func model(
    _ sense: Model.Sense = .minimize, constant: Double = 0,
    columns: [(lower: Double, upper: Double, cost: Double)],
    rows: [(entries: [(Int, Double)], lower: Double, upper: Double)], integer: Bool = false
  ) throws -> Model {
    var model = Model(sense: sense)
    model.objectiveConstant = constant
    for column in columns {
      _ = try model.addVariable(
        lower: column.lower, upper: column.upper, cost: column.cost, integer: integer)
    }
    for row in rows {
      var sum = LinearExpression()
      for (column, value) in row.entries { sum.add(value, Variable(column: column)) }
      try model.addConstraint(sum, lower: row.lower, upper: row.upper)
    }
    return model
  }

  /// A random model that a point within its bounds satisfies, with rows of every kind, and columns without an
  /// upper bound that only their cost, or a row, keeps small.
  static func random(seed: UInt64, columns: Int, rows: Int, open: Bool) throws -> Model {
    var random = SplitMix64(state: seed)
    var model = Model(sense: seed % 2 == 0 ? .minimize : .maximize)
    model.objectiveConstant = random.within(-50, 50)
    let sign: Double = model.sense == .minimize ? 1 : -1
    var point: [Double] = []
    for _ in 0..<columns {
      let lower = random.index(below: 3) == 0 ? random.within(-20, 0) : 0
      let isOpen = open && random.index(below: 3) == 0
      let cost = isOpen ? sign * random.within(0, 9) : random.within(-9, 9)
      _ = try model.addVariable(
        lower: lower, upper: isOpen ? .infinity : lower + random.within(1, 30), cost: cost,
        integer: random.index(below: 2) == 0 && !isOpen)
      point.append(model.columnLower[point.count] + random.within(0, 1))
    }
    for _ in 0..<rows {
      var sum = LinearExpression()
      var activity = 0.0
      for column in 0..<columns where random.index(below: 3) == 0 {
        let value = random.within(-5, 9)
        sum.add(value, Variable(column: column))
        activity += value * point[column]
      }
      switch random.index(below: 4) {
      case 0: try model.addConstraint(sum, lower: activity, upper: activity)
      case 1: try model.addConstraint(sum, lower: activity - random.within(0, 3))
      case 2: try model.addConstraint(sum, upper: activity + random.within(0, 3))
      default: try model.addConstraint(sum, lower: activity - 1, upper: activity + random.within(0, 3))
      }
    }
    return model
  }

  /// Optimum of the linear relaxation and dual values of the rows from GLPK; nil when it has no optimum.
  static func relaxation(_ model: Model) throws -> (optimum: Double, duals: [Double], point: [Double])? {
    try Environment.withProblem { problem in
      try problem.load(
        ProblemArrays(
          direction: model.sense == .minimize ? .minimize : .maximize,
          objectiveConstant: model.objectiveConstant, columnLower: model.columnLower,
          columnUpper: model.columnUpper, objective: model.objective, isInteger: model.isInteger,
          rowLower: model.rowLower, rowUpper: model.rowUpper, rowStart: model.rowStart,
          columnIndex: model.columnIndex, coefficient: model.coefficient))
      let result = try problem.simplex(SimplexParameters(method: .primal))
      guard result.solution == .optimal, let optimum = result.objective,
        let solution = try problem.basicSolution()
      else { return nil }
      return (optimum, solution.rowDuals, solution.columnValues)
    }
  }
}

extension SplitMix64 {
  /// A number between two ends.
  mutating func within(_ low: Double, _ high: Double) -> Double { low + (high - low) * fraction() }
}
