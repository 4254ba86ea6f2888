// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel

/// A limit as a planner states it: for all years, or by year carried forward, with a price for missing it and
/// its source.
package struct YearlyLimit: Sendable, Equatable, Codable {
  /// Limit of every year, also of those before the first one in `byYear`; nil for none.
  package var value: Double?
  /// Limit from a calendar year on.
  package var byYear: [Int: Double]
  /// Price of missing it, in EUR a unit and year; nil for a hard limit.
  package var penaltyEURPerUnit: Double?
  /// Where it comes from, in words.
  package var source: String

  /// A limit as a planner states it.
  package init(
    value: Double? = nil, byYear: [Int: Double] = [:], penaltyEURPerUnit: Double? = nil, source: String = ""
  ) {
    self.value = value
    self.byYear = byYear
    self.penaltyEURPerUnit = penaltyEURPerUnit
    self.source = source
  }

  /// Where the number that holds in a year is written; none for a soft limit, which may be violated at its
  /// price.
  func settings(
    _ path: [String], year: Int?, form: LimitSetting.Form = .number, lowest: Double = 0, highest: Double
  ) -> [LimitSetting] {
    guard penaltyEURPerUnit == nil else { return [] }
    var (keys, number) = (path, value)
    if !byYear.isEmpty {
      if let stated = byYear.keys.filter({ $0 <= year ?? .max }).max() {
        keys.append(String(stated))
        number = byYear[stated]
      } else {
        keys.append("value")
      }
    }
    return number.map { [LimitSetting(keys, form: form, value: $0, lowest: lowest, highest: highest)] } ?? []
  }
}

extension LinearRule {
  /// Numbers that make sense for a limit.
  struct SettingRange {
    var form = LimitSetting.Form.number
    var lowest = 0.0
    var highest: Double

    /// A share.
    static let share = SettingRange(form: .share, highest: 1)

    /// A number from 0 on.
    static func number(upTo highest: Double) -> SettingRange { SettingRange(highest: highest) }

    /// A whole number from 0 on.
    static func whole(upTo highest: Double) -> SettingRange { SettingRange(form: .whole, highest: highest) }
  }

  /// A rule that a limit of the scenario states: with its price, its source and where it is written.
  ///
  /// - Parameters:
  ///   - path: Keys of the limit.
  ///   - entry: Name of the limit among others of the key, which is what the rule speaks of.
  ///   - name: The planner's name for it; nil for its key.
  init(
    _ kind: RuleKind, _ limit: YearlyLimit, at path: [String], entry: String? = nil, _ range: SettingRange,
    name: String? = nil, scope: String = "", year: Int?, unit: String, terms: [Term], reference: [Term] = [],
    constant: Double = 0, atLeast: Double? = nil, atMost: Double? = nil
  ) {
    self.init(
      kind, name: name ?? path.joined(separator: "."), scope: entry ?? scope, year: year, unit: unit,
      terms: terms, reference: reference, constant: constant, atLeast: atLeast, atMost: atMost,
      penaltyEURPerUnit: limit.penaltyEURPerUnit, source: limit.source,
      settings: limit.settings(
        path + [entry].compactMap { $0 }, year: year, form: range.form, lowest: range.lowest,
        highest: range.highest))
  }
}
