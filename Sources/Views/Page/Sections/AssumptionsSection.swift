// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Results
import Wording

/// What the plan assumes, and how much of it rests on estimates.
struct AssumptionsSection {
  var plan: Plan
  var context: ReportContext

  /// What the capacity rests on; nil where nothing is chosen.
  var chart: BarChart? {
    if plan.basisShare.isEmpty { return nil }
    return BarChart(
      id: "chart-basis", title: "What the chosen capacity rests on",
      caption:
        "Share of the GPUs at the end of the horizon by the weakest figure (power, area, year, owner) of their site.",
      bars: Basis.allCases.map { basis in
        let share = plan.basisShare[basis] ?? 0
        return .init(label: BasisLabel.words(basis), value: share, text: .percent(share), mark: nil)
      })
  }

  var content: [Markup] {
    var content: [Markup] = []
    if let chart { content.append(chart.markup) }
    let names = Set(context.assumptions.map(\.name))
    let all = context.assumptions + PlanFile.assumptions(of: plan).filter { !names.contains($0.name) }
    guard !all.isEmpty else { return content }
    var table = PageTable(
      caption: "Figures that the plan sets or assumes",
      columns: [
        .init(title: "Figure"), .init(title: "Value", isNumber: true), .init(title: "Unit"),
        .init(title: "Band"), .init(title: "Basis"), .init(title: "Source"),
      ])
    for named in all {
      let figure = named.figure
      table.rows.append([
        .verbatim(named.name), .text(.shortest(figure.value)), .text(Phrase(word: figure.unit)),
        .text(BasisLabel.band(figure.low, figure.high)), .text(BasisLabel.words(figure.basis)),
        .data(figure.source),
      ])
    }
    content.append(table.markup)
    return content
  }
}
