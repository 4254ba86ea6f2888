// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Numbers as phrases, written as the language of the reader writes them; the roundings are those of
/// `NumberText`.
extension Phrase {
  /// A number rounded to `decimals`.
  package static func grouped(_ value: Double, decimals: Int = 0) -> Phrase {
    Phrase(numeral: NumberText.grouped(value, decimals: decimals))
  }

  /// A whole number.
  package static func grouped(_ value: Int) -> Phrase { Phrase(numeral: NumberText.grouped(value)) }

  /// A number with this many significant digits at most.
  package static func rounded(_ value: Double, digits: Int = 4) -> Phrase {
    Phrase(numeral: NumberText.rounded(value, digits: digits))
  }

  /// The shortest text that reads back as the same number; a dash for what is no number.
  package static func shortest(_ value: Double) -> Phrase {
    Phrase(numeral: NumberText.shortest(value) ?? "-")
  }

  /// A ratio as a percentage.
  package static func percent(_ ratio: Double, decimals: Int = 0) -> Phrase {
    Phrase(numeral: NumberText.percent(ratio, decimals: decimals))
  }

  /// Money in millions of EUR.
  package static func millionEUR(_ valueEUR: Double, decimals: Int = 1) -> Phrase {
    Phrase(numeral: NumberText.millionEUR(valueEUR, decimals: decimals))
  }

  /// A year or another number without groups; a dash where there is none.
  package static func plain(_ number: Int?) -> Phrase { Phrase(verbatim: number.map { "\($0)" } ?? "-") }

  /// A number rounded to `decimals`; a dash where there is none.
  package static func optional(_ value: Double?, decimals: Int = 0) -> Phrase {
    guard let value else { return .none }
    return .grouped(value, decimals: decimals)
  }

  /// What stands where there is nothing.
  package static let none = Phrase(verbatim: "-")
}
