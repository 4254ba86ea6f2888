// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// Objective coefficients in MEUR. With cumulative variables, what is bought in year t is the difference of
/// two of them, so a purchase at price c counts c times (discount of t - discount of t + 1) on the variable
/// of year t.
struct CostCoefficients {
  let problem: SitingProblem

  init(_ problem: SitingProblem) { self.problem = problem }

  /// Weight of a one-off price on the cumulative variable of a year.
  private func purchaseWeight(year t: Int) -> Double {
    let next = t + 1 < problem.yearCount ? problem.discountFactor[t + 1] : 0
    return problem.discountFactor[t] - next
  }

  /// A connection energised by the end of a year.
  func connection(site i: Int, option o: Int, year t: Int) -> Double {
    problem.sites[i].connections[o].costEUR * purchaseWeight(year: t) / Formulation.eurPerUnit
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
