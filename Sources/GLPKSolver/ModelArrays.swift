// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

extension ProblemArrays {
  /// The arrays of a model to be solved, in the same order: what no point could make felt is left out.
  init(solving model: Model) {
    self.init(model)
    NegligibleEntries.leaveOut(of: &self)
  }

  /// The arrays of a model, in the same order.
  init(_ model: Model) {
    self.init(
      direction: model.sense == .minimize ? .minimize : .maximize,
      objectiveConstant: model.objectiveConstant, columnLower: model.columnLower,
      columnUpper: model.columnUpper, objective: model.objective, isInteger: model.isInteger,
      rowLower: model.rowLower, rowUpper: model.rowUpper, rowStart: model.rowStart,
      columnIndex: model.columnIndex, coefficient: model.coefficient)
  }

  /// Fixes columns at the whole numbers next to a point, within their bounds.
  mutating func fix(_ columns: [Int], at values: [Double]) {
    for column in columns {
      let value = min(max(values[column].rounded(), columnLower[column]), columnUpper[column])
      columnLower[column] = value
      columnUpper[column] = value
    }
  }
}

extension ProblemArrays {
  /// Adds a row that lets only objectives at least as good as one through.
  mutating func limitObjective(to value: Double) {
    // A cost beyond the precision of the largest one counts for nothing, and GLPK's scaling would follow it.
    let least = 1e-15 * (objective.map(\.magnitude).max() ?? 0)
    for column in 0..<columnCount where objective[column].magnitude > least {
      columnIndex.append(Int32(column))
      coefficient.append(objective[column])
    }
    let limit = value - objectiveConstant
    rowLower.append(direction == .minimize ? -.infinity : limit)
    rowUpper.append(direction == .minimize ? limit : .infinity)
    rowStart.append(coefficient.count)
  }
}

extension Model {
  /// The model of a problem, in the same order.
  init(_ arrays: ProblemArrays) throws {
    self.init(sense: arrays.direction == .minimize ? .minimize : .maximize)
    objectiveConstant = arrays.objectiveConstant
    for column in 0..<arrays.columnCount {
      _ = try addVariable(
        lower: arrays.columnLower[column], upper: arrays.columnUpper[column],
        cost: arrays.objective[column], integer: arrays.isInteger[column])
    }
    for row in 0..<arrays.rowCount {
      var sum = LinearExpression()
      for entry in arrays.rowStart[row]..<arrays.rowStart[row + 1] {
        sum.add(arrays.coefficient[entry], Variable(column: Int(arrays.columnIndex[entry])))
      }
      try addConstraint(sum, lower: arrays.rowLower[row], upper: arrays.rowUpper[row])
    }
  }
}
