// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks of arguments that GLPK would end the process for, or compute nonsense with.
enum Checks {
  /// Largest numbers of rows or columns and of matrix entries that GLPK accepts.
  static let largestCount = 100_000_000
  static let largestEntryCount = 500_000_000

  /// A zero-based index as GLPK's number.
  static func number(
    _ index: Int, below count: Int, _ what: String, for routine: String
  ) throws -> Int32 {
    guard index >= 0, index < count else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "there is no \(what) \(index); the problem has \(count)")
    }
    return Int32(index + 1)
  }

  /// What is wrong with a pair of bounds, nil for nothing.
  static func faultOfBounds(_ lower: Double, _ upper: Double) -> String? {
    if lower.isNaN || upper.isNaN { return "a bound is not a number" }
    if lower == .infinity { return "the lower bound is plus infinity" }
    if upper == -.infinity { return "the upper bound is minus infinity" }
    if lower > upper { return "the lower bound \(lower) is above the upper bound \(upper)" }
    return nil
  }

  /// What is wrong with a pair of bounds of an integer column, nil for nothing.
  static func faultOfIntegerBounds(_ lower: Double, _ upper: Double) -> String? {
    for bound in [lower, upper] where bound.isFinite && bound != bound.rounded() {
      return "the bound \(bound) of an integer column is not a whole number"
    }
    return nil
  }

  /// What is wrong with a name, nil for nothing.
  static func faultOfName(_ name: String) -> String? {
    if name.utf8.count > 255 { return "a name has \(name.utf8.count) bytes, the limit is 255" }
    if name.utf8.contains(where: { $0 < 32 || $0 == 127 }) {
      return "a name contains a control character"
    }
    return nil
  }

  /// Checks the entries of one row, column or cut and gives them back with GLPK's numbers and a first element
  /// that GLPK does not read.
  static func entries(
    _ indices: [Int], _ values: [Double], below count: Int, _ what: String, for routine: String
  ) throws -> (numbers: [Int32], values: [Double]) {
    guard indices.count == values.count else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "there are \(indices.count) indices and \(values.count) values")
    }
    var numbers: [Int32] = [0]
    numbers.reserveCapacity(indices.count + 1)
    for (position, index) in indices.enumerated() {
      numbers.append(try number(index, below: count, what, for: routine))
      guard values[position].isFinite else {
        throw GLPKError.invalidArgument(
          routine: routine, reason: "the value at \(what) \(index) is not a finite number")
      }
    }
    let sorted = numbers.sorted()
    for (one, next) in zip(sorted, sorted.dropFirst()) where one == next {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "\(what) \(one - 1) occurs more than once")
    }
    return (numbers, [0] + values)
  }

  /// Refuses a value that is not finite.
  static func finite(_ value: Double, _ what: String, for routine: String) throws {
    guard value.isFinite else {
      throw GLPKError.invalidArgument(routine: routine, reason: "\(what) is not a finite number")
    }
  }

  /// A path that C can take.
  static func path(_ path: String, for routine: String) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "the path is empty or contains a zero byte")
    }
  }

  /// A number of milliseconds that GLPK can take.
  static func milliseconds(_ value: Int, _ name: String, for routine: String) throws -> Int32 {
    guard value >= 0, let number = Int32(exactly: value) else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "\(name) is \(value), it must lie between 0 and \(Int32.max)")
    }
    return number
  }
}
