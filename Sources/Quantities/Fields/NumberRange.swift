// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that a field takes.
package struct NumberRange: Sendable, Equatable {
  /// Lower end.
  package var lowest: Double
  /// Upper end, included.
  package var highest: Double
  /// Whether `lowest` itself is excluded.
  package var isAboveLowest: Bool
  /// Smallest magnitude other than 0. No quantity of a plan is so small; a solver cannot tell it from 0 and
  /// may take the one for the other in the wrong place.
  package var leastMagnitude = 1e-9

  /// Numbers between two ends.
  package init(lowest: Double, highest: Double, isAboveLowest: Bool) {
    self.lowest = lowest
    self.highest = highest
    self.isAboveLowest = isAboveLowest
  }

  /// From 0 to 1, both ends included.
  package static let share = NumberRange(lowest: 0, highest: 1, isAboveLowest: false)
  /// Years in which a plan can have a meaning.
  package static let year = NumberRange(lowest: 2000, highest: 2100, isAboveLowest: false)

  /// Every number that something measured or counted may have.
  package static let any = NumberRange.from(-1e15, to: 1e15)
  /// Every number that a layer may hold, in whatever unit it has: compared with limits, and never part of a
  /// model.
  package static let measured = NumberRange.from(-1e30, to: 1e30).downTo(1e-30)

  /// From zero, included, to a limit beyond which the number is a mistake.
  package static func upTo(_ highest: Double) -> NumberRange {
    NumberRange(lowest: 0, highest: highest, isAboveLowest: false)
  }

  /// Above zero, up to a limit beyond which the number is a mistake.
  package static func positive(upTo highest: Double) -> NumberRange {
    NumberRange(lowest: 0, highest: highest, isAboveLowest: true)
  }

  /// Both ends included.
  package static func from(_ lowest: Double, to highest: Double) -> NumberRange {
    NumberRange(lowest: lowest, highest: highest, isAboveLowest: false)
  }

  /// The same range for numbers that no solver sees, such as limits of measured values in units of their own.
  package func downTo(_ magnitude: Double) -> NumberRange {
    var range = self
    range.leastMagnitude = magnitude
    return range
  }

  /// Whether a number lies in the range; never for NaN.
  package func contains(_ value: Double) -> Bool { isBetweenEnds(value) && !isTooSmall(value) }

  /// Whether a number lies between the ends, however small it is.
  package func isBetweenEnds(_ value: Double) -> Bool {
    value <= highest && (isAboveLowest ? value > lowest : value >= lowest)
  }

  /// Whether a number is not 0 and yet smaller than any that counts.
  package func isTooSmall(_ value: Double) -> Bool { value != 0 && value.magnitude < leastMagnitude }

  /// What to write in place of a number that is too small.
  package func cure(_ value: Double) -> String {
    let least = value < 0 ? "at most -\(leastMagnitude)" : "at least \(leastMagnitude)"
    return isBetweenEnds(0) ? "write 0, or \(least)" : "write \(least)"
  }

  /// The range in words.
  package var words: String {
    let top = NumberText.plain(highest)
    return isAboveLowest
      ? "above \(NumberText.plain(lowest)) and at most \(top)" : "from \(NumberText.plain(lowest)) to \(top)"
  }
}
