// SPDX-License-Identifier: GPL-3.0-or-later

import Siting
import TestSupport
import Testing

/// Sites with a choice of substation: what the rows say must be what is drawn where the connection really goes.
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
    // Three sites with a choice: eight rows a year.
    #expect(rules.count == 16)
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
    // 800 GPUs are 10 MW: too many for SUD, so the dearer EST from the start.
    #expect(try Fixture.blocks(with: grid, problem) == ["a": [4, 8]])
    var compiled = problem
    compiled.linearRules = try Fixture.compile(grid, problem).rules
    let on = { (connection: Int) in
      Placement(sites: [Placement.Site(site: 0, connection: connection, opensYear: 0, blocks: [[4, 8]])])
    }
    #expect(!PlanAudit(of: on(0), in: compiled).passed)
    #expect(PlanAudit(of: on(1), in: compiled).passed)
  }

  @Test("Beyond six sites with a choice the smallest count by their connection, never too little")
  func beyondSix() throws {
    let sites = (0..<8).map {
      Fixture.site(
        "s\($0)", Fixture.connection("SUD", costEUR: 1e6, capacityMW: Double(20 - $0)),
        Fixture.connection("EST", costEUR: 1e6))
    }
    let problem = Fixture.problem(sites)
    var grid = GridRules()
    grid.substationHeadroomMW = ["SUD": YearlyLimit(byYear: [2028: 12])]
    let rules = try Fixture.compile(grid, problem).rules
    #expect(rules.count == 64)
    let last = Placement(sites: [Placement.Site(site: 7, connection: 0, opensYear: 0, blocks: [[0, 1]])])
    // One block, and 13 MW of connection.
    #expect(!Fixture.broken(rules, by: last, in: problem).isEmpty)
    let elsewhere = Placement(sites: [Placement.Site(site: 7, connection: 1, opensYear: 0, blocks: [[0, 9]])])
    #expect(Fixture.broken(rules, by: elsewhere, in: problem).isEmpty)
  }

  @Test("A price on a substation of sites with a choice is a finding")
  func noPrice() throws {
    let problem = Fixture.problem(Self.sites)
    var grid = GridRules()
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: 9, penaltyEURPerUnit: 1)]
    var found = try Fixture.compile(grid, problem)
    #expect(found.rules == [] && found.findings.count == 1)
    #expect(found.findings[0].hasPrefix("grid.substation_headroom_mw.SUD: sites with a choice"))
    var resilience = ResilienceRules()
    resilience.lossOfOneSubstationKeepsShare = YearlyLimit(value: 0.5, penaltyEURPerUnit: 1)
    found = try Fixture.compile(resilience, problem)
    #expect(found.findings.count == 1 && found.findings[0].contains("penalty_eur_per_gpu"))
  }
}
