// SPDX-License-Identifier: GPL-3.0-or-later

import Results
import Studies

/// One upright axis of a chart of parallel coordinates: a factor or a result.
struct ParallelAxis {
  /// What it shows, with its unit.
  var title: String
  /// Whether it is a result of the case.
  var isResult: Bool
  /// Height of each case from the foot, 0, to the top, 1; nil for a case that has none.
  var heights: [Double?]
  /// Words at heights, in ascending order.
  var ticks: [(height: Double, text: String)]

  /// The height of cases that leave a factor as the base has it: below the foot.
  static let base = -0.12

  /// Axes drawn at most, factors and results together.
  private static let factorsDrawn = 8

  /// Factors that vary, the ones that go most with the objective where there are too many, then results that
  /// vary.
  static func all(_ reading: StudyReading) -> [ParallelAxis] {
    let result = reading.result
    var varied = result.factors.indices.filter { factor in
      let isLeft = result.rows.contains { result.value(factor, of: $0) == nil }
      return result.distinctValues(factor).count + (isLeft ? 1 : 0) > 1
    }
    if varied.count > factorsDrawn {
      let strongest = reading.correlations.map(\.factor)
      let order = varied.sorted { a, b in
        let (left, right) = (
          strongest.firstIndex(of: result.factors[a].name) ?? .max,
          strongest.firstIndex(of: result.factors[b].name) ?? .max
        )
        return left == right ? a < b : left < right
      }
      varied = order.prefix(factorsDrawn).sorted()
    }
    var axes = varied.map { axis($0, reading) }
    if let objective = reading.objective {
      axes += number(objective.heading, reading.outcomes.map { $0.map { $0 * objective.scale } })
      if objective.name != "discounted_cost_eur" {
        axes += number(
          "Discounted cost, MEUR", result.rows.map { $0.plan?.costEUR.map { $0 / 1e6 } })
      }
    }
    axes += number("GPUs", result.rows.map { $0.plan.map { Double($0.totals.gpus) } })
    axes += number("Grid power, MW", result.rows.map { $0.plan?.totals.gridMW })
    axes += number("Sites", result.rows.map { $0.plan.map { Double($0.chosen.count) } })
    axes += number(
      "EU-controlled GPUs", result.rows.map { $0.plan.map { Double($0.totals.euControlledGPUs) } })
    return axes
  }

  /// An axis of a factor.
  private static func axis(_ factor: Int, _ reading: StudyReading) -> ParallelAxis {
    let result = reading.result
    let item = result.factors[factor]
    let title = item.unit.isEmpty ? item.name : "\(item.name), \(item.unit)"
    if result.isNumeric(factor) {
      let values = result.rows.map { result.value(factor, of: $0)?.number }
      let axis = scale(values)
      return ParallelAxis(
        title: title, isResult: false, heights: values.map { $0.map(axis.share) ?? base },
        ticks: axis.ticks.map { (axis.share($0), axis.text($0)) })
    }
    let values = result.distinctValues(factor)
    var places: [FactorValue: Double] = [:]
    for (index, value) in values.enumerated() {
      places[value] = values.count == 1 ? 0.5 : Double(index) / Double(values.count - 1)
    }
    let heights = result.rows.map { row -> Double? in
      guard let value = result.value(factor, of: row) else { return base }
      return places[value]
    }
    // Only so many names as have room.
    let every = max(1, (values.count + 11) / 12)
    var ticks: [(height: Double, text: String)] = []
    for (index, value) in values.enumerated() where index % every == 0 {
      ticks.append((places[value] ?? 0, value.description))
    }
    return ParallelAxis(title: title, isResult: false, heights: heights, ticks: ticks)
  }

  /// An axis of a result; none where it does not vary.
  private static func number(_ title: String, _ values: [Double?]) -> [ParallelAxis] {
    let known = values.compactMap(\.self).filter(\.isFinite)
    guard let low = known.min(), let high = known.max(), high > low else { return [] }
    let axis = scale(values)
    return [
      ParallelAxis(
        title: title, isResult: true, heights: values.map { $0.map(axis.share) },
        ticks: axis.ticks.map { (axis.share($0), axis.text($0)) })
    ]
  }

  private static func scale(_ values: [Double?]) -> ChartAxis {
    ChartAxis(values.compactMap(\.self), wanted: 4)
  }
}
