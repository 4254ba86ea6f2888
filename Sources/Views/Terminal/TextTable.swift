// SPDX-License-Identifier: GPL-3.0-or-later

/// A table for a terminal: aligned columns, plain text, no colours.
package struct TextTable: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// Which edge the cells keep to.
    package enum Alignment: Sendable {
      case left
      case right
    }

    /// Head of the column.
    package var title: String
    /// Which edge the cells keep to.
    package var alignment: Alignment
    /// Columns of the terminal below which it is not cut where the table is too wide; nil for a column that
    /// is never cut.
    package var shrinksTo: Int?
    /// Place in the order in which columns are left out where cutting does not make the table narrow enough;
    /// nil for one that stays.
    package var goesOut: Int?

    /// One column.
    package init(_ title: String, _ alignment: Alignment = .left, shrinksTo: Int? = nil, goesOut: Int? = nil)
    {
      self.goesOut = goesOut
      self.title = title
      self.alignment = alignment
      self.shrinksTo = shrinksTo
    }
  }

  /// Columns in order.
  package var columns: [Column]
  /// Rows, each with one cell a column.
  package var rows: [[String]]

  /// A table for a terminal.
  package init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A table whose columns of numbers keep to the right, found by looking at the cells.
  ///
  /// - Parameters:
  ///   - headers: Heads of the columns; none makes a table without a head, as wide as its widest row.
  ///   - rows: Rows, each with one cell a column.
  package init(headers: [String], rows: [[String]]) {
    let count = headers.isEmpty ? rows.map(\.count).max() ?? 0 : headers.count
    columns = (0..<count).map { index in
      let cells = rows.compactMap { index < $0.count ? $0[index] : nil }.filter { !$0.isEmpty }
      let areNumbers = !cells.isEmpty && cells.allSatisfy(Self.isNumber)
      return Column(headers.isEmpty ? "" : headers[index], areNumbers ? .right : .left)
    }
    self.rows = rows
  }

  /// The table as text, one line a row, ending with a line end; no head where no column has a title.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal; nil where the output is none, so that nothing is cut.
  ///   - indent: Spaces before each line.
  package func text(width: Int? = nil, indent: Int = 0) -> String {
    if let width, let narrower = narrower(than: width - indent) {
      return narrower.text(width: width, indent: indent)
    }
    let hasHead = columns.contains { !$0.title.isEmpty }
    let cells = ((hasHead ? [columns.map(\.title)] : []) + rows).map { row in
      columns.indices.map { $0 < row.count ? TextWidth.safe(row[$0]) : "" }
    }
    let widths = fitted(cells: cells, width: width.map { $0 - indent })
    var lines = cells.map { line($0, widths: widths) }
    if hasHead {
      lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
    }
    let margin = String(repeating: " ", count: max(0, indent))
    return lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
  }

  /// The table without the column that goes out first, where the table does not fit and has one.
  private func narrower(than width: Int) -> TextTable? {
    let least = columns.indices.map { index in
      let cells = [columns[index].title] + rows.map { index < $0.count ? $0[index] : "" }
      let widest = cells.map { TextWidth.columns(TextWidth.safe($0)) }.max() ?? 0
      return min(widest, columns[index].shrinksTo ?? widest)
    }
    guard least.reduce(2 * max(0, columns.count - 1), +) > width else { return nil }
    let leaving = columns.indices.filter { columns[$0].goesOut != nil }
    guard let first = leaving.min(by: { (columns[$0].goesOut ?? 0) < (columns[$1].goesOut ?? 0) }) else {
      return nil
    }
    var table = self
    table.columns.remove(at: first)
    for row in table.rows.indices where first < table.rows[row].count { table.rows[row].remove(at: first) }
    return table
  }

  private static func isNumber(_ cell: String) -> Bool {
    cell.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && cell.allSatisfy { "0123456789.,-+%e ".contains($0) }
  }

  /// Widths of the columns: as wide as their widest cell, and where that is too much the widest shrinkable
  /// column shrinks first.
  private func fitted(cells: [[String]], width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      cells.map { TextWidth.columns($0[index]) }.max() ?? 0
    }
    guard let width else { return widths }
    let gaps = 2 * max(0, columns.count - 1)
    while widths.reduce(gaps, +) > width {
      let shrinkable = columns.indices.filter { widths[$0] > columns[$0].shrinksTo ?? .max }
      guard let widest = shrinkable.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let shown = TextWidth.cut(cell, to: widths[index])
      let space = String(repeating: " ", count: max(0, widths[index] - TextWidth.columns(shown)))
      if index > 0 { line += "  " }
      line += columns[index].alignment == .right ? space + shown : shown + space
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
