// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// What is known of one field after some features: missing values, some different ones, least and largest
/// number.
struct FieldSurvey {
  /// Different values that are kept as examples.
  private static let exampleLimit = 5
  /// Characters of a value that are kept and shown.
  private static let characterLimit = 40

  private var nulls = 0
  private var notFinite = 0
  private var minimum: Double?
  private var maximum: Double?
  private var kept: [String] = []
  private var hasMore = false
  /// Whether every text so far was a number, as in a CSV file.
  private var textsAreNumbers = true
  /// The value before, which is often the next one too.
  private var last = FieldValue.unset

  /// Takes the value of the next feature.
  mutating func add(_ value: FieldValue) {
    // An empty text is how a CSV file says nothing.
    guard !value.isMissing, value.text != "" else {
      nulls += 1
      return
    }
    if let number = number(of: value) {
      if number.isFinite {
        minimum = min(minimum ?? number, number)
        maximum = max(maximum ?? number, number)
      } else {
        notFinite += 1
      }
    }
    guard !hasMore, value != last else { return }
    last = value
    let text = Self.shown(value)
    guard !kept.contains(text) else { return }
    if kept.count < Self.exampleLimit { kept.append(text) } else { hasMore = true }
  }

  /// The number in a value, also in a text as long as every text is one. A code such as `01004` is none.
  private mutating func number(of value: FieldValue) -> Double? {
    guard let text = value.text else { return value.number }
    guard textsAreNumbers else { return nil }
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    let isCode = digits.first == "0" && (digits.dropFirst().first?.isNumber ?? false)
    if !isCode, let number = Double(text) { return number }
    textsAreNumbers = false
    (minimum, maximum, notFinite) = (nil, nil, 0)
    return nil
  }

  /// The start of a value.
  private static func shown(_ value: FieldValue) -> String {
    if case .binary(let bytes) = value { return "\(bytes.count) bytes" }
    return String("\(value)".prefix(characterLimit))
  }

  /// The field with what was found.
  func field(_ definition: FieldDefinition) -> SourceSummary.Field {
    SourceSummary.Field(
      name: definition.name, type: "\(definition.type)", nulls: nulls, examples: kept, hasMoreValues: hasMore,
      minimum: minimum, maximum: maximum, notFinite: notFinite)
  }
}
