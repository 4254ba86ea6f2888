// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// One attribute of one site: a number or a text with what it rests on, or missing with a reason. Absence is
/// a state of its own and never becomes zero on the way.
package struct SiteValue: Sendable, Equatable, Codable {
  /// What is known.
  package enum Content: Sendable, Equatable, Codable {
    /// A finite number, in the unit of its column.
    case number(Double)
    /// A text.
    case text(String)
    /// Nothing, and why.
    case missing(reason: String)
  }

  /// What is known.
  package var content: Content
  /// What the value rests on; nil for a missing value.
  package var basis: Basis?
  /// Source or rule, in words.
  package var source: String
  /// Lower end of the band of an estimate, in the unit of the column; nil where none is stated.
  package var low: Double?
  /// Upper end of the band of an estimate, in the unit of the column; nil where none is stated.
  package var high: Double?
  /// Whether a rule of the house filled it because nothing was known; false for what a source or the planner
  /// states.
  package var isFilled = false
  /// Whether a number is only known not to be exceeded: a distance measured to a layer that need not hold
  /// what lies nearest.
  package var isUpperBound = false

  /// A value with what it rests on.
  package init(
    _ content: Content, basis: Basis?, source: String, low: Double? = nil, high: Double? = nil
  ) {
    self.content = content
    self.basis = basis
    self.source = source
    self.low = low
    self.high = high
  }

  /// A missing value.
  package static func missing(_ reason: String) -> SiteValue {
    SiteValue(.missing(reason: reason), basis: nil, source: "")
  }

  /// The number, when it is one.
  package var number: Double? {
    if case .number(let value) = content { value } else { nil }
  }

  /// The text, when it is one.
  package var text: String? {
    if case .text(let value) = content { value } else { nil }
  }

  /// Whether nothing is known.
  package var isMissing: Bool {
    if case .missing = content { true } else { false }
  }
}
