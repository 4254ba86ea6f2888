// SPDX-License-Identifier: GPL-3.0-or-later

/// Walks over the bytes of a text and knows the line and column. Columns are counted on from the last place
/// that was asked for, so that a line of any length is counted once.
struct TOMLCursor {
  let bytes: [UInt8]
  private(set) var index = 0
  private var line = 1
  /// The last byte of this line whose column was asked for.
  private var known = (index: 0, column: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      known.index = 3
    }
  }

  /// The byte under the cursor; nil at the end.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The byte some bytes on; nil behind the end.
  func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  var isAtEnd: Bool { index == bytes.count }

  /// Whether a line ends here, or the text.
  var isAtLineEnd: Bool {
    switch peek {
    case nil, UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): peek(1) == UInt8(ascii: "\n")
    default: false
    }
  }

  /// The place of the cursor.
  var place: TextPlace {
    mutating get {
      var column = known.column
      for byte in bytes[known.index..<index] where byte & 0b1100_0000 != 0b1000_0000 { column += 1 }
      known = (index, column)
      return TextPlace(line: line, column: column)
    }
  }

  /// Goes one byte on.
  mutating func advance() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      known = (index, 1)
    }
  }

  /// Goes some bytes on within a line.
  mutating func advance(_ count: Int) {
    for _ in 0..<count { advance() }
  }

  /// Goes to a byte further on.
  mutating func advance(to end: Int) {
    while index < end, index < bytes.count { advance() }
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

  /// Goes past the end of a line if it is under the cursor.
  mutating func takeLineEnd() -> Bool {
    guard !isAtEnd, isAtLineEnd else { return false }
    _ = take(UInt8(ascii: "\r"))
    advance()
    return true
  }

  /// The byte behind the last one from here that does not fulfil a condition, on this line.
  func end(where stops: (UInt8) -> Bool) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r"),
      !stops(bytes[end])
    {
      end += 1
    }
    return end
  }

  /// The text of some bytes without blanks around it.
  func text(_ range: Range<Int>) -> String {
    var range = range
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
    while let first = range.first, isBlank(bytes[first]) { range = first + 1..<range.upperBound }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
