// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a CSV file differs from the one made again: line, column, both cells.
enum TableDifference {
  static func all(expected: [UInt8], found: [UInt8]) -> [String] {
    guard let foundText = String(validating: found, as: UTF8.self) else {
      return ["is no text in UTF-8"]
    }
    let wanted = rows(String(decoding: expected, as: UTF8.self))
    let rows = rows(foundText)
    let header = wanted.first ?? []
    var differences: [String] = []
    if rows.count != wanted.count {
      differences.append("has \(rows.count) lines, and the inputs give \(wanted.count)")
    }
    for (index, (row, other)) in zip(wanted, rows).enumerated() where row != other {
      if row.count != other.count {
        differences.append("line \(index + 1): has \(other.count) cells, and the inputs give \(row.count)")
        continue
      }
      for (column, (cell, found)) in zip(row, other).enumerated() where cell != found {
        let name = column < header.count ? header[column] : "\(column + 1)"
        differences.append("line \(index + 1), \(name): the inputs give '\(cell)', the file says '\(found)'")
      }
    }
    return differences
  }

  /// Cells as they are written, quotation marks included, since an empty text and a missing value differ in
  /// them alone.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        isQuoted.toggle()
        cell.append(scalar)
      case "," where !isQuoted:
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\n" where !isQuoted:
        rows.append(row + [String(cell)])
        row = []
        cell = String.UnicodeScalarView()
      default: cell.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [String(cell)]) }
    return rows
  }
}
