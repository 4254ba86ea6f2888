// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Planning
import PlanningModel
import Quantities
import TestSupport
import Testing

@Suite("Ties between sites that a problem cannot tell apart")
struct TieBreakTests {
  /// One year, no rules but demand, and copies of the first site of a random problem with given identifiers.
  private func copies(_ ids: [String], demandGPUs: Int) -> SitingProblem {
    var problem = RandomProblems.small(seed: 3)
    let site = problem.sites[0]
    problem.years = [2028]
    problem.discountFactor = [1]
    problem.operatingWeight = [1]
    problem.demandGPUs = [demandGPUs]
    problem.budgetByYearEUR = [nil]
    problem.budgetEUR = nil
    problem.supplyGPUs = problem.blocks.map { _ in [nil] }
    problem.zones = []
    problem.linearRules = []
    problem.sitesMax = nil
    problem.regionShareMax = nil
    problem.campusMinITMW = 0
    problem.forcedSites = []
    problem.sites = ids.map { id in
      CandidateSite(
        id: id, region: 0, zone: nil, landHa: 10, powerMW: [4], pue: 1.1, isEUControlled: true,
        connections: [site.connections[0]], decision: .open, basis: .estimated)
    }
    for i in problem.sites.indices {
      problem.sites[i].connections[0].firstYear = 2026
      problem.sites[i].connections[0].capacityMW = 4
    }
    return problem
  }

  private func placed(_ site: Int, _ blocks: Int, in problem: SitingProblem) -> Placement.Site {
    var counts = problem.blocks.map { _ in [0] }
    counts[0] = [blocks]
    return Placement.Site(site: site, connection: 0, opensYear: 0, blocks: counts)
  }

  /// Blocks of the first sku by site identifier.
  private func portfolio(_ placement: Placement, _ problem: SitingProblem) -> [String: [[Int]]] {
    var found: [String: [[Int]]] = [:]
    for site in placement.sites { found[problem.sites[site.site].id] = site.blocks }
    return found
  }

  @Test("The sites with the first identifiers are taken, the largest first, wherever they stand in the table")
  func firstIdentifiers() {
    let problem = copies(["d", "b", "c", "a"], demandGPUs: 0)
    let given = Placement(sites: [placed(0, 1, in: problem), placed(2, 3, in: problem)])
    let settled = TieBreak(problem).applied(to: given)
    #expect(settled.sites.map(\.site) == [1, 3])
    #expect(portfolio(settled, problem).mapValues { $0[0] } == ["a": [3], "b": [1]])
    #expect(TieBreak(problem).applied(to: settled) == settled)
  }

  @Test("A site that differs in a figure, a rule or an objective keeps its decision")
  func notAlike() {
    let alike = copies(["a", "b"], demandGPUs: 0)
    let given = Placement(sites: [placed(1, 2, in: alike)])
    var dearer = alike
    dearer.sites[0].connections[0].fixedEUR += 1
    var named = alike
    named.linearRules = [
      LinearRule(
        RuleKind("rule_sum"), name: "own", unit: "block",
        terms: [.init(.blocks(site: 0, sku: 0), year: 0, 1)], atMost: 9)
    ]
    var wanted = alike
    wanted.objectives = [
      Objective(
        name: "own", unit: "block", isMaximised: false, countsCost: false,
        terms: [.init(.blocks(site: 0, sku: 0), year: 0, 2), .init(.blocks(site: 1, sku: 0), year: 0, 1)])
    ]
    #expect(TieBreak(alike).applied(to: given).sites.map(\.site) == [0])
    for problem in [dearer, named, wanted] { #expect(TieBreak(problem).applied(to: given) == given) }
  }

  @Test("Rules that say the same of every site, together or one by one, tell none of them apart")
  func symmetricRules() {
    var problem = copies(["c", "a", "b"], demandGPUs: 0)
    for lost in problem.sites.indices {
      var left: [LinearRule.Term] = []
      for i in problem.sites.indices where i != lost {
        left.append(.init(.blocks(site: i, sku: 0), year: 0, 1))
      }
      problem.linearRules.append(
        LinearRule(
          RuleKind("loss_of_site"), name: "loss", scope: problem.sites[lost].id, unit: "block", terms: left,
          reference: [.init(.national(sku: 0), year: 0, 1)], atLeast: 0.2))
      problem.linearRules.append(
        LinearRule(
          RuleKind("site_cap"), name: "cap", scope: problem.sites[lost].id, unit: "block",
          terms: [.init(.blocks(site: lost, sku: 0), year: 0, 1)], atMost: 3))
    }
    let given = Placement(sites: [placed(0, 2, in: problem), placed(2, 1, in: problem)])
    let settled = TieBreak(problem).applied(to: given)
    #expect(portfolio(settled, problem).mapValues { $0[0] } == ["a": [2], "b": [1]])
    // With the cap of one site gone, "b" is unlike the others and keeps its block.
    problem.linearRules.removeLast()
    let unlike = TieBreak(problem).applied(to: given)
    #expect(portfolio(unlike, problem).mapValues { $0[0] } == ["a": [2], "b": [1]])
    let last = Placement(sites: [placed(2, 1, in: problem)])
    #expect(TieBreak(problem).applied(to: last) == last)
  }

  @Test("Alike sites in any order give the same portfolio", arguments: 1...20)
  func anyOrder(seed: Int) throws {
    let problem = tripled(seed: seed)
    var random = SeededGenerator(seed: UInt64(seed))
    let expected = try solved(problem)
    for _ in 0..<3 {
      // The copies change places; to the solver it is the same problem.
      var order: [Int] = []
      for first in stride(from: 0, to: problem.sites.count, by: 3) {
        order += (first..<first + 3).shuffled(using: &random)
      }
      let other = problem.withSites(inOrder: order)
      #expect(portfolio(try solved(other), other) == portfolio(expected, problem), "seed \(seed)")
    }
  }

  @Test("The rule for ties never changes the audit or the amount of an objective", arguments: 1...20)
  func sameAmounts(seed: Int) throws {
    let problem = tripled(seed: seed)
    let plan = try solved(problem)
    // The opposite of the rule: the copies with the last identifiers.
    var turned = plan
    for index in turned.sites.indices {
      let site = turned.sites[index].site
      turned.sites[index].site = site / 3 * 3 + (2 - site % 3)
    }
    turned.sites.sort { $0.site < $1.site }
    let settled = TieBreak(problem).applied(to: turned)
    #expect(settled == plan, "seed \(seed)")
    for objective in problem.objectives {
      let (old, new) = (objective.value(of: turned, in: problem), objective.value(of: settled, in: problem))
      #expect((old - new).magnitude <= 1e-9 * max(1, old.magnitude), "seed \(seed)")
    }
    #expect(PlanAudit(of: settled, in: problem).passed == PlanAudit(of: turned, in: problem).passed)
  }

  /// A small problem with every site three times and a rule over all sites.
  private func tripled(seed: Int) -> SitingProblem {
    var problem = RandomProblems.small(seed: UInt64(seed))
    problem.sites = problem.sites.flatMap { site in
      ["a", "b", "c"].map { letter in
        var copy = site
        copy.id += letter
        copy.decision = .open
        return copy
      }
    }
    problem.forcedSites = []
    problem.linearRules = [
      LinearRule(
        RuleKind("sites_max"), name: "few", unit: "site",
        terms: problem.sites.indices.map { .init(.open(site: $0), year: 0, 1) }, atMost: 4)
    ]
    return problem
  }

  private func solved(_ problem: SitingProblem) throws -> Placement {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1e-6, nodeLimit: 500))
    return try search.search(problem, formulation: Formulation(problem)).placement
  }
}
