// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Studies
import Wording

/// Parallel coordinates: an upright axis for each factor and each result that varies, and a line for each
/// case.
struct ParallelChart {
  var reading: StudyReading
  private let axes: [ParallelAxis]

  /// Lines drawn at most.
  private static let drawn = 2_000
  private static let height = 400.0
  private static let top = 64.0
  private static let bottom = 330.0

  /// The chart; nil where fewer than two cases or two axes vary.
  init?(_ reading: StudyReading) {
    axes = ParallelAxis.all(reading)
    self.reading = reading
    guard axes.count > 1, axes.contains(where: \.isResult), reading.result.rows.count > 1 else { return nil }
  }

  private var width: Double { max(560, 150 + Double(axes.count - 1) * 125) }

  private func x(_ axis: Int) -> Double {
    90 + Double(axis) / Double(axes.count - 1) * (width - 170)
  }

  private func y(_ height: Double) -> Double { Self.bottom - height * (Self.bottom - Self.top) }

  /// The figure with its caption.
  var markup: Markup {
    var content: [Markup] = []
    let rows = reading.result.rows
    for (position, row) in rows.enumerated().prefix(Self.drawn) where row.outcome != .notRun {
      var points: [(x: Double, y: Double)] = []
      for (index, axis) in axes.enumerated() {
        guard let height = axis.heights[position] else { continue }
        points.append((x(index), y(height)))
      }
      guard points.count > 1 else { continue }
      let amount = reading.outcomes[position].flatMap { value in reading.objective.map { $0.text(value) } }
      let name = "\(row.label.isEmpty ? row.id : row.label): \(amount ?? row.status.rawValue)"
      content.append(ChartParts.path("case \(style(position))", points, name: Phrase(verbatim: name)))
    }
    for (index, axis) in axes.enumerated() { content += draw(axis, at: x(index), staggered: index % 2 == 1) }
    var caption =
      "One line a case; point at it for its name. Full blue: the third of the cases with the best \(reading.objective?.label ?? "result"); "
      + "thin grey: the middle third; long orange dashes: the worst third; short dots: no plan or no answer."
    if axes.contains(where: { $0.heights.contains(ParallelAxis.base) }) {
      caption += " Below an axis: the case leaves the factor as the base has it."
    }
    if rows.count > Self.drawn {
      caption += " Only the first \(NumberText.grouped(Self.drawn)) cases are drawn."
    }
    return ChartParts.figure(
      id: "parallel-chart", title: "Factors and results of every case",
      spoken: "Axes: \(axes.map(\.title).joined(separator: "; ")). The cases are in the table.",
      width: width, height: Self.height, content: content, caption: Phrase(verbatim: caption))
  }

  private func draw(_ axis: ParallelAxis, at x: Double, staggered: Bool) -> [Markup] {
    var content = [ChartParts.line(axis.isResult ? "result-axis" : "axis", x, Self.top, x, Self.bottom)]
    let hasBase = axis.heights.contains(ParallelAxis.base)
    for tick in axis.ticks + (hasBase ? [(ParallelAxis.base, "base")] : []) {
      let y = y(tick.height)
      content.append(ChartParts.line("axis", x - 4, y, x + 4, y))
      content.append(ChartParts.text("tick-y halo", x: x - 7, y: y + 4, ChartParts.short(tick.text, 14)))
    }
    let style = axis.isResult ? "axis-name middle result" : "axis-name middle"
    content.append(
      ChartParts.text(style, x: x, y: Self.top - (staggered ? 40 : 20), ChartParts.short(axis.title, 26)))
    return content
  }

  /// Best, middle or worst third of the objective, or no plan.
  private func style(_ position: Int) -> String {
    guard let outcome = reading.outcomes[position], let spread = reading.spread,
      let objective = reading.objective,
      let low = try? spread.value(at: 1.0 / 3), let high = try? spread.value(at: 2.0 / 3)
    else { return "case-none" }
    if low == high { return "case-good" }
    if outcome <= low { return objective.isMaximised ? "case-bad" : "case-good" }
    if outcome >= high { return objective.isMaximised ? "case-good" : "case-bad" }
    return "case-middle"
  }
}
