// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents

/// A table of a result, the same for every format that writes it: CSV, GeoPackage, the fields of a map layer.
package struct ReportTable: Sendable, Equatable {
  /// One value.
  package enum Cell: Sendable, Equatable {
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// True or false.
    case flag(Bool)
    /// Not known, or not applicable. Never a zero.
    case missing
  }

  /// What the cells of a column hold.
  package enum Kind: Sendable, Equatable {
    case text
    case integer
    case number
    case flag
  }

  /// The head of one column.
  package struct Head: Sendable, Equatable {
    /// Name, with its unit as the last part for a physical quantity.
    package var name: String
    /// What its cells hold, unless missing.
    package var kind: Kind

    /// The head of one column.
    package init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// Name of the table, also the name of its file without extension.
  package var name: String
  /// Columns in order.
  package var columns: [Head]
  /// Rows, each with one cell a column.
  package private(set) var rows: [[Cell]] = []

  /// An empty table.
  package init(name: String, columns: [Head]) {
    self.name = name
    self.columns = columns
  }

  /// Adds a row; missing cells at its end are filled as missing and cells too many are dropped.
  package mutating func add(_ cells: [Cell]) {
    guard cells.count != columns.count else {
      rows.append(cells)
      return
    }
    let filled = cells + Array(repeating: .missing, count: max(0, columns.count - cells.count))
    rows.append(Array(filled.prefix(columns.count)))
  }
}

extension ReportTable.Cell {
  /// The number, or missing.
  package static func optional(_ value: Double?) -> ReportTable.Cell { value.map { .number($0) } ?? .missing }
  /// The whole number, or missing.
  package static func optional(_ value: Int?) -> ReportTable.Cell { value.map { .integer($0) } ?? .missing }
  /// The text, or missing.
  package static func optional(_ value: String?) -> ReportTable.Cell { value.map { .text($0) } ?? .missing }
  /// The truth value, or missing.
  package static func optional(_ value: Bool?) -> ReportTable.Cell { value.map { .flag($0) } ?? .missing }

  /// As JSON; missing is `null`.
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .flag(let value): .bool(value)
    case .missing: .null
    }
  }
}
