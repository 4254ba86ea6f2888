// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Studies

extension StudyPage {
  /// The tornado with its numbers.
  func tornadoContent(_ tornado: Tornado, _ goal: StudyGoal) -> [Markup] {
    var table = PageTable(
      caption: "\(goal.heading), one factor at a time; base \(goal.amount(tornado.base))",
      columns: [
        .init(title: "Factor"), .init(title: "Low end"), .init(title: "There", isNumber: true),
        .init(title: "High end"), .init(title: "There", isNumber: true),
        .init(title: "Swing", isNumber: true),
      ])
    for bar in tornado.bars {
      let unit = reading.unit(of: bar.factor)
      table.rows.append([
        .data(bar.factor), .data(reading.text(bar.lowValue, unit: unit)),
        .verbatim(bar.low.map(goal.amount) ?? "no plan"), .data(reading.text(bar.highValue, unit: unit)),
        .verbatim(bar.high.map(goal.amount) ?? "no plan"), .verbatim(bar.swing.map(goal.amount) ?? "-"),
      ])
    }
    return [
      TornadoChart(tornado: tornado, goal: goal, reading: reading).markup, table.markup,
      .paragraph(
        "The swing says nothing about factors that act together: for that take a sampled design."),
    ]
  }

  /// Rank correlation of each factor with the goal.
  var correlations: [Markup] {
    var table = PageTable(
      caption:
        "Rank correlation of each factor with the \(reading.goal?.label ?? "result"), the strongest first",
      columns: [
        .init(title: "Factor"), .init(title: "Coefficient", isNumber: true),
        .init(title: "Cases", isNumber: true), .init(title: "In words"),
      ])
    for entry in reading.correlations {
      table.rows.append([
        .data(entry.factor),
        .verbatim(entry.coefficient.map { ($0 > 0 ? "+" : "") + NumberText.grouped($0, decimals: 2) } ?? "-"),
        .verbatim(NumberText.grouped(entry.cases)), .verbatim(words(entry.coefficient)),
      ])
    }
    return [
      table.markup,
      .paragraph(
        "Spearman's coefficient: +1 where more of the factor always goes with more of the result, -1 where it always goes with less. "
          + "It does not see an effect that first rises and then falls, and with few cases it is rough."),
    ]
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
