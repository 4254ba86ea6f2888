// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// The keys of a kind of file as tables for people, in Markdown: one for each table of the file.
struct KeyTables {
  /// The keys of one table of a file.
  struct Part {
    /// Keys that lead to it, joined by dots, without names that a planner gives.
    var path: String
    /// How it is written in a file, for example `[[screening.rule]]`; empty for the root.
    var title: String
    /// The word on which its keys depend, as it is written; empty where they depend on none.
    var form: String
    /// A line for each key.
    var rows: [String]

    /// The table without its title.
    var table: String {
      "| key | unit | takes | where it is left out | meaning |\n|---|---|---|---|---|\n" + rows.joined()
    }
  }

  private(set) var parts: [Part] = []

  /// - Parameter path: Where a scenario has the table; empty for its root.
  init(_ shape: TableShape, path: String) { add(shape, path: path, title: "", isList: false) }

  /// All tables with their titles, or the tables of one path alone.
  func text(table: String? = nil) -> String {
    let parts = parts.filter { table == nil || $0.path == table }
    return parts.enumerated().map { index, part in
      let form = part.form.isEmpty ? "" : " with `\(part.form)`"
      let title = part.title.isEmpty ? "" : "### `\(part.title)`\(form)\n\n"
      return (index == 0 ? "" : "\n") + (table == nil || parts.count > 1 ? title : "") + part.table
    }.joined()
  }

  private mutating func add(_ shape: TableShape, path: String, title: String, isList: Bool) {
    let keys = shape.entries.sorted { $0.key < $1.key }
    let rows = keys.filter { !Self.isHolder($0.key, $0.value) }.map { row($0.key, $0.value) }
    if !rows.isEmpty {
      parts.append(
        Part(
          path: path, title: title.isEmpty ? "" : isList ? "[[\(title)]]" : "[\(title)]",
          form: shape.fixed.map { "\($0.key) = \"\($0.word)\"" } ?? "", rows: rows))
    }
    for (key, entry) in keys {
      for table in shape.children(key) where !Self.isLimit(table) {
        add(
          table, path: TableShape.path(path, to: key), title: title.isEmpty ? key : "\(title).\(key)",
          isList: entry.isList)
      }
    }
  }

  /// Whether a key stands for names that hold tables of their own.
  private static func isHolder(_ key: String, _ entry: TableShape.Entry) -> Bool {
    guard key == TableShape.anyName, case .table(let table)? = entry.forms.first else { return false }
    return !isLimit(table)
  }

  /// Whether a table is a number by year, with its price and source.
  private static func isLimit(_ table: TableShape) -> Bool {
    table.entries[TableShape.anyYear] != nil
      && table.entries.keys.allSatisfy {
        [TableShape.anyYear, "value", "source"].contains($0) || $0.hasPrefix("penalty_eur_per_")
      }
  }

  private func row(_ key: String, _ entry: TableShape.Entry) -> String {
    let units = entry.forms.map { Self.unit(of: key, $0) }.filter { !$0.isEmpty }
    var takes: [String] = []
    for words in entry.forms.map(Self.takes) where !words.isEmpty && !takes.contains(words) {
      takes.append(words)
    }
    let list = entry.isList ? "list: " : ""
    let left =
      entry.isRequired
      ? "needed"
      : entry.defaultFigure.map { figure in
        let band =
          [figure.low, figure.high].compactMap { $0 }.isEmpty
          ? ""
          : " (\(Self.number(figure.low ?? figure.value)) to \(Self.number(figure.high ?? figure.value)))"
        return Self.number(figure.value) + band
      } ?? ""
    let cells = [
      "`\(key)`", units.first ?? "", list + takes.joined(separator: ", or "), left, entry.meaning,
    ]
    return "|" + cells.map { $0.isEmpty ? " |" : " \($0.replacing("|", with: "\\|")) |" }.joined() + "\n"
  }

  private static func number(_ value: Double) -> String { NumberText.rounded(value, digits: 6) }

  private static func unit(of key: String, _ form: KeyShape) -> String {
    switch form {
    case .quantity(_, let unit, _, _) where !unit.isEmpty: unit
    case .number, .quantity: KeyUnit.of(key)
    case .site(_, let unit): unit
    case .table(let table) where isLimit(table): KeyUnit.of(key)
    case .text, .boolean, .version, .table: ""
    }
  }

  private static func takes(_ form: KeyShape) -> String {
    switch form {
    case .number(let range, let isWhole), .quantity(let range, _, _, let isWhole):
      let number = isWhole ? "a whole number" : "a number"
      return range.highest >= 1e15 ? number : "\(number) \(range.words)"
    case .text(.words(let words)): return words.map { "`\($0)`" }.joined(separator: ", ")
    case .text(.attribute): return "an attribute"
    case .text(.condition): return "a condition"
    case .text(.path): return "a path"
    case .text(.reference): return "a code such as EPSG:2154"
    case .text(.day): return "a day, such as 2026-12-01"
    case .text(.any), .text(.notEmpty): return "a text"
    case .boolean(let isAlwaysTrue): return isAlwaysTrue ? "`true`" : "`true` or `false`"
    case .version: return "\(SchemaVersion.current)"
    case .site(let form, _): return Self.takes(form)
    case .table(let table): return isLimit(table) ? "a number for each year" : "a table"
    }
  }

  static func takes(_ form: SiteValueForm) -> String {
    switch form {
    case .number(let range, let excludesLowest, let isWhole, let list):
      let numbers = NumberRange(
        lowest: range.lowerBound, highest: range.upperBound, isAboveLowest: excludesLowest)
      return list.isEmpty
        ? (isWhole ? "a whole number " : "a number ") + numbers.words
        : list.map(NumberText.plain).joined(separator: ", ")
    case .word(let words): return words.map { "`\($0)`" }.joined(separator: ", ")
    case .wordOrOther(let words): return words.map { "`\($0)`" }.joined(separator: ", ") + ", or another text"
    case .countries: return "country codes divided by bars, or `unknown`"
    case .powerSteps: return "years and MW, such as `2027:240;2029:700`"
    case .departement: return "an INSEE code"
    case .text: return "a text"
    }
  }
}
