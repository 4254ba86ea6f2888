// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts the text of a condition into its parts.
struct ConditionLexer {
  /// A part of a condition.
  enum Part: Equatable {
    case word(String)
    case number(Double)
    case text(String)
    case comparison(SiteCondition.Comparison)
    case opening
    case closing
    case comma
  }

  private let scalars: [Unicode.Scalar]
  private var next = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The parts with their columns, from 1.
  mutating func parts() throws(SiteCondition.Fault) -> [(part: Part, column: Int)] {
    var parts: [(part: Part, column: Int)] = []
    while let scalar = peek() {
      let column = next + 1
      if scalar.properties.isWhitespace {
        next += 1
      } else if scalar == "(" || scalar == ")" || scalar == "," {
        next += 1
        parts.append((scalar == "(" ? .opening : scalar == ")" ? .closing : .comma, column))
      } else if scalar == "'" {
        parts.append((.text(try text(from: column)), column))
      } else if Self.isDigit(scalar) || scalar == "-" || scalar == "+" || scalar == "." {
        parts.append((.number(try number(from: column)), column))
      } else if Self.beginsWord(scalar) {
        parts.append((.word(word()), column))
      } else {
        parts.append((.comparison(try comparison(from: column)), column))
      }
    }
    return parts
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    next + ahead < scalars.count ? scalars[next + ahead] : nil
  }

  private mutating func text(from column: Int) throws(SiteCondition.Fault) -> String {
    var text = String.UnicodeScalarView()
    next += 1
    while let scalar = peek() {
      next += 1
      if scalar == "'" {
        guard peek() == "'" else { return String(text) }
        next += 1
      }
      text.append(scalar)
    }
    throw SiteCondition.Fault(
      message: "a text begins here and does not end", column: column,
      hint: "close it with '; a quote inside is doubled: 'Côte d''Azur'")
  }

  private mutating func number(from column: Int) throws(SiteCondition.Fault) -> Double {
    var digits = String.UnicodeScalarView()
    while let scalar = peek() {
      let isSign = scalar == "-" || scalar == "+"
      let mayBeSign = digits.isEmpty || digits.last == "e" || digits.last == "E"
      guard Self.isDigit(scalar) || scalar == "." || Self.beginsWord(scalar) || isSign && mayBeSign else {
        break
      }
      digits.append(scalar)
      next += 1
    }
    let text = String(digits.filter { $0 != "_" })
    guard let number = Double(text), number.isFinite else {
      throw SiteCondition.Fault(
        message: "'\(String(digits))' is no number", column: column,
        hint: "texts stand in single quotes")
    }
    return number
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = peek(), Self.beginsWord(scalar) || Self.isDigit(scalar) {
      word.append(scalar)
      next += 1
    }
    return String(word)
  }

  private mutating func comparison(from column: Int) throws(SiteCondition.Fault) -> SiteCondition.Comparison {
    var signs = String.UnicodeScalarView()
    while let scalar = peek(), "=!<>&|~".unicodeScalars.contains(scalar) {
      signs.append(scalar)
      next += 1
    }
    let written = String(signs)
    if let comparison = SiteCondition.Comparison(rawValue: written) { return comparison }
    var hint = "comparisons are =, !=, <, <=, >, >= and in (...)"
    if written == "==" { hint = "write =" }
    if written == "<>" { hint = "write !=" }
    if written.hasPrefix("&") { hint = "write and" }
    if written.hasPrefix("|") { hint = "write or" }
    if written.isEmpty {
      let scalar = String(Character(scalars[next]))
      if scalar == "\"" { hint = "texts stand in single quotes" }
      throw SiteCondition.Fault(message: "'\(scalar)' has no meaning here", column: column, hint: hint)
    }
    throw SiteCondition.Fault(message: "'\(written)' is no comparison", column: column, hint: hint)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }
}
