// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Quantities
import Testing

@testable import Planning
@testable import PlanningModel
@testable import Scenarios

@Suite("What is reported where there is no plan works as it is reported")
struct RelaxationTests {
  private func answer(_ problem: SitingProblem, _ scenario: RandomScenario? = nil) throws -> PlanSearch.Answer
  {
    var search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1e-4, nodeLimit: 20_000))
    if let scenario { search.explaining.changed = { try? scenario.problem($0) } }
    return try search.search(problem, formulation: Formulation(problem))
  }

  @Test(
    "In 200 random scenarios without a plan: pasted, each way gives one; none twice, none needless",
    arguments: 0..<20)
  func random(batch: Int) throws {
    var left = 10
    var seed = UInt64(batch) * 1_000
    while left > 0 {
      seed += 1
      let scenario = try RandomScenario(seed: seed)
      guard let problem = try? scenario.problem() else { continue }
      // Half are tried as the planner would, half on the problem alone, as in studies: both must hold.
      let answer = try answer(problem, seed % 2 == 0 ? scenario : nil)
      guard let explanation = answer.explanation else { continue }
      left -= 1
      let ways = ([explanation.relaxations] + explanation.alternatives).filter { !$0.isEmpty }
      #expect(!ways.isEmpty, "seed \(seed): nothing is reported\n\(scenario.text)")
      for (index, way) in ways.enumerated() {
        let arguments = try way.map { try #require($0.argument) }
        let reported = "seed \(seed): \(way.map(\.sentence))\n\(scenario.text)"
        #expect(Set(way.compactMap(key)).count == way.count, "\(reported)")
        for relaxed in way { #expect(relaxed.sentence.contains("(--set '"), "\(reported)") }
        guard let changed = try? scenario.problem(arguments) else {
          Issue.record("refused: \(scenario.findings(arguments)) \(reported)")
          continue
        }
        let after = try self.answer(changed)
        #expect(after.outcome.status != .infeasible && after.outcome.status != .unknown, "\(reported)")
        for (place, other) in ways.enumerated() where place != index {
          #expect(!asksNoMore(other, than: way), "seed \(seed): \(other.map(\.sentence)) beside \(reported)")
        }
      }
    }
  }

  private func key(_ relaxed: InfeasibilityExplanation.RelaxedRule) -> Substring? {
    relaxed.argument.map { argument in
      relaxed.needed == 0 && argument.contains("-=") ? argument[...] : argument.prefix { $0 != "=" }
    }
  }

  private func asksNoMore(
    _ one: [InfeasibilityExplanation.RelaxedRule], than other: [InfeasibilityExplanation.RelaxedRule]
  ) -> Bool {
    one.allSatisfy { part in
      other.contains {
        key($0) == key(part) && (part.needed - part.limit).magnitude <= ($0.needed - $0.limit).magnitude
      }
    }
  }

  @Test("A budget that is violated by 30 EUR is reported, in EUR")
  func smallViolation() throws {
    var tried = 0
    for seed in 1...60 where tried < 3 {
      let changes = ["horizon.years=[2026, 2028]", "demand.gpus={ 2028 = 576 }"]
      guard var problem = try? RandomScenario(seed: UInt64(seed)).problem(changes) else { continue }
      problem.linearRules = []
      guard let cost = try cheapest(problem), cost > 1e6 else { continue }
      problem.budgetEUR = cost - 30
      guard let explanation = try answer(problem).explanation else { continue }
      tried += 1
      let ways = [explanation.relaxations] + explanation.alternatives
      let reported = try #require(
        ways.joined().first { $0.argument?.hasPrefix("limits.budget_eur=") ?? false })
      #expect(
        reported.needed > reported.limit && reported.needed <= cost * 1.001, "\(reported.needed) \(cost)")
      problem.budgetEUR = reported.needed
      #expect(try answer(problem).explanation == nil, "\(reported.needed) \(cost)")
    }
    #expect(tried > 0)
  }

  private func cheapest(_ problem: SitingProblem) throws -> Double? {
    var free = problem
    (free.budgetEUR, free.budgetByYearEUR) = (nil, problem.years.map { _ in nil })
    free.energyEURPerMWh = 0
    free.fixedOMEURPerITMWYear = 0
    free.discountFactor = problem.years.map { _ in 1 }
    let found = try answer(free)
    return PlanCosts(of: found.placement, in: free).capexEUR
  }

  @Test("What is advised of a site that is forced in and stays empty does, also with a quote in its name")
  func emptyForcedSite() throws {
    var tried = 0
    for seed in 1...200 where tried < 3 {
      let scenario = try RandomScenario(seed: UInt64(70_000 + seed))
      let changes = ["sites.force_in=[\"l'ile\"]"]
      guard let problem = try? scenario.problem(changes),
        let row = problem.sites.firstIndex(where: { $0.id == "l'ile" }),
        try answer(problem).explanation == nil
      else { continue }
      let empty = Placement(sites: [
        Placement.Site(
          site: row, connection: 0, opensYear: problem.yearCount - 1,
          blocks: problem.blocks.map { _ in problem.years.map { _ in 0 } })
      ])
      let warning = try #require(empty.warnings(in: problem).first)
      let condition = try #require(
        warning.split(separator: " where = ").last?.split(separator: " and it_mw_min").first)
      let rule = "[[rule]]\nname = \"told\"\nwhere = \(condition)\nit_mw_min = 0.5\n"
      let ruled = try #require(try scenario.problem(changes, added: rule), "\(rule)")
      let out = try #require(try scenario.problem(["sites.force_in=[]"]))
      let after = try answer(ruled)
      guard after.explanation == nil, try answer(out).explanation == nil else { continue }
      tried += 1
      let placed = try #require(after.placement.sites.first { $0.site == row })
      #expect(placed.gpus(year: problem.yearCount - 1, in: ruled) > 0)
      #expect(after.placement.warnings(in: ruled).isEmpty)
      #expect(try answer(out).placement.warnings(in: out).isEmpty)
    }
    #expect(tried > 0)
  }

  @Test("Elements of lists of tables are changed and left out by name or number")
  func elements() throws {
    let text =
      ScenarioFixture.plan + """
        [[rule]]
        name = "no more"
        sites_max = 3
        [[rule]]
        name = "else"
        it_mw_max = { 2027 = 4 }
        [[logic]]
        exclusive = ["a", "b"]

        """
    func read(_ overlays: [String]) -> ScenarioReader.Reading {
      ScenarioFixture.read([ScenarioFixture.planPath: text], overlays: overlays)
    }
    let changed = try #require(
      read(["rule.\"no more\".sites_max=5", "rule.2.it_mw_max.2027*=2", "logic.1=null"]).scenario)
    let rules = try #require(changed.parameters.families.plannerRules?.rules)
    #expect(rules[0].atMost?.value == 5)
    #expect(rules[1].atMost?.byYear == [2027: 8])
    #expect(changed.parameters.families.siteLogic == nil)
    let unknown = read(["rule.\"no mre\"=null"]).findings.map(\.description).joined()
    #expect(unknown.contains("did you mean 'no more'?"), "\(unknown)")
  }
}
