// SPDX-License-Identifier: GPL-3.0-or-later

/// A number as people and spreadsheets write it, where TOML would not read it: `0,7`, `6 000 000 000`,
/// `1.234,56`, `7 %`, `100 MW`.
package struct NumberSpelling: Sendable, Equatable {
  /// What is wrong with it.
  package let message: String
  /// How TOML writes it.
  package let hint: String

  /// Says how a number is to be written; nil for what is no number, or one that TOML reads as it is.
  package init?(_ text: String) {
    guard text.utf8.count <= 200 else { return nil }
    var parts = Parts(text)
    guard parts.scan(), let forms = parts.forms(), !forms.isEmpty else { return nil }
    let written = parts.written
    if parts.rest.isEmpty {
      guard forms != [written] else { return nil }
      if forms.count == 2 {
        hint = "write \(forms[0]) for thousands or \(forms[1]) for decimals"
      } else {
        let isCode = written.count > 1 && written.allSatisfy { $0.isASCII && $0.isNumber }
        hint = isCode ? "write \(forms[0]), or \"\(written)\" for a code" : "write \(forms[0])"
      }
    } else if parts.rest == "%" {
      let ratios = forms.compactMap { Double($0.filter { $0 != "_" }).map { ($0 / 100).description } }
      guard let first = ratios.first else { return nil }
      hint = "for a ratio write \(first)"
    } else {
      hint = "write \(forms[0]) alone; the unit is part of the key"
    }
    message = "'\(text)' is not how TOML writes a number"
  }

  /// A number taken apart.
  private struct Parts {
    private let scalars: [Unicode.Scalar]
    private var sign = ""
    private var groups: [String] = [""]
    private var separators: [Unicode.Scalar] = []
    private var exponent = ""
    /// What stands behind the number: a unit or a percent sign.
    private(set) var rest = ""

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The whole text.
    var written: String { String(String.UnicodeScalarView(scalars)) }

    /// Blanks of all widths, of which French typography uses several.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
      isBlank(scalar) || scalar == "." || scalar == "," || scalar == "'" || scalar == "\u{2019}"
        || scalar == "_"
    }

    /// Takes the text apart; false where it is no number with a unit.
    mutating func scan() -> Bool {
      var index = 0
      func at(_ index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
      if let first = at(0), first == "+" || first == "-" || first == "\u{2212}" {
        sign = first == "+" ? "+" : "-"
        index = 1
      }
      while let scalar = at(index) {
        if Self.isDigit(scalar) {
          groups[groups.count - 1].unicodeScalars.append(scalar)
        } else if Self.isSeparator(scalar),
          at(index + 1).map(Self.isDigit) == true
            || (scalar == "." || scalar == ",") && at(index + 1).map(Self.isSeparator) != true
        {
          separators.append(scalar)
          groups.append("")
        } else {
          break
        }
        index += 1
      }
      guard groups.contains(where: { !$0.isEmpty }) else { return false }
      index = scanExponent(from: index)
      while let scalar = at(index), Self.isBlank(scalar) { index += 1 }
      rest = String(String.UnicodeScalarView(scalars[index...]))
      return rest.count <= 12
        && rest.unicodeScalars.allSatisfy { scalar in
          !Self.isDigit(scalar) && scalar.value > 0x20
            && !"=,;:#[]{}\"'_.-+<>|\\&?!".unicodeScalars.contains(scalar)
        }
    }

    private mutating func scanExponent(from start: Int) -> Int {
      guard start < scalars.count, scalars[start] == "e" || scalars[start] == "E" else { return start }
      var end = start + 1
      var text = "e"
      if end < scalars.count, scalars[end] == "+" || scalars[end] == "-" {
        text.unicodeScalars.append(scalars[end])
        end += 1
      }
      let digits = end
      while end < scalars.count, Self.isDigit(scalars[end]) {
        text.unicodeScalars.append(scalars[end])
        end += 1
      }
      guard end > digits else { return start }
      exponent = text
      return end
    }

    /// The number as TOML writes it, twice where it can mean two things; nil where it means nothing.
    func forms() -> [String]? {
      guard let last = separators.last else { return [sign + whole(groups) + exponent] }
      let isMark = last == "," || last == "."
      let marks = separators.filter { $0 == last }.count
      let isGrouped = Self.isGrouped(groups)
      if !isMark || marks > 1 {
        // All the same: thousands.
        guard isGrouped, Self.areAlike(separators) else { return nil }
        return [sign + whole(groups) + exponent]
      }
      // The last mark stands alone: decimals, with thousands before it.
      let before = separators.dropLast()
      guard Self.areAlike(Array(before)), Self.isGrouped(groups.dropLast()) || before.isEmpty else {
        return nil
      }
      let fraction = groups[groups.count - 1]
      let decimal = sign + whole(groups.dropLast()) + "." + (fraction.isEmpty ? "0" : fraction) + exponent
      let isEither = last == "," && before.isEmpty && isGrouped && groups[0] != "0" && exponent.isEmpty
      return isEither ? [sign + whole(groups), decimal] : [decimal]
    }

    private static func areAlike(_ separators: [Unicode.Scalar]) -> Bool {
      separators.allSatisfy { $0 == separators.first || isBlank($0) && separators.first.map(isBlank) == true }
    }

    /// Whether groups stand as thousands do: one to three digits, then three each.
    private static func isGrouped(_ groups: some Collection<String>) -> Bool {
      guard let first = groups.first, (1...3).contains(first.count) else { return false }
      return groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    /// Groups joined by underscores, without zeros in front.
    private func whole(_ groups: some Collection<String>) -> String {
      let joined = groups.joined(separator: "_")
      let kept = joined.drop { $0 == "0" || $0 == "_" }
      return kept.isEmpty ? "0" : String(kept)
    }
  }
}
