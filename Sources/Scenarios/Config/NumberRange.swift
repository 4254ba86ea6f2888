// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that a key takes.
struct NumberRange: Sendable, Equatable {
  var lowest: Double
  var highest: Double
  /// Whether `lowest` itself is excluded.
  var isAboveLowest: Bool

  /// From 0 to 1, both ends included.
  static let share = NumberRange(lowest: 0, highest: 1, isAboveLowest: false)
  /// Years in which a plan can have a meaning.
  static let year = NumberRange(lowest: 2000, highest: 2100, isAboveLowest: false)

  /// From zero, included, to a limit beyond which the number is a mistake.
  static func upTo(_ highest: Double) -> NumberRange {
    NumberRange(lowest: 0, highest: highest, isAboveLowest: false)
  }

  /// Above zero, up to a limit beyond which the number is a mistake.
  static func positive(upTo highest: Double) -> NumberRange {
    NumberRange(lowest: 0, highest: highest, isAboveLowest: true)
  }

  /// Both ends included.
  static func from(_ lowest: Double, to highest: Double) -> NumberRange {
    NumberRange(lowest: lowest, highest: highest, isAboveLowest: false)
  }

  /// Whether a number lies in the range; never for NaN.
  func contains(_ value: Double) -> Bool {
    value <= highest && (isAboveLowest ? value > lowest : value >= lowest)
  }

  /// The range in words.
  var words: String {
    let top = Self.text(highest)
    return isAboveLowest
      ? "above \(Self.text(lowest)) and at most \(top)" : "from \(Self.text(lowest)) to \(top)"
  }

  /// A number without a decimal point where it is whole.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15, value == value.rounded() else { return value.description }
    return String(Int(value))
  }
}
