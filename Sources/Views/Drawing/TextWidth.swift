// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How many columns a text takes in a terminal, and the text made safe for one.
enum TextWidth {
  /// Columns that a text takes: none for marks that join the letter before, two for wide letters of East Asia
  /// and pictures.
  static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text on one line, with what could move the cursor, change colours or turn the writing direction
  /// shown as an escape. Line ends and tabs become spaces.
  static func safe(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: line.append(" ")
      default: line.append(scalar)
      }
    }
    return VisibleText.of(String(line))
  }

  /// The text cut to a number of columns, the cut shown by an ellipsis.
  static func cut(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      let wide = columns(String(character))
      if used + wide > limit - 1 { break }
      result.append(character)
      used += wide
    }
    return limit > 0 ? result + "\u{2026}" : ""
  }
}

/// Lines made safe for a terminal and cut to its width.
package enum TextCut {
  /// The line with control characters shown, cut to a number of columns.
  package static func line(_ text: String, width: Int) -> String {
    TextWidth.cut(TextWidth.safe(text), to: width)
  }
}
