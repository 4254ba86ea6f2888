// SPDX-License-Identifier: GPL-3.0-or-later

extension TOMLReader {
  /// Reads any value.
  ///
  /// - Parameters:
  ///   - key: Key of the setting, for messages; nil for an element of a list.
  ///   - depth: How deep the value lies.
  mutating func value(key: String?, depth: Int, in surroundings: Surroundings) throws(Stop) -> TOMLValue {
    let place = cursor.place
    let start = cursor.index
    try count()
    let content: TOMLValue.Content
    switch cursor.peek {
    case UInt8(ascii: "["):
      try check(depth: depth + 1, at: place)
      content = .array(try list(depth: depth + 1))
    case UInt8(ascii: "{"):
      try check(depth: depth + 1, at: place)
      return try braces(depth: depth + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): content = .text(try string())
    default: content = try scalar(key: key, in: surroundings)
    }
    return TOMLValue(content, at: place, source: start..<cursor.index)
  }

  private mutating func list(depth: Int) throws(Stop) -> [TOMLValue] {
    let start = cursor.place
    cursor.advance()
    var elements: [TOMLValue] = []
    while true {
      try skipBlankLines()
      if cursor.take(UInt8(ascii: "]")) { return elements }
      try stopIfOpen("list", closing: "]", start)
      if cursor.peek == UInt8(ascii: ",") {
        try stop("a value is missing before the comma", hint: "write one comma between two values")
      }
      elements.append(try value(key: nil, depth: depth, in: .list))
      try skipBlankLines()
      if cursor.take(UInt8(ascii: ",")) { continue }
      if cursor.take(UInt8(ascii: "]")) { return elements }
      try stopIfOpen("list", closing: "]", start)
      try stop(
        "a list goes on with a comma or ends with ']', found \(excerpt())",
        hint: cursor.peek == UInt8(ascii: ";")
          ? "separate values by commas, and write decimals with a point"
          : "the list begins in line \(start.line); is a comma, a quote or the ']' missing?")
    }
  }

  private mutating func braces(depth: Int) throws(Stop) -> TOMLValue {
    let start = cursor.place
    let first = cursor.index
    cursor.advance()
    let table = TableBuilder(.braces, at: start)
    cursor.skipSpaces()
    if !cursor.take(UInt8(ascii: "}")) {
      while true {
        try stopInBraces(start)
        let entryStart = cursor.index
        try entry(in: table, depth: depth, .braces)
        cursor.skipSpaces()
        if cursor.take(UInt8(ascii: "}")) { break }
        guard cursor.peek == UInt8(ascii: ",") else {
          try stopInBraces(start)
          try stop(
            "a table in braces goes on with a comma or ends with '}', found \(excerpt())",
            hint: "the table begins in line \(start.line); is a comma, a quote or the '}' missing?")
        }
        if try takesDecimalComma(from: entryStart) {
          cursor.skipSpaces()
          if cursor.take(UInt8(ascii: "}")) { break }
        }
        _ = cursor.take(UInt8(ascii: ","))
        cursor.skipSpaces()
        if cursor.peek == UInt8(ascii: "}") {
          try note("a table in braces has no comma before '}'", hint: "take it out")
          cursor.advance()
          break
        }
      }
    }
    return table.value(source: first..<cursor.index)
  }

  private mutating func stopIfOpen(_ what: String, closing: String, _ start: TextPlace) throws(Stop) {
    guard cursor.isAtEnd else { return }
    try stop("the \(what) that begins here has no closing '\(closing)'", at: start)
  }

  private mutating func stopInBraces(_ start: TextPlace) throws(Stop) {
    try stopIfOpen("table", closing: "}", start)
    guard cursor.isAtLineEnd || cursor.peek == UInt8(ascii: "#") else { return }
    try stop(
      "the table that begins here has no closing '}' on its line",
      hint: "a table in braces stands on one line; for more give it a header in square brackets", at: start)
  }

  /// Takes a comma with the digits behind it that a number before it was meant to go on with: `{ 2027 = 0,7
  /// }`.
  private mutating func takesDecimalComma(from entryStart: Int) throws(Stop) -> Bool {
    var end = cursor.index
    let bytes = cursor.bytes
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9")
    }
    while end < bytes.count, bytes[end] == UInt8(ascii: ","), isDigit(end + 1) {
      var digits = end + 1
      while isDigit(digits) || digits < bytes.count && bytes[digits] == UInt8(ascii: ".") { digits += 1 }
      var next = digits
      while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
      guard next < bytes.count, bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: "}") else {
        break
      }
      end = digits
    }
    guard end > cursor.index, let equals = bytes[entryStart..<cursor.index].lastIndex(of: UInt8(ascii: "=")),
      let advice = NumberSpelling(cursor.text(equals + 1..<end))
    else { return false }
    try note(advice.message, hint: advice.hint)
    cursor.advance(to: end)
    return true
  }

  // MARK: Numbers, truth values, dates

  private mutating func scalar(key: String?, in surroundings: Surroundings) throws(Stop) -> TOMLValue.Content
  {
    let start = cursor.place
    var end = cursor.end(where: Self.endsScalar)
    if end == cursor.index {
      let isDecimal = surroundings == .statement && cursor.peek == UInt8(ascii: ",")
      guard isDecimal, NumberSpelling(cursor.text(end..<cursor.end { $0 == UInt8(ascii: "#") })) != nil else {
        try stopWithoutValue(key)
      }
    }
    // A date may go on with a time behind one blank.
    if end - cursor.index == 10, TOMLMoment.begins(cursor.bytes[cursor.index..<end]),
      end + 3 < cursor.bytes.count,
      cursor.bytes[end] == UInt8(ascii: " "), cursor.bytes[end + 3] == UInt8(ascii: ":")
    {
      end += 1
      while end < cursor.bytes.count, !Self.endsScalar(cursor.bytes[end]) { end += 1 }
    }
    let token = cursor.bytes[cursor.index..<end]
    let content = try plain(token)
    // At the end of its line, or of its place in a list, the value is complete; otherwise a number may be
    // written in another way.
    var next = end
    while next < cursor.bytes.count, Self.isBlank(cursor.bytes[next]) { next += 1 }
    if let content, ends(at: next, surroundings) {
      cursor.advance(to: end)
      return content
    }
    return try misspelled(content, token, start, in: surroundings)
  }

  private func ends(at index: Int, _ surroundings: Surroundings) -> Bool {
    guard index < cursor.bytes.count else { return true }
    switch cursor.bytes[index] {
    case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return surroundings != .statement
    default: return false
    }
  }

  /// What a word without quotes says; nil where it is no value.
  private mutating func plain(_ token: ArraySlice<UInt8>) throws(Stop) -> TOMLValue.Content? {
    if token.elementsEqual("true".utf8) { return .boolean(true) }
    if token.elementsEqual("false".utf8) { return .boolean(false) }
    switch TOMLNumber(token) {
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .beyond:
      let word = String(decoding: token.prefix(40), as: UTF8.self)
      try note(
        "the number \(word)\(token.count > 40 ? "..." : "") is beyond what a number can hold",
        hint:
          "whole numbers go to 9223372036854775807, others from about 1e-308 to 1e308; is the unit right?",
        kind: .value)
      return .integer(0)
    case .none: return TOMLMoment(token).map(TOMLValue.Content.moment)
    }
  }

  /// Notes what a value that TOML does not know was meant to be, and goes past it.
  private mutating func misspelled(
    _ content: TOMLValue.Content?, _ token: ArraySlice<UInt8>, _ start: TextPlace,
    in surroundings: Surroundings
  ) throws(Stop) -> TOMLValue.Content {
    let end =
      switch surroundings {
      case .statement: cursor.end { $0 == UInt8(ascii: "#") }
      case .braces, .list:
        cursor.end { byte in "#,]}".utf8.contains(byte) }
      }
    let phrase = cursor.text(cursor.index..<end)
    if let first = phrase.unicodeScalars.first, CurlyQuotes.all.contains(first) {
      try curly(start, in: surroundings)
      return .text("")
    }
    if let advice = NumberSpelling(phrase) {
      try note(advice.message, hint: advice.hint, at: start)
    } else if let content {
      cursor.advance(to: token.endIndex)
      return content
    } else {
      let (message, hint) = Self.words(phrase, token)
      try note(message, hint: hint, at: start)
    }
    cursor.advance(to: end)
    return .text("")
  }

  /// Notes curly quotes around a text, and goes past it.
  private mutating func curly(_ start: TextPlace, in surroundings: Surroundings) throws(Stop) {
    let rest = cursor.text(cursor.index..<cursor.end { _ in false })
    guard let (text, length) = CurlyQuotes.leading(rest) else {
      try stop("a text begins with a curly quote", hint: "use straight quotes: \"...\"", at: start)
    }
    try note(
      "the quotes of the text are curly", hint: "use straight quotes: \(TOMLText.quoted(text))", at: start)
    cursor.advance(length)
  }

  private static func words(_ phrase: String, _ token: ArraySlice<UInt8>) -> (message: String, hint: String) {
    let shown = phrase.count > 40 ? phrase.prefix(40) + "..." : phrase
    switch phrase.lowercased() {
    case "true", "false": return ("'\(phrase)' is no value", "write \(phrase.lowercased()) in small letters")
    case "null", "none", "nil", "n/a", "na":
      return ("'\(phrase)' is no value", "there is no empty value: leave the key out")
    case "yes", "on", "oui", "vrai":
      return ("'\(phrase)' is no value", "write true, or \"\(phrase)\" for a text")
    case "no", "off", "non", "faux":
      return ("'\(phrase)' is no value", "write false, or \"\(phrase)\" for a text")
    default: break
    }
    if phrase.hasPrefix("=") { return ("there is a second '='", "write one") }
    if TOMLMoment.begins(token) {
      return ("'\(shown)' is no date or time", "a date is written 2027-01-31, a time 12:30:00")
    }
    return ("'\(shown)' is no value", "a text stands in quotes: \(TOMLText.quoted(String(shown)))")
  }

  private mutating func stopWithoutValue(_ key: String?) throws(Stop) -> Never {
    guard let key else { try stop("a value is missing before \(excerpt())") }
    try stop("'\(key)' has no value behind '='", hint: "write one, or take the key out")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ","),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
