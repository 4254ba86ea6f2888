// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum of coefficient times variable, plus a constant. Built in place: `add` is constant time, so a loop
/// over n terms costs n.
package struct LinearExpression: Sendable, Equatable {
  /// Zero-based columns, one for each term, repeats allowed.
  package private(set) var columns: [Int]
  /// Coefficients, one for each term.
  package private(set) var coefficients: [Double]
  /// The constant part.
  package var constant: Double

  /// An expression without terms.
  package init(constant: Double = 0) {
    columns = []
    coefficients = []
    self.constant = constant
  }

  /// Adds a term.
  package mutating func add(_ coefficient: Double, _ variable: Variable) {
    columns.append(variable.column)
    coefficients.append(coefficient)
  }

  /// Adds a multiple of another expression.
  package mutating func add(_ factor: Double = 1, _ other: LinearExpression) {
    columns.append(contentsOf: other.columns)
    coefficients.append(contentsOf: other.coefficients.map { factor * $0 })
    constant += factor * other.constant
  }

  /// The value at a point.
  package func value(at values: [Double]) -> Double {
    var sum = constant
    for (column, coefficient) in zip(columns, coefficients) { sum += coefficient * values[column] }
    return sum
  }

  /// Terms with one entry a column, in ascending order of column.
  func mergedTerms() -> [(column: Int, coefficient: Double)] {
    let order = columns.indices.sorted { (columns[$0], $0) < (columns[$1], $1) }
    var merged: [(column: Int, coefficient: Double)] = []
    merged.reserveCapacity(order.count)
    for index in order {
      if let last = merged.last, last.column == columns[index] {
        merged[merged.count - 1].coefficient += coefficients[index]
      } else {
        merged.append((columns[index], coefficients[index]))
      }
    }
    return merged
  }
}
