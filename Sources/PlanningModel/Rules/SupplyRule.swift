// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// GPUs of a sku in service never exceed what has been delivered.
struct SupplyRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for k in problem.blocks.indices {
      for t in 0..<problem.yearCount {
        guard let limit = problem.supplyGPUs[k][t] else { continue }
        var sum = LinearExpression()
        sum.add(Double(problem.blocks[k].gpus), builder.key.national[k][t])
        try builder.addRow(
          sum, upper: Double(limit),
          RowKey(.supply, scope: problem.blocks[k].skuID, year: problem.years[t]))
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    problem.blocks.indices.flatMap { k in
      (0..<problem.yearCount).compactMap { t -> RuleActivity? in
        guard let limit = problem.supplyGPUs[k][t] else { return nil }
        let blocks = placement.sites.reduce(0) { $0 + $1.blocks[k][t] }
        return RuleActivity(
          RowKey(.supply, scope: problem.blocks[k].skuID, year: problem.years[t]),
          activity: Double(blocks * problem.blocks[k].gpus), atMost: Double(limit), unit: "GPU")
      }
    }
  }
}
