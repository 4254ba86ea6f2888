// SPDX-License-Identifier: GPL-3.0-or-later

/// Emphasis in a terminal. It never carries meaning: the words say the same without it.
package struct TextEmphasis {
  private static let end = "\u{1B}[0m"
  private static let bold = "\u{1B}[1m"
  private static let red = "\u{1B}[31m"
  private static let green = "\u{1B}[32m"

  /// All sequences that are ever written.
  package static let sequences = [end, bold, red, green]

  /// Whether the output is a terminal that shows it.
  var isOn: Bool

  func bold(_ text: String) -> String { wrap(text, Self.bold) }
  func green(_ text: String) -> String { wrap(text, Self.green) }
  func red(_ text: String) -> String { wrap(text, Self.red) }

  private func wrap(_ text: String, _ begin: String) -> String { isOn ? begin + text + Self.end : text }
}
