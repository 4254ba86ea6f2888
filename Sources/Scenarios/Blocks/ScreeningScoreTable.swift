// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// One `[[screening.score]]`.
struct ScreeningScoreTable {
  /// Weights beyond this are slips of the pen.
  static let weights = NumberRange.positive(upTo: 1_000_000)

  private enum Scale: String, CaseIterable {
    case percentile
    case minMax = "min_max"
  }

  private let table: ConfigTable

  init(_ table: ConfigTable) { self.table = table }

  /// The score; nil where something needed is missing or wrong.
  func score() -> ScreeningScore? {
    let before = table.log.reports
    let attribute = table.text("attribute", .required, example: "\"substation_400_km\"")
    let name = table.node("name").flatMap { table.text("name", $0) }
    let better = table.choice("better", ScreeningScore.Direction.self, .required)
    let scale = scale()
    let weight = table.number("weight", Self.weights) ?? 1
    let group = table.node("group").flatMap { table.text("group", $0) }
    let missing = table.number("missing", .share) ?? 0
    table.reportUnits(in: ["low", "high"])
    guard let attribute, let node = table.node("attribute"), let better, table.log.reports == before else {
      return nil
    }
    return ScreeningScore(
      name: name ?? attribute, attribute: attribute, better: better, scale: scale, weight: weight,
      group: group,
      missing: missing, place: ConfigTable.place(of: node))
  }

  private func scale() -> ScreeningScore.Scale {
    let any = NumberRange.measured
    let scale = table.choice("scale", Scale.self) ?? .percentile
    let low = table.number("low", any)
    let high = table.number("high", any)
    switch scale {
    case .minMax:
      if let low, let high, low >= high, let node = table.node("low") {
        table.finding(
          "low", node, "\(NumberText.plain(low)) does not lie below high, \(NumberText.plain(high))")
      }
      return .minMax(low: low, high: high)
    case .percentile:
      for key in ["low", "high"] {
        guard let node = table.node(key) else { continue }
        table.finding(
          key, node, "is an end of the scale min_max", hint: "add scale = \"min_max\" or leave it out")
      }
      return .percentile
    }
  }
}
