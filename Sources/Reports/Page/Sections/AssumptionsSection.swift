// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Figures
import Siting

/// What the plan assumes, and how much of it rests on estimates.
struct AssumptionsSection {
  var plan: Plan
  var context: ReportContext

  var content: [Markup] {
    var content: [Markup] = []
    if !plan.basisShare.isEmpty {
      let chart = BarChart(
        id: "chart-basis", title: "What the chosen capacity rests on",
        caption:
          "Share of the GPUs at the end of the horizon by the weakest figure (power, area, year, owner) of their site.",
        bars: Basis.allCases.map { basis in
          let share = plan.basisShare[basis] ?? 0
          return .init(label: basis.rawValue, value: share, text: NumberText.percent(share), mark: nil)
        })
      content.append(chart.markup)
    }
    let names = Set(context.assumptions.map(\.name))
    let all = context.assumptions + PlanDocument.assumptions(plan).filter { !names.contains($0.name) }
    guard !all.isEmpty else { return content }
    var table = PageTable(
      caption: "Figures that the plan sets or assumes",
      columns: [
        .init(title: "Figure"), .init(title: "Value", isNumber: true), .init(title: "Unit"),
        .init(title: "Band"), .init(title: "Basis"), .init(title: "Source"),
      ])
    for named in all {
      let figure = named.figure
      var band = "-"
      if let low = figure.low, let high = figure.high {
        band = "\(NumberText.shortest(low) ?? "-") to \(NumberText.shortest(high) ?? "-")"
      }
      table.rows.append([
        .text(named.name), .text(NumberText.shortest(figure.value) ?? "-"), .text(figure.unit), .text(band),
        .text(figure.basis.rawValue), .data(figure.source),
      ])
    }
    content.append(table.markup)
    return content
  }
}
