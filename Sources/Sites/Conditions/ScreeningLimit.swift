// SPDX-License-Identifier: GPL-3.0-or-later

/// What the value of an attribute must meet; everything that is stated must hold. Numbers are in the unit of
/// the attribute, ends included.
package struct ScreeningLimit: Sendable, Equatable, Codable {
  /// A value to compare with.
  package enum Value: Sendable, Hashable, Codable {
    /// A number, equal to another one only if it is the same.
    case number(Double)
    /// A text, equal to another one only letter by letter.
    case text(String)
  }

  /// Smallest number that passes; nil for none.
  package var min: Double?
  /// Largest number that passes; nil for none.
  package var max: Double?
  /// The only value that passes; nil for none.
  package var equals: Value?
  /// The values that pass; empty where none are stated.
  package var oneOf: [Value]
  /// The values that do not pass; empty where none are stated.
  package var notOneOf: [Value]

  /// What the value of an attribute must meet.
  package init(
    min: Double? = nil, max: Double? = nil, equals: Value? = nil, oneOf: [Value] = [], notOneOf: [Value] = []
  ) {
    self.min = min
    self.max = max
    self.equals = equals
    self.oneOf = oneOf
    self.notOneOf = notOneOf
  }

  /// Whether nothing is stated, so that every value passes.
  package var isEmpty: Bool {
    min == nil && max == nil && equals == nil && oneOf.isEmpty && notOneOf.isEmpty
  }

  /// Whether a value passes.
  package func admits(_ value: Value) -> Bool {
    if let equals, value != equals { return false }
    if !oneOf.isEmpty, !oneOf.contains(value) { return false }
    if notOneOf.contains(value) { return false }
    guard min != nil || max != nil else { return true }
    guard case .number(let number) = value else { return false }
    return number >= min ?? -.infinity && number <= max ?? .infinity
  }

  /// Whether no number from 0 to another one passes, so that an upper bound is enough to exclude.
  func excludesAll(upTo highest: Double) -> Bool {
    if let min, min > highest { return true }
    if let max, max < 0 { return true }
    return false
  }

  /// Every value that is stated, ends included.
  private var stated: [Value] {
    [min, max].compactMap { $0.map { .number($0) } } + [equals].compactMap { $0 } + oneOf + notOneOf
  }

  /// Every text that is stated.
  var texts: [String] {
    stated.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// Whether the limit speaks of numbers.
  package var asksForNumbers: Bool {
    stated.contains { if case .number = $0 { true } else { false } }
  }

  /// Whether the limit speaks of texts.
  package var asksForTexts: Bool {
    stated.contains { if case .text = $0 { true } else { false } }
  }

  /// The limit in words, for example `at most 20 km`, `from 5 to 20 km`, `one of 'plot', 'zone'`.
  ///
  /// - Parameter unit: Unit of the attribute; empty for none.
  package func words(unit: String) -> String {
    let suffix = ScreeningText.suffix(unit)
    var parts: [String] = []
    switch (min, max) {
    case (let low?, let high?):
      parts.append("from \(ScreeningText.number(low)) to \(ScreeningText.number(high))\(suffix)")
    case (let low?, nil): parts.append("at least \(ScreeningText.number(low))\(suffix)")
    case (nil, let high?): parts.append("at most \(ScreeningText.number(high))\(suffix)")
    case (nil, nil): break
    }
    if let equals { parts.append("exactly \(ScreeningText.value(equals))" + Self.suffix([equals], suffix)) }
    if !oneOf.isEmpty { parts.append("one of \(Self.list(oneOf))" + Self.suffix(oneOf, suffix)) }
    if !notOneOf.isEmpty { parts.append("none of \(Self.list(notOneOf))" + Self.suffix(notOneOf, suffix)) }
    return parts.joined(separator: " and ")
  }

  private static func list(_ values: [Value]) -> String {
    values.map(ScreeningText.value).joined(separator: ", ")
  }

  /// The unit, where the values are numbers.
  private static func suffix(_ values: [Value], _ suffix: String) -> String {
    if case .number = values.first { suffix } else { "" }
  }
}
