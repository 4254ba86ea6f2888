// SPDX-License-Identifier: GPL-3.0-or-later

/// Units that names of columns state, such as `puissance_kw` or `surface (m2)`.
package enum HeaderUnit {
  /// Spellings of units by what they measure, with the name to show.
  private static let families: [[(name: String, spellings: Set<String>)]] = [
    [
      ("W", ["w", "watt", "watts"]), ("kW", ["kw", "kilowatt", "kilowatts"]),
      ("MW", ["mw", "megawatt", "megawatts"]), ("GW", ["gw", "gigawatt", "gigawatts"]),
      ("kVA", ["kva"]), ("MVA", ["mva"]), ("kWh", ["kwh"]), ("MWh", ["mwh"]), ("GWh", ["gwh"]),
    ],
    [
      ("m2", ["m2", "m²", "sqm"]), ("km2", ["km2", "km²", "sqkm"]), ("ha", ["ha", "hectare", "hectares"]),
      ("acres", ["acre", "acres"]),
    ],
    [
      ("m", ["m", "metre", "metres", "meter", "meters"]),
      ("km", ["km", "kilometre", "kilometres", "kilometer", "kilometers"]),
      ("miles", ["mi", "mile", "miles"]),
    ],
    [("V", ["v", "volt", "volts"]), ("kV", ["kv", "kilovolt", "kilovolts"])],
    [
      ("K", ["k", "kelvin"]), ("degC", ["c", "degc", "celsius", "°c"]),
      ("degF", ["f", "degf", "fahrenheit", "°f"]),
    ],
  ]

  /// The unit that the name of a column states where it is another one than an attribute is in, of the same
  /// kind of quantity; nil where it states none. A single letter counts in brackets, or as the last word of a
  /// name that no Shapefile can have cut.
  package static func conflict(in column: String, with attribute: SiteAttribute) -> String? {
    guard let family = families.first(where: { $0.contains { $0.name == attribute.unit } }) else {
      return nil
    }
    let lower = column.lowercased()
    let words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "²" && $0 != "°" }.map(String.init)
    let own = family.first { $0.name == attribute.unit }?.spellings ?? []
    if words.contains(where: own.contains) { return nil }
    return family.first { unit in
      guard unit.name != attribute.unit else { return false }
      return words.enumerated().contains { place, word in
        guard unit.spellings.contains(word) else { return false }
        if word.count > 1 || lower.contains("(\(word))") || lower.contains("[\(word)]") { return true }
        return words.count > 1 && place == words.count - 1 && column.utf8.count != 10
      }
    }?.name
  }
}
