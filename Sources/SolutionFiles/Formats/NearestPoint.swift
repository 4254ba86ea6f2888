// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization

extension SolutionFile {
  /// The values as a point of the model as its writer meant it: solvers hold whole numbers and bounds within
  /// a tolerance only.
  package struct NearestPoint: Sendable, Equatable {
    /// One value a column. Integer columns within the tolerance of a whole number are that number; values
    /// outside a bound by the tolerance or less are the bound.
    package var values: [Double]
    /// The farthest that a value was moved; 0 when none was.
    package var largestMove: Double
    /// Integer columns that are farther from a whole number than the tolerance, and were left as they are, in
    /// ascending order.
    package var fractionalColumns: [Int]
  }

  /// Moves values to the whole numbers and bounds that they miss by a tolerance or less.
  ///
  /// - Parameters:
  ///   - model: The model whose names the file was read with.
  ///   - tolerance: How far a value may be moved; for bounds relative to max(1, |bound|).
  package func nearestPoint(of model: Model, tolerance: Double = 1e-5) -> NearestPoint {
    precondition(model.columnCount == values.count, "the model has other columns than the names had")
    var point = NearestPoint(values: values, largestMove: 0, fractionalColumns: [])
    for column in values.indices {
      var value = values[column]
      if model.isInteger[column] {
        let whole = value.rounded()
        if (value - whole).magnitude <= tolerance {
          value = whole
        } else {
          point.fractionalColumns.append(column)
        }
      }
      let lower = model.columnLower[column]
      let upper = model.columnUpper[column]
      if value < lower, lower - value <= tolerance * max(1, lower.magnitude) { value = lower }
      if value > upper, value - upper <= tolerance * max(1, upper.magnitude) { value = upper }
      point.largestMove = max(point.largestMove, (value - values[column]).magnitude)
      // Zero without a sign, so that equal points are equal texts too.
      point.values[column] = value == 0 ? 0 : value
    }
    return point
  }
}
