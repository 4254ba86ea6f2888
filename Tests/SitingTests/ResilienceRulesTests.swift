// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import TestSupport
import Testing

@Suite("What remains when any one thing is lost")
struct ResilienceRulesTests {
  private typealias Fixture = RuleFamilyFixture

  @Test("Losing a site: no site may hold more than the rest of the share")
  func site() throws {
    var resilience = ResilienceRules()
    resilience.lossOfOneSiteKeepsShare = YearlyLimit(byYear: [2028: 0.5], source: "operator")
    let rules = try Fixture.compile(resilience).rules
    #expect(rules.map(\.scope) == ["a", "b", "c"])
    #expect(rules.allSatisfy { $0.year == 2028 && $0.atLeast == 0.5 && $0.source == "operator" })
    #expect(try Fixture.blocks(with: resilience) == ["a": [4, 4], "b": [0, 4]])
  }

  @Test("Losing a demand zone: its sites count together, sites in none are safe")
  func zone() throws {
    var resilience = ResilienceRules()
    resilience.lossOfOneZoneKeepsShare = YearlyLimit(byYear: [2028: 0.25])
    #expect(try Fixture.compile(resilience).rules.map(\.scope) == ["Z"])
    #expect(try Fixture.blocks(with: resilience) == ["a": [4, 6], "c": [0, 2]])
  }

  @Test("Losing a substation: all sites on it count together")
  func substation() throws {
    var resilience = ResilienceRules()
    resilience.lossOfOneSubstationKeepsShare = YearlyLimit(byYear: [2028: 0.5])
    #expect(try Fixture.compile(resilience).rules.map(\.scope) == ["NORD", "SUD"])
    #expect(try Fixture.blocks(with: resilience) == ["a": [4, 4], "c": [0, 4]])
  }

  @Test("A loss that the cap of regions already bounds gets no row, and the plans stay the same")
  func implied() throws {
    var resilience = ResilienceRules()
    resilience.lossOfOneSiteKeepsShare = YearlyLimit(value: 0.4)
    resilience.lossOfOneSubstationKeepsShare = YearlyLimit(value: 0.4)
    resilience.lossOfOneZoneKeepsShare = YearlyLimit(value: 0.4)
    var problem = Fixture.problem()
    problem.regionShareMax = 0.6
    #expect(try Fixture.compile(resilience, problem).rules == [])
    // Just too loose a cap implies nothing.
    problem.regionShareMax = 0.61
    #expect(try Fixture.compile(resilience, problem).rules.count == 12)
    // A site whose region is unknown is under no cap.
    problem.regionShareMax = 0.6
    problem.sites[2].region = nil
    #expect(try Fixture.compile(resilience, problem).rules.map(\.scope) == ["c", "c", "NORD", "NORD"])
  }

  @Test("The shares hold in every plan that the cap of regions allows", arguments: 1...50)
  func impliedIndeed(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var problem = Fixture.problem(demandGPUs: [0, 0])
    problem.regionShareMax = 0.6
    let placement = Placement(
      sites: (0..<3).map {
        Placement.Site(
          site: $0, connection: 0, opensYear: 0, blocks: [[0, Int.random(in: 0...5, using: &random)]])
      })
    guard PlanAudit(of: placement, in: problem).passed else { return }
    let blocks = placement.sites.map { $0.blocks[0][1] }
    let all = Double(blocks.reduce(0, +))
    #expect(blocks.allSatisfy { all - Double($0) >= 0.4 * all - 1e-9 })
    #expect(all - Double(blocks[0] + blocks[1]) >= 0.4 * all - 1e-9)
  }

  @Test("A price per GPU lets the share be violated where another site costs more")
  func priced() throws {
    var resilience = ResilienceRules()
    // 400 GPUs of 800 too many on a; b costs 2 MEUR and 0.12 a block.
    resilience.lossOfOneSiteKeepsShare = YearlyLimit(byYear: [2028: 0.5], penaltyEURPerUnit: 4_000)
    #expect(try Fixture.blocks(with: resilience) == ["a": [4, 8]])
    resilience.lossOfOneSiteKeepsShare?.penaltyEURPerUnit = 7_000
    #expect(try Fixture.blocks(with: resilience) == ["a": [4, 4], "b": [0, 4]])
  }
}
