// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers in fields that hold texts, such as the cells of a CSV file: decimal digits with a point, a sign
/// and an exponent. What the library of the language would also read (`0x10`, `nan`, `inf`), and what becomes
/// infinite, is no number.
package enum PlainNumber {
  /// The number that a text is; nil for any other text.
  package static func value(_ text: some StringProtocol) -> Double? {
    isWritten(text.utf8) ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
  }

  /// What to write in place of a text that is no number.
  package static func hint(for text: String) -> String {
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
    if let (number, unit) = withoutUnit(text) {
      let plain = value(number) == nil ? hint(for: number) : "write \(number)"
      if plain != usual { return "\(plain) alone, without '\(unit)', counted in the unit of the column" }
    }
    return usual
  }

  /// Whether people take a text for a number although it is not written as one: with a decimal comma, with
  /// thousands apart, in hexadecimal digits, with blanks at its ends, with a unit or a percent sign behind it
  /// or a currency before it.
  package static func isLike(_ text: some StringProtocol) -> Bool {
    // Most texts hold no digit at all, and layers hold many texts.
    guard text.utf8.contains(where: { (48...57).contains($0) || $0 > 127 }), text.contains(where: \.isNumber)
    else { return false }
    let closed = trimmed(text)
    guard !closed.isEmpty, value(text) == nil else { return false }
    if value(closed) != nil || hasDecimalComma(closed) { return true }
    let lower = closed.lowercased()
    if lower.hasPrefix("0x"), lower.count > 2, lower.dropFirst(2).allSatisfy(\.isHexDigit) { return true }
    if let (number, _) = withoutUnit(closed) { return value(number) != nil || isLike(number) }
    return hasThousands(closed)
  }

  /// Signs between thousands, beside commas and points.
  private static let gaps: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}", "_"]

  /// Units that stand behind numbers; the second ones only behind a blank, as codes such as `12C` end in
  /// them.
  private static let units: Set<String> = [
    "%", "€", "$", "£", "°", "eur", "keur", "meur", "k€", "m€", "mw", "kw", "gw", "mva", "kva", "kv", "mwh",
    "gwh", "kwh", "ha", "m2", "m²", "km2", "km²", "km", "m3", "m³", "kg", "ms", "db", "dba", "db(a)", "°c",
    "l/s",
    "m3/s", "m³/s", "m/s",
  ]
  private static let looseUnits: Set<String> = [
    "w", "v", "m", "cm", "mm", "t", "h", "s", "min", "c", "k", "gpu", "gpus",
  ]

  /// A number and the unit behind or the currency before it; nil where there is none.
  private static func withoutUnit(_ text: some StringProtocol) -> (number: String, unit: String)? {
    let closed = trimmed(text)
    if let first = closed.first, "€$£".contains(first) {
      return (trimmed(closed.dropFirst()), String(first))
    }
    for length in 1...5 where length < closed.count {
      let unit = closed.suffix(length)
      let rest = closed.dropLast(length)
      guard let last = rest.last else { continue }
      let isApart = gaps.contains(last)
      let lower = unit.lowercased()
      guard units.contains(lower) && (isApart || last.isNumber) || looseUnits.contains(lower) && isApart
      else {
        continue
      }
      return (trimmed(rest), String(unit))
    }
    return nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while let first = rest.first, gaps.contains(first) || first == "\t" { rest.removeFirst() }
    while let last = rest.last, gaps.contains(last) || last == "\t" { rest.removeLast() }
    return String(rest)
  }

  /// Whether its digits stand in groups of three with one sign between them: `1 200`, `1.234.567`,
  /// `1,234.5`, `1.234,5`.
  private static func hasThousands(_ text: String) -> Bool {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    guard let gap = digits.first(where: { !$0.isNumber }), gaps.contains(gap) || ",.".contains(gap) else {
      return false
    }
    let groups = digits.split(separator: gap, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.allSatisfy(\.isNumber) else {
      return false
    }
    return groups.indices.dropFirst().allSatisfy { index in
      let isLast = index == groups.count - 1
      let parts = groups[index].split(omittingEmptySubsequences: false) {
        isLast && $0 != gap && ",.".contains($0)
      }
      guard let whole = parts.first, parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
        return false
      }
      return whole.count == 3
    }
  }

  /// Whether it is a number but for a decimal comma: `12,5`.
  package static func hasDecimalComma(_ text: some StringProtocol) -> Bool {
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
