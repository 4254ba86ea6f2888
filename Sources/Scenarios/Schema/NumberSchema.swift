// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites

/// A number with unit and range as a JSON Schema.
struct NumberSchema {
  var range: NumberRange
  /// Unit; empty where none is known.
  var unit: String
  var isWhole: Bool
  /// The only numbers that there are; empty for all of the range.
  var list: [Double] = []

  init(_ range: NumberRange, unit: String, isWhole: Bool = false) {
    self.range = range
    self.unit = unit
    self.isWhole = isWhole
  }

  /// The numbers of a site attribute; nil for texts.
  init?(_ form: SiteValueForm, unit: String) {
    guard case .number(let bounds, let excludesLowest, let isWhole, let list) = form else { return nil }
    range = NumberRange(
      lowest: bounds.lowerBound, highest: bounds.upperBound, isAboveLowest: excludesLowest)
    self.unit = unit
    self.isWhole = isWhole
    self.list = list
  }

  /// Unit and range for people and for programs.
  var head: [JSONValue.Member] {
    [.init("description", .string(words))] + (unit.isEmpty ? [] : [.init("unit", .string(unit))])
  }

  /// All keywords.
  var members: [JSONValue.Member] {
    if !list.isEmpty { return head + [.init("enum", .array(list.map(Self.json)))] }
    return head + [
      .init("type", isWhole ? "integer" : "number"),
      .init(range.isAboveLowest ? "exclusiveMinimum" : "minimum", Self.json(range.lowest)),
      .init("maximum", Self.json(range.highest)),
    ]
  }

  /// The words as the name of a definition: letters, digits, points, signs and hyphens.
  var name: String {
    let parts = words.lowercased().replacing("/", with: " per ").split { character in
      !(character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character)))
    }
    return parts.joined(separator: "-")
  }

  private var words: String {
    let (low, high) = (NumberText.plain(range.lowest), NumberText.plain(range.highest))
    let limits =
      !list.isEmpty
      ? "one of " + list.map(NumberText.plain).joined(separator: ", ")
      : range.isAboveLowest ? "above \(low) and at most \(high)" : "from \(low) to \(high)"
    return [unit, isWhole ? "a whole number" : "", limits].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func json(_ value: Double) -> JSONValue {
    Int(exactly: value).map { .integer($0) } ?? .number(value)
  }
}

/// What the name of a key says of its unit.
enum KeyUnit {
  /// The unit in words; empty where the name states none.
  static func of(_ key: String) -> String {
    if key.hasPrefix("penalty_eur_per_") { return "EUR per \(key.dropFirst(16))" }
    for (end, unit) in ends where key.hasSuffix(end) { return unit }
    // One letter alone is a name, such as `k`.
    guard key.contains("_") else { return "" }
    let words = UnitNames.words(for: key)
    guard words.hasPrefix("in "), !words.hasPrefix("in per"), !words.hasPrefix("in share"), words != "in year"
    else { return "" }
    return String(words.dropFirst(3))
  }

  /// Units that no other unit converts to.
  private static let ends = [("m3_per_year", "m3 per year"), ("t_per_year", "t per year")]
}
