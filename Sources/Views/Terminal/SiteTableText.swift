// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Sites

/// What `arpent sites` prints: the candidates with the figures that planning reads, each marked with what it
/// rests on.
package enum SiteTableText {
  /// The table. A number is followed by `*` when it is derived and by `?` when it is estimated; `-` is
  /// missing.
  package static func text(_ table: SiteTable, width: Int? = nil) -> String {
    var lines = TextTable(columns: [
      .init("id", shrinksTo: 20), .init("name", shrinksTo: 12), .init("region", shrinksTo: 6),
      .init("MW", .right), .init("ha", .right), .init("from", .right), .init("225 kV km", .right),
      .init("400 kV km", .right), .init("owner", shrinksTo: 5),
    ])
    for row in 0..<table.count {
      func number(_ attribute: SiteAttribute, _ decimals: Int, grouped: Bool = true) -> String {
        let value = table.value(attribute.rawValue, row: row)
        guard let number = value.number else { return "-" }
        let text =
          grouped
          ? NumberText.grouped(number, decimals: decimals) : (NumberText.shortest(number.rounded()) ?? "-")
        return text + mark(value)
      }
      lines.rows.append([
        table.ids[row], table.names[row], table.text(.regionName, row: row) ?? "-",
        number(.powerMaxMW, 0), number(.areaHa, 1), number(.connectionYear, 0, grouped: false),
        number(.substation225Km, 1), number(.substation400Km, 1),
        table.text(.ownerCountry, row: row).map {
          $0 + mark(table.value(SiteAttribute.ownerCountry.rawValue, row: row))
        }
          ?? "-",
      ])
    }
    return lines.text(width: width)
  }

  /// The table with attributes of one's own choice, in the order given; numbers to at most four decimals.
  package static func text(_ table: SiteTable, attributes: [String]) -> String {
    let columns = attributes.compactMap { table.column($0) }
    var lines = TextTable(
      columns: [.init("id"), .init("name")]
        + columns.map { column in
          .init(column.name, column.values.contains { $0.number != nil } ? .right : .left)
        })
    for row in 0..<table.count {
      var cells = [table.ids[row], table.names[row]]
      for column in columns { cells.append(cell(column.values[row])) }
      lines.rows.append(cells)
    }
    return lines.text()
  }

  /// A value with the mark of its basis.
  private static func cell(_ value: SiteValue) -> String {
    if let found = value.number { return number(found) + mark(value) }
    if let found = value.text { return found + mark(value) }
    return "-"
  }

  /// A number without a needless fraction, at most four decimals.
  package static func number(_ value: Double) -> String {
    let rounded = value.rounded(decimals: 4)
    return NumberText.shortest(rounded.isFinite ? rounded : value) ?? "\(value)"
  }

  private static func mark(_ value: SiteValue) -> String {
    switch value.basis {
    case .published, nil: ""
    case .derived: "*"
    case .estimated: "?"
    }
  }
}
