// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a filter by recursive descent. AND and OR of many parts are lists, so that a long filter is not a
/// deep one.
struct FilterParser {
  typealias Expression = FeatureFilter.Expression
  typealias Fault = FeatureFilter.Fault

  private static let deepest = 50
  private static let reserved: Set<String> = [
    "and", "or", "not", "in", "like", "ilike", "between", "is", "null", "escape",
  ]

  let parts: [(part: FilterLexer.Part, column: Int)]
  private let end: Int
  var next = 0
  private var depth = 0

  init(_ text: String) throws(Fault) {
    var lexer = FilterLexer(text)
    parts = try lexer.parts()
    end = text.unicodeScalars.count + 1
  }

  /// The whole text as one statement.
  mutating func whole() throws(Fault) -> Expression {
    guard !parts.isEmpty else { throw fault("it says nothing", "for example voltage_kv >= 225") }
    let found = try statement()
    if next < parts.count {
      throw fault("nothing like this can follow", "join comparisons by AND, OR; texts stand in single quotes")
    }
    guard Self.isStatement(found) else {
      next = 0
      throw fault("this is a value and no condition", "compare it, for example voltage_kv >= 225")
    }
    return found
  }

  // MARK: Statements

  private mutating func statement() throws(Fault) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest {
      throw fault(
        "brackets are nested more than \(Self.deepest) deep", "divide the filter into several layers")
    }
    var parts = [try conjunction()]
    while takes(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(Fault) -> Expression {
    var parts = [try negation()]
    while takes(word: "and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(Fault) -> Expression {
    var count = 0
    while takes(word: "not") { count += 1 }
    let found = try comparison()
    if count > 0, !Self.isStatement(found) {
      throw fault("NOT is followed by no condition", "compare the value")
    }
    return count % 2 == 1 ? .not(found) : found
  }

  private mutating func comparison() throws(Fault) -> Expression {
    let value = try sum()
    if takes(word: "is") {
      let isNegated = takes(word: "not")
      guard takes(word: "null") else {
        throw fault("NULL is wanted after IS", "write IS NULL or IS NOT NULL")
      }
      return isNegated ? .not(.isMissing(value)) : .isMissing(value)
    }
    let start = next
    let isNegated = takes(word: "not")
    var found: Expression?
    if takes(word: "in") {
      found = .isIn(value, try list())
    } else if takes(word: "between") {
      let low = try sum()
      guard takes(word: "and") else { throw fault("AND is wanted in BETWEEN", "write BETWEEN 10 AND 20") }
      found = .all([.compare(.notLess, value, low), .compare(.notGreater, value, try sum())])
    } else if takes(word: "like") {
      found = try like(value, ignoresCase: false)
    } else if takes(word: "ilike") {
      found = try like(value, ignoresCase: true)
    }
    if let found { return isNegated ? .not(found) : found }
    if isNegated {
      next = start
      throw fault(
        "NOT cannot stand here", "write NOT before the comparison, or NOT IN, NOT LIKE, NOT BETWEEN")
    }
    guard case .sign(let sign) = part else { return value }
    let comparison: FeatureFilter.Comparison?
    switch sign {
    case "!=": comparison = .notEqual
    case "==": comparison = .equal
    default: comparison = FeatureFilter.Comparison(rawValue: sign)
    }
    guard let comparison else { return value }
    next += 1
    let other = try sum()
    if value == .missing || other == .missing {
      throw fault("no value is ever equal to NULL, nor different from it", "write IS NULL or IS NOT NULL")
    }
    return .compare(comparison, value, other)
  }

  private mutating func like(_ value: Expression, ignoresCase: Bool) throws(Fault) -> Expression {
    let pattern = try sum()
    guard takes(word: "escape") else {
      return .like(value, pattern: pattern, escape: nil, ignoresCase: ignoresCase)
    }
    guard case .text(let text) = part, let character = text.first, text.count == 1 else {
      throw fault("one character is wanted after ESCAPE", "write ESCAPE '!'")
    }
    next += 1
    return .like(value, pattern: pattern, escape: character, ignoresCase: ignoresCase)
  }

  private mutating func list() throws(Fault) -> [Expression] {
    guard takes(sign: "(") else { throw fault("a list is wanted after IN", "for example IN ('U', 'AU')") }
    var values: [Expression] = []
    repeat {
      let value = try sum()
      if value == .missing { throw fault("NULL is equal to nothing", "write OR ... IS NULL instead") }
      values.append(value)
    } while takes(sign: ",")
    guard takes(sign: ")") else { throw fault("the list is not closed", "divide values by commas and add )") }
    return values
  }

  // MARK: Values

  private mutating func sum() throws(Fault) -> Expression {
    var found = try product()
    var count = 0
    while let sign = takes(oneOf: ["+", "-", "||"]) {
      let other = try product()
      if sign == "||" {
        found = .function(.concat, [found, other])
      } else if let arithmetic = FeatureFilter.Arithmetic(rawValue: sign) {
        found = .arithmetic(arithmetic, found, other)
      }
      count += 1
      if count > 200 { throw fault("the sum is too long", "calculate it in the source") }
    }
    return found
  }

  private mutating func product() throws(Fault) -> Expression {
    var found = try factor()
    var count = 0
    while let sign = takes(oneOf: ["*", "/", "%"]), let arithmetic = FeatureFilter.Arithmetic(rawValue: sign)
    {
      found = .arithmetic(arithmetic, found, try factor())
      count += 1
      if count > 200 { throw fault("the product is too long", "calculate it in the source") }
    }
    return found
  }

  private mutating func factor() throws(Fault) -> Expression {
    var isNegative = false
    while let sign = takes(oneOf: ["-", "+"]) { if sign == "-" { isNegative.toggle() } }
    let found = try simple()
    guard isNegative else { return found }
    switch found {
    case .integer(let number): return .integer(-number)
    case .real(let number): return .real(-number)
    default: return .negative(found)
    }
  }

  private mutating func simple() throws(Fault) -> Expression {
    switch part {
    case .integer(let number):
      next += 1
      return .integer(number)
    case .real(let number):
      next += 1
      return .real(number)
    case .text(let text):
      next += 1
      return .text(text)
    case .name(let name):
      next += 1
      if part == .sign("(") {
        throw fault("'\(name)' in double quotes is a field, not a function", "take the quotes out")
      }
      return .field(name)
    case .sign("("):
      next += 1
      let found = try statement()
      guard takes(sign: ")") else { throw fault("a bracket is not closed", "add )") }
      return found
    case .word(let word) where !Self.reserved.contains(word.lowercased()) || word.lowercased() == "null":
      return try named(word)
    case .word, .sign, nil:
      throw fault(
        part == nil ? "it ends where a value is wanted" : "a field, a number or a text is wanted here",
        "fields are written as they are or in double quotes, texts in single quotes: \"kind\" = 'office'")
    }
  }

  /// A field, a function or a constant.
  private mutating func named(_ word: String) throws(Fault) -> Expression {
    let start = next
    next += 1
    guard takes(sign: "(") else {
      switch word.lowercased() {
      case "null": return .missing
      case "true": return .truth(true)
      case "false": return .truth(false)
      default: return .field(word)
      }
    }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest {
      throw fault("brackets are nested more than \(Self.deepest) deep", "calculate the value in the source")
    }
    if word.lowercased() == "cast" { return try cast() }
    let name = word.lowercased() == "substring" ? "substr" : word.lowercased()
    guard let function = FeatureFilter.Function(rawValue: name) else {
      next = start
      let known = FeatureFilter.Function.allCases.map { $0.rawValue.uppercased() }.joined(separator: ", ")
      throw fault("'\(word)' is no function of filters", "there are CAST, \(known)")
    }
    var arguments: [Expression] = []
    repeat { arguments.append(try sum()) } while takes(sign: ",")
    guard takes(sign: ")") else { throw fault("the arguments of \(word) are not closed", "add )") }
    guard function.arguments.contains(arguments.count) else {
      next = start
      throw fault(
        "\(word) takes \(function.arguments.lowerBound)"
          + (function.arguments.count > 1 ? " or more arguments" : " argument"),
        "it was given \(arguments.count)")
    }
    return .function(function, arguments)
  }

  /// What follows `CAST(`.
  private mutating func cast() throws(Fault) -> Expression {
    let value = try sum()
    guard takes(word: "as"), case .word(let word) = part else {
      throw fault("a type is wanted after AS", "write CAST(voltage AS FLOAT)")
    }
    let type: FeatureFilter.CastType
    switch word.lowercased() {
    case "integer", "int", "bigint", "smallint", "integer64": type = .integer
    case "float", "double", "real", "numeric", "decimal": type = .real
    case "character", "text", "varchar", "char", "string": type = .text
    case "date": type = .date
    case "timestamp", "datetime": type = .dateTime
    default: throw fault("'\(word)' is no type", "types are INTEGER, FLOAT, CHARACTER, DATE and TIMESTAMP")
    }
    next += 1
    if word.lowercased() == "double" { _ = takes(word: "precision") }
    if takes(sign: "(") {
      // A width changes no value here.
      while let part, part != .sign(")") { next += 1 }
      _ = takes(sign: ")")
    }
    guard takes(sign: ")") else { throw fault("CAST is not closed", "add )") }
    return .cast(value, type)
  }

  // MARK: Parts

  private var part: FilterLexer.Part? { next < parts.count ? parts[next].part : nil }

  private func fault(_ message: String, _ hint: String) -> Fault {
    Fault(message: message, column: next < parts.count ? parts[next].column : end, hint: hint)
  }

  private mutating func takes(word wanted: String) -> Bool {
    guard case .word(let word) = part, word.lowercased() == wanted else { return false }
    next += 1
    return true
  }

  private mutating func takes(sign wanted: String) -> Bool {
    guard part == .sign(wanted) else { return false }
    next += 1
    return true
  }

  private mutating func takes(oneOf wanted: Set<String>) -> String? {
    guard case .sign(let sign) = part, wanted.contains(sign) else { return nil }
    next += 1
    return sign
  }

  private static func isStatement(_ expression: Expression) -> Bool {
    switch expression {
    // A field may hold yes or no; whether it does shows when the layer is open.
    case .field, .truth, .compare, .like, .isIn, .isMissing, .not, .all, .any: true
    case .integer, .real, .text, .missing, .negative, .arithmetic, .function, .cast: false
    }
  }
}
