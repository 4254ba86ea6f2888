// SPDX-License-Identifier: GPL-3.0-or-later

/// All candidate sites: one row a site, in ascending order of identifier, and one column an attribute.
///
/// Invariants: identifiers are unique; every column has exactly one value a site; column names are unique.
package struct SiteTable: Sendable, Equatable {
  /// Position on the Earth in WGS 84 degrees.
  package struct Position: Sendable, Equatable, Codable {
    /// Degrees east.
    package var longitude: Double
    /// Degrees north.
    package var latitude: Double

    /// A position in WGS 84 degrees.
    package init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// One attribute of every site.
  package struct Column: Sendable, Equatable, Codable {
    /// Name, with its unit as the last part for a physical quantity.
    package var name: String
    /// Unit of its numbers; empty for texts and ratios.
    package var unit: String
    /// One value a site, in the order of the table.
    package var values: [SiteValue]

    /// One attribute of every site.
    package init(name: String, unit: String, values: [SiteValue]) {
      self.name = name
      self.unit = unit
      self.values = values
    }
  }

  /// A table that cannot be made.
  package enum Fault: Error, Equatable, CustomStringConvertible {
    /// Two rows have the same identifier.
    case duplicateIdentifier(String)
    /// A column does not have one value a site.
    case wrongLength(column: String, values: Int, sites: Int)

    package var description: String {
      switch self {
      case .duplicateIdentifier(let id):
        "site id '\(id)' appears more than once; ids must be unique"
      case .wrongLength(let column, let values, let sites):
        "column '\(column)' has \(values) values for \(sites) sites"
      }
    }
  }

  /// Stable identifiers, ascending.
  package let ids: [String]
  /// Names to show, in the order of `ids`.
  package let names: [String]
  /// Positions, in the order of `ids`.
  package let positions: [Position]
  /// Attributes, in the order in which they were added.
  package private(set) var columns: [Column] = []
  private var columnIndex: [String: Int] = [:]
  private var rowIndex: [String: Int] = [:]

  /// A table without attributes; rows are put in ascending order of identifier.
  ///
  /// - Throws: `Fault.duplicateIdentifier`.
  package init(sites: [(id: String, name: String, position: Position)]) throws(Fault) {
    let sorted = sites.sorted { $0.id < $1.id }
    ids = sorted.map(\.id)
    names = sorted.map(\.name)
    positions = sorted.map(\.position)
    for (row, id) in ids.enumerated() where rowIndex.updateValue(row, forKey: id) != nil {
      throw .duplicateIdentifier(id)
    }
  }

  /// Number of sites.
  package var count: Int { ids.count }

  /// Row of a site, or nil when there is no such site.
  package func row(of id: String) -> Int? { rowIndex[id] }

  /// A column by name, or nil when there is none.
  package func column(_ name: String) -> Column? { columnIndex[name].map { columns[$0] } }

  /// Value of an attribute of a site; missing when the table has no such column.
  package func value(_ name: String, row: Int) -> SiteValue {
    guard let index = columnIndex[name] else { return .missing("no column '\(name)'") }
    return columns[index].values[row]
  }

  /// Number of an attribute of a site; nil when missing or a text.
  package func number(_ name: String, row: Int) -> Double? { value(name, row: row).number }

  /// Text of an attribute of a site; nil when missing or a number.
  package func text(_ name: String, row: Int) -> String? { value(name, row: row).text }

  /// Adds a column, or replaces the one of the same name in its place.
  ///
  /// - Throws: `Fault.wrongLength`.
  package mutating func set(_ column: Column) throws(Fault) {
    guard column.values.count == count else {
      throw .wrongLength(column: column.name, values: column.values.count, sites: count)
    }
    if let index = columnIndex[column.name] {
      columns[index] = column
    } else {
      columnIndex[column.name] = columns.count
      columns.append(column)
    }
  }

  /// Replaces one value; does nothing when there is no such column.
  package mutating func set(_ value: SiteValue, column name: String, row: Int) {
    guard let index = columnIndex[name] else { return }
    columns[index].values[row] = value
  }
}
