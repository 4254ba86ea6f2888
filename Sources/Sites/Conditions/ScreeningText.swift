// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers, values and sources as screening writes them in messages and tables. Numbers are exact: a value
/// that is only just beyond its limit must not be rounded onto it.
package enum ScreeningText {
  /// A number without a decimal point where it is whole.
  package static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e15, value == value.rounded() else { return value.description }
    return String(Int(value))
  }

  /// A value to compare with; texts stand in quotes.
  static func value(_ value: ScreeningLimit.Value) -> String {
    switch value {
    case .number(let number): Self.number(number)
    case .text(let text): "'\(text)'"
    }
  }

  /// What follows a number; nothing for a year, which needs no unit. A unit of several words, such as
  /// `class 1-5`, is set apart.
  static func suffix(_ unit: String) -> String {
    if unit.isEmpty || unit == "year" { return "" }
    return unit.contains(" ") ? " (\(unit))" : " \(unit)"
  }

  /// A value of a site with its unit; what is missing says why.
  static func value(_ value: SiteValue, unit: String) -> String {
    switch value.content {
    case .number(let number): Self.number(number) + suffix(unit)
    case .text(let text): "'\(text)'"
    case .missing(let reason): reason.isEmpty ? "missing" : "missing (\(reason))"
    }
  }

  /// A source short enough for a sentence: of a row of addresses the first, and how many there are besides.
  static func source(_ source: String) -> String {
    let parts = source.split(separator: " ")
    guard parts.count > 1, parts.allSatisfy({ $0.hasPrefix("http") }) else { return source }
    return "\(parts[0]) and \(parts.count - 1) more"
  }
}
