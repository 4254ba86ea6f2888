// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Siting
import TestSupport
import Testing

@Suite("Optimum against brute force")
struct BruteForceTests {
  @Test(
    "The cheapest plan of a small random problem is the one that trying every plan finds", arguments: 1...200)
  func smallProblems(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard let expected = BruteForcePlanner.optimum(of: problem) else {
      #expect(answer.outcome.status == .infeasible, "seed \(seed): there is no plan")
      return
    }
    #expect(answer.outcome.status == .optimal, "seed \(seed): \(answer.result.rawStatus)")
    let cost = PlanCosts(of: answer.placement, in: problem).discountedEUR
    #expect((cost - expected).magnitude <= 1e-6 * max(1, expected.magnitude), "seed \(seed)")
    #expect(PlanAudit(of: answer.placement, in: problem).passed, "seed \(seed)")
  }

  @Test("The random problems use every rule, and some have no plan")
  func coverage() {
    let problems = (1...200).map { RandomProblems.small(seed: UInt64($0)) }
    let infeasible = problems.filter { BruteForcePlanner.optimum(of: $0) == nil }.count
    #expect(infeasible > 20, "\(infeasible)")
    #expect(infeasible < 100, "\(infeasible)")
    #expect(problems.contains { $0.sovereignty.euControlledShareMin != nil })
    #expect(problems.contains { $0.sovereignty.nonEUOwnerShareMax != nil })
    #expect(problems.contains { $0.sovereignty.secNumCloudClassShareMin != nil })
    #expect(problems.contains { $0.regionShareMax != nil })
    #expect(problems.contains { $0.sitesMax != nil })
    #expect(problems.contains { $0.budgetEUR != nil })
    #expect(problems.contains { $0.campusMinITMW > 0 })
    #expect(problems.contains { !$0.forcedSites.isEmpty })
    #expect(problems.contains { $0.supplyGPUs.joined().contains { $0 != nil } })
    #expect(problems.contains { $0.sites.contains { $0.zone != nil } })
  }
}
