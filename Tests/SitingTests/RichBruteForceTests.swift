// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Planning
import PlanningModel
import TestSupport
import Testing

@Suite("Rules and objectives of every shape against brute force")
struct RichBruteForceTests {
  /// Problems a test case: one test with a thousand arguments prints a thousand lines.
  private static let batch = 25

  @Test(
    "A thousand small random problems: the best plan is the one that trying every plan finds, objective after objective",
    arguments: 0..<40)
  func rich(batch: Int) throws {
    for index in 0..<Self.batch {
      let seed = UInt64(batch * Self.batch + index + 1)
      try check(RandomProblems.rich(seed: seed), seed: seed)
    }
  }

  @Test("Blocks that count by the connection of their site, held from either side", arguments: 0..<12)
  func connected(batch: Int) throws {
    for index in 0..<Self.batch {
      let seed = UInt64(batch * Self.batch + index + 1)
      try check(RandomProblems.connected(seed: seed), seed: seed)
    }
  }

  private func check(_ problem: SitingProblem, seed: UInt64) throws {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard let expected = BruteForcePlanner.optima(of: problem) else {
      #expect(answer.outcome.status == .infeasible, "seed \(seed): there is no plan")
      return
    }
    #expect(answer.outcome.status == .optimal, "seed \(seed): \(answer.result.rawStatus)")
    #expect(PlanAudit(of: answer.placement, in: problem).passed, "seed \(seed)")
    let reached = answer.outcome.objectives.map(\.best)
    #expect(reached.count == expected.count, "seed \(seed)")
    for (objective, (found, wanted)) in zip(problem.objectives, zip(reached, expected)) {
      let value = found ?? .nan
      #expect(
        (value - wanted).magnitude <= 1e-6 * max(1, wanted.magnitude),
        "seed \(seed): \(objective.name) \(value), brute force \(wanted)")
    }
  }

  @Test(
    "The random problems use rules of every shape, hard and soft, objectives of every kind, and some have no plan"
  )
  func coverage() {
    let problems = (1...1_000).map { RandomProblems.rich(seed: $0) }
    let infeasible = problems.prefix(200).filter { BruteForcePlanner.optima(of: $0) == nil }.count
    #expect((20...120).contains(infeasible), "\(infeasible) of 200")
    let rules = problems.flatMap(\.linearRules)
    #expect(Set(rules.map(\.kind.identifier)) == Set(RandomProblems.families))
    #expect(rules.contains { $0.penaltyEURPerUnit != nil } && rules.contains { $0.penaltyEURPerUnit == nil })
    let objectives = Set(problems.flatMap(\.objectives).map(\.name))
    #expect(
      objectives == ["gpus", "gpu_years", "sites", "carbon_t", "weighted_cost_eur", "discounted_cost_eur"])
    #expect(problems.contains { $0.trainingCampus?.penaltyEUR != nil })
    #expect(problems.contains { $0.trainingCampus != nil && $0.trainingCampus?.penaltyEUR == nil })
  }
}
