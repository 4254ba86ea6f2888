// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Planning
import PlanningModel
import Quantities
import Results
import Wording

/// How the search closed the gap between the best plan and the bound that no plan beats.
struct SearchSection {
  var plan: Plan
  var trace: SearchTrace

  /// States that the table shows.
  private static let rowsShown = 60

  var content: [Markup] {
    var content: [Markup] = []
    if let chart {
      content.append(chart.figure)
    } else {
      content.append(.paragraph("The first step settled the question, so there is no gap to draw."))
    }
    if let table {
      content.append(
        .element("details", [:], [.element("summary", [:], [.text("States of the search")]), table.markup]))
    }
    return content
  }

  /// States of the objective that was sought last, which the plan was chosen by.
  private var last: [SearchTrace.Entry] {
    guard let objective = plan.objectives.last else { return [] }
    return trace.entries.filter { $0.objective == objective.name }
  }

  /// Whether it is known when each state was reached.
  private var isTimed: Bool { !last.isEmpty && last.allSatisfy { $0.seconds != nil } }

  /// Amounts in the unit that people read: MEUR for money.
  private var unit: (name: Phrase, factor: Double) {
    let unit = plan.objectives.last?.unit ?? ""
    return unit == "EUR" ? ("MEUR", 1e-6) : (Phrase(word: unit), 1)
  }

  /// The best plan and the bound, state by state; nil where all was known at once.
  var chart: Picture? {
    let states = last.filter { $0.best != nil || $0.bound != nil }
    let amounts = states.flatMap { [$0.best, $0.bound] }.compactMap { $0.map { $0 * unit.factor } }
    guard states.count > 1, !amounts.isEmpty else { return nil }
    let places = states.map { isTimed ? $0.seconds ?? 0 : Double($0.iterations) }
    guard Set(places).count > 1 else { return nil }
    let plot = ChartPlot(left: 92, top: 26, right: 700, bottom: 250)
    let (x, y) = (ChartAxis(places), ChartAxis(amounts))
    var content = ChartParts.grid(y, plot: plot)
    content.append(ChartParts.words("tick-x", x: 46, y: 16, unit.name))
    for tick in x.ticks {
      content.append(
        ChartParts.words("tick-x", x: plot.x(tick, x), y: plot.bottom + 18, Phrase(numeral: x.text(tick))))
    }
    content.append(
      ChartParts.words(
        "tick-x", x: (plot.left + plot.right) / 2, y: plot.bottom + 38,
        isTimed ? "seconds" : "simplex iterations"))
    let lines: [(KeyPath<SearchTrace.Entry, Double?>, String, Phrase)] = [
      (\.best, "curve", "best plan"), (\.bound, "curve curve-1", "bound"),
    ]
    for (amount, style, name) in lines {
      var points: [(x: Double, y: Double)] = []
      for (state, place) in zip(states, places) {
        guard let value = state[keyPath: amount] else { continue }
        let point = (x: plot.x(place, x), y: plot.y(value * unit.factor, y))
        // What is known stays so until something better is.
        if let before = points.last { points.append((x: point.x, y: before.y)) }
        points.append(point)
      }
      guard let end = points.last else { continue }
      content.append(ChartParts.path(style, points, name: name))
      content.append(ChartParts.disc("point", end.x, end.y, radius: 3.5, name: nil))
    }
    content += [
      ChartParts.line("curve", 460, 12, 490, 12), ChartParts.words("series", x: 496, y: 16, "best plan"),
      ChartParts.line("curve curve-1", 590, 12, 620, 12), ChartParts.words("series", x: 626, y: 16, "bound"),
    ]
    return Picture(
      id: "chart-search", width: 720, height: 300, title: "How the gap closed", spoken: spoken(states),
      caption: caption, content: content)
  }

  private var caption: Phrase {
    isTimed
      ? "The best plan so far and the bound that no plan beats, by the seconds of the run that found the plan."
      : "The best plan so far and the bound that no plan beats. Work is counted, not timed, so that the page is the same for the "
        + "same inputs."
  }

  private func spoken(_ states: [SearchTrace.Entry]) -> Phrase {
    .joined(
      states.suffix(12).map { state in
        "\(Phrase(word: state.stage)): \(amount(state.best)), \(amount(state.bound))"
      }, separator: "; ")
  }

  private func amount(_ value: Double?) -> Phrase {
    guard let value else { return .none }
    return .grouped(value * unit.factor, decimals: unit.factor == 1 ? 0 : 2)
  }

  /// The states, of a long search the first and the last; nil without any.
  private var table: PageTable? {
    let states = trace.entries
    if states.isEmpty { return nil }
    var table = PageTable(
      caption: "States of the search: amounts in the unit of the objective, money in MEUR",
      columns: [
        .init(title: "Stage"), .init(title: "Objective"), .init(title: "Best plan", isNumber: true),
        .init(title: "Bound", isNumber: true), .init(title: "Gap", isNumber: true),
        .init(title: "Nodes", isNumber: true), .init(title: "Iterations", isNumber: true),
      ])
    let head = states.count > Self.rowsShown ? Self.rowsShown / 2 : states.count
    for (index, state) in states.enumerated() where index < head || index >= states.count - Self.rowsShown / 2
    {
      let objective = plan.objectives.first { $0.name == state.objective }
      let factor = objective?.unit == "EUR" ? 1e-6 : 1
      var gap = Phrase.none
      if let best = state.best, let bound = state.bound {
        let width = max(0, objective?.isMaximised == true ? bound - best : best - bound)
        gap = .percent(width / max(best.magnitude, 1), decimals: 3)
      }
      table.rows.append([
        .text(Phrase(word: state.stage)),
        .text(Phrase(word: RuleLabel.objectives[state.objective] ?? state.objective)),
        .text(.optional(state.best.map { $0 * factor }, decimals: 2)),
        .text(.optional(state.bound.map { $0 * factor }, decimals: 2)), .text(gap),
        .text(.grouped(state.nodes)), .text(.grouped(state.iterations)),
      ])
    }
    return table
  }
}
