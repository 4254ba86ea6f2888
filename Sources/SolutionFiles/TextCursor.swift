// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a text that is read byte by byte, with its line.
struct TextCursor {
  private let bytes: [UInt8]
  private var index = 0
  /// Line of the place, from 1.
  private(set) var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The byte here; nil at the end.
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The byte here as a character for messages.
  var shown: String { byte.map { "`\(Character(UnicodeScalar($0)))`" } ?? "the end of the file" }

  /// Goes on by a byte.
  mutating func advance() {
    if byte == UInt8(ascii: "\n") { line += 1 }
    if index < bytes.count { index += 1 }
  }

  /// Goes past blanks and line ends.
  mutating func skipBlanks() {
    while let byte, byte == 32 || (byte >= 9 && byte <= 13) { advance() }
  }

  /// Goes past a text if it stands here.
  mutating func skip(_ text: String) -> Bool {
    let expected = Array(text.utf8)
    guard index + expected.count <= bytes.count,
      bytes[index..<index + expected.count].elementsEqual(expected)
    else { return false }
    for _ in expected { advance() }
    return true
  }

  /// The text up to a byte that fulfils a condition, or to the end.
  mutating func take(until isEnd: (UInt8) -> Bool) -> String {
    let start = index
    while let byte, !isEnd(byte) { advance() }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
