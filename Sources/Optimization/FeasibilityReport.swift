// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a point is from satisfying a model. Computed from the model's arrays alone, so it checks any
/// solver.
package struct FeasibilityReport: Sendable, Equatable {
  /// One broken condition.
  package struct Violation: Sendable, Equatable {
    /// What is broken.
    package enum Kind: Sendable, Equatable {
      case columnBound(column: Int)
      case integrality(column: Int)
      case row(Int)
      case notFinite(column: Int)
      case wrongLength
    }

    /// What is broken.
    package var kind: Kind
    /// By how much, in the unit of the row or column.
    package var amount: Double
  }

  /// Everything that is broken, columns first, in model order.
  package var violations: [Violation]
  /// Whether nothing is broken.
  package var isFeasible: Bool { violations.isEmpty }

  /// Checks a point against every bound, integrality condition and row.
  ///
  /// - Parameters:
  ///   - values: One value a column.
  ///   - model: The model.
  ///   - tolerance: Allowed violation of a bound or row, relative to max(1, |bound|).
  ///   - integerTolerance: Allowed distance of an integer column from a whole number.
  package init(
    of values: [Double], in model: Model, tolerance: Double = 1e-6, integerTolerance: Double = 1e-6
  ) {
    var found: [Violation] = []
    guard values.count == model.columnCount else {
      violations = [
        Violation(kind: .wrongLength, amount: Double(values.count - model.columnCount))
      ]
      return
    }
    for column in 0..<model.columnCount {
      let value = values[column]
      guard value.isFinite else {
        found.append(Violation(kind: .notFinite(column: column), amount: .infinity))
        continue
      }
      let excess = Self.excess(
        value, model.columnLower[column], model.columnUpper[column], tolerance: tolerance)
      if excess > 0 { found.append(Violation(kind: .columnBound(column: column), amount: excess)) }
      if model.isInteger[column] {
        let distance = (value - value.rounded()).magnitude
        if distance > integerTolerance {
          found.append(Violation(kind: .integrality(column: column), amount: distance))
        }
      }
    }
    if found.contains(where: { $0.amount == .infinity }) {
      violations = found
      return
    }
    for row in 0..<model.rowCount {
      let activity = model.activity(ofRow: row, at: values)
      let excess = Self.excess(
        activity, model.rowLower[row], model.rowUpper[row], tolerance: tolerance)
      if excess > 0 { found.append(Violation(kind: .row(row), amount: excess)) }
    }
    violations = found
  }

  /// Amount by which a value lies outside its bounds, zero when within tolerance.
  private static func excess(
    _ value: Double, _ lower: Double, _ upper: Double, tolerance: Double
  ) -> Double {
    if lower > -.infinity, value < lower - tolerance * max(1, lower.magnitude) { return lower - value }
    if upper < .infinity, value > upper + tolerance * max(1, upper.magnitude) { return value - upper }
    return 0
  }
}
