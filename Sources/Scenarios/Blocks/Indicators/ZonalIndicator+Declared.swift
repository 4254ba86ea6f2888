// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension ZonalIndicator: DeclaredIndicator {
  /// Statistics that are a key with an attribute, in the order of their columns.
  private static let plain: [(key: String, statistic: Statistic)] = [
    ("mean", .mean), ("min", .min), ("max", .max), ("sum", .sum), ("count", .count), ("stdev", .stdev),
    ("median", .quantile(0.5)), ("majority", .majority),
  ]

  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let outputs =
      plain.compactMap { key, statistic in
        table.attribute(key).map { Output(statistic, attribute: $0) }
      }
      + table.tables("quantiles", example: "{ q = 0.9, attribute = \"my_attribute\" }").compactMap(quantile)
      + table.tables("shares", example: "{ max = 5, attribute = \"my_attribute\" }").compactMap(share)
    let settings = ZonalIndicator(
      bufferKm: table.kilometres("buffer_km"), band: table.band(), unit: table.text("unit") ?? "",
      statistics: outputs)
    let names = plain.map(\.key) + ["quantiles", "shares"]
    if names.allSatisfy({ table.node($0) == nil }) {
      table.noteMissing(
        "mean",
        hint: "or another of \(names.dropFirst().joined(separator: ", ")): 'zonal' must give a statistic")
    }
    return outputs.isEmpty ? nil : .zonal(settings)
  }

  /// `{ q = 0.9, attribute = "p90_c" }`.
  private static func quantile(_ table: ConfigTable) -> Output? {
    let share = table.node("q", .required, example: "0.9").flatMap { _ in table.number("q", .share) }
    let attribute = table.attribute("attribute", .required)
    guard let share, let attribute else { return nil }
    return Output(.quantile(share), attribute: attribute)
  }

  /// `{ min = 1, max = 5, attribute = "share_wet" }` or `{ equals = 3, attribute = "share_forest" }`.
  private static func share(_ table: ConfigTable) -> Output? {
    let any = NumberRange.measured
    let low = table.number("min", any)
    let high = table.number("max", any)
    let equal = table.number("equals", any)
    let attribute = table.attribute("attribute", .required)
    if let node = table.node("equals"), table.node("min") != nil || table.node("max") != nil {
      table.finding("equals", node, "stands beside min or max", hint: "give either equals, or min and max")
      return nil
    }
    if let low, let high, low > high, let node = table.node("min") {
      table.finding("min", node, "\(NumberText.plain(low)) lies above max, \(NumberText.plain(high))")
      return nil
    }
    if ["min", "max", "equals"].allSatisfy({ table.node($0) == nil }) {
      table.noteMissing("min", hint: "or max or equals: which cells are counted")
    }
    guard let attribute, low != nil || high != nil || equal != nil else { return nil }
    return Output(.share(min: equal ?? low, max: equal ?? high), attribute: attribute)
  }
}
