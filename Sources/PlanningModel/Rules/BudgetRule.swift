// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// Undiscounted capital spending stays within the budget of each year and of the horizon.
struct BudgetRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    if let total = problem.budgetEUR {
      let last = problem.yearCount - 1
      try builder.addRow(
        Self.spentBy(year: last, builder), upper: total / Formulation.eurPerUnit, RowKey(.budget))
    }
    for t in 0..<problem.yearCount {
      guard let limit = problem.budgetByYearEUR[t] else { continue }
      var spent = Self.spentBy(year: t, builder)
      if t > 0 { spent.add(-1, Self.spentBy(year: t - 1, builder)) }
      try builder.addRow(
        spent, upper: limit / Formulation.eurPerUnit, RowKey(.budget, year: problem.years[t]))
    }
  }

  /// Capital spent by the end of a year, in MEUR: blocks at their general price through the national totals,
  /// and what the sites add to the price of their buildings.
  private static func spentBy(year t: Int, _ builder: FormulationBuilder) -> LinearExpression {
    let problem = builder.problem
    var sum = LinearExpression()
    for (i, site) in problem.sites.enumerated() {
      for o in site.connections.indices {
        if let variable = builder.key.energised[i][o][t] {
          sum.add(site.connections[o].costEUR / Formulation.eurPerUnit, variable)
        }
      }
      if site.shellCostFactor != 1 {
        let addition = builder.blocks(site: i, year: t) { k in
          (problem.capexEUR(site: i, sku: k) - problem.blocks[k].totalCapexEUR) / Formulation.eurPerUnit
        }
        sum.add(1, addition)
      }
    }
    for k in problem.blocks.indices {
      sum.add(problem.blocks[k].totalCapexEUR / Formulation.eurPerUnit, builder.key.national[k][t])
    }
    return sum
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    let spent = (0..<problem.yearCount).map { t in
      placement.sites.reduce(0.0) { sum, placed in
        let site = problem.sites[placed.site]
        var paid = 0.0
        if let connection = placed.connection, placed.opensYear == t {
          paid += site.connections[connection].costEUR
        }
        for k in problem.blocks.indices {
          let added = placed.blocks[k][t] - (t > 0 ? placed.blocks[k][t - 1] : 0)
          paid += Double(added) * problem.capexEUR(site: placed.site, sku: k)
        }
        return sum + paid
      }
    }
    var found: [RuleActivity] = []
    if let total = problem.budgetEUR {
      found.append(
        RuleActivity(RowKey(.budget), activity: spent.reduce(0, +), atMost: total, unit: "EUR"))
    }
    for t in 0..<problem.yearCount {
      if let limit = problem.budgetByYearEUR[t] {
        found.append(
          RuleActivity(
            RowKey(.budget, year: problem.years[t]), activity: spent[t], atMost: limit, unit: "EUR"))
      }
    }
    return found
  }
}
