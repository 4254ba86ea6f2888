// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

extension ConfigTable {
  /// A limit of a key: a number for all years, or a table of years with, if wanted, `value` (all years before
  /// the first one named), `penalty_eur_per_<unit>` and `source`; nil when it is absent or wrong.
  ///
  /// - Parameter unit: Unit in the name of the penalty's key, for example `mw`.
  func limit(
    _ key: String, _ range: NumberRange, penaltyUnit unit: String, isWhole: Bool = false
  ) -> YearlyLimit? {
    node(key).flatMap { limit(key, $0, range, penaltyUnit: unit, isWhole: isWhole) }
  }

  /// A limit of a value that was already looked at.
  ///
  /// - Parameter isWhole: Whether its values are whole numbers.
  func limit(
    _ key: String, _ node: ConfigNode, _ range: NumberRange, penaltyUnit unit: String, isWhole: Bool = false
  ) -> YearlyLimit? {
    if let shape {
      shape.add(key, .number(range, isWhole: isWhole))
      let table = subtable(key, node)
      _ = table.limit(range, penaltyUnit: unit)
      if isWhole {
        for name in ["value", TableShape.anyYear] {
          table.shape?.note(name) { $0.forms = $0.forms.map(\.whole) }
        }
      }
      return nil
    }
    guard node.entries != nil else {
      return checked(key, node, range).map { YearlyLimit(value: $0, source: Self.plannersSource) }
    }
    let before = log.reports
    let table = subtable(key, node)
    let limit = table.limit(range, penaltyUnit: unit)
    if limit.value == nil, limit.byYear.isEmpty, log.reports == before {
      finding(
        key, node, "states no limit",
        hint: "write \(key) = { 2027 = \(NumberText.plain(range.contains(1) ? 1 : range.highest)) }")
    }
    return log.reports == before ? limit : nil
  }

  /// The limit that this table states by `value` and years; other keys of the table are left to its reader.
  func limit(_ range: NumberRange, penaltyUnit unit: String) -> YearlyLimit {
    var limit = YearlyLimit(
      value: number("value", range), penaltyEURPerUnit: number("penalty_eur_per_\(unit)", .upTo(1e13)),
      source: text("source", .optional) ?? Self.plannersSource)
    shape?.add(TableShape.anyYear, .number(range))
    for name in keys {
      guard let year = Int(name), String(year) == name else { continue }
      guard let entry = self.node(name) else { continue }
      guard NumberRange.year.contains(Double(year)) else {
        finding(name, entry, "is no year", hint: "years are \(NumberRange.year.words)")
        continue
      }
      limit.byYear[year] = checked(name, entry, range)
    }
    return limit
  }
}
