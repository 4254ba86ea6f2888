// SPDX-License-Identifier: GPL-3.0-or-later

/// One column of a table, a map layer or an export: its name, what its cells hold, and where a row has them.
/// Heads, cells, fields of layers and schemas are functions over lists of columns.
package struct Column<Row>: Sendable {
  /// Name, with its unit as the last part for a physical quantity.
  package var name: String
  /// What its cells hold, unless missing.
  package var kind: ReportTable.Kind
  /// Unit; empty for a ratio, a count or a text, and where nobody asks.
  package var unit = ""
  /// What it is, for those who read the file by program; empty where nobody asks.
  package var meaning = ""
  /// The cell of a row.
  package let cell: @Sendable (Row) -> ReportTable.Cell

  private init(
    _ name: String, _ kind: ReportTable.Kind, _ unit: String = "", _ meaning: String = "",
    _ cell: @escaping @Sendable (Row) -> ReportTable.Cell
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
    self.cell = cell
  }

  /// A column of texts; nil is missing.
  package static func text(
    _ name: String, meaning: String = "", _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name, .text, "", meaning) { value($0).map { .text($0) } ?? .missing }
  }

  /// A column of whole numbers; nil is missing.
  package static func integer(
    _ name: String, meaning: String = "", _ value: @escaping @Sendable (Row) -> Int?
  ) -> Self {
    Self(name, .integer, "", meaning) { value($0).map { .integer($0) } ?? .missing }
  }

  /// A column of numbers; nil is missing.
  package static func number(
    _ name: String, unit: String = "", meaning: String = "", _ value: @escaping @Sendable (Row) -> Double?
  ) -> Self {
    Self(name, .number, unit, meaning) { value($0).map { .number($0) } ?? .missing }
  }

  /// A column of truth values; nil is missing.
  package static func flag(_ name: String, _ value: @escaping @Sendable (Row) -> Bool?) -> Self {
    Self(name, .flag) { value($0).map { .flag($0) } ?? .missing }
  }

  /// A column whose kind is known only from what it is to hold.
  package static func cells(
    _ name: String, _ kind: ReportTable.Kind, unit: String = "", meaning: String = "",
    _ cell: @escaping @Sendable (Row) -> ReportTable.Cell
  ) -> Self {
    Self(name, kind, unit, meaning, cell)
  }

  /// The same column of rows that hold such a row.
  package func of<Parent>(_ part: @escaping @Sendable (Parent) -> Row) -> Column<Parent> {
    Column<Parent>(name, kind, unit, meaning) { cell(part($0)) }
  }

  /// The same column with a cell in place of missing ones, for styles, which know no missing value.
  package func filled(_ neutral: ReportTable.Cell) -> Self {
    Self(name, kind, unit, meaning) { row in
      let found = cell(row)
      return found == .missing ? neutral : found
    }
  }

  /// Name and kind, as a table holds them.
  package var head: ReportTable.Head { ReportTable.Head(name, kind) }
}

extension ReportTable {
  /// A table of rows.
  package init<Row>(name: String, _ columns: [Column<Row>], rows: some Sequence<Row>) {
    self.init(name: name, columns: columns.map(\.head))
    for row in rows { add(columns.map { $0.cell(row) }) }
  }
}
