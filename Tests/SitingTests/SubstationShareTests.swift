// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Planning
import PlanningModel
import TestSupport
import Testing

/// Sites with a choice of substation: what the rules say must be what is drawn where the connection really
/// goes, and the model must allow the same plans, however many such sites there are.
@Suite("Sites that may go to one substation or another")
struct SubstationShareTests {
  private typealias Fixture = RuleFamilyFixture

  /// a, b and c may go to SUD or elsewhere, d goes to SUD, e goes nowhere near it.
  private static let sites = [
    Fixture.site(
      "a", region: 0, Fixture.connection("SUD", costEUR: 1e6), Fixture.connection("EST", costEUR: 3e6)),
    Fixture.site(
      "b", region: 1, Fixture.connection("NORD", costEUR: 1e6, capacityMW: 6),
      Fixture.connection("SUD", costEUR: 1e6)),
    Fixture.site(
      "c", region: 1, Fixture.connection("SUD", costEUR: 1e6), Fixture.connection("SUD", costEUR: 1e6),
      Fixture.connection("EST", costEUR: 1e6)),
    Fixture.site("d", region: 0, Fixture.connection("SUD", costEUR: 1e6)),
    Fixture.site("e", region: 1, Fixture.connection("EST", costEUR: 1e6)),
  ]

  /// A placement that keeps to the power of its connections.
  private func placement(in problem: SitingProblem, _ random: inout SeededGenerator) -> Placement {
    var placed: [Placement.Site] = []
    for (index, site) in problem.sites.enumerated() where Int.random(in: 0..<5, using: &random) > 0 {
      let connection = Int.random(in: site.connections.indices, using: &random)
      let most = Int(min(site.connections[connection].capacityMW, 20) / (site.pue * 1))
      let last = Int.random(in: 0...most, using: &random)
      let first = Int.random(in: 0...last, using: &random)
      let opens = first > 0 ? 0 : Int.random(in: 0...1, using: &random)
      placed.append(
        Placement.Site(site: index, connection: connection, opensYear: opens, blocks: [[first, last]]))
    }
    return Placement(sites: placed)
  }

  private func amount(
    on substation: String, _ placement: Placement, _ problem: SitingProblem, year: Int, worth: (Int) -> Double
  ) -> Double {
    placement.sites.reduce(0) { sum, placed in
      guard let connection = placed.connection,
        problem.sites[placed.site].connections[connection].substation == substation
      else { return sum }
      return sum + Double(placed.blocks[0][year]) * worth(placed.site)
    }
  }

  @Test("The rows hold exactly when the true draw does", arguments: 1...300)
  func exactDraw(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let problem = Fixture.problem(Self.sites)
    var grid = GridRules()
    let most = Double(Int.random(in: 2...40, using: &random)) + 0.1
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: most)]
    let rules = try Fixture.compile(grid, problem).rules
    #expect(rules.map(\.scope) == ["SUD", "SUD"])
    let placement = placement(in: problem, &random)
    let holds = (0...1).allSatisfy { year in
      amount(on: "SUD", placement, problem, year: year) { problem.sites[$0].pue } <= most
    }
    let broken = Fixture.broken(rules, by: placement, in: problem)
    #expect(broken.isEmpty == holds, "seed \(seed): \(broken)")
  }

  @Test(
    "What remains after the loss of a substation is counted where connections really go", arguments: 1...200)
  func exactLoss(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let problem = Fixture.problem(Self.sites)
    var resilience = ResilienceRules()
    resilience.lossOfOneSubstationKeepsShare = YearlyLimit(value: 0.45)
    let rules = try Fixture.compile(resilience, problem).rules
    let placement = placement(in: problem, &random)
    let holds = (0...1).allSatisfy { year in
      let all = placement.sites.reduce(0.0) { $0 + Double($1.blocks[0][year]) }
      return ["SUD", "NORD", "EST"].allSatisfy { name in
        all - amount(on: name, placement, problem, year: year) { _ in 1 } >= 0.45 * all - 1e-9
      }
    }
    #expect(Fixture.broken(rules, by: placement, in: problem).isEmpty == holds, "seed \(seed)")
  }

  @Test("A full substation sends a site with a choice to the other one")
  func choosesTheOther() throws {
    let problem = Fixture.problem([Self.sites[0]])
    var grid = GridRules()
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: 9)]
    // 800 GPUs are 10 MW: too many for SUD, so the more expensive EST from the start.
    #expect(try Fixture.blocks(with: grid, problem) == ["a": [4, 8]])
    var compiled = problem
    compiled.linearRules = try Fixture.compile(grid, problem).rules
    let on = { (connection: Int) in
      Placement(sites: [Placement.Site(site: 0, connection: connection, opensYear: 0, blocks: [[4, 8]])])
    }
    #expect(!PlanAudit(of: on(0), in: compiled).passed)
    #expect(PlanAudit(of: on(1), in: compiled).passed)
  }

  /// Sites with a region each, so that a share of regions spreads the blocks: a cheap way to SUD and an
  /// expensive one of their own.
  private func spread(_ count: Int, demandGPUs: [Int]) -> SitingProblem {
    var problem = Fixture.problem(
      (0..<count).map {
        Fixture.site(
          "s\($0)", region: $0, Fixture.connection("SUD", costEUR: 1e6),
          Fixture.connection("OWN \($0)", costEUR: 30e6))
      }, demandGPUs: demandGPUs)
    problem.regions = (0..<count).map { "Region \($0)" }
    problem.regionShareMax = 1 / Double(count) + 1e-9
    return problem
  }

  @Test("However many sites have a choice, one unit on each fits where their draw does", arguments: 5...10)
  func anyNumber(count: Int) throws {
    let problem = spread(count, demandGPUs: [100 * count, 100 * count])
    var grid = GridRules()
    // Each draws 1.25 MW through a connection of 20 MW.
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: 1.25 * Double(count) + 0.1)]
    var ruled = problem
    ruled.linearRules = try Fixture.compile(grid, problem).rules
    let plan = try #require(try optimum(ruled))
    #expect(plan.placement.sites.allSatisfy { $0.connection == 0 })
    #expect(PlanAudit(of: plan.placement, in: ruled).passed)
    // With room for one unit less, one site takes its own connection and no more.
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: 1.25 * Double(count) - 0.1)]
    ruled.linearRules = try Fixture.compile(grid, problem).rules
    let less = try #require(try optimum(ruled))
    #expect(less.placement.sites.filter { $0.connection == 1 }.count == 1)
    #expect((less.costEUR - plan.costEUR - 29e6).magnitude <= 1)
  }

  @Test("However many sites have a choice, a lost substation takes what is on it", arguments: 5...10)
  func anyNumberLost(count: Int) throws {
    var problem = spread(count, demandGPUs: [100 * count, 100 * count])
    problem.linearRules = try Fixture.compile(
      {
        var resilience = ResilienceRules()
        resilience.lossOfOneSubstationKeepsShare = YearlyLimit(value: 0.5)
        return resilience
      }(), problem
    ).rules
    let plan = try #require(try optimum(problem))
    // Half of the sites, and no more, may stay on the common substation.
    #expect(plan.placement.sites.filter { $0.connection == 0 }.count == count / 2)
    #expect(PlanAudit(of: plan.placement, in: problem).passed)
  }

  @Test("A violated limit on sites with a choice has one price, whichever sites violate it", arguments: 2...8)
  func onePrice(count: Int) throws {
    var problem = spread(count, demandGPUs: [100 * count, 100 * count])
    var grid = GridRules()
    // 0.1 MW too much in each of two years costs less than a connection of 29 MEUR more, or more than that.
    let most = 1.25 * Double(count) - 0.1
    for (price, missed) in [(10e6, true), (200e6, false)] {
      grid.substationHeadroomMW = ["SUD": YearlyLimit(value: most, penaltyEURPerUnit: price)]
      let compiled = try Fixture.compile(grid, problem)
      #expect(compiled.findings == [])
      problem.linearRules = compiled.rules
      let plan = try #require(try optimum(problem))
      #expect(plan.placement.sites.allSatisfy { $0.connection == 0 } == missed)
      let rule = PlanAudit.activities(of: plan.placement, in: problem).filter {
        $0.rule.kind.gridPlace == .substation
      }
      #expect(rule.count == 2 && rule.allSatisfy { ($0.slack < 0) == missed })
    }
    var resilience = ResilienceRules()
    resilience.lossOfOneSubstationKeepsShare = YearlyLimit(value: 0.5, penaltyEURPerUnit: 1)
    #expect(try Fixture.compile(resilience, problem).findings == [])
  }

  @Test("A least amount on a substation is met there and nowhere else")
  func least() throws {
    var problem = Fixture.problem([Self.sites[0], Self.sites[3]], demandGPUs: [0, 0])
    var rule = LinearRule(
      RuleKind("planner_rule"), name: "least", year: 2028, unit: "MW",
      terms: [.init(.connectedBlocks(site: 0, sku: 0, connections: [1]), year: 1, 1)], atLeast: 3)
    problem.linearRules = [rule]
    let plan = try #require(try optimum(problem))
    #expect(plan.placement.sites.map(\.site) == [0] && plan.placement.sites.first?.connection == 1)
    #expect(plan.placement.sites.first?.blocks == [[0, 3]])
    // The same amount held from both sides on the other connection leaves no plan.
    rule.terms[0].quantity = .connectedBlocks(site: 0, sku: 0, connections: [0])
    rule.atMost = 4
    problem.linearRules.append(rule)
    #expect(try optimum(problem) == nil)
  }

  private func optimum(_ problem: SitingProblem) throws -> (placement: Placement, costEUR: Double)? {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard answer.outcome.status == .optimal, let cost = answer.outcome.objectives.first?.best else {
      #expect(answer.outcome.status == .infeasible)
      return nil
    }
    return (answer.placement, cost)
  }
}
