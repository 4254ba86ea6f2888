// SPDX-License-Identifier: GPL-3.0-or-later

/// Compares a point with a problem.
enum PointCheck {
  /// Allowed violation of a bound, relative to max(1, |bound|), and distance from a whole number.
  static let tolerance = 1e-6

  /// The point with integer columns rounded where they are close to a whole number.
  static func rounded(_ values: [Double], _ arrays: ProblemArrays) -> [Double] {
    var result = values
    for column in 0..<min(values.count, arrays.columnCount) where arrays.isInteger[column] {
      let whole = values[column].rounded()
      if (values[column] - whole).magnitude <= tolerance { result[column] = whole }
    }
    return result
  }

  /// The first thing a point breaks, nil for nothing.
  static func firstViolation(of values: [Double], in arrays: ProblemArrays) -> String? {
    for column in 0..<arrays.columnCount {
      let value = values[column]
      guard value.isFinite else { return "the value of column \(column) is not a finite number" }
      if arrays.isInteger[column], value != value.rounded() {
        return "the value \(value) of integer column \(column) is not a whole number"
      }
      if outside(value, arrays.columnLower[column], arrays.columnUpper[column]) {
        return "the value \(value) of column \(column) lies outside its bounds "
          + "\(arrays.columnLower[column]) and \(arrays.columnUpper[column])"
      }
    }
    return firstRowViolation(of: values, in: arrays)
  }

  /// The first row a finite point breaks, nil for none.
  static func firstRowViolation(of values: [Double], in arrays: ProblemArrays) -> String? {
    for row in 0..<arrays.rowCount {
      var activity = 0.0
      for entry in arrays.rowStart[row]..<arrays.rowStart[row + 1] {
        activity += arrays.coefficient[entry] * values[Int(arrays.columnIndex[entry])]
      }
      if !activity.isFinite || outside(activity, arrays.rowLower[row], arrays.rowUpper[row]) {
        return "the value \(activity) of row \(row) lies outside its bounds "
          + "\(arrays.rowLower[row]) and \(arrays.rowUpper[row])"
      }
    }
    return nil
  }

  private static func outside(_ value: Double, _ lower: Double, _ upper: Double) -> Bool {
    (lower.isFinite && value < lower - tolerance * max(1, lower.magnitude))
      || (upper.isFinite && value > upper + tolerance * max(1, upper.magnitude))
  }
}
