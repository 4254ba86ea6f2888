// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// Objective coefficients in MEUR. With cumulative variables, what is bought in year t is the difference of
/// two of them, so a purchase at price c counts c times (discount of t - discount of t + 1) on the variable
/// of year t.
struct CostCoefficients {
  let problem: SitingProblem

  init(_ problem: SitingProblem) { self.problem = problem }

  /// Weight of a one-off price on the cumulative variable of a year.
  func purchaseWeight(year t: Int) -> Double {
    let next = t + 1 < problem.yearCount ? problem.discountFactor[t + 1] : 0
    return problem.discountFactor[t] - next
  }

  /// A block installed by the end of a year: its price, its energy and its fixed O&M.
  func block(site i: Int, sku k: Int, year t: Int) -> Double {
    let block = problem.blocks[k]
    let running = PlanCosts.runningEURPerYear(of: block, pue: problem.sites[i].pue, in: problem)
    return
      (problem.capexEUR(site: i, sku: k) * purchaseWeight(year: t) + running * problem.operatingWeight[t])
      / Formulation.eurPerUnit
  }
}

extension FormulationBuilder {
  /// The discounted cost in MEUR, without the price of what priced rules are missed by.
  mutating func cost() throws(ModelError) -> LinearExpression {
    let costs = CostCoefficients(problem)
    var cost = LinearExpression()
    for t in 0..<problem.yearCount {
      let weight = costs.purchaseWeight(year: t) / Formulation.eurPerUnit
      cost.add(weight, try sum(problem.connectionTerms(year: t), constant: 0, .most))
    }
    for (i, bySKU) in key.installed.enumerated() {
      for (k, byYear) in bySKU.enumerated() {
        for (t, variable) in byYear.enumerated() {
          if let variable { cost.add(costs.block(site: i, sku: k, year: t), variable) }
        }
      }
    }
    return cost
  }
}
