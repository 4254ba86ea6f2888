// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension RuleKind {
  /// Capital spending.
  package static let budget = RuleKind("budget", "Budget") {
    "a budget of \($0.then) EUR\($0.year) instead of \($0.now) EUR"
  }
}

/// Undiscounted capital spending stays within the budget of each year and of the horizon.
struct BudgetRule: PlanningRule {
  private static let path = ["limits", "budget_eur"]

  var kinds: [RuleKind] { [.budget] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    var rules: [LinearRule] = []
    if let total = problem.budgetEUR {
      let spent = Self.spentBy(year: problem.yearCount - 1, problem)
      rules.append(Self.rule(spent, limit: total, Self.path))
    }
    for t in problem.years.indices {
      guard let limit = problem.budgetByYearEUR[t] else { continue }
      let before = t > 0 ? Self.spentBy(year: t - 1, problem).times(-1) : []
      rules.append(
        Self.rule(
          Self.spentBy(year: t, problem) + before, limit: limit, Self.path(t, problem),
          year: problem.years[t]))
    }
    return rules
  }

  private static func rule(
    _ spent: [LinearRule.Term], limit: Double, _ path: [String], year: Int? = nil
  ) -> LinearRule {
    var rule = LinearRule(
      .budget, year: year, unit: "EUR", terms: spent, atMost: limit,
      settings: [LimitSetting(path, form: .eur, value: limit, highest: 1e13)])
    rule.amountPerRowUnit = Formulation.eurPerUnit
    return rule
  }

  /// Capital spent by the end of a year: blocks at their general price through the national totals, and what
  /// the sites add to the price of their buildings.
  private static func spentBy(year t: Int, _ problem: SitingProblem) -> [LinearRule.Term] {
    var spent: [LinearRule.Term] = []
    for (i, site) in problem.sites.enumerated() {
      guard site.shellCostFactor != 1 else { continue }
      for k in problem.blocks.indices {
        let addition = problem.capexEUR(site: i, sku: k) - problem.blocks[k].totalCapexEUR
        spent.append(.init(.blocks(site: i, sku: k), year: t, addition))
      }
    }
    return problem.connectionTerms(year: t) + spent + problem.national(year: t, worth: \.totalCapexEUR)
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    if relaxation.setting.path == Self.path { problem.budgetEUR = relaxation.value }
    for t in problem.years.indices where Self.path(t, problem) == relaxation.setting.path {
      if problem.budgetByYearEUR[t] != nil { problem.budgetByYearEUR[t] = relaxation.value }
    }
  }

  private static func path(_ t: Int, _ problem: SitingProblem) -> [String] {
    ["limits", "budget_by_year_eur", String(problem.years[t])]
  }
}
