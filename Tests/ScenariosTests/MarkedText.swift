// SPDX-License-Identifier: GPL-3.0-or-later

/// A text in which `<!>` marks the spots that findings must point at.
struct MarkedText {
  /// The text without the marks.
  var text: String
  /// Line and column of every mark, in order.
  var spots: [(line: Int, column: Int)] = []

  init(_ marked: String) {
    var plain = ""
    var line = 1
    var column = 1
    var rest = Substring(marked)
    while let character = rest.first {
      if rest.hasPrefix("<!>") {
        spots.append((line, column))
        rest.removeFirst(3)
        continue
      }
      plain.append(character)
      column += character.unicodeScalars.count
      if character.isNewline {
        line += 1
        column = 1
      }
      rest.removeFirst()
    }
    text = plain
  }

  /// Spots as `line:column`.
  var places: [String] { spots.map { "\($0.line):\($0.column)" } }
}
