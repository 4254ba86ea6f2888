// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers in fields that hold texts, such as the cells of a CSV file: decimal digits with a point, a sign and an exponent. What the
/// library of the language would also read (`0x10`, `nan`, `inf`), and what becomes infinite, is no number.
public enum PlainNumber {
  /// The number that a text is; nil for any other text.
  public static func value(_ text: some StringProtocol) -> Double? {
    isWritten(text.utf8) ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
  }

  /// What to write in place of a text that is no number.
  public static func hint(for text: String) -> String {
    let usual = "write digits with a point, such as 12.5"
    let lower = text.lowercased()
    if ["nan", "inf", "infinity", "-inf", "+inf", "-infinity", "na", "n/a", "null", "-"].contains(lower) {
      return "leave it empty where nothing is known"
    }
    if isWritten(text.utf8) { return "no calculation can hold it" }
    let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}", "_", "\t"]
    let closed = String(text.filter { !blanks.contains($0) })
    let commas = closed.filter { $0 == "," }.count
    let pointed = commas == 1 ? String(closed.map { $0 == "," ? "." : $0 }) : closed
    let last = closed.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    // Three digits behind the only comma are thousands to some and decimals to others.
    if commas == 1, last.count == 3, last.allSatisfy(\.isNumber), value(pointed) != nil {
      return "write \(closed.filter { $0 != "," }) for thousands or \(pointed) for decimals"
    }
    if value(pointed) != nil { return "write \(pointed)" }
    return usual
  }

  /// Whether it is a number but for a decimal comma: `12,5`.
  public static func hasDecimalComma(_ text: some StringProtocol) -> Bool {
    guard text.utf8.filter({ $0 == 0x2C }).count == 1 else { return false }
    return value(String(text.map { $0 == "," ? "." : $0 })) != nil
  }

  private static func isWritten(_ bytes: some Sequence<UInt8>) -> Bool {
    var iterator = bytes.makeIterator()
    var next = iterator.next()
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
    if next == 0x2B || next == 0x2D { next = iterator.next() }
    var digits = 0
    while isDigit(next) {
      digits += 1
      next = iterator.next()
    }
    if next == 0x2E {
      next = iterator.next()
      while isDigit(next) {
        digits += 1
        next = iterator.next()
      }
    }
    guard digits > 0 else { return false }
    guard next == 0x65 || next == 0x45 else { return next == nil }
    next = iterator.next()
    if next == 0x2B || next == 0x2D { next = iterator.next() }
    guard isDigit(next) else { return false }
    while isDigit(next) { next = iterator.next() }
    return next == nil
  }
}
