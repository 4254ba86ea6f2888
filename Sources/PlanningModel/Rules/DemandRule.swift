// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// GPUs in service at the end of each year reach the demand.
struct DemandRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    let step = problem.blocks.map(\.gpus).reduce(0, Self.greatestCommonDivisor)
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
      let demand = problem.demandGPUs[t]
      guard demand > 0, step > 0 else { continue }
      // Whole blocks come in multiples of `step` GPUs, so the demand may be rounded up to one.
      let rounded = (demand + step - 1) / step * step
      try builder.addRow(
        builder.nationalGPUs(year: t), lower: Double(rounded), RowKey(.demand, year: year))
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    (0..<problem.yearCount).compactMap { t in
      guard problem.demandGPUs[t] > 0 else { return nil }
      return RuleActivity(
        RowKey(.demand, year: problem.years[t]), activity: Double(placement.gpus(year: t, in: problem)),
        atLeast: Double(problem.demandGPUs[t]), unit: "GPU")
    }
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
