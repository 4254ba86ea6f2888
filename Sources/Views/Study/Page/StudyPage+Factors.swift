// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Studies
import Wording

extension StudyPage {
  /// The tornado with its numbers.
  func tornadoContent(_ tornado: Tornado, _ objective: StudyObjective) -> [Markup] {
    var table = PageTable(
      caption: "\(objective.heading), one factor at a time; base \(objective.amount(tornado.base))",
      columns: [
        .init(title: "Factor"), .init(title: "Low end"), .init(title: "There", isNumber: true),
        .init(title: "High end"), .init(title: "There", isNumber: true),
        .init(title: "Swing", isNumber: true),
      ])
    for bar in tornado.bars {
      let unit = reading.unit(of: bar.factor)
      table.rows.append([
        .data(bar.factor), .data(reading.text(bar.lowValue, unit: unit)),
        .verbatim(bar.low.map(objective.amount) ?? "no plan"), .data(reading.text(bar.highValue, unit: unit)),
        .verbatim(bar.high.map(objective.amount) ?? "no plan"),
        .verbatim(bar.swing.map(objective.amount) ?? "-"),
      ])
    }
    return [
      TornadoChart(tornado: tornado, objective: objective, reading: reading).markup, table.markup,
      .paragraph(
        "The swing says nothing about factors that act together: for that take a sampled design."),
    ]
  }

  /// Rank correlation of each factor with the objective and with having a plan, or why there is none.
  var correlations: [Markup] {
    var content = reading.aliases.map { alias in
      Markup.element(
        "p", ["class": "notice"],
        [
          .data(
            StudyReading.words(alias)
              + (alias.isRefused
                ? ", so nothing is reported on either; take more samples" : " with certainty"))
        ])
    }
    if let refusal = reading.correlationRefusal {
      return content + [.paragraph(Phrase(verbatim: "No correlations are reported: \(refusal)."))]
    }
    let hasFailures = reading.correlations.contains { $0.withoutPlan > 0 }
    var columns: [PageTable.Column] = [
      .init(title: "Factor"), .init(title: "Coefficient", isNumber: true),
      .init(title: "Cases", isNumber: true), .init(title: "In words"),
    ]
    if hasFailures { columns.insert(.init(title: "With having a plan", isNumber: true), at: 2) }
    var table = PageTable(
      caption:
        "Rank correlation of each factor with the \(reading.objective?.label ?? "result"), the strongest first",
      columns: columns)
    func shown(_ value: Double?) -> Markup {
      .verbatim(value.map { ($0 > 0 ? "+" : "") + NumberText.grouped($0, decimals: 2) } ?? "-")
    }
    for entry in reading.correlations {
      var cells: [Markup] = [
        .data(entry.factor), shown(entry.coefficient), .verbatim(NumberText.grouped(entry.cases)),
        .data(
          entry.alias.map { alias in "not reported: goes with \(alias.other(than: entry.factor) ?? "")" }
            ?? words(entry.coefficient)),
      ]
      if hasFailures { cells.insert(shown(entry.withPlan), at: 2) }
      table.rows.append(cells)
    }
    content += [
      table.markup,
      .paragraph(
        "Spearman's coefficient: +1 where more of the factor always goes with more of the result, -1 where it always goes with less. "
          + "It does not see an effect that first rises and then falls, and with few cases it is rough."),
    ]
    if hasFailures {
      content.append(
        .paragraph(
          "Cases proven to have no plan count as worse than any plan: left out, a factor that makes plans impossible would seem to make "
            + "them better. The column beside it says how the factor goes with having a plan at all."))
    }
    return content
  }

  private func words(_ coefficient: Double?) -> String {
    guard let coefficient else { return "no number, or nothing varies" }
    let direction = coefficient > 0 ? "rises with it" : "falls with it"
    switch coefficient.magnitude {
    case ..<0.1: return "hardly related"
    case ..<0.5: return "weakly: \(direction)"
    case ..<0.8: return "clearly: \(direction)"
    default: return "strongly: \(direction)"
    }
  }

  /// Spread of GPUs and of grid power by year.
  var fans: [Markup] {
    var content: [Markup] = []
    if let probability = reading.planProbability, probability.without > 0, reading.gpus != nil {
      content.append(.paragraph(Phrase(verbatim: probability.condition)))
    }
    if let fan = reading.gpus {
      let chart = FanChart(id: "gpus-chart", title: "GPUs in service", unit: "", fan: fan)
      content += [chart.markup, chart.table.markup]
    }
    if let fan = reading.power {
      let chart = FanChart(id: "power-chart", title: "Grid power", unit: "MW", fan: fan)
      content += [chart.markup, chart.table.markup]
    }
    return content
  }
}
