// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Documents

/// Numbers of the command line. Options that take one are parsed with `.unconditional`, so that `--gap -1` is
/// a number out of range and no missing value. They are written as in Swift or as in a scenario file.
enum NumberOption {
  /// Reads a finite number.
  ///
  /// - Parameters:
  ///   - words: What is allowed, behind "must be a number", for example "above 0".
  ///   - isAllowed: Whether a finite number is.
  static func number(
    _ words: String, _ isAllowed: @escaping @Sendable (Double) -> Bool
  ) -> @Sendable (String) throws -> Double {
    { text in
      guard let value = value(text), value.isFinite, isAllowed(value) else {
        throw fault(text, "a number \(words)", advice: NumberSpelling(text)?.hint)
      }
      return value
    }
  }

  /// Reads a whole number of a range.
  static func whole(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
      guard let value = wholeValue(text), range.contains(value) else {
        throw fault(text, "a whole number" + words(range), advice: wholeAdvice(text))
      }
      return value
    }
  }

  /// Reads any number, for an option whose range the command knows.
  static let anyNumber: @Sendable (String) throws -> Double = { text in
    guard let value = value(text) else { throw fault(text, "a number", advice: NumberSpelling(text)?.hint) }
    return value
  }

  /// Reads any whole number, for an option whose range the command knows.
  static let anyWhole = whole(.min ... .max)

  /// Reads a number above 0.
  static let positive = number("above 0") { $0 > 0 }

  /// Reads how many things are done at the same time.
  static let jobs = whole(1...1_024)

  private static func value(_ text: String) -> Double? {
    if let value = Double(text) { return value }
    switch (try? TOMLValue(value: text))?.content {
    case .integer(let value): return Double(value)
    case .number(let value): return value
    default: return nil
    }
  }

  private static func wholeValue(_ text: String) -> Int? {
    if let value = Int(text) { return value }
    return value(text).flatMap { Int(exactly: $0) }
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    if range.lowerBound == .min { return "" }
    return " from \(range.lowerBound)" + (range.upperBound == .max ? "" : " to \(range.upperBound)")
  }

  /// How a whole number is to be written; nil where the number that was meant is none.
  private static func wholeAdvice(_ text: String) -> String? {
    guard let hint = NumberSpelling(text)?.hint, !hint.contains(".") else { return nil }
    return hint
  }

  private static func fault(_ text: String, _ wanted: String, advice: String?) -> ValidationError {
    // The unit of an option stands in its help.
    let advice = advice?.replacing("; the unit is part of the key", with: ", without a unit")
    return ValidationError("it must be \(wanted)" + (advice.map { "; \($0)" } ?? ""))
  }
}
