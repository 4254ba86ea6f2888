// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Sites
import TestSupport
import Testing

@Suite("Limits on grid power")
struct GridRulesTests {
  private typealias Fixture = RuleFamilyFixture

  @Test("Without any rule everything goes to the cheapest site")
  func baseline() throws {
    #expect(try Fixture.blocks(Fixture.problem()) == ["a": [4, 8]])
  }

  @Test("The cap of a substation holds for all sites on it, in MW at the meter")
  func substation() throws {
    var grid = GridRules()
    // 7.5 MW are six blocks of 1 MW at 1.25; a and b are on the same substation.
    grid.substationHeadroomMW = ["SUD": YearlyLimit(byYear: [2028: 7.5], source: "letter")]
    let rules = try Fixture.compile(grid).rules
    #expect(rules.map(\.year) == [2028])
    #expect(rules[0].terms.map(\.coefficient) == [1.25, 1.25])
    #expect(rules[0].atMost == 7.5 && rules[0].unit == "MW" && rules[0].source == "letter")
    #expect(try Fixture.blocks(with: grid) == ["a": [4, 6], "c": [0, 2]])
  }

  @Test("A price lets a substation be overdrawn where it costs less than another site")
  func pricedSubstation() throws {
    var grid = GridRules()
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: 7.5, penaltyEURPerUnit: 1e6)]
    // Two blocks more are 2.5 MW, for 2.5 MEUR; c takes 3 MEUR and 0.24 a block.
    #expect(try Fixture.blocks(with: grid) == ["a": [4, 8]])
    grid.substationHeadroomMW = ["SUD": YearlyLimit(value: 7.5, penaltyEURPerUnit: 1.5e6)]
    #expect(try Fixture.blocks(with: grid) == ["a": [4, 6], "c": [0, 2]])
  }

  @Test("Names of substations and regions that nobody has are findings with the nearest name")
  func names() throws {
    var grid = GridRules()
    grid.substationHeadroomMW = ["SUDD": YearlyLimit(value: 1)]
    grid.regionPowerMaxMW = ["Nort": YearlyLimit(value: 1)]
    let found = try Fixture.compile(grid)
    #expect(found.rules == [])
    #expect(
      found.findings == [
        "grid.substation_headroom_mw: there is no substation 'SUDD'; did you mean 'SUD'?",
        "grid.region_power_max_mw: there is no region 'Nort'; did you mean 'North'?",
      ])
  }

  @Test("A substation near a site that cannot connect to it is known, and limits nothing")
  func outOfReach() throws {
    var grid = GridRules()
    grid.substationHeadroomMW = ["LOIN": YearlyLimit(value: 0)]
    let far = [("substation_400_name", [SiteValue.Content.text("LOIN"), .text("LOIN"), .text("LOIN")])]
    let found = try Fixture.compile(grid, Fixture.problem(), far)
    #expect(found.findings == [] && found.rules == [])
  }

  @Test("The cap of a region holds for its sites alone")
  func region() throws {
    var grid = GridRules()
    grid.regionPowerMaxMW = ["North": YearlyLimit(byYear: [2027: 5, 2028: 6.25])]
    #expect(try Fixture.blocks(with: grid) == ["a": [4, 5], "c": [0, 3]])
  }

  @Test("The ramp of the country counts what is added, times the years since the last planning year")
  func ramp() throws {
    var grid = GridRules()
    grid.rampMWPerYear = YearlyLimit(value: 5)
    // 800 GPUs at the end of 2028 are 10 MW: 5 in 2027 and 5 in 2028.
    #expect(try Fixture.blocks(with: grid) == ["a": [4, 8]])
    let late = Fixture.problem(demandGPUs: [0, 800])
    #expect(try Fixture.blocks(late) == ["a": [0, 8]])
    #expect(try Fixture.blocks(with: grid, late) == ["a": [4, 8]])
    let apart = Fixture.problem(years: [2027, 2029], demandGPUs: [0, 800])
    #expect(try Fixture.blocks(with: grid, apart) == ["a": [0, 8]])
    grid.rampMWPerYear = YearlyLimit(value: 4)
    #expect(try Fixture.blocks(with: grid) == nil)
  }

  @Test("The ramp of a site leaves room for others; sites that cannot draw so much get no row")
  func siteRamp() throws {
    var grid = GridRules()
    grid.siteRampMWPerYear = YearlyLimit(value: 2.5)
    #expect(try Fixture.blocks(with: grid) == ["a": [2, 4], "b": [2, 4]])
    #expect(try Fixture.compile(grid).rules.count == 6)
    grid.siteRampMWPerYear = YearlyLimit(value: 20)
    #expect(try Fixture.compile(grid).rules == [])
  }
}
