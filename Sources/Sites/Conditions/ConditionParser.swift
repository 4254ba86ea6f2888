// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a condition by recursive descent into steps in postfix order.
struct ConditionParser {
  private static let deepest = 50
  private static let keywords: Set<String> = ["and", "or", "not", "in"]

  private let parts: [(part: ConditionLexer.Part, column: Int)]
  private let end: Int
  private var next = 0
  private var found: [SiteCondition.Step] = []

  init(_ text: String) throws(SiteCondition.Fault) {
    var lexer = ConditionLexer(text)
    parts = try lexer.parts()
    end = text.unicodeScalars.count + 1
  }

  /// The steps of the whole text.
  mutating func steps() throws(SiteCondition.Fault) -> [SiteCondition.Step] {
    guard !parts.isEmpty else {
      throw fault("says nothing", "for example \"status = 'candidate' and area_ha >= 10\"")
    }
    try alternatives(depth: 0)
    if next < parts.count {
      throw fault("cannot be followed by this", "join comparisons by and, or")
    }
    return found
  }

  private var part: ConditionLexer.Part? { next < parts.count ? parts[next].part : nil }

  private func fault(_ message: String, _ hint: String) -> SiteCondition.Fault {
    SiteCondition.Fault(
      message: message, column: next < parts.count ? parts[next].column : end, hint: hint)
  }

  private mutating func takes(_ wanted: ConditionLexer.Part) -> Bool {
    guard part == wanted else { return false }
    next += 1
    return true
  }

  private mutating func alternatives(depth: Int) throws(SiteCondition.Fault) {
    try conjunction(depth: depth)
    while takes(.word("or")) {
      try conjunction(depth: depth)
      found.append(.either)
    }
  }

  private mutating func conjunction(depth: Int) throws(SiteCondition.Fault) {
    try negation(depth: depth)
    while takes(.word("and")) {
      try negation(depth: depth)
      found.append(.both)
    }
  }

  private mutating func negation(depth: Int) throws(SiteCondition.Fault) {
    if depth > Self.deepest {
      throw fault("is nested more than \(Self.deepest) deep", "state it in several rules")
    }
    if takes(.word("not")) {
      try negation(depth: depth + 1)
      found.append(.not)
    } else if takes(.opening) {
      try alternatives(depth: depth + 1)
      if !takes(.closing) { throw fault("a bracket is not closed", "add )") }
    } else {
      try comparison()
    }
  }

  private mutating func comparison() throws(SiteCondition.Fault) {
    guard case .word(let attribute) = part, !Self.keywords.contains(attribute) else {
      throw fault(
        part == nil ? "ends where a comparison is wanted" : "a site attribute is wanted here",
        "a comparison begins with an attribute: area_ha >= 10")
    }
    next += 1
    if takes(.word("in")) {
      found.append(.isIn(attribute, try list()))
      return
    }
    guard case .comparison(let comparison) = part else {
      var hint = "comparisons are =, !=, <, <=, >, >= and in (...)"
      if part == .word("not") { hint = "write not \(attribute) in (...)" }
      throw fault("a comparison is wanted after '\(attribute)'", hint)
    }
    let at = next
    next += 1
    let wanted = try value()
    if case .text = wanted, comparison != .equal, comparison != .notEqual {
      next = at
      throw fault("texts have no order", "compare a text by =, != or in (...)")
    }
    found.append(.compare(attribute, comparison, wanted))
  }

  private mutating func value() throws(SiteCondition.Fault) -> ScreeningLimit.Value {
    switch part {
    case .number(let number):
      next += 1
      return .number(number)
    case .text(let text):
      next += 1
      return .text(text)
    case .word(let word) where !Self.keywords.contains(word):
      throw fault("a number or a text is wanted, found \(word)", "texts stand in single quotes: '\(word)'")
    case .word, .comparison, .opening, .closing, .comma, nil:
      throw fault("a number or a text is wanted here", "texts stand in single quotes")
    }
  }

  /// Values in brackets, all numbers or all texts.
  private mutating func list() throws(SiteCondition.Fault) -> [ScreeningLimit.Value] {
    if !takes(.opening) { throw fault("a list is wanted after in", "for example in ('plot', 'zone')") }
    var values: [ScreeningLimit.Value] = []
    var texts = 0
    repeat {
      let value = try value()
      if case .text = value { texts += 1 }
      values.append(value)
      if texts > 0, texts < values.count {
        next -= 1
        throw fault("mixes numbers and texts", "an attribute holds numbers or texts")
      }
    } while takes(.comma)
    if !takes(.closing) { throw fault("the list is not closed", "divide values by commas and add )") }
    return values
  }
}
