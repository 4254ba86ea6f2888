// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads JSON strictly as RFC 8259 has it, keeps the order of members, and says where a fault lies.
///
/// Stricter than the grammar in two points that protect a reader of plans: a name may stand only once in an
/// object, and a number must fit a Double.
package struct JSONReader {
  /// Deepest nesting accepted; a plan needs fewer than ten levels.
  static let depthLimit = 200

  var bytes: [UInt8]
  var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole text.
  ///
  /// - Parameter bytes: The text as UTF-8.
  /// - Throws: `JSONReadingError` with line and column.
  package static func value(_ bytes: [UInt8]) throws(JSONReadingError) -> JSONValue {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw reader.error("a byte order mark stands before the text; save the file as UTF-8 without it")
    }
    reader.skipSpace()
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.position < bytes.count { throw reader.error("something follows the end of the value") }
    return value
  }

  /// Reads a whole text.
  ///
  /// - Throws: `JSONReadingError` with line and column.
  package static func value(_ text: String) throws(JSONReadingError) -> JSONValue {
    try value(Array(text.utf8))
  }

  private mutating func value(depth: Int) throws(JSONReadingError) -> JSONValue {
    guard depth < Self.depthLimit else { throw error("nested deeper than \(Self.depthLimit) levels") }
    guard let byte = peek() else { throw error("the text ends where a value is needed") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error("a value cannot begin like this")
    }
  }

  private mutating func object(depth: Int) throws(JSONReadingError) -> JSONValue {
    position += 1
    skipSpace()
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if take("}") { return .object(members) }
    while true {
      guard peek() == UInt8(ascii: "\"") else {
        throw error("the name of a member is needed, in quotation marks")
      }
      let start = position
      let name = try string()
      guard names.insert(name).inserted else {
        throw error("the name '\(name)' stands twice in this object", at: start)
      }
      skipSpace()
      guard take(":") else { throw error("':' is needed after the name '\(name)'") }
      skipSpace()
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("',' or '}' is needed after the value of '\(name)'") }
      skipSpace()
    }
  }

  private mutating func list(depth: Int) throws(JSONReadingError) -> JSONValue {
    position += 1
    skipSpace()
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw error("',' or ']' is needed in a list") }
      skipSpace()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONReadingError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("'\(word)' is misspelt") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONReadingError) -> JSONValue {
    let start = position
    _ = take("-")
    if take("0") {
      if isDigit(peek()) { throw error("a number cannot begin with a zero", at: start) }
    } else {
      guard skipDigits() else { throw error("a digit is needed", at: position) }
    }
    var isWhole = true
    if take(".") {
      isWhole = false
      guard skipDigits() else { throw error("a digit is needed after the point") }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if !take("+") { _ = take("-") }
      guard skipDigits() else { throw error("a digit is needed in the exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw error("the number \(text) is too large", at: start)
    }
    return .number(value)
  }
}

extension JSONReader {
  func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while isDigit(peek()) { position += 1 }
    return position > start
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  func error(_ message: String, at place: Int? = nil) -> JSONReadingError {
    let place = place ?? position
    let before = bytes[..<min(place, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONReadingError(
      line: before.count { $0 == 0x0A } + 1, column: place - lineStart + 1, message: message)
  }
}
