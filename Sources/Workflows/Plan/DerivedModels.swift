// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

extension Model {
  /// The same model with columns that may be fractions: its linear relaxation, with the same rows.
  func relaxed() throws(ModelError) -> Model {
    var result = Model(sense: sense)
    result.objectiveConstant = objectiveConstant
    for column in 0..<columnCount {
      _ = try result.addVariable(
        lower: columnLower[column], upper: columnUpper[column], cost: objective[column])
    }
    for row in 0..<rowCount {
      try result.addConstraint(expression(row), lower: rowLower[row], upper: rowUpper[row])
    }
    return result
  }

  /// The least sum of amounts by which rows must be violated, columns being allowed to be fractions. Where it
  /// is above 0, the relaxation has no point, and the row multipliers of the optimum show why (phase one of
  /// the simplex method).
  func leastViolations() throws(ModelError) -> Model {
    var result = Model()
    for column in 0..<columnCount {
      _ = try result.addVariable(lower: columnLower[column], upper: columnUpper[column])
    }
    for row in 0..<rowCount {
      var sum = expression(row)
      if rowLower[row].isFinite { sum.add(1, try result.addVariable(cost: 1)) }
      if rowUpper[row].isFinite { sum.add(-1, try result.addVariable(cost: 1)) }
      try result.addConstraint(sum, lower: rowLower[row], upper: rowUpper[row])
    }
    return result
  }

  private func expression(_ row: Int) -> LinearExpression {
    var sum = LinearExpression()
    for entry in rowStart[row]..<rowStart[row + 1] {
      sum.add(coefficient[entry], Variable(column: Int(columnIndex[entry])))
    }
    return sum
  }
}
