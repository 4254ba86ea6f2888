// SPDX-License-Identifier: GPL-3.0-or-later

/// Walks over the bytes of a TOML text and knows the line and column. It reads keys and strings and skips the rest.
struct SourceScanner {
  private let bytes: [UInt8]
  private(set) var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      lineStart = 3
    }
  }

  /// The byte under the cursor; nil at the end.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The place of the cursor; the column counts Unicode scalars.
  var position: SourcePosition {
    let characters = bytes[lineStart..<index].count { $0 & 0b1100_0000 != 0b1000_0000 }
    return SourcePosition(line: line, column: characters + 1)
  }

  /// Goes one byte on.
  mutating func advance() {
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  /// Goes past a byte if it is under the cursor.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  /// Skips spaces and tabs.
  mutating func skipSpaces() {
    while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { advance() }
  }

  /// Skips spaces, line ends and comments.
  mutating func skipBlank() {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
      case UInt8(ascii: "#"): while let byte = peek, byte != UInt8(ascii: "\n") { advance() }
      default: return
      }
    }
  }

  /// Skips a number, a boolean or a date.
  mutating func skipScalar() {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n"),
        UInt8(ascii: "\r"):
        return
      default: advance()
      }
    }
  }

  /// Reads a bare or quoted key; nil where there is none.
  mutating func key() -> String? {
    guard let byte = peek else { return nil }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return string() }
    let start = index
    while let byte = peek, Self.isBareKeyByte(byte) { advance() }
    return start == index ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: byte >= 0x80
    }
  }

  /// Reads a string of any of the four kinds and returns what it says.
  mutating func string() -> String {
    guard let quote = peek else { return "" }
    let isLiteral = quote == UInt8(ascii: "'")
    let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    var content: [UInt8] = []
    while let byte = peek {
      if byte == quote, !isLong {
        advance()
        break
      }
      if byte == quote, isLong, endsLongString(quote, &content) { break }
      if byte == UInt8(ascii: "\\"), !isLiteral {
        advance()
        escape(into: &content)
      } else {
        content.append(byte)
        advance()
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Goes past three closing quotes; up to two more directly before them belong to the text.
  private mutating func endsLongString(_ quote: UInt8, _ content: inout [UInt8]) -> Bool {
    var run = 0
    while index + run < bytes.count, bytes[index + run] == quote { run += 1 }
    guard run >= 3 else { return false }
    content.append(contentsOf: Array(repeating: quote, count: min(run - 3, 2)))
    for _ in 0..<min(run, 5) { advance() }
    return true
  }

  /// Reads the part of an escape after the backslash.
  private mutating func escape(into content: inout [UInt8]) {
    guard let byte = peek else { return }
    advance()
    switch byte {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "u"): codePoint(digits: 4, into: &content)
    case UInt8(ascii: "U"): codePoint(digits: 8, into: &content)
    default: content.append(byte)
    }
  }

  private mutating func codePoint(digits: Int, into content: inout [UInt8]) {
    let end = min(index + digits, bytes.count)
    let hex = String(decoding: bytes[index..<end], as: UTF8.self)
    while index < end { advance() }
    if let scalar = UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init) {
      content.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
  }
}
