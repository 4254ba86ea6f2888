// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Wording

/// Where the money goes.
struct CostsSection {
  var plan: Plan

  /// Sites that the chart shows one by one.
  private static let sitesShown = 12

  var content: [Markup] {
    var table = PageTable(
      caption: "Costs in MEUR; discounted costs are what the plan minimises",
      columns: [.init(title: "Site")]
        + Self.columns.map { .init(title: Phrase(stringLiteral: $0.label), isNumber: true) })
    for site in plan.chosen { table.rows.append(row(.data(site.name), site.costs)) }
    table.totalRow = table.rows.count
    table.rows.append(row(.text("All"), plan.totals.costs))
    return [chart.markup, table.markup]
  }

  /// The kinds of cost as the table shows them: what the plan minimises comes first.
  private static let columns =
    CostsTable.kinds.filter { $0.name == "discounted_eur" }
    + CostsTable.kinds.filter { $0.name != "discounted_eur" }

  /// The kinds of cost that add up.
  private var parts: [CostsTable.Kind] {
    CostsTable.kinds.filter { kind in
      kind.name != "capex_eur" && kind.name != "discounted_eur" && kind.value(plan.totals.costs) > 0
    }
  }

  /// The money of each site by kind; of many sites, those that cost most.
  var chart: StackChart {
    let parts = parts
    func row(_ label: Phrase, _ costs: PlanCosts) -> StackChart.Row {
      let amounts = parts.map { $0.value(costs) }
      return StackChart.Row(
        label: label, amounts: amounts, text: "\(.millionEUR(amounts.reduce(0, +), decimals: 0)) MEUR")
    }
    let mostExpensive = plan.chosen.sorted {
      ($1.costs.discountedEUR, $0.id) < ($0.costs.discountedEUR, $1.id)
    }
    var rows = mostExpensive.prefix(Self.sitesShown).map {
      row(Phrase(verbatim: ChartParts.short($0.name, 28)), $0.costs)
    }
    let others = mostExpensive.count - rows.count
    if rows.count != 1 { rows.insert(row("All", plan.totals.costs), at: 0) }
    return StackChart(
      id: "chart-costs", title: "Costs of the plan by kind",
      caption: others > 0
        ? "Undiscounted, over the horizon and the operating years counted; \(.grouped(others)) more sites are in costs.csv."
        : "Undiscounted, over the horizon and the operating years counted.",
      parts: parts.map { Phrase(stringLiteral: $0.label) }, rows: rows,
      amount: { "\(.millionEUR($0)) MEUR" })
  }

  private func row(_ name: Markup, _ costs: PlanCosts) -> [Markup] {
    [name] + Self.columns.map { .text(.millionEUR($0.value(costs))) }
  }
}
