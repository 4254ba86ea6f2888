// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

@testable import BoundProof

/// How far a point is from satisfying a model, in exact arithmetic: sums of many large products that cancel
/// are judged rightly.
struct ExactCheck: Sendable, Equatable {
  /// One broken condition.
  struct Violation: Sendable, Equatable {
    /// What is broken: a bound, a row, or the integrality of a column.
    var kind: FeasibilityReport.Violation.Kind
    /// By how much beyond the bound itself, not beyond the tolerance, in the unit of the row or column.
    var amount: ExactNumber
  }

  /// Everything that is broken by more than the tolerance, columns first, in model order.
  let violations: [Violation]
  /// The largest distance beyond a bound or from a whole number, tolerated or not; nil when every condition
  /// holds exactly.
  let largest: Violation?
  /// The objective at the point, constant included.
  let objective: ExactNumber

  /// Whether nothing is broken by more than the tolerance.
  var isFeasible: Bool { violations.isEmpty }
  /// Whether every condition holds without any tolerance.
  var isExact: Bool { largest == nil }

  /// Checks a point.
  ///
  /// - Parameters:
  ///   - point: One value a column.
  ///   - model: The model.
  ///   - tolerance: Allowed violation of a bound or row, relative to max(1, |bound|); 0 for none.
  ///   - integerTolerance: Allowed distance of an integer column from a whole number; 0 for none.
  /// - Throws: ``BoundProofError`` when the values are not one finite number a column, a tolerance is not
  ///   finite, or the model is damaged.
  init(
    of point: [Double], in model: Model, tolerance: Double = 0, integerTolerance: Double = 0
  ) throws(BoundProofError) {
    try BoundProofError.check(point, "column values", count: model.columnCount)
    try BoundProofError.check([tolerance, integerTolerance], "tolerances", count: 2)
    try model.checkInvariants()
    var judge = Judge(tolerance: ExactNumber(finite: tolerance))
    let allowedFraction = ExactNumber(finite: integerTolerance)
    for column in 0..<model.columnCount {
      let value = ExactNumber(finite: point[column])
      judge.see(value, model.columnLower[column], model.columnUpper[column], .columnBound(column: column))
      if model.isInteger[column] {
        judge.see(value.distanceFromWhole, allowed: allowedFraction, .integrality(column: column))
      }
    }
    for row in 0..<model.rowCount {
      var activity = ExactSum()
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        activity.add(model.coefficient[entry], times: point[Int(model.columnIndex[entry])])
      }
      judge.see(activity.value, model.rowLower[row], model.rowUpper[row], .row(row))
    }
    violations = judge.violations
    largest = judge.largest
    var sum = ExactSum()
    sum.add(model.objectiveConstant)
    for column in 0..<model.columnCount { sum.add(model.objective[column], times: point[column]) }
    objective = sum.value
  }

  /// Collects violations.
  private struct Judge {
    let tolerance: ExactNumber
    var violations: [Violation] = []
    var largest: Violation?

    mutating func see(
      _ value: ExactNumber, _ lower: Double, _ upper: Double, _ kind: FeasibilityReport.Violation.Kind
    ) {
      if let side = ExactNumber(lower), value < side { see(side - value, beyond: side, kind) }
      if let side = ExactNumber(upper), value > side { see(value - side, beyond: side, kind) }
    }

    private mutating func see(
      _ amount: ExactNumber, beyond side: ExactNumber, _ kind: FeasibilityReport.Violation.Kind
    ) {
      see(amount, allowed: tolerance * max(ExactNumber(1), side.magnitude), kind)
    }

    mutating func see(
      _ amount: ExactNumber, allowed: ExactNumber, _ kind: FeasibilityReport.Violation.Kind
    ) {
      if amount.isZero { return }
      let violation = Violation(kind: kind, amount: amount)
      if amount > allowed { violations.append(violation) }
      if let largest, largest.amount >= amount { return }
      largest = violation
    }
  }
}
