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
  private struct Attribute {
    var name: String
    var column: SiteTable.Column
    var hasBasis: Bool
  }

  private static let fixed = ["id", "name", "longitude", "latitude"]

  private let site: SiteTable
  private let columns: [Attribute]

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
    var columns: [Attribute] = []
    for column in shown {
      var name = column.name
      let isStated = hasBasis(name)
      while taken.contains(name) || isStated && taken.contains("\(name)_basis") { name += "_" }
      taken.insert(name)
      if isStated { taken.insert("\(name)_basis") }
      columns.append(Attribute(name: name, column: column, hasBasis: isStated))
    }
    self.columns = columns
  }

  /// The rows.
  ///
  /// - Parameters:
  ///   - rows: Which sites, in this order.
  ///   - withPosition: Whether longitude and latitude are columns.
  package func table(rows: [Int], withPosition: Bool) -> ReportTable {
    ReportTable(name: "sites", all(withPosition: withPosition), rows: rows)
  }

  /// The columns of the file, each over the row of a site.
  private func all(withPosition: Bool) -> [Column<Int>] {
    let site = site
    var all: [Column<Int>] = [.text("id") { site.ids[$0] }, .text("name") { site.names[$0] }]
    if withPosition {
      all += [
        .number("longitude") { site.positions[$0].longitude },
        .number("latitude") { site.positions[$0].latitude },
      ]
    }
    for column in columns {
      let values = column.column.values
      all.append(
        .cells(column.name, values.contains { $0.number != nil } ? .number : .text) { row in
          switch values[row].content {
          case .number(let number): .number(number)
          case .text(let text): .text(text)
          case .missing: .missing
          }
        })
      if column.hasBasis { all.append(.text("\(column.name)_basis") { values[$0].basis?.rawValue }) }
    }
    return all
  }
}
