// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// Where a GeoPackage differs from the one made again. A GeoPackage is a database: its schema, and every row
/// of every table, styles and what it says of its layers included, are read as the literals of SQL and
/// compared.
enum GeoPackageDifference {
  static func all(expected: [UInt8], found: [UInt8], sameLibraries: Bool) -> [String] {
    do {
      let wanted = try Contents(expected)
      let contents: Contents
      do {
        contents = try Contents(found)
      } catch {
        return ["cannot be read: \(error)"]
      }
      return differences(wanted, contents, sameLibraries: sameLibraries)
    } catch {
      return ["cannot be made again to be compared: \(error)"]
    }
  }

  private static func differences(
    _ wanted: Contents, _ found: Contents, sameLibraries: Bool
  ) -> [String] {
    var differences: [String] = []
    func isKept(_ table: String) -> Bool {
      sameLibraries || !["gpkg_", "rtree_", "sqlite_", "trigger_"].contains { table.hasPrefix($0) }
    }
    for (name, table) in wanted.tables where isKept(name) {
      guard let other = found.table(name) else {
        differences.append("table '\(name)' is missing")
        continue
      }
      if table.rows.count != other.rows.count {
        differences.append(
          "table '\(name)' has \(other.rows.count) rows, and the inputs give \(table.rows.count)")
      }
      if table.columns != other.columns {
        differences.append(
          "table '\(name)' has the columns \(other.columns), and the inputs give \(table.columns)")
        continue
      }
      for (index, (row, second)) in zip(table.rows, other.rows).enumerated() where row != second {
        for (column, (cell, value)) in zip(row, second).enumerated() where cell != value {
          differences.append(
            "table '\(name)', row \(index + 1), \(table.columns[column]): the inputs give \(short(cell)), the file says "
              + short(value))
        }
      }
    }
    for (name, _) in found.tables where isKept(name) && wanted.table(name) == nil {
      differences.append("the inputs give no table '\(name)'")
    }
    return differences
  }

  private static func short(_ text: String) -> String {
    text.count > 60 ? text.prefix(57) + "..." : text
  }
}

extension GeoPackageDifference {
  /// One table.
  private struct Table {
    var columns: [String]
    var rows: [[String]]
  }

  /// All tables of a file, the schema among them.
  private struct Contents {
    var tables: [(name: String, table: Table)] = []

    func table(_ name: String) -> Table? { tables.first { $0.name == name }?.table }

    /// Reads a copy in memory, so that nothing is left beside the file.
    init(_ bytes: [UInt8]) throws {
      let folder = MemoryFolder()
      let path = try folder.write(bytes, as: "plan.gpkg")
      try Dataset.withOpen(path, contents: .vector, drivers: ["GPKG"]) { dataset in
        let schema = try Self.rows(
          ["type", "name", "tbl_name", "sql"], of: "sqlite_master", order: "type, name", in: dataset)
        tables.append(
          (name: "sqlite_master", table: Table(columns: ["type", "name", "tbl_name", "sql"], rows: schema)))
        let names = try Self.texts(
          "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", in: dataset)
        for name in names {
          let columns = try Self.texts(
            "SELECT name FROM pragma_table_info(\(Self.quoted(name, "'"))) ORDER BY cid", in: dataset)
          let rows = try Self.rows(columns, of: name, order: nil, in: dataset)
          tables.append((name: name, table: Table(columns: columns, rows: rows)))
        }
      }
    }

    /// Every row of a table, each cell as a literal of SQL.
    private static func rows(
      _ columns: [String], of table: String, order: String?, in dataset: Dataset
    ) throws -> [[String]] {
      if columns.isEmpty { return [] }
      let cells = columns.enumerated().map { "quote(\(quoted($1, "\""))) AS c\($0)" }
      let statement =
        "SELECT " + cells.joined(separator: ", ") + " FROM " + quoted(table, "\"")
        + (order.map { " ORDER BY \($0)" } ?? "")
      return try dataset.withSQLResult(statement) { layer in
        try layer.features().map { feature in feature.values.map { $0.text ?? "\($0)" } }
      }
    }

    private static func texts(_ statement: String, in dataset: Dataset) throws -> [String] {
      try dataset.withSQLResult(statement) { layer in
        try layer.features().compactMap { $0.values.first?.text }
      }
    }

    private static func quoted(_ name: String, _ mark: Character) -> String {
      String(mark) + name.replacing(String(mark), with: String(repeating: mark, count: 2)) + String(mark)
    }
  }
}
