// SPDX-License-Identifier: GPL-3.0-or-later

extension TOMLReader {
  /// Reads a text in any of the four kinds of quotes.
  mutating func string() throws(Stop) -> String {
    let start = cursor.place
    guard let quote = cursor.peek else { try stop("a text is missing") }
    let isLiteral = quote == UInt8(ascii: "'")
    let isLong = cursor.peek(1) == quote && cursor.peek(2) == quote
    cursor.advance(isLong ? 3 : 1)
    if isLong { _ = cursor.takeLineEnd() }
    var content: [UInt8] = []
    while let byte = cursor.peek {
      if byte == quote {
        if !isLong {
          cursor.advance()
          return String(decoding: content, as: UTF8.self)
        }
        if endsLongString(quote, &content) { return String(decoding: content, as: UTF8.self) }
      } else if byte == UInt8(ascii: "\\"), !isLiteral {
        try escape(isLong: isLong, into: &content)
      } else if cursor.isAtLineEnd {
        guard isLong else { break }
        // A line ends the same way whatever machine wrote the file.
        _ = cursor.takeLineEnd()
        content.append(UInt8(ascii: "\n"))
      } else {
        if Self.isControl(byte) { try noteControl(byte) }
        content.append(byte)
        cursor.advance()
      }
    }
    try stopOpen(start, quote: quote, isLong: isLong, content)
  }

  private mutating func stopOpen(
    _ start: TextPlace, quote: UInt8, isLong: Bool, _ content: [UInt8]
  ) throws(Stop) -> Never {
    let text = String(decoding: content, as: UTF8.self)
    let mark = String(repeating: Character(Unicode.Scalar(quote)), count: isLong ? 3 : 1)
    var hint = isLong ? "close it with \(mark)" : "close it with \(mark) on the same line"
    if text.unicodeScalars.contains(where: CurlyQuotes.all.contains) {
      hint = "the closing quote is curly: use straight quotes"
    }
    try stop("the text that begins here has no closing \(mark)", hint: hint, at: start)
  }

  /// Goes past three closing quotes; up to two more directly before them belong to the text. Fewer than three
  /// belong to it as well.
  private mutating func endsLongString(_ quote: UInt8, _ content: inout [UInt8]) -> Bool {
    var run = 0
    while run < 5, cursor.peek(run) == quote { run += 1 }
    cursor.advance(run)
    let isEnd = run >= 3
    for _ in 0..<(isEnd ? run - 3 : run) { content.append(quote) }
    return isEnd
  }

  /// Reads a backslash with what it stands for.
  private mutating func escape(isLong: Bool, into content: inout [UInt8]) throws(Stop) {
    let place = cursor.place
    cursor.advance()
    guard let byte = cursor.peek else { return }
    if isLong, try takesLineEnd() { return }
    switch byte {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(byte)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = byte == UInt8(ascii: "u") ? 4 : 8
      cursor.advance()
      try codePoint(digits: digits, at: place, into: &content)
      return
    default:
      let mark =
        cursor.isAtLineEnd ? "\\" : "\\" + String(Character(Unicode.Scalar(byte < 0x80 ? byte : 0x3F)))
      try note(
        "\(byte < 0x80 ? mark : "a backslash with this letter") means nothing in double quotes",
        hint: "write \\\\ for a backslash, or put the text in single quotes", at: place)
      if cursor.isAtLineEnd { return }
    }
    cursor.advance()
  }

  /// Skips a line end behind a backslash and the blanks that follow; false where something else stands there.
  private mutating func takesLineEnd() throws(Stop) -> Bool {
    var end = cursor.index
    while end < cursor.bytes.count,
      cursor.bytes[end] == UInt8(ascii: " ") || cursor.bytes[end] == UInt8(ascii: "\t")
    {
      end += 1
    }
    guard end < cursor.bytes.count else { return false }
    let isLF = cursor.bytes[end] == UInt8(ascii: "\n")
    let isCRLF =
      cursor.bytes[end] == UInt8(ascii: "\r") && end + 1 < cursor.bytes.count
      && cursor.bytes[end + 1] == UInt8(ascii: "\n")
    guard isLF || isCRLF else { return false }
    repeat { cursor.skipSpaces() } while cursor.takeLineEnd()
    return true
  }

  private mutating func codePoint(digits: Int, at place: TextPlace, into content: inout [UInt8]) throws(Stop)
  {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = cursor.peek, let digit = Self.hexadecimal(byte) else {
        try note(
          "\\\(digits == 4 ? "u" : "U") needs \(digits) hexadecimal digits",
          hint: "write \\\\ for a backslash, or put the text in single quotes", at: place)
        return
      }
      value = value << 4 | digit
      cursor.advance()
    }
    guard let scalar = Unicode.Scalar(value) else {
      try note("there is no character \(String(value, radix: 16))", kind: .value, at: place)
      return
    }
    if value == 0 {
      try note(
        "a text cannot hold the character \\u0000", hint: "take it out: paths and names would end there",
        kind: .value, at: place)
    }
    content.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
