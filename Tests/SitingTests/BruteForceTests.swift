// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Planning
import PlanningModel
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

  @Test(
    "Contracts, growing connections and connections that are there: the optimum of trying every plan",
    arguments: 1...300)
  func connections(seed: Int) throws {
    let problem = RandomProblems.withConnections(seed: UInt64(seed))
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

  @Test("Each device of the connections changes the plan of some problem, and is used")
  func devices() throws {
    typealias Device = (
      name: String, isThere: (ConnectionOption) -> Bool, without: (inout ConnectionOption) -> Void
    )
    let devices: [Device] = [
      ("contract", { $0.eurPerMW > 0 }, { $0.eurPerMW = 0 }),
      ("least", { $0.leastMW > 0 }, { $0.leastMW = 0 }),
      ("ramp", { $0.ramp != nil }, { $0.ramp = nil }),
      ("existing", { $0.kind == .existing }, { if $0.kind == .existing { $0.firstYear = 9_000 } }),
    ]
    for device in devices {
      var changed = 0
      for seed in 1...200 where changed < 3 {
        let problem = RandomProblems.withConnections(seed: UInt64(seed))
        guard problem.sites.contains(where: { $0.connections.contains(where: device.isThere) }) else {
          continue
        }
        var other = problem
        for i in other.sites.indices {
          for o in other.sites[i].connections.indices { device.without(&other.sites[i].connections[o]) }
        }
        if BruteForcePlanner.optimum(of: other) != BruteForcePlanner.optimum(of: problem) { changed += 1 }
      }
      #expect(changed == 3, "\(device.name)")
    }
  }

  @Test("A budget counts a building at the price of its site", arguments: [1, 1.1, 1.4])
  func budgetWithHazards(factor: Double) throws {
    var problem = try #require(
      (1...200).lazy.map { RandomProblems.small(seed: UInt64($0)) }.first { problem in
        problem.budgetEUR == nil && problem.budgetByYearEUR.allSatisfy { $0 == nil }
          && problem.demandGPUs.contains { $0 > 0 } && BruteForcePlanner.optimum(of: problem) != nil
      })
    for i in problem.sites.indices { problem.sites[i].shellCostFactor = factor }
    func plan(_ problem: SitingProblem) throws -> PlanCosts? {
      let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
      let answer = try search.search(problem, formulation: Formulation(problem))
      guard answer.outcome.status == .optimal else { return nil }
      #expect(PlanAudit(of: answer.placement, in: problem).passed)
      return PlanCosts(of: answer.placement, in: problem)
    }
    // The least capital that does: no plan runs cheaper than one whose running cost is nothing.
    problem.energyEURPerMWh = 0
    problem.fixedOMEURPerITMWYear = 0
    problem.discountFactor = problem.years.map { _ in 1 }
    let least = try #require(try plan(problem)).capexEUR
    problem.budgetEUR = least * (1 + 1e-6)
    #expect(try #require(try plan(problem)).shellEUR > 0)
    problem.budgetEUR = least * (1 - 1e-3)
    #expect(try plan(problem) == nil)
    #expect(BruteForcePlanner.optimum(of: problem) == nil)
    problem.budgetEUR = nil
    problem.budgetByYearEUR = problem.years.map { _ in least * (1 + 1e-6) }
    #expect(try plan(problem) != nil)
  }

  @Test("The random problems use every rule, and some have no plan")
  func coverage() {
    let problems = (1...200).map { RandomProblems.small(seed: UInt64($0)) }
    let infeasible = problems.filter { BruteForcePlanner.optimum(of: $0) == nil }.count
    #expect(infeasible > 20, "\(infeasible)")
    #expect(infeasible < 100, "\(infeasible)")
    for name in ["eu", "non-eu", "published"] {
      #expect(problems.contains { $0.linearRules.contains { $0.name == name } }, "\(name)")
    }
    #expect(problems.contains { $0.regionShareMax != nil })
    #expect(problems.contains { $0.sitesMax != nil })
    #expect(problems.contains { $0.budgetEUR != nil })
    #expect(problems.contains { $0.campusMinITMW > 0 })
    #expect(problems.contains { !$0.forcedSites.isEmpty })
    #expect(problems.contains { $0.supplyGPUs.joined().contains { $0 != nil } })
    #expect(problems.contains { $0.sites.contains { $0.zone != nil } })
  }
}
