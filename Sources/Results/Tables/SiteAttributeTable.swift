// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Sites

/// The site table as rows and columns for files: identifier, name, then the attributes, each with what it
/// rests on where asked.
package struct SiteAttributeTable {
  /// Which attributes have a column `<attribute>_basis` after their own.
  package enum BasisColumns: Sendable {
    /// All of them.
    case all
    /// Those that planning reads.
    case planningAttributes
  }

  /// A column under the name it has in the file.
  private struct Column {
    var name: String
    var column: SiteTable.Column
    var hasBasis: Bool
  }

  private static let fixed = ["id", "name", "longitude", "latitude"]

  private let site: SiteTable
  private let columns: [Column]

  /// A view of a site table. Of a source that says in a field `x_basis` what its field `x` rests on, only the
  /// values' own basis is shown, once; a field of a name that every row has already gets an underscore.
  ///
  /// - Parameters:
  ///   - table: The sites.
  ///   - attributes: Which attributes, in this order; nil for all in the order of the table. Unknown ones are
  ///     passed over.
  ///   - basis: Which attributes say what they rest on.
  package init(table: SiteTable, attributes: [String]? = nil, basis: BasisColumns) {
    site = table
    func hasBasis(_ name: String) -> Bool {
      switch basis {
      case .all: !name.hasSuffix("_basis")
      case .planningAttributes: SiteAttribute(rawValue: name) != nil
      }
    }
    let asked = attributes.map { $0.compactMap { table.column($0) } } ?? table.columns
    let shown = asked.filter { column in
      guard column.name.hasSuffix("_basis") else { return true }
      let subject = String(column.name.dropLast("_basis".count))
      return table.column(subject) == nil || !hasBasis(subject)
    }
    var taken = Set(Self.fixed)
    var columns: [Column] = []
    for column in shown {
      var name = column.name
      let isStated = hasBasis(name)
      while taken.contains(name) || isStated && taken.contains("\(name)_basis") { name += "_" }
      taken.insert(name)
      if isStated { taken.insert("\(name)_basis") }
      columns.append(Column(name: name, column: column, hasBasis: isStated))
    }
    self.columns = columns
  }

  /// The rows.
  ///
  /// - Parameters:
  ///   - rows: Which sites, in this order.
  ///   - withPosition: Whether longitude and latitude are columns.
  package func table(rows: [Int], withPosition: Bool) -> ReportTable {
    var report = ReportTable(name: "sites", columns: heads(withPosition: withPosition))
    for row in rows {
      var cells: [ReportTable.Cell] = [.text(site.ids[row]), .text(site.names[row])]
      if withPosition {
        cells += [.number(site.positions[row].longitude), .number(site.positions[row].latitude)]
      }
      for column in columns {
        let value = column.column.values[row]
        switch value.content {
        case .number(let number): cells.append(.number(number))
        case .text(let text): cells.append(.text(text))
        case .missing: cells.append(.missing)
        }
        if column.hasBasis { cells.append(.optional(value.basis?.rawValue)) }
      }
      report.add(cells)
    }
    return report
  }

  private func heads(withPosition: Bool) -> [ReportTable.Column] {
    var heads: [ReportTable.Column] = [.init("id", .text), .init("name", .text)]
    if withPosition { heads += [.init("longitude", .number), .init("latitude", .number)] }
    for column in columns {
      heads.append(.init(column.name, column.column.values.contains { $0.number != nil } ? .number : .text))
      if column.hasBasis { heads.append(.init("\(column.name)_basis", .text)) }
    }
    return heads
  }
}
