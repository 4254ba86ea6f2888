// SPDX-License-Identifier: GPL-3.0-or-later

/// Columns of a site source whose names are one step off a name that planning reads.
package enum ColumnMeaning {
  /// Every name that planning reads from a site source.
  package static let known: [String] =
    SiteAttribute.allCases.map(\.rawValue) + SovereigntyFact.allCases.map(\.rawValue) + [
      "demand_zone_free_mw"
    ]

  /// The words of each, taken apart once.
  private static let knownWords = known.reduce(into: [String: [String]]()) { $0[$1] = words(of: $1) }

  /// Units that stand at the end of names, or are left out there.
  private static let units: Set<String> = [
    "mw", "kw", "gw", "w", "mva", "ha", "m2", "km2", "kv", "v", "km", "m", "c", "degc", "k",
  ]

  /// What a column was most likely meant for: its name differs from a known one in case or punctuation, in
  /// the order of its words, in or by its unit, by one letter, or is cut to the ten characters of a
  /// Shapefile.
  ///
  /// - Returns: Known names in alphabetical order; empty for a known name and for one that is like none.
  package static func meant(by column: String) -> [String] {
    if known.contains(column) { return [] }
    let words = words(of: column)
    let flat = words.joined()
    if flat.isEmpty { return [] }
    func found(_ isMeant: (String) -> Bool) -> [String]? {
      let names = known.filter(isMeant).sorted()
      return names.isEmpty ? nil : names
    }
    let sorted = words.sorted()
    let unitless = words.filter { !units.contains($0) }.sorted()
    return found { knownWords[$0, default: []].joined() == flat }
      ?? found { knownWords[$0, default: []].sorted() == sorted }
      ?? found { isCut(column, from: $0) }
      ?? found { isOneLetterOff(flat, knownWords[$0, default: []].joined()) }
      ?? found { isEachWordNear(words, knownWords[$0, default: []]) }
      ?? found { name in
        let own = knownWords[name, default: []]
        let rest = own.filter { !units.contains($0) }.sorted()
        return rest == unitless && rest.count < own.count
      }
      ?? found { isOneWordOff(words, knownWords[$0, default: []]) }
      ?? FrenchColumns.meant(by: words.filter { !units.contains($0) }).map { [$0.rawValue] } ?? []
  }

  /// Words that say the same as one that planning uses.
  private static let sameWords = [
    "yr": "year", "hectare": "ha", "megawatt": "mw", "kilovolt": "kv", "kilometre": "km", "kilometer": "km",
  ]

  /// Whether two names have the same words but for one word too many or too few and for plurals, and share
  /// two at least.
  private static func isOneWordOff(_ one: [String], _ other: [String]) -> Bool {
    func plain(_ words: [String]) -> Set<String> {
      Set(
        words.map { word in
          let single =
            word.hasSuffix("ies")
            ? String(word.dropLast(3)) + "y"
            : word.count > 3 && word.hasSuffix("s")
              ? String(word.dropLast()) : word
          return sameWords[single] ?? single
        })
    }
    let (a, b) = (plain(one), plain(other))
    // What a value rests on and where it comes from stand beside it under its name and one word more.
    if one.contains("basis") || one.contains("source") { return false }
    let shared = a.intersection(b).count
    return shared >= 2 && a.symmetricDifference(b).count <= 1
  }

  /// Whether each word of one name is a word of the other or one letter off it, in the same order; units and
  /// numbers have to be the same.
  private static func isEachWordNear(_ one: [String], _ other: [String]) -> Bool {
    guard one.count == other.count, one.count > 1 else { return false }
    return zip(one, other).allSatisfy { a, b in
      if a == b { return true }
      if units.contains(a) || units.contains(b) { return false }
      return isOneLetterOff(a, b, shortest: 3)
    }
  }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether a name is what a Shapefile leaves of another: ten characters, or eight and a number for the
  /// second of the same ten.
  private static func isCut(_ column: String, from name: String) -> Bool {
    let (short, long) = (column.lowercased(), name.lowercased())
    guard short.utf8.count <= 10, long.utf8.count > 10 else { return false }
    if short.utf8.count == 10, long.hasPrefix(short) { return true }
    let parts = short.split(separator: "_")
    guard parts.count > 1, let last = parts.last, last.allSatisfy(\.isNumber), last.count < 3 else {
      return false
    }
    let stem = short.dropLast(last.count + 1)
    return stem.utf8.count >= 7 && long.hasPrefix(stem)
  }

  /// Whether one letter is missing, too many, another one or in the place of its neighbour; digits have a
  /// meaning of their own.
  private static func isOneLetterOff(_ one: String, _ other: String, shortest: Int = 6) -> Bool {
    let (a, b) = (Array(one), Array(other))
    guard max(a.count, b.count) >= shortest, a.filter(\.isNumber) == b.filter(\.isNumber) else {
      return false
    }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (Array(a[start..<(a.count - end)]), Array(b[start..<(b.count - end)]))
    if left.count <= 1, right.count <= 1 { return true }
    return left.count == 2 && right.count == 2 && left[0] == right[1] && left[1] == right[0]
  }
}
