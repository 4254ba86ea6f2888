// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Studies
import Wording

/// What each factor alone does to the objective: two bars a factor from the outcome of the base, outlined for
/// its low end and full for its high end.
struct TornadoChart {
  var tornado: Tornado
  var objective: StudyObjective
  var reading: StudyReading

  /// Factors drawn; the others are in the table.
  private static let drawn = 25
  private static let rowHeight = 44.0
  private static let width = 820.0
  private static let plotTop = 34.0
  /// Where the values of the factors end.
  private static let valueEnd = 300.0

  /// The figure with its caption.
  var markup: Markup {
    let bars = Array(tornado.bars.prefix(Self.drawn))
    let ends = bars.flatMap { [$0.low, $0.high] }.compactMap(\.self) + [tornado.base]
    let axis = ChartAxis(ends.map { $0 * objective.scale }, wanted: 4)
    let height = Self.plotTop + Double(bars.count) * Self.rowHeight + 12
    let plot = ChartPlot(left: 380, top: Self.plotTop, right: Self.width - 90, bottom: height - 8)
    var content: [Markup] = []
    for tick in axis.ticks {
      let x = plot.x(tick, axis)
      content.append(ChartParts.line("grid", x, plot.top, x, plot.bottom))
      content.append(ChartParts.text("tick-x", x: x, y: plot.top - 8, axis.text(tick)))
    }
    content.append(ChartParts.text("axis-name", x: 0, y: plot.top - 8, objective.heading))
    for (index, bar) in bars.enumerated() {
      let top = plot.top + Double(index) * Self.rowHeight + 6
      content.append(
        ChartParts.text("factor-name", x: 0, y: top + 21, ChartParts.short(bar.factor, 24)))
      content += end(bar.lowValue, bar.low, of: bar.factor, "low", top: top, plot: plot, axis: axis)
      content += end(bar.highValue, bar.high, of: bar.factor, "high", top: top + 17, plot: plot, axis: axis)
    }
    let base = plot.x(tornado.base * objective.scale, axis)
    content.append(ChartParts.line("base-line", base, plot.top, base, plot.bottom))
    var caption =
      "\(objective.title) with one factor at a time at its low end (outlined) and at its high end (full), all others as in the base; "
      + "the dashed line is the base, \(objective.text(tornado.base)). The factor that moves it most is on top."
    if tornado.bars.count > bars.count {
      caption += " \(tornado.bars.count - bars.count) more factors are in the table."
    }
    return ChartParts.figure(
      id: "tornado-chart", title: "What each factor alone does to the \(objective.label)",
      spoken: Phrase(verbatim: spoken(bars)),
      width: Self.width, height: height, content: content, caption: Phrase(verbatim: caption))
  }

  private func end(
    _ value: FactorValue?, _ outcome: Double?, of factor: String, _ style: String, top: Double,
    plot: ChartPlot, axis: ChartAxis
  ) -> [Markup] {
    guard let value else { return [] }
    let shown = ChartParts.short(reading.text(value, unit: reading.unit(of: factor)), 18)
    var content = [ChartParts.text("end-value", x: Self.valueEnd, y: top + 12, shown)]
    let base = plot.x(tornado.base * objective.scale, axis)
    guard let outcome else {
      content.append(ChartParts.cross("no-plan", base + 12, top + 8, name: "\(factor) \(shown): no plan"))
      content.append(ChartParts.text("chart-value", x: base + 22, y: top + 12, "no plan"))
      return content
    }
    let x = plot.x(outcome * objective.scale, axis)
    content.append(
      ChartParts.box(style, x: min(base, x), y: top + 1, width: (x - base).magnitude, height: 13))
    // Beyond the end that the bar points to.
    let isLeft = x < base
    content.append(
      ChartParts.text(
        isLeft ? "bar-value halo tick-end" : "bar-value halo", x: isLeft ? x - 6 : x + 6, y: top + 12,
        objective.amount(outcome)))
    return content
  }

  private func spoken(_ bars: [Tornado.Bar]) -> String {
    var parts = ["base \(objective.text(tornado.base))"]
    for bar in bars {
      let swing = bar.swing.map { "moves it by \(objective.text($0))" } ?? "an end has no plan"
      parts.append("\(bar.factor): \(swing)")
    }
    return parts.joined(separator: "; ")
  }
}
