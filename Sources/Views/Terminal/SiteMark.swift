// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands for a chosen site on a map in plain text and in the table beside it: 1 to 9, then capital
/// letters, then small ones.
enum SiteMark {
  /// Land, a site that could have been chosen, one that was left out, and a chosen one for which no mark is
  /// left.
  static let land: Character = "."
  static let notChosen: Character = "+"
  static let excluded: Character = "x"
  static let other: Character = "#"

  /// Marks in order. No letter O, which looks like a zero, and no small x, o or l.
  private static let marks = Array("123456789ABCDEFGHIJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwyz")

  /// Mark of a row of the table, from 0.
  static func of(row: Int) -> Character { row < marks.count ? marks[row] : other }

  /// The marks of this many rows in words, for example `1-9, A-C`.
  static func range(rows: Int) -> String {
    var parts: [String] = []
    for (first, last) in [(0, 8), (9, 33), (34, marks.count - 1)] where rows > first {
      let end = min(last, rows - 1)
      parts.append(end == first ? "\(marks[first])" : "\(marks[first])-\(marks[end])")
    }
    if rows > marks.count { parts.append("\(other)") }
    return parts.joined(separator: ", ")
  }
}
