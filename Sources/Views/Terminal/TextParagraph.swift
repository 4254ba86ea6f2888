// SPDX-License-Identifier: GPL-3.0-or-later

/// Running text for a terminal, broken between words.
enum TextParagraph {
  /// Columns of the pages of text.
  static let pageWidth = 108

  /// The text in lines, each ending with a line end. A word that is wider than a line stands alone on one.
  ///
  /// - Parameters:
  ///   - first: What the first line begins with, for example `  - `.
  ///   - rest: What the other lines begin with.
  ///   - width: Columns of a line.
  static func text(
    _ text: String, first: String = "  ", rest: String = "  ", width: Int = pageWidth
  ) -> String {
    var out = ""
    var line = first
    var isEmpty = true
    for word in TextWidth.safe(text).split(separator: " ") {
      if !isEmpty, TextWidth.columns(line) + 1 + TextWidth.columns(String(word)) > width {
        out += line + "\n"
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return out + line + "\n"
  }
}
