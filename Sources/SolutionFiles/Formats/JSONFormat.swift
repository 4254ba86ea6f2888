// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// JSON files with one object that has a number for each name. Anything nested is refused.
enum JSONFormat {
  private struct Fault: Error {
    var line: Int
    var message: String
  }

  static func read(_ text: String) -> SolutionContent {
    var content = SolutionContent()
    var cursor = TextCursor(text)
    do throws(Fault) {
      try readObject(&cursor, &content)
    } catch {
      content.findings.append(
        Finding(error.message, line: error.line, hint: "the file must be { \"name\": value, ... }"))
    }
    return content
  }

  private static func readObject(
    _ cursor: inout TextCursor, _ content: inout SolutionContent
  ) throws(Fault) {
    cursor.skipBlanks()
    try expect("{", &cursor)
    cursor.skipBlanks()
    var isMore = cursor.byte != UInt8(ascii: "}")
    while isMore {
      cursor.skipBlanks()
      let line = cursor.line
      let name = try string(&cursor)
      cursor.skipBlanks()
      try expect(":", &cursor)
      cursor.skipBlanks()
      try readValue(name, line, &cursor, &content)
      cursor.skipBlanks()
      isMore = cursor.skip(",")
    }
    try expect("}", &cursor)
    cursor.skipBlanks()
    guard cursor.byte == nil else {
      throw Fault(line: cursor.line, message: "there is text after the object")
    }
  }

  private static func readValue(
    _ name: String, _ line: Int, _ cursor: inout TextCursor, _ content: inout SolutionContent
  ) throws(Fault) {
    switch cursor.byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      throw Fault(line: cursor.line, message: "the value of \(name) is not a number")
    case UInt8(ascii: "\""):
      let text = try string(&cursor)
      content.findings.append(
        Finding("the value of \(name) is the text `\(text)`, not a number", line: line))
    default:
      let text = cursor.take { ",}]\n\r\t ".utf8.contains($0) }
      guard !text.isEmpty else {
        throw Fault(line: cursor.line, message: "the value of \(name) is missing before \(cursor.shown)")
      }
      content.add(name, text, line: line)
    }
  }

  private static func expect(_ text: String, _ cursor: inout TextCursor) throws(Fault) {
    if cursor.skip(text) { return }
    throw Fault(line: cursor.line, message: "`\(text)` is expected where \(cursor.shown) stands")
  }

  private static func string(_ cursor: inout TextCursor) throws(Fault) -> String {
    let start = cursor.line
    try expect("\"", &cursor)
    var result = ""
    while true {
      result += cursor.take {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n")
      }
      switch cursor.byte {
      case UInt8(ascii: "\""):
        cursor.advance()
        return result
      case UInt8(ascii: "\\"):
        cursor.advance()
        result.unicodeScalars.append(try escaped(&cursor))
      default:
        throw Fault(line: start, message: "a text is not closed by a quote")
      }
    }
  }

  private static func escaped(_ cursor: inout TextCursor) throws(Fault) -> UnicodeScalar {
    let line = cursor.line
    let simple: [(String, UnicodeScalar)] = [
      ("\"", "\""), ("\\", "\\"), ("/", "/"), ("n", "\n"), ("t", "\t"), ("r", "\r"), ("b", "\u{8}"),
      ("f", "\u{C}"),
    ]
    for (mark, scalar) in simple where cursor.skip(mark) { return scalar }
    if cursor.skip("u") {
      var digits = ""
      while digits.count < 4, let byte = cursor.byte, byte < 128 {
        digits.unicodeScalars.append(UnicodeScalar(byte))
        cursor.advance()
      }
      // Surrogates stand for characters that no name of a model file has.
      if let code = UInt32(digits, radix: 16), code != 0, let scalar = UnicodeScalar(code) { return scalar }
    }
    throw Fault(line: line, message: "a text has an escape that is not understood")
  }
}
