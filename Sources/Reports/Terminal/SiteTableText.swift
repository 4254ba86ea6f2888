// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
public import Siting

/// What `arpent sites` prints: the candidates with the figures that planning reads, each marked with what it rests on.
public enum SiteTableText {
  /// The table. A number is followed by `*` when it is derived and by `?` when it is estimated; `-` is missing.
  public static func text(_ table: SiteTable, width: Int? = nil) -> String {
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

  private static func mark(_ value: SiteValue) -> String {
    switch value.basis {
    case .published, nil: ""
    case .derived: "*"
    case .estimated: "?"
    }
  }
}
