// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK

/// Tighter bounds of integer columns from the reduced costs of the root relaxation: a column at a bound that
/// would push the objective beyond the incumbent by moving far enough need not be allowed to move that far.
/// Cuts off no better solution.
struct ReducedCostTightening {
  /// Objective of the relaxation.
  let objective: Double
  /// Reduced cost of each column.
  let reducedCosts: [Double]
  /// Where each column stands.
  let statuses: [Basis.Status]
  /// +1 when small objectives are good, -1 when large ones are.
  let sign: Double

  /// Tightens the integer columns of a problem.
  ///
  /// - Parameters:
  ///   - arrays: The problem whose relaxation this is, or the same with fewer integer columns.
  ///   - incumbent: Objective of a known solution.
  /// - Returns: Number of columns that were tightened.
  func tighten(_ arrays: inout ProblemArrays, below incumbent: Double) -> Int {
    let room = sign * (incumbent - objective)
    var count = 0
    for column in 0..<arrays.columnCount where arrays.isInteger[column] {
      let cost = sign * reducedCosts[column]
      let lower = arrays.columnLower[column]
      let upper = arrays.columnUpper[column]
      guard lower < upper, cost.magnitude > 1e-9 else { continue }
      // A little more than the exact number of steps, against rounding in the reduced cost.
      let steps = (room / cost.magnitude + 1e-6).rounded(.down)
      guard steps >= 0 else { continue }
      if statuses[column] == .atLower, cost > 0, lower + steps < upper {
        arrays.columnUpper[column] = lower + steps
        count += 1
      } else if statuses[column] == .atUpper, cost < 0, upper - steps > lower {
        arrays.columnLower[column] = upper - steps
        count += 1
      }
    }
    return count
  }
}
