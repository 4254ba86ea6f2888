// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

/// A condition that lets pass at least what a filter does, in words that have no narrower meaning in any
/// driver.
///
/// GDAL's own SQL, SQLite, PostgreSQL and feature services agree on numbers, and differ in texts only by
/// letting more pass. What stands under NOT is left out, as less would pass there.
struct DriverCondition {
  private typealias Expression = FeatureFilter.Expression

  private let fields: [FieldDefinition]

  init(_ fields: [FieldDefinition]) { self.fields = fields }

  /// The condition; nil for none.
  func condition(_ expression: FeatureFilter.Expression) -> String? {
    switch expression {
    case .all(let parts):
      let known = parts.compactMap(condition)
      return known.isEmpty ? nil : known.joined(separator: " AND ")
    case .any(let parts):
      let known = parts.compactMap(condition)
      return known.count == parts.count ? "(\(known.map { "(\($0))" }.joined(separator: " OR ")))" : nil
    case .not(.isMissing(let part)): return field(part).map { "\($0.name) IS NOT NULL" }
    case .compare(let comparison, let one, let other):
      guard comparison != .notEqual, let found = field(one),
        let value = constant(other, for: found.definition)
      else { return nil }
      if found.definition.type == .text, comparison != .equal { return nil }
      return "\(found.name) \(comparison.rawValue) \(value)"
    case .isIn(let part, let list):
      guard let found = field(part), list.count <= 500 else { return nil }
      let values = list.compactMap { constant($0, for: found.definition) }
      return values.count == list.count ? "\(found.name) IN (\(values.joined(separator: ", ")))" : nil
    case .like(let part, .text(let pattern), nil, false):
      guard let found = field(part), found.definition.type == .text, isPlain(pattern), !pattern.contains("_")
      else { return nil }
      return "\(found.name) LIKE '\(pattern)'"
    default: return nil
    }
  }

  /// A field of texts or numbers, its name in double quotes.
  private func field(_ expression: Expression) -> (definition: FieldDefinition, name: String)? {
    guard case .field(let name) = expression else { return nil }
    let lowered = name.lowercased()
    guard
      let definition = fields.first(where: { $0.name == name })
        ?? fields.first(where: { $0.name.lowercased() == lowered }),
      definition.subtype != .boolean, definition.subtype != .float32,
      [.integer, .integer64, .real, .text].contains(definition.type),
      definition.name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C })
    else { return nil }
    return (definition, "\"\(definition.name)\"")
  }

  /// A constant that means the same everywhere beside a field.
  private func constant(_ expression: Expression, for field: FieldDefinition) -> String? {
    switch expression {
    case .integer(let number) where field.type != .text: "\(number)"
    case .real(let number) where field.type == .real: "\(number)"
    case .text(let text) where field.type == .text && isPlain(text) && FilterMoment(text) == nil: "'\(text)'"
    default: nil
    }
  }

  /// Whether a text is made of characters that no driver writes or reads in another way.
  private func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x27 && $0 != 0x5C }
  }
}
