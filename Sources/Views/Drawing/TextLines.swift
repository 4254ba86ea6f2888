// SPDX-License-Identifier: GPL-3.0-or-later

/// Running text broken into lines for a drawing, which has no lines of its own.
enum TextLines {
  /// The text in lines of at most so many columns, broken between words; a word that is wider stands alone.
  static func broken(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, TextWidth.columns(line) + 1 + TextWidth.columns(String(word)) > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
