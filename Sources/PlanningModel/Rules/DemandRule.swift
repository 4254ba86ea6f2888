// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// Blocks of a sku in the country.
  package static let blockTotals = RuleKind("block_totals", "National totals", isPolicy: false)
  /// GPUs asked for.
  package static let demand = RuleKind("demand", "GPUs asked for", inequality: .demand) {
    "\($0.then) GPUs\($0.year) instead of the \($0.now) asked for"
  }
}

/// GPUs in service at the end of each year reach the demand.
struct DemandRule: PlanningRule {
  var kinds: [RuleKind] { [.blockTotals, .demand] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    let demands = rules(in: problem)
    for t in 0..<problem.yearCount {
      let year = problem.years[t]
      // The national totals tie the blocks of all sites together, so that branching can round the country
      // first.
      for k in problem.blocks.indices {
        var sum = LinearExpression()
        for i in problem.sites.indices {
          if let variable = builder.key.installed[i][k][t] { sum.add(1, variable) }
        }
        sum.add(-1, builder.key.national[k][t])
        try builder.addRow(
          sum, lower: 0, upper: 0, RowKey(.blockTotals, scope: problem.blocks[k].skuID, year: year))
      }
      for rule in demands where rule.year == year { try builder.add(rule) }
    }
  }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    let step = problem.blocks.map(\.gpus).reduce(0, Self.greatestCommonDivisor)
    return problem.years.indices.compactMap { t in
      let demand = problem.demandGPUs[t]
      guard demand > 0 else { return nil }
      let existing = problem.existingGPUs(year: t)
      var rule = LinearRule(
        .demand, year: problem.years[t], unit: "GPU", terms: problem.nationalGPUs(year: t),
        constant: Double(existing), atLeast: Double(demand), settings: [Self.setting(t, problem)])
      // Whole blocks come in multiples of `step` GPUs, so the row may round what is missing up to one.
      let missing = max(0, demand - existing)
      if step > 0 { rule.tightenedAtLeast = Double(existing + (missing + step - 1) / step * step) }
      return rule
    }
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    for t in problem.years.indices where Self.setting(t, problem).path == relaxation.setting.path {
      problem.demandGPUs[t] = Int(relaxation.value)
    }
  }

  /// The target of a year. A target that no later one follows stays above nothing: a scenario must ask for
  /// some GPU.
  private static func setting(_ t: Int, _ problem: SitingProblem) -> LimitSetting {
    func year(_ t: Int) -> Int {
      problem.statedYears.demand.isEmpty ? problem.years[t] : problem.statedYears.demand[t]
    }
    let last = problem.years.indices.last { problem.demandGPUs[$0] > 0 }
    let isLast = last.map { year($0) == year(t) } ?? false
    return LimitSetting(
      ["demand", "gpus", String(year(t))], form: .whole, value: Double(problem.demandGPUs[t]),
      lowest: isLast ? 1 : 0, highest: 100_000_000)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
