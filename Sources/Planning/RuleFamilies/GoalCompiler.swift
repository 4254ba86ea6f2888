// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel

/// Turns the aims of a planner into goals over the decisions of a problem.
struct GoalCompiler {
  let problem: SitingProblem
  /// What the families of rules know of measures that need figures of their own.
  let families: RuleFamilies
  private(set) var findings: [String] = []

  init(_ problem: SitingProblem, families: RuleFamilies) {
    self.problem = problem
    self.families = families
  }

  /// The goals in order of importance.
  mutating func goals(of objective: PlanningObjective) -> [Goal] {
    var goals: [Goal] = []
    for aim in objective.aims {
      let countsCost = aim.measure == .discountedCostEUR
      var terms = countsCost ? [] : terms(of: aim.measure)
      let weights = countsCost ? objective.weightsEUR.sorted { $0.key.rawValue < $1.key.rawValue } : []
      for (measure, weight) in weights where measure != .discountedCostEUR {
        for term in self.terms(of: measure) {
          terms.append(LinearRule.Term(term.quantity, year: term.year, term.coefficient * weight))
        }
      }
      goals.append(
        Goal(
          name: weights.isEmpty ? aim.measure.rawValue : "weighted_cost_eur", unit: aim.measure.unit,
          isMaximised: aim.isMaximised, tolerance: aim.tolerance, countsCost: countsCost, terms: terms))
    }
    return goals
  }

  /// What one measure is, over the decisions.
  private mutating func terms(of measure: PlanningObjective.Measure) -> [LinearRule.Term] {
    let last = problem.yearCount - 1
    switch measure {
    case .discountedCostEUR: return []
    case .gpus: return national(year: last) { Double($0.gpus) }
    case .gpuYears:
      return problem.years.indices.flatMap { t in
        national(year: t) { Double($0.gpus) * Self.yearsServed(problem, t) }
      }
    case .sites:
      return problem.sites.indices.map { LinearRule.Term(.open(site: $0), year: last, 1) }
    case .exaflops, .carbonT, .waterM3:
      let found = families.terms(of: measure, in: problem)
      if found == nil {
        findings.append(
          "objective: \(measure.rawValue) cannot be counted; state the figures it needs "
            + (measure == .exaflops
              ? "(hardware with published FLOPS)" : "([carbon] or [water] of the scenario)"))
      }
      return found ?? []
    }
  }

  /// Terms over the national totals of a year.
  private func national(year t: Int, _ weight: (ClusterOption) -> Double) -> [LinearRule.Term] {
    problem.blocks.indices.map { LinearRule.Term(.national(sku: $0), year: t, weight(problem.blocks[$0])) }
  }

  /// Years of the horizon that the state at the end of a planning year stands for: until the next one; the
  /// last one counts once.
  static func yearsServed(_ problem: SitingProblem, _ t: Int) -> Double {
    t + 1 < problem.yearCount ? Double(problem.years[t + 1] - problem.years[t]) : 1
  }
}
