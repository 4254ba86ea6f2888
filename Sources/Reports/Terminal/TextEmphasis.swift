// SPDX-License-Identifier: GPL-3.0-or-later

/// Emphasis in a terminal. It never carries meaning: the words say the same without it.
struct TextEmphasis {
  /// Whether the output is a terminal that shows it.
  var isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func red(_ text: String) -> String { wrap(text, "31") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
