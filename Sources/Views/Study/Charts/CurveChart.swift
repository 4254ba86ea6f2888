// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Results
import Studies
import Wording

/// The objective against the only factor that is a number: what each step of it costs. Cases without a plan
/// are crosses at the foot.
struct CurveChart {
  /// A case on the chart.
  struct Point {
    var label: String
    /// Value of the factor.
    var x: Double
    /// Amount of the objective; nil without a plan.
    var y: Double?
    /// No plan is better than this; nil when not known.
    var bound: Double?
    /// Values of the other factors, which tell the lines apart; empty without others.
    var series: String
    var status: StudyResult.Row.Status
  }

  var objective: StudyObjective
  /// The factor with its unit.
  var factor: String
  /// Cases by series, then by the value of the factor.
  var points: [Point]

  private static let width = 760.0
  private static let height = 380.0
  /// Lines beyond which the cases are points alone.
  private static let lines = 5

  /// The curve of a study; nil where not exactly one factor is a number that varies, or no case has an
  /// amount.
  init?(_ reading: StudyReading) {
    guard let objective = reading.objective, let factor = reading.onlyNumericFactor else { return nil }
    let result = reading.result
    self.objective = objective
    let item = result.factors[factor]
    self.factor = item.unit.isEmpty ? item.name : "\(item.name), \(item.unit)"
    let others = result.factors.indices.filter { $0 != factor && result.distinctValues($0).count > 1 }
    var points: [Point] = []
    for (position, row) in result.rows.enumerated() where row.outcome != .notRun && row.outcome != .failed {
      guard let x = result.value(factor, of: row)?.number else { continue }
      let names = others.map { reading.text(result.value($0, of: row), unit: result.factors[$0].unit) }
      points.append(
        Point(
          label: row.label.isEmpty ? row.id : row.label, x: x, y: reading.outcomes[position],
          bound: row.record?.plan.objectives.first?.bound, series: names.joined(separator: ", "),
          status: row.status))
    }
    guard points.contains(where: { $0.y != nil }) else { return nil }
    self.points = points.enumerated().sorted { a, b in
      if a.element.series != b.element.series { return a.element.series < b.element.series }
      return a.element.x == b.element.x ? a.offset < b.offset : a.element.x < b.element.x
    }.map(\.element)
  }

  /// Names of the lines in their order.
  private var names: [String] {
    var names: [String] = []
    for point in points where names.last != point.series { names.append(point.series) }
    return names
  }

  /// Bounds that are near enough to their plans to be shown whole without pressing the curve flat; the others
  /// reach to the edge.
  private var bounds: [Double] {
    let known = points.compactMap(\.y)
    let spread = (known.max() ?? 0) - (known.min() ?? 0)
    var bounds: [Double] = []
    for point in points {
      guard let y = point.y, let bound = point.bound, (y - bound).magnitude <= spread else { continue }
      bounds.append(bound * objective.scale)
    }
    return bounds
  }

  /// The figure with its caption.
  var markup: Markup {
    let known = points.compactMap { point in point.y.map { $0 * objective.scale } }
    let axis = ChartAxis(known + bounds)
    let across = ChartAxis(points.map(\.x), wanted: 7)
    let names = names
    let plot = ChartPlot(
      left: 100, top: 26, right: Self.width - (names.count > 1 ? 150 : 30), bottom: Self.height - 52)
    var content = ChartParts.grid(axis, plot: plot)
    content.append(ChartParts.text("axis-name", x: 0, y: 12, objective.heading))
    for tick in across.ticks {
      let x = plot.x(tick, across)
      content.append(ChartParts.line("axis", x, plot.bottom, x, plot.bottom + 5))
      content.append(ChartParts.text("tick-x", x: x, y: plot.bottom + 20, across.text(tick)))
    }
    content.append(
      ChartParts.text("axis-name tick-end", x: plot.right, y: Self.height - 8, ChartParts.short(factor, 60)))
    content.append(ChartParts.line("axis", plot.left, plot.bottom, plot.right, plot.bottom))
    for (index, name) in names.enumerated() {
      content += line(
        points.filter { $0.series == name }, number: index, isAlone: names.count == 1, plot: plot, axis: axis,
        across: across)
    }
    for point in points { content += mark(point, plot: plot, axis: axis, across: across) }
    var caption =
      "\(objective.title) against \(factor), one point a case; between the cases nothing was solved. "
    if points.contains(where: { $0.y == nil }) { caption += "Crosses at the foot: proven to have no plan. " }
    if points.contains(where: { [.answered(.gap), .answered(.limit)].contains($0.status) }) {
      caption += "Thin upright lines reach from a plan to the bound that no plan is better than."
    }
    return ChartParts.figure(
      id: "curve-chart", title: "\(objective.title) against \(factor)", spoken: Phrase(verbatim: spoken),
      width: Self.width,
      height: Self.height, content: content, caption: Phrase(verbatim: caption))
  }

  private func line(
    _ series: [Point], number: Int, isAlone: Bool, plot: ChartPlot, axis: ChartAxis, across: ChartAxis
  ) -> [Markup] {
    guard isAlone || number < Self.lines, Set(series.map(\.x)).count == series.count else { return [] }
    var content: [Markup] = []
    var run: [(x: Double, y: Double)] = []
    var last: (x: Double, y: Double)?
    // A line ends at a case without a plan.
    for point in series {
      guard let y = point.y else {
        if run.count > 1 { content.append(ChartParts.path("curve curve-\(number)", run)) }
        run = []
        continue
      }
      run.append((plot.x(point.x, across), plot.y(y * objective.scale, axis)))
      last = run.last
    }
    if run.count > 1 { content.append(ChartParts.path("curve curve-\(number)", run)) }
    if !isAlone, let last, let name = series.first?.series {
      content.append(ChartParts.text("series", x: last.x + 8, y: last.y + 4, ChartParts.short(name, 20)))
    }
    return content
  }

  private func mark(_ point: Point, plot: ChartPlot, axis: ChartAxis, across: ChartAxis) -> [Markup] {
    let x = plot.x(point.x, across)
    guard let amount = point.y else {
      return [ChartParts.cross("no-plan", x, plot.bottom - 8, name: "\(point.label): no plan")]
    }
    let y = plot.y(amount * objective.scale, axis)
    var content: [Markup] = []
    if let bound = point.bound, bound.isFinite {
      let end = min(plot.bottom, max(plot.top, plot.y(bound * objective.scale, axis)))
      if (end - y).magnitude > 0.5 { content.append(ChartParts.line("whisker", x, y, x, end)) }
    }
    let name = "\(point.label): \(StudyReading.number(point.x)), \(objective.text(amount))"
    content.append(ChartParts.disc("point", x, y, radius: 4, name: Phrase(verbatim: name)))
    return content
  }

  private var spoken: String {
    let words = points.map { point in
      let name = (point.series.isEmpty ? "" : point.series + ", ") + StudyReading.number(point.x)
      return "\(name): " + (point.y.map { objective.text($0) } ?? "no plan")
    }
    return listed(words, atMost: 100, separator: "; ")
  }

  /// The numbers behind it.
  var table: PageTable {
    let hasSeries = names.count > 1
    var table = PageTable(
      caption: "\(objective.heading) against \(factor)",
      columns: [.init(title: Phrase(verbatim: factor))]
        + (hasSeries ? [.init(title: "Other factors")] : []) + [
          .init(title: Phrase(verbatim: objective.heading), isNumber: true),
          .init(title: "From the case before", isNumber: true),
          .init(title: "Status"),
        ])
    var before: Point?
    for point in points {
      var change = ""
      if let before, before.series == point.series, let from = before.y, let to = point.y {
        change = (to >= from ? "+" : "") + objective.amount(to - from)
      }
      table.rows.append(
        [.verbatim(StudyReading.number(point.x))] + (hasSeries ? [.data(point.series)] : []) + [
          .verbatim(point.y.map(objective.amount) ?? "no plan"), .verbatim(change),
          .verbatim(point.status.rawValue),
        ])
      before = point
    }
    return table
  }
}
