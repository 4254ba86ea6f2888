// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// Where the money goes.
struct CostsSection {
  var plan: Plan

  var content: [Markup] {
    let parts = CostsTable.kinds.filter { $0.name != "capex_eur" && $0.name != "discounted_eur" }
    let all = parts.reduce(0.0) { $0 + $1.value(plan.totals.costs) }
    let chart = BarChart(
      id: "chart-costs", title: "Costs of the plan by kind",
      caption: "Undiscounted, over the horizon and the operating years counted.",
      bars: parts.map { part in
        let value = part.value(plan.totals.costs)
        let share = all > 0 ? " (\(NumberText.percent(value / all)))" : ""
        return .init(
          label: part.label, value: value, text: NumberText.millionEUR(value) + " MEUR" + share, mark: nil)
      })
    var table = PageTable(
      caption: "Costs in MEUR; discounted costs are what the plan minimises",
      columns: [.init(title: "Site")] + CostsTable.kinds.map { .init(title: $0.label, isNumber: true) })
    for site in plan.chosen { table.rows.append(row(.data(site.name), site.costs)) }
    table.totalRow = table.rows.count
    table.rows.append(row(.text("All"), plan.totals.costs))
    return [chart.markup, table.markup]
  }

  private func row(_ name: Markup, _ costs: PlanCosts) -> [Markup] {
    [name] + CostsTable.kinds.map { .text(NumberText.millionEUR($0.value(costs))) }
  }
}
