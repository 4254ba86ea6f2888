// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// `distribution = { kind = "triangular", low = 50, mode = 70, high = 120 }` of a factor.
enum StudyDistribution {
  private enum Kind: String, CaseIterable {
    case uniform
    case triangular
    case normal
    case lognormal
    case discrete
  }

  /// The distribution of a factor; nil where it is wrong. Whether its numbers fit each other is for
  /// `Factor.faults(in:)`.
  static func read(_ factor: ConfigTable) -> Distribution? {
    if let tables = factor.probes("distribution", by: "kind", Kind.self) {
      return tables.compactMap(read(in:)).first
    }
    return read(in: factor.table("distribution"))
  }

  private static func read(in table: ConfigTable) -> Distribution? {
    guard table.isPresent else { return nil }
    func number(_ key: String) -> Double? { table.number(key, .any, .required) }
    guard let kind = table.choice("kind", Kind.self, .required) else {
      for key in table.keys { _ = table.node(key) }
      return nil
    }
    switch kind {
    case .uniform:
      let (low, high) = (number("low"), number("high"))
      guard let low, let high else { return nil }
      return .uniform(low: low, high: high)
    case .triangular:
      let (low, mode, high) = (number("low"), number("mode"), number("high"))
      guard let low, let mode, let high else { return nil }
      return .triangular(low: low, mode: mode, high: high)
    case .normal:
      let (mean, deviation) = (number("mean"), number("standard_deviation"))
      let (low, high) = (table.number("low", .any), table.number("high", .any))
      guard let mean, let deviation else { return nil }
      return .normal(mean: mean, standardDeviation: deviation, low: low, high: high)
    case .lognormal:
      let (median, spread) = (number("median"), number("factor"))
      guard let median, let spread else { return nil }
      return .lognormal(median: median, factor: spread)
    case .discrete:
      return discrete(table)
    }
  }

  private static func discrete(_ table: ConfigTable) -> Distribution? {
    guard let nodes = list("values", .required, table) else { return nil }
    let values = nodes.compactMap { table.factorValue("values", $0) }
    var weights = values.map { _ in 1.0 }
    if let written = list("weights", .optional, table) {
      weights = written.compactMap { table.checked("weights", $0, .any, isElement: true) }
      guard weights.count == written.count, values.count == nodes.count else { return nil }
      if weights.count != values.count, let node = table.node("weights") {
        table.finding(
          "weights", node, "has \(weights.count) numbers for \(values.count) values",
          hint: "give each value one weight, or leave the weights out")
        return nil
      }
    }
    guard values.count == nodes.count else { return nil }
    return .discrete(zip(values, weights).map { Distribution.WeightedValue($0, weight: $1) })
  }

  private static func list(_ key: String, _ need: ConfigTable.Need, _ table: ConfigTable) -> [ConfigNode]? {
    guard let node = table.node(key, need, example: "[1, 2, 3]") else { return nil }
    if let nodes = table.list(key, node) { return nodes }
    table.finding(key, node, "must be a list, found \(node.kind)", hint: "write \(key) = [1, 2, 3]")
    return nil
  }
}
