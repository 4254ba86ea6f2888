// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel
@testable import Sites

@Suite("Site logic")
struct SiteLogicTests {
  private func logic(_ kind: SiteLogic.Statement.Kind, penalty: Double? = nil) -> SiteLogic {
    SiteLogic(statements: [SiteLogic.Statement(name: "test", kind: kind, penaltyEURPerSite: penalty)])
  }

  @Test(
    "A statement alone changes the plan",
    arguments: [
      (.exclusive(["a", "b"]), ["a", "c"]), (.requires(site: "a", needs: "c"), ["a", "c"]),
      (.requires(site: "a", needs: "d"), ["b", "c"]), (.atLeast(1, of: ["c", "d"]), ["a", "c"]),
      (.atLeast(2, of: ["c", "d"]), ["c", "d"]), (.atMost(1, of: ["a", "b", "c"]), ["a", "d"]),
      (.atMost(0, of: ["a"]), ["b", "c"]),
    ] as [(SiteLogic.Statement.Kind, [String])])
  func statements(kind: SiteLogic.Statement.Kind, expected: [String]) throws {
    #expect(try SiteRuleFixture.chosen(SiteRuleFixture.problem()) == ["a", "b"])
    #expect(try SiteRuleFixture.chosen { $0.siteLogic = logic(kind) } == expected)
  }

  @Test("Counts and distances alone change the plan")
  func limits() throws {
    let limit = YearlyLimit(value: 1)
    #expect(try SiteRuleFixture.chosen { $0.siteLogic = SiteLogic(perDepartementMax: limit) } == ["a", "c"])
    #expect(try SiteRuleFixture.chosen { $0.siteLogic = SiteLogic(minDistanceKm: 10.1) } == ["a", "c"])
    let three = YearlyLimit(value: 3)
    #expect(try SiteRuleFixture.chosen { $0.siteLogic = SiteLogic(sitesMin: three) } == ["a", "b", "c"])
    // 0.09 degrees of latitude are 10.007 km.
    let apart = try SiteRuleFixture.problem { $0.siteLogic = SiteLogic(minDistanceKm: 10) }
    #expect(try SiteRuleFixture.chosen(apart) == ["a", "b"])
  }

  @Test("An exclusion costs what the cheaper of the two plans without one of the sites costs")
  func bruteForce() throws {
    let problem = try SiteRuleFixture.problem { $0.siteLogic = logic(.exclusive(["a", "b"])) }
    let answer = try #require(try SiteRuleFixture.answer(problem))
    let cost = PlanCosts(of: answer.placement, in: problem).discountedEUR
    var least = Double.infinity
    for site in [0, 1] {
      var without = try SiteRuleFixture.problem()
      without.sites.remove(at: site)
      least = min(least, try #require(BruteForcePlanner.optimum(of: without)))
    }
    #expect((cost - least).magnitude <= 1e-6 * least)
  }

  @Test(
    "At most n of some sites costs what the cheapest plan without the others costs, over every choice of others",
    arguments: 1...60)
  func random(seed: Int) throws {
    var problem = RandomProblems.small(seed: UInt64(seed))
    // Rules name sites by their place, which changes where some are taken out.
    problem.linearRules = []
    var random = SeededGenerator(seed: UInt64(seed))
    let ids = problem.sites.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    guard ids.count > 1 else { return }
    let most = Int.random(in: 1..<ids.count, using: &random)
    var least: Double?
    for kept in 0..<(1 << ids.count) where kept.nonzeroBitCount <= most {
      let out = Set(ids.enumerated().filter { kept & (1 << $0.offset) == 0 }.map(\.element))
      if problem.sites.contains(where: { out.contains($0.id) && $0.decision == .forcedIn }) { continue }
      var without = problem
      without.sites.removeAll { out.contains($0.id) }
      guard let cost = BruteForcePlanner.optimum(of: without) else { continue }
      least = min(least ?? .infinity, cost)
    }
    let table = try SiteTable(
      sites: problem.sites.map { ($0.id, $0.id, SiteTable.Position(longitude: 2, latitude: 48)) })
    var context = RuleContext(problem: problem, table: table)
    let kind: SiteLogic.Statement.Kind = most == 1 ? .exclusive(ids) : .atMost(most, of: ids)
    problem.linearRules = logic(kind).linearRules(in: &context)
    #expect(problem.linearRules.count == 1)
    let answer = try SiteRuleFixture.answer(problem)
    guard let least else {
      #expect(answer == nil, "there is no plan")
      return
    }
    let cost = PlanCosts(of: try #require(answer).placement, in: problem).discountedEUR
    #expect((cost - least).magnitude <= 1e-6 * max(1, least))
  }

  @Test("A soft statement is violated where keeping it costs more")
  func priced() throws {
    for (penalty, expected) in [(1.0, ["a", "b"]), (1e9, ["a", "c"])] {
      let problem = try SiteRuleFixture.problem {
        $0.siteLogic = logic(.exclusive(["a", "b"]), penalty: penalty)
      }
      #expect(try SiteRuleFixture.chosen(problem) == expected)
    }
  }

  @Test("A dependency holds in every year; the others at the end of the horizon, or by the years they name")
  func years() throws {
    let needs = try SiteRuleFixture.problem { $0.siteLogic = logic(.requires(site: "a", needs: "b")) }
    #expect(needs.linearRules.filter { $0.kind == .siteLogic }.map(\.year) == [2026, 2027])
    #expect(
      needs.linearRules.first?.terms
        == [LinearRule.Term(.open(site: 0), year: 0, 1), LinearRule.Term(.open(site: 1), year: 0, -1)])
    let plain = try SiteRuleFixture.problem { $0.siteLogic = SiteLogic(sitesMin: YearlyLimit(value: 2)) }
    #expect(plain.linearRules.first?.year == nil)
    #expect(plain.linearRules.dropFirst().map(\.scope) == ["a", "b", "c", "d"])
    #expect(plain.linearRules.dropFirst().allSatisfy { $0.kind == .siteInUse && $0.year == 2027 })
    #expect(plain.linearRules.first?.terms.allSatisfy { $0.year == 1 } == true)
    let byYear = try SiteRuleFixture.problem {
      $0.siteLogic = SiteLogic(sitesMin: YearlyLimit(byYear: [2026: 1, 2027: 2]))
    }
    #expect(byYear.linearRules.filter { $0.kind == .sitesMin }.map(\.atLeast) == [1, 2])
  }

  @Test("Sites by years are open with a block by the end of each, and no more is built for it than must be")
  func sitesByYear() throws {
    let problem = try SiteRuleFixture.problem {
      $0.siteLogic = SiteLogic(sitesMin: YearlyLimit(byYear: [2026: 1, 2027: 3]))
    }
    let answer = try #require(try SiteRuleFixture.answer(problem))
    for (year, count) in [(0, 1), (1, 3)] {
      let inUse = answer.placement.sites.filter { $0.gpus(year: year, in: problem) > 0 }
      #expect(inUse.count == count)
    }
    #expect(answer.placement.gpus(year: 1, in: problem) == 4 * 576)
  }

  @Test("A site that needs one which cannot be chosen cannot open")
  func excludedNeed() throws {
    var families = RuleFamilies()
    families.siteLogic = logic(.requires(site: "a", needs: "b"))
    var builder = try SiteRuleFixture.builder(families)
    builder.parameters.forceOut = ["b"]
    #expect(try SiteRuleFixture.chosen(builder.problem()) == ["c", "d"])
  }

  @Test("Unknown sites get the nearest name, and counts that cannot be are found")
  func badInput() throws {
    var table = try SiteTable(
      sites: ["dunkerque", "fouju"].map { ($0, $0, SiteTable.Position(longitude: 2, latitude: 48)) })
    try table.set(SiteTable.Column(name: "x", unit: "", values: [.missing(""), .missing("")]))
    var context = RuleContext(problem: try SiteRuleFixture.problem(), table: table)
    _ = logic(.exclusive(["dunkerqe", "fouju"])).linearRules(in: &context)
    #expect(context.findings == ["logic 'test': there is no site 'dunkerqe'; did you mean 'dunkerque'?"])
    let many = try SiteRuleFixture.findings { $0.siteLogic = logic(.atLeast(3, of: ["a", "b"])) }
    #expect(many.first?.contains("3 of 2 sites cannot be") == true)
    let late = try SiteRuleFixture.findings {
      $0.siteLogic = SiteLogic(sitesMin: YearlyLimit(byYear: [2031: 2]))
    }
    #expect(late.first?.contains("limits.sites_min: 2031 lies after the horizon") == true)
  }

  @Test(
    "Groups of close sites hold every close pair and no other", arguments: [1, 20, 150, 5_000] as [Double])
  func groups(km: Double) {
    var random = SeededGenerator(seed: 7)
    let positions = (0..<200).map { _ in
      SiteTable.Position(
        longitude: Double.random(in: -5...8, using: &random),
        latitude: Double.random(in: 42...51, using: &random))
    }
    func haversineKm(_ a: SiteTable.Position, _ b: SiteTable.Position) -> Double {
      let rad = Double.pi / 180
      let h =
        pow(sin((b.latitude - a.latitude) * rad / 2), 2)
        + cos(a.latitude * rad) * cos(b.latitude * rad) * pow(sin((b.longitude - a.longitude) * rad / 2), 2)
      return 2 * 6_371.0088 * asin(h.squareRoot())
    }
    let groups = CloseGroups(of: positions, withinKm: km).groups
    var covered: Set<[Int]> = []
    for group in groups {
      for (place, i) in group.enumerated() {
        for j in group[(place + 1)...] { covered.insert([i, j]) }
      }
    }
    for i in positions.indices {
      for j in positions.indices where j > i {
        #expect(covered.contains([i, j]) == (haversineKm(positions[i], positions[j]) < km))
      }
    }
    if km == 5_000 { #expect(groups == [Array(positions.indices)]) }
  }

  @Test("Sines of the sphere are those of the C library")
  func sines() {
    for step in -720...720 {
      let angle = Double(step) / 100
      #expect((Sphere.sine(angle) - sin(angle)).magnitude < 2e-15)
      #expect((Sphere.cosine(angle) - cos(angle)).magnitude < 2e-15)
    }
  }
}
