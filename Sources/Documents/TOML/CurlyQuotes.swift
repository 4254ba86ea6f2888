// SPDX-License-Identifier: GPL-3.0-or-later

/// Quotes as word processors and web pages make them, which TOML does not know.
package enum CurlyQuotes {
  private static let double: Set<Unicode.Scalar> = [
    "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}",
  ]
  private static let single: Set<Unicode.Scalar> = [
    "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2039}", "\u{203A}",
  ]
  static let all = double.union(single)

  /// The text in curly quotes at the beginning of another one, and its length in UTF-8 with the quotes; nil
  /// where there is none.
  static func leading(_ text: String) -> (text: String, length: Int)? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, all.contains(first) else { return nil }
    let closing: (Unicode.Scalar) -> Bool =
      double.contains(first) ? { double.contains($0) || $0 == "\"" } : { single.contains($0) || $0 == "'" }
    guard let end = scalars.dropFirst().firstIndex(where: closing) else { return nil }
    let inner = scalars[scalars.index(after: scalars.startIndex)..<end]
    let blanks: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    let trimmed = inner.drop(while: blanks)
    let count = trimmed.reversed().prefix(while: blanks).count
    return (
      String(String.UnicodeScalarView(trimmed.dropLast(count))),
      text.utf8.distance(from: text.startIndex, to: scalars.index(after: end))
    )
  }

  /// The same text in straight quotes, where all of it stands in curly ones; nil otherwise.
  package static func straightened(_ text: String) -> String? {
    guard let (inner, length) = leading(text), length == text.utf8.count else { return nil }
    return TOMLText.quoted(inner)
  }
}
