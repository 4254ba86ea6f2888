// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel

/// Turns the objectives of a planner into objectives over the decisions of a problem.
struct ObjectiveCompiler {
  let problem: SitingProblem
  /// What the families of rules know of measures that need figures of their own.
  let families: RuleFamilies
  private(set) var findings: [String] = []

  init(_ problem: SitingProblem, families: RuleFamilies) {
    self.problem = problem
    self.families = families
  }

  /// The objectives in order of importance.
  mutating func objectives(of objective: PlanningObjective) -> [Objective] {
    var objectives: [Objective] = []
    for level in objective.levels {
      let countsCost = level.measure == .discountedCostEUR
      var terms = countsCost ? [] : terms(of: level.measure)
      let weights = countsCost ? objective.weightsEUR.sorted { $0.key.rawValue < $1.key.rawValue } : []
      for (measure, weight) in weights where measure != .discountedCostEUR {
        for term in self.terms(of: measure) {
          terms.append(LinearRule.Term(term.quantity, year: term.year, term.coefficient * weight))
        }
      }
      objectives.append(
        Objective(
          name: weights.isEmpty ? level.measure.rawValue : "weighted_cost_eur", unit: level.measure.unit,
          isMaximised: level.isMaximised, tolerance: level.tolerance, countsCost: countsCost, terms: terms))
    }
    return objectives
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
