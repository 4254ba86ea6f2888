// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel

/// The last line of defence behind the ranges of a scenario: figures of a problem that are next to nothing.
@Suite("Figures next to nothing end neither in a fault nor in a false answer")
struct TinyNumberTests {
  /// Puts a tiny value in one place of a problem.
  private static let places: [@Sendable (inout SitingProblem, Double) -> Void] = [
    { problem, tiny in
      RandomProblems.addShare("eu", of: { $0.isEUControlled }, atLeast: tiny, to: &problem)
    },
    { problem, tiny in
      RandomProblems.addShare("other", of: { !$0.isEUControlled }, atMost: 1 - tiny, to: &problem)
    },
    { problem, tiny in problem.campusMinITMW = tiny },
    { problem, tiny in problem.energyEURPerMWh = tiny },
    { problem, tiny in problem.fixedOMEURPerITMWYear = tiny },
    { problem, tiny in for i in problem.sites.indices { problem.sites[i].connections[0].fixedEUR = tiny } },
    { problem, tiny in for i in problem.sites.indices { problem.sites[i].connections[0].capacityMW = tiny } },
    { problem, tiny in for k in problem.blocks.indices { problem.blocks[k].landHa = tiny } },
    { problem, tiny in for t in problem.years.indices { problem.zones[0].headroomMW[t] = tiny } },
    { problem, tiny in
      problem.linearRules = [
        LinearRule(
          RuleKind("planner_rule"), name: "tiny", unit: "u",
          terms: problem.sites.indices.map { .init(.blocks(site: $0, sku: 0), year: 0, tiny) }, atMost: 0)
      ]
    },
    { problem, tiny in
      problem.linearRules = [
        LinearRule(
          RuleKind("planner_rule"), name: "tiny", unit: "u",
          terms: problem.sites.indices.map { .init(.open(site: $0), year: 0, 1) }, atMost: 0,
          penaltyEURPerUnit: tiny)
      ]
    },
  ]

  @Test("Trying every plan finds the same optimum", arguments: places.indices, [1e-12, 1e-30, 1e-200])
  func sameOptimum(place: Int, tiny: Double) throws {
    for seed in 1...6 {
      var problem = RandomProblems.small(seed: UInt64(seed))
      Self.places[place](&problem, tiny)
      let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
      let answer = try search.search(problem, formulation: Formulation(problem))
      // Next to nothing is either nothing, within the tolerance of the audit, or as little as one block makes
      // of it.
      var strict = RandomProblems.small(seed: UInt64(seed))
      Self.places[place](&strict, 1e-4)
      let optima = [problem, strict].map { BruteForcePlanner.optimum(of: $0) }
      guard answer.outcome.status == .optimal, let found = answer.outcome.objectives.first?.best else {
        #expect(answer.outcome.status == .infeasible && optima.contains(nil), "seed \(seed)")
        continue
      }
      #expect(PlanAudit(of: answer.placement, in: problem).passed)
      #expect(
        optima.contains { $0.map { ($0 - found).magnitude <= 1e-4 * max(1, found) } ?? false },
        "seed \(seed): \(found), by trying every plan \(optima)")
    }
  }

  @Test("A rule whose amounts cannot be distinguished from nothing, or drown others, is refused by its name")
  func sizes() {
    func faults(_ each: Double) -> [String] {
      RuleFamilies.faultsOfSize(
        [2027, 2028].map { year in
          LinearRule(
            RuleKind("planner_rule"), name: "rule.1 (dust)", year: year, unit: "kg",
            terms: [.init(.blocks(site: 0, sku: 0), year: 0, each)], atMost: 1)
        })
    }
    #expect(faults(1e-7) == [] && faults(1e12) == [] && faults(0) == [])
    // One finding, however many years the rule holds in.
    #expect(faults(0.9e-7).count == 1 && faults(0.9e-7)[0].hasPrefix("rule.1 (dust): "))
    #expect(faults(-1e-200).count == 1 && faults(1.1e12).count == 1)
  }
}
