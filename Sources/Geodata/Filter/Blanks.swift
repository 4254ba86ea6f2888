// SPDX-License-Identifier: GPL-3.0-or-later

/// Blanks at the ends of texts, which people do not see.
enum Blanks {
  /// A text without blanks of any kind at its ends: spaces, tabs, line breaks, no-break spaces, marks of byte
  /// order.
  static func trimmed(_ text: String) -> String {
    guard hasAny(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    let first = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let last = scalars.lastIndex { !isBlank($0) } ?? first - 1
    guard first <= last else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// Whether a text begins or ends with a blank.
  static func hasAny(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    return isBlank(first) || isBlank(last)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || [0x200B, 0x2060, 0xFEFF, 0].contains(scalar.value)
  }
}
