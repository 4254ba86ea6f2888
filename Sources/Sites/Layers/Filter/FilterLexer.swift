// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts the text of a filter into its parts.
struct FilterLexer {
  /// A part of a filter.
  enum Part: Equatable {
    /// A name without quotes: a field, a function or a word of the language.
    case word(String)
    /// A name in double quotes: a field.
    case name(String)
    case integer(Int64)
    case real(Double)
    case text(String)
    /// A comparison, a bracket, a comma or a sign of arithmetic.
    case sign(String)
  }

  /// Parts beyond which a condition is not read.
  private static let mostParts = 20_000

  private let scalars: [Unicode.Scalar]
  private var next = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The parts with their columns, from 1.
  mutating func parts() throws(FeatureFilter.Fault) -> [(part: Part, column: Int)] {
    var parts: [(part: Part, column: Int)] = []
    while let scalar = peek() {
      if scalar.properties.isWhitespace {
        next += 1
        continue
      }
      let column = next + 1
      guard parts.count < Self.mostParts else {
        throw FeatureFilter.Fault(
          message: "it has more than \(Self.mostParts) parts", column: column,
          hint: "put the values into a column of the source")
      }
      if scalar == "'" {
        parts.append((.text(try quoted("a text", "it's is written 'it''s'")), column))
      } else if scalar == "\"" {
        parts.append((.name(try quoted("a name", "close it with \"")), column))
      } else if Self.isDigit(scalar) || scalar == "." && peek(1).map(Self.isDigit) == true {
        parts.append((try number(), column))
      } else if Self.beginsWord(scalar) {
        parts.append((.word(word()), column))
      } else {
        parts.append((.sign(try sign()), column))
      }
    }
    return parts
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    next + ahead < scalars.count ? scalars[next + ahead] : nil
  }

  /// A text or name in quotes, in which the quote itself is doubled.
  private mutating func quoted(_ what: String, _ hint: String) throws(FeatureFilter.Fault) -> String {
    let column = next + 1
    let quote = scalars[next]
    var text = String.UnicodeScalarView()
    next += 1
    while let scalar = peek() {
      next += 1
      if scalar == quote {
        guard peek() == quote else { return String(text) }
        next += 1
      }
      text.append(scalar)
    }
    throw FeatureFilter.Fault(message: "\(what) begins here and does not end", column: column, hint: hint)
  }

  private mutating func number() throws(FeatureFilter.Fault) -> Part {
    let column = next + 1
    var digits = String.UnicodeScalarView()
    while let scalar = peek() {
      let isSign = scalar == "-" || scalar == "+"
      let mayBeSign = digits.last == "e" || digits.last == "E"
      guard Self.isDigit(scalar) || scalar == "." || Self.beginsWord(scalar) || isSign && mayBeSign else {
        break
      }
      digits.append(scalar)
      next += 1
    }
    let text = String(digits)
    if let whole = Int64(text) { return .integer(whole) }
    let isDecimal = text.unicodeScalars.allSatisfy { Self.isDigit($0) || ".eE+-".unicodeScalars.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else {
      throw FeatureFilter.Fault(
        message: "'\(text)' is no number", column: column,
        hint:
          "numbers are written 400 or 0.5, texts in single quotes, names that begin with a digit in double ones"
      )
    }
    return .real(number)
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = peek(), Self.beginsWord(scalar) || Self.isDigit(scalar) {
      word.append(scalar)
      next += 1
    }
    return String(word)
  }

  private mutating func sign() throws(FeatureFilter.Fault) -> String {
    let column = next + 1
    for length in [2, 1] where next + length <= scalars.count {
      let written = String(String.UnicodeScalarView(scalars[next..<next + length]))
      guard Self.signs.contains(written) else { continue }
      next += length
      return written
    }
    let written = String(Character(scalars[next]))
    var hint = "comparisons are =, <>, <, <=, >, >=, LIKE, IN, BETWEEN and IS NULL"
    if "“”‘’«»`".contains(written) {
      hint = "texts stand in straight single quotes, names in straight double ones"
    }
    if written == "&" { hint = "write AND" }
    if written == "|" { hint = "write OR" }
    if written == "!" { hint = "write NOT or <>" }
    throw FeatureFilter.Fault(message: "'\(written)' has no meaning here", column: column, hint: hint)
  }

  private static let signs: Set<String> = [
    "<>", "!=", "<=", ">=", "==", "||", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%",
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }
}
