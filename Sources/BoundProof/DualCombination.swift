// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Rows of a model added up with exact multipliers, and what that leaves of each column: d = c - A^T y.
///
/// For every x within bounds, c x = y (A x) + d x. Each row's activity and each column lies between its
/// bounds, so with the side that makes its product small, sum_r (y_r > 0 ? y_r L_r : y_r U_r) + sum_j (d_j >
/// 0 ? d_j l_j : d_j u_j) is below c x whatever y is (weak duality; Neumaier and Shcherbina, "Safe bounds in
/// linear and mixed-integer linear programming", Mathematical Programming 99, 2004). All of it is held
/// exactly, so that nothing has to be said about rounding.
struct DualCombination {
  let model: Model
  /// One a row, in the direction of a minimization.
  private(set) var multipliers: [ExactNumber]
  /// One a column, in the direction of a minimization.
  private(set) var reducedCosts: [ExactSum]
  /// c, one a column, in the direction of a minimization.
  let costs: [Double]
  /// Number of rows whose multiplier asked for a side the row does not have, and became 0.
  private(set) var droppedMultipliers = 0

  /// Combines the rows. A multiplier that asks for a side the row does not have becomes 0.
  ///
  /// - Parameters:
  ///   - model: A model whose invariants were checked.
  ///   - rowMultipliers: One finite number a row.
  ///   - sign: -1 where the multipliers and the objective are those of a maximization.
  ///   - withObjective: Whether c is the model's objective; otherwise it is 0.
  init(_ model: Model, rowMultipliers: [Double], sign: Double, withObjective: Bool) {
    self.model = model
    multipliers = [ExactNumber](repeating: .zero, count: model.rowCount)
    reducedCosts = [ExactSum](repeating: ExactSum(), count: model.columnCount)
    costs = model.objective.map { withObjective ? sign * $0 : 0 }
    for column in 0..<model.columnCount { reducedCosts[column].add(costs[column]) }
    for row in 0..<model.rowCount {
      let multiplier = sign * rowMultipliers[row]
      if multiplier == 0 { continue }
      guard (multiplier > 0 ? model.rowLower[row] : model.rowUpper[row]).isFinite else {
        droppedMultipliers += 1
        continue
      }
      multipliers[row] = ExactNumber(finite: multiplier)
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        reducedCosts[Int(model.columnIndex[entry])].add(-multiplier, times: model.coefficient[entry])
      }
    }
  }

  /// Shrinks all multipliers to (1 - 2^exponent) of what they are, which draws the reduced costs towards the
  /// costs c.
  mutating func shrink(exponent: Int) {
    let part = ExactNumber.powerOfTwo(exponent)
    let rest = ExactNumber(1) - part
    for row in 0..<model.rowCount where !multipliers[row].isZero {
      multipliers[row] = multipliers[row] * rest
    }
    for column in 0..<model.columnCount {
      var sum = ExactSum()
      sum.add(reducedCosts[column].value * rest)
      sum.add(part, times: costs[column])
      reducedCosts[column] = sum
    }
  }

  /// Columns that need a bound they do not have, in ascending order.
  func blockedColumns(_ bounds: ColumnBounds) -> [Int] {
    (0..<model.columnCount).filter { column in
      if bounds.lower[column].isFinite, bounds.upper[column].isFinite { return false }
      switch reducedCosts[column].value.signum {
      case 1: return !bounds.lower[column].isFinite
      case -1: return !bounds.upper[column].isFinite
      default: return false
      }
    }
  }

  /// The bound without the constant of the objective; no column may be blocked.
  func total(_ bounds: ColumnBounds) -> ExactNumber {
    var sum = ExactSum()
    for row in 0..<model.rowCount {
      let multiplier = multipliers[row]
      switch multiplier.signum {
      case 1: sum.add(multiplier, times: model.rowLower[row])
      case -1: sum.add(multiplier, times: model.rowUpper[row])
      default: break
      }
    }
    for column in 0..<model.columnCount {
      let cost = reducedCosts[column].value
      switch cost.signum {
      case 1: sum.add(cost, times: bounds.lower[column])
      case -1: sum.add(cost, times: bounds.upper[column])
      default: break
      }
    }
    return sum.value
  }
}
