// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Quantities

/// Problems whose answers are known by hand or from a book.
enum SmallProblems {
  /// The sample problem of the GLPK reference manual: optimum 2200/3 at (100/3, 200/3, 0), row duals 10/3,
  /// 2/3, 0, reduced cost of the third column -8/3.
  static let manual: ProblemArrays = {
    var arrays = ProblemArrays(direction: .maximize)
    for cost in [10.0, 6, 4] { arrays.addColumn(cost: cost) }
    arrays.addRow([(0, 1), (1, 1), (2, 1)], upper: 100)
    arrays.addRow([(0, 10), (1, 4), (2, 5)], upper: 600)
    arrays.addRow([(0, 2), (1, 2), (2, 6)], upper: 300)
    return arrays
  }()

  /// Knapsack: choose among values 10, 13, 7, 8 with weights 5, 6, 4, 3 at most 10. By hand: items 2 and 3 or
  /// 2 and 4 fit; 13 + 8 = 21 with weight 9 is best. The relaxation is fractional.
  static let knapsack: ProblemArrays = {
    var arrays = ProblemArrays(direction: .maximize)
    for value in [10.0, 13, 7, 8] { arrays.addColumn(upper: 1, cost: value, integer: true) }
    arrays.addRow([(0, 5), (1, 6), (2, 4), (3, 3)], upper: 10)
    return arrays
  }()

  /// A knapsack with `count` items and an equation on even numbers that no integer point satisfies, which
  /// branch and bound can only prove by enumeration: 2 x1 + ... + 2 xn = n for odd n.
  static func parity(_ count: Int) -> ProblemArrays {
    var arrays = ProblemArrays()
    for _ in 0..<count { arrays.addColumn(upper: 1, cost: 1, integer: true) }
    let odd = Double(count % 2 == 1 ? count : count - 1)
    arrays.addRow((0..<count).map { ($0, 2) }, lower: odd, upper: odd)
    return arrays
  }

  /// A random covering problem: choose columns at least cost so that every row is covered; always feasible.
  static func covering(columns: Int, rows: Int, seed: UInt64) -> ProblemArrays {
    var random = SplitMix64(state: seed)
    var arrays = ProblemArrays()
    for _ in 0..<columns {
      arrays.addColumn(upper: 1, cost: Double(random.index(below: 90) + 10), integer: true)
    }
    for _ in 0..<rows {
      var entries: [(column: Int, value: Double)] = []
      for column in 0..<columns where random.index(below: 5) == 0 { entries.append((column, 1)) }
      if entries.isEmpty { entries.append((random.index(below: columns), 1)) }
      arrays.addRow(entries, lower: 1)
    }
    return arrays
  }

  /// A random packing problem: choose columns of greatest value within several capacities; choosing none is
  /// feasible, and the relaxation is fractional.
  static func packing(columns: Int, rows: Int, seed: UInt64) -> ProblemArrays {
    var random = SplitMix64(state: seed)
    var arrays = ProblemArrays(direction: .maximize)
    for _ in 0..<columns {
      arrays.addColumn(upper: 1, cost: Double(random.index(below: 90) + 10), integer: true)
    }
    for _ in 0..<rows {
      let weights = (0..<columns).map { _ in Double(random.index(below: 50) + 1) }
      arrays.addRow(
        weights.enumerated().map { ($0.offset, $0.element) },
        upper: (weights.reduce(0, +) / 3).rounded())
    }
    return arrays
  }

  /// Best objective over all points of a problem with binary columns, by trying them all; nil when none is
  /// feasible.
  static func bruteForce(_ arrays: ProblemArrays) -> Double? {
    let sign = arrays.direction == .minimize ? 1.0 : -1.0
    var best: Double?
    for bits in 0..<(1 << arrays.columnCount) {
      let point = (0..<arrays.columnCount).map { Double(bits >> $0 & 1) }
      let feasible = (0..<arrays.rowCount).allSatisfy { row in
        let activity = (arrays.rowStart[row]..<arrays.rowStart[row + 1]).reduce(0.0) {
          $0 + arrays.coefficient[$1] * point[Int(arrays.columnIndex[$1])]
        }
        return activity >= arrays.rowLower[row] - 1e-9 && activity <= arrays.rowUpper[row] + 1e-9
      }
      guard feasible else { continue }
      let cost = zip(arrays.objective, point).reduce(arrays.objectiveConstant) { $0 + $1.0 * $1.1 }
      if best.map({ sign * cost < sign * $0 }) ?? true { best = cost }
    }
    return best
  }
}
