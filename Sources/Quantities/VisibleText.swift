// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes texts safe to show on a terminal. Names of sites and files come from anywhere; a control character
/// in one could move the cursor, hide what stands there or turn the reading direction round.
package enum VisibleText {
  /// How a control character is written.
  package enum Escape: Sendable {
    /// `\u{1b}`, for a person.
    case braces
    /// `\u001b`, as JSON has it.
    case json
  }

  /// The text with every control character as a visible escape, but for line ends and tabs.
  ///
  /// - Parameters:
  ///   - escape: How a control character is written.
  ///   - emphasis: Sequences of Arpent's own that are let through, for example `ESC[1m`.
  package static func of(_ text: String, escape: Escape = .braces, emphasis: [String] = []) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      if scalar == "\u{1B}", let own = emphasis.first(where: { rest.starts(with: $0.unicodeScalars) }) {
        result.append(contentsOf: own.unicodeScalars)
        rest.removeFirst(own.unicodeScalars.count)
        continue
      }
      rest.removeFirst()
      if isHidden(scalar) {
        result.append(contentsOf: written(scalar, escape).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func written(_ scalar: Unicode.Scalar, _ escape: Escape) -> String {
    let hex = String(scalar.value, radix: 16)
    switch escape {
    case .braces: return "\\u{\(hex)}"
    case .json: return "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
  }

  /// Control characters of ASCII and of Latin-1, marks and overrides of the reading direction, separators of
  /// lines that no terminal shows, and characters without width in which words can be hidden.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
