// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies
import Wording

/// How an amount by year spreads over the plans: a band from 5 to 95 %, one from 25 to 75 % and the median.
struct FanChart {
  /// Name of the chart, unique on the page.
  var id: StaticString
  /// What is counted, for example `GPUs in service`.
  var title: String
  var unit: String
  var fan: Fan

  private static let width = 720.0
  private static let height = 300.0

  /// The figure with its caption.
  var markup: Markup {
    let years = fan.years.filter { $0.values.count == 5 }
    let axis = ChartAxis(years.flatMap(\.values) + [0])
    let plot = ChartPlot(left: 90, top: 24, right: Self.width - 30, bottom: Self.height - 34)
    var content = ChartParts.grid(axis, plot: plot)
    content.append(
      ChartParts.text("axis-name", x: 0, y: 12, unit.isEmpty ? title : "\(title), \(unit)"))
    var places: [Double] = []
    for index in years.indices {
      let share = years.count == 1 ? 0.5 : Double(index) / Double(years.count - 1)
      places.append(plot.left + 24 + share * (plot.right - plot.left - 48))
    }
    content += band("band-wide", 0, 4, years, places, plot, axis)
    content += band("band-narrow", 1, 3, years, places, plot, axis)
    var median = zip(years, places).map { (x: $1, y: plot.y($0.values[2], axis)) }
    if median.count == 1 { median = [(median[0].x - 20, median[0].y), (median[0].x + 20, median[0].y)] }
    content.append(ChartParts.path("median", median))
    let every = max(1, (years.count + 14) / 15)
    for (index, year) in years.enumerated() {
      let share = NumberText.grouped(year.values[2])
      content.append(
        ChartParts.disc(
          "point", places[index], plot.y(year.values[2], axis), radius: 3.5,
          name: "\(year.year): median \(share)"))
      if index % every == 0 {
        content.append(
          ChartParts.text("tick-x", x: places[index], y: plot.bottom + 20, String(year.year)))
      }
    }
    return ChartParts.figure(
      id: id, title: "\(title) by year over the plans", spoken: Phrase(verbatim: spoken(years)),
      width: Self.width,
      height: Self.height, content: content,
      caption:
        "\(title) at the end of each year over the plans. Wide band: from 5 to 95 % of them; narrow band: from 25 to 75 %; line: median."
    )
  }

  private func band(
    _ style: String, _ low: Int, _ high: Int, _ years: [Fan.Year], _ places: [Double], _ plot: ChartPlot,
    _ axis: ChartAxis
  ) -> [Markup] {
    guard let first = places.first else { return [] }
    if places.count == 1 {
      let top = plot.y(years[0].values[high], axis)
      let bottom = plot.y(years[0].values[low], axis)
      return [ChartParts.box(style, x: first - 20, y: top, width: 40, height: bottom - top)]
    }
    let upper = zip(years, places).map { (x: $1, y: plot.y($0.values[high], axis)) }
    let lower = zip(years, places).map { (x: $1, y: plot.y($0.values[low], axis)) }
    return [ChartParts.path(style, upper + lower.reversed(), closed: true)]
  }

  private func spoken(_ years: [Fan.Year]) -> String {
    years.map { year in
      let values = year.values.map { NumberText.grouped($0) }
      return "\(year.year): median \(values[2]), 5 to 95 % of the plans \(values[0]) to \(values[4])"
    }.joined(separator: "; ")
  }

  /// The numbers behind it.
  var table: PageTable {
    var table = PageTable(
      caption: "\(title) by year\(unit.isEmpty ? "" : ", \(unit)"): quantiles over the plans",
      columns: [
        .init(title: "Year"), .init(title: "Plans", isNumber: true), .init(title: "5 %", isNumber: true),
        .init(title: "25 %", isNumber: true), .init(title: "Median", isNumber: true),
        .init(title: "75 %", isNumber: true), .init(title: "95 %", isNumber: true),
      ])
    for year in fan.years where year.values.count == 5 {
      table.rows.append(
        [.verbatim(String(year.year)), .verbatim(NumberText.grouped(year.cases))]
          + year.values.map { .verbatim(NumberText.grouped($0)) })
    }
    return table
  }
}
