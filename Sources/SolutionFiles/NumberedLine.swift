// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a file.
struct NumberedLine {
  /// Number from 1.
  let number: Int
  /// Text without the line end.
  let text: Substring

  /// Lines of a text that end in a line feed, with or without a carriage return before.
  static func split(_ text: String) -> [NumberedLine] {
    var utf8 = text[...].utf8
    // Byte order mark.
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8 = utf8.dropFirst(3) }
    return utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map {
      let bytes = $1.last == UInt8(ascii: "\r") ? $1.dropLast() : $1
      return NumberedLine(number: $0 + 1, text: Substring(bytes))
    }
  }

  /// What stands between blanks.
  var fields: [Substring] {
    text.utf8.split(whereSeparator: Self.isBlank).map { Substring($0) }
  }

  /// The text without blanks at both ends.
  var trimmed: Substring { Self.trim(text) }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { text.utf8.allSatisfy(Self.isBlank) }

  /// A text without blanks at both ends.
  static func trim(_ text: Substring) -> Substring {
    var bytes = text.utf8.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
    return Substring(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
