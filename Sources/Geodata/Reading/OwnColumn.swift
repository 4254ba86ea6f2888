// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A planner's own column of texts: numbers when every cell that is not empty is one, unless they are codes.
struct OwnColumn {
  private let name: String
  private let texts: [String]
  private let numbers: Int
  private let filled: Int

  /// Words in names of columns that hold codes.
  private static let codeWords: Set<String> = [
    "code", "codes", "id", "ident", "identifiant", "identifier", "insee", "siren", "siret", "ref",
    "reference", "cp",
    "postal", "postcode", "zip", "naf", "ape", "iris", "tel", "telephone", "phone", "fax", "key", "cle",
    "num", "numero",
    "no", "departement", "dep", "dept", "region", "canton", "epci", "parcelle", "section", "idu", "nic",
    "rna",
  ]

  init(name: String, texts: [String]) {
    self.name = name
    self.texts = texts
    filled = texts.count { !$0.isEmpty }
    numbers = texts.count { PlainNumber.value($0) != nil }
  }

  /// Whether its cells are read as numbers.
  var isNumber: Bool { filled > 0 && numbers == filled && !isCode }

  /// What keeps it from being read as numbers, where most of its cells are some or look like some.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - place: Where a row stands, in words.
  func remark(_ kind: String = "column", place: (Int) -> String) -> String? {
    guard filled > numbers, !isCode,
      let first = texts.indices.first(where: { !texts[$0].isEmpty && PlainNumber.value(texts[$0]) == nil })
    else { return nil }
    let commas = texts.count { PlainNumber.hasDecimalComma($0) }
    let likes = texts.count { PlainNumber.isLike($0) }
    guard likes + numbers > 0, (likes + numbers) * 2 >= filled else { return nil }
    let found = "'\(texts[first])' (\(place(first)))"
    if commas + numbers == filled {
      return
        "\(kind) '\(name)' holds decimal commas, first \(found), and stays text; write points to have numbers: "
        + PlainNumber.hint(for: texts[first])
    }
    if numbers == 0 || PlainNumber.isLike(texts[first]) {
      let others = likes > 1 ? ", as do \(likes - 1) more" : ""
      let like =
        PlainNumber.isLike(texts[first]) ? first : texts.firstIndex(where: PlainNumber.isLike) ?? first
      return
        "\(kind) '\(name)' stays text: '\(texts[like])' (\(place(like))) looks like a number and is written as none\(others); to have numbers, "
        + PlainNumber.hint(for: texts[like])
    }
    return
      "\(kind) '\(name)' stays text because of \(found), though \(numbers) of its \(filled) values are numbers; "
      + "make that one a number or leave it empty"
  }

  /// Codes look like numbers and are none: leading zeros, numbers of French registers, names that say so, too
  /// many digits.
  private var isCode: Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: Self.codeWords.contains) { return true }
    if ["insee", "siren", "siret", "postal"].contains(where: name.lowercased().contains) { return true }
    let filled = texts.filter { !$0.isEmpty }
    if filled.contains(where: Self.hasLeadingZero) { return true }
    if filled.contains(where: { $0.utf8.count > 15 && $0.utf8.allSatisfy(Self.isDigit) }) { return true }
    return filled.allSatisfy(Self.isRegisterNumber)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func hasLeadingZero(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count > 1 && bytes[0] == 48 && isDigit(bytes[1])
  }

  /// Whether it is a SIREN or SIRET: 9 or 14 digits of which the last one checks the others (Luhn).
  private static func isRegisterNumber(_ text: String) -> Bool {
    let digits = Array(text.utf8)
    guard digits.count == 9 || digits.count == 14, digits.allSatisfy(isDigit) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let digit = Int(item.element) - 48
      let doubled = item.offset % 2 == 1 ? digit * 2 : digit
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }
}
