// SPDX-License-Identifier: GPL-3.0-or-later

/// The spaces of French print: a narrow one that does not break before `;`, `?` and `!`, one that does not
/// break before `:`, `%`, units and a closing quotation mark and after an opening one (Lexique des règles
/// typographiques en usage à l’Imprimerie nationale).
package enum FrenchTypography {
  private static let narrow = "\u{202F}"
  private static let fixed = "\u{A0}"
  private static let units = [
    "M€", "€", "MW", "MVA", "GWh", "GPU", "kV", "km", "ha", "m²", "m³", "°C", "Po", "l/kWh", "t",
  ]

  /// Words with those spaces. Holes such as `{1}` stay as they are.
  package static func set(_ words: String) -> String {
    var text = words.replacing("« ", with: "«" + fixed).replacing(" »", with: fixed + "»")
    for mark in [";", "?", "!"] {
      text = text.replacing(" \(mark)", with: narrow + mark).replacing(
        "}\(mark) ", with: "}\(narrow)\(mark) ")
    }
    text = text.replacing(" :", with: fixed + ":").replacing("}: ", with: "}\(fixed): ").replacing(
      " %", with: fixed + "%")
    for unit in units {
      for end in [" ", ",", ".", ")", ";", narrow, fixed] {
        text = text.replacing("} \(unit)\(end)", with: "}\(fixed)\(unit)\(end)")
      }
      if text.hasSuffix("} \(unit)") { text = text.dropLast(unit.count + 1) + fixed + unit }
    }
    return text
  }
}
