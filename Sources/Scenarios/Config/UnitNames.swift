// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What key names say about units. Every physical key carries its unit as part of its name, so a key that
/// differs from a valid one in the unit alone is a wrong unit, not an unknown word.
enum UnitNames {
  /// Dimension and size of a unit in a base of its dimension.
  private struct Unit {
    var dimension: String
    var size: Double
  }

  private static let scales: [String: Unit] = [
    "w": Unit(dimension: "power", size: 1e-6), "kw": Unit(dimension: "power", size: 1e-3),
    "mw": Unit(dimension: "power", size: 1), "gw": Unit(dimension: "power", size: 1e3),
    "wh": Unit(dimension: "energy", size: 1e-6), "kwh": Unit(dimension: "energy", size: 1e-3),
    "mwh": Unit(dimension: "energy", size: 1), "gwh": Unit(dimension: "energy", size: 1e3),
    "twh": Unit(dimension: "energy", size: 1e6),
    "m": Unit(dimension: "length", size: 1e-3), "km": Unit(dimension: "length", size: 1),
    "m2": Unit(dimension: "area", size: 1e-4), "ha": Unit(dimension: "area", size: 1),
    "km2": Unit(dimension: "area", size: 100),
    "ms": Unit(dimension: "time", size: 1e-3), "s": Unit(dimension: "time", size: 1),
    "sec": Unit(dimension: "time", size: 1), "seconds": Unit(dimension: "time", size: 1),
    "minutes": Unit(dimension: "time", size: 60), "h": Unit(dimension: "time", size: 3600),
    "hours": Unit(dimension: "time", size: 3600),
    "months": Unit(dimension: "years", size: 1 / 12), "years": Unit(dimension: "years", size: 1),
    "eur": Unit(dimension: "money", size: 1), "keur": Unit(dimension: "money", size: 1e3),
    "meur": Unit(dimension: "money", size: 1e6), "beur": Unit(dimension: "money", size: 1e9),
    "kv": Unit(dimension: "voltage", size: 1), "v": Unit(dimension: "voltage", size: 1e-3),
    "percent": Unit(dimension: "ratio", size: 0.01), "pct": Unit(dimension: "ratio", size: 0.01),
    "share": Unit(dimension: "ratio", size: 1), "ratio": Unit(dimension: "ratio", size: 1),
  ]

  /// Parts of a key that speak of a unit without having a size here.
  private static let others: Set<String> = [
    "per", "year", "month", "days", "usd", "kusd", "musd", "c", "degc", "deg", "k", "f", "mva", "kva", "l",
  ]

  private static func isUnit(_ part: String) -> Bool { scales[part] != nil || others.contains(part) }

  private static func parts(of key: String) -> [String] {
    key.lowercased().split(separator: "_").map(String.init)
  }

  /// What a key names, without its unit: its other parts, in alphabetical order.
  private static func base(of key: String) -> [String] { parts(of: key).filter { !isUnit($0) }.sorted() }

  private static func unit(of key: String) -> [String] { parts(of: key).filter(isUnit) }

  /// The valid key that names the same thing in another unit; nil where there is none.
  static func sameInOtherUnit(_ key: String, among valid: [String]) -> String? {
    let wanted = base(of: key)
    guard !wanted.isEmpty else { return nil }
    let same = valid.filter { base(of: $0) == wanted && unit(of: $0) != unit(of: key) }
    // Of `max_mw` and `max_km`, it is the one that a value in kW converts to.
    let convertible = same.filter { converted(1, from: key, to: $0) != nil }
    // Of `ramp_years` and `ramp_mw_per_year`, it is the one that is as plain as `ramp_month`.
    let asPlain = same.filter { unit(of: $0).count == unit(of: key).count }
    return nearestName(to: key, among: convertible) ?? convertible.min() ?? nearestName(to: key, among: same)
      ?? asPlain.min() ?? same.min()
  }

  /// The unit of a key in words, for example `EUR per MWh`; a ratio without unit is called so.
  static func words(for key: String) -> String {
    let symbols = [
      "w": "W", "kw": "kW", "mw": "MW", "gw": "GW", "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh",
      "twh": "TWh", "eur": "EUR", "keur": "thousand EUR", "meur": "million EUR", "beur": "billion EUR",
      "usd": "USD", "kv": "kV", "v": "V", "c": "C", "sec": "seconds", "s": "seconds", "h": "hours",
      "ms": "milliseconds", "pct": "percent",
    ]
    let unit = unit(of: key).filter { $0 != "deg" }
    if unit.isEmpty || unit == ["share"] || unit == ["ratio"] { return "a ratio from 0 to 1" }
    return "in " + unit.map { symbols[$0] ?? $0 }.joined(separator: " ")
  }

  /// A number under one key as it would be under another; nil where the units do not convert.
  static func converted(_ value: Double, from key: String, to other: String) -> Double? {
    var from = unit(of: key)
    var to = unit(of: other)
    if from.isEmpty { from = ["ratio"] }
    if to.isEmpty { to = ["ratio"] }
    guard from.count == to.count else { return nil }
    let changed = from.indices.filter { from[$0] != to[$0] }
    guard changed.count == 1, let index = changed.first, let old = scales[from[index]],
      let new = scales[to[index]], old.dimension == new.dimension
    else { return nil }
    let isDivisor = index > 0 && from[index - 1] == "per"
    let (numerator, denominator) = isDivisor ? (new.size, old.size) : (old.size, new.size)
    // Dividing by the larger of the two keeps 7 % at 0.07 and 60,000 ms at 60 s.
    return numerator >= denominator ? value * (numerator / denominator) : value / (denominator / numerator)
  }
}
