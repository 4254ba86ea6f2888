// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport
import Testing

@Suite("Water, carbon and heat")
struct EnvironmentRulesTests {
  private typealias Fixture = RuleFamilyFixture
  private typealias Columns = [(name: String, values: [SiteValue.Content])]

  private let basins: Columns = [
    ("water_basins", [.text("Loire|Seine"), .text(" Seine "), .text("Rhone")]),
    ("water_stress_level", [.number(3), .number(4), .number(2)]),
  ]

  /// 0.5 MW on average for 8,760 h at 2 l/kWh: 8,760 m3 a block and year.
  private var water: WaterRules {
    var water = WaterRules()
    water.wueLitresPerKWh = Samples.figure(2, "l/kWh")
    return water
  }

  @Test("Water is average IT power times hours times litres per kWh, without the power usage effectiveness")
  func waterOfABlock() throws {
    var water = water
    water.maxM3PerYear = YearlyLimit(value: 100, source: "agency")
    let rule = try #require(try Fixture.compile(water).rules.first)
    #expect(rule.terms.map(\.coefficient) == [8_760, 8_760, 8_760])
    #expect(rule.unit == "m3" && rule.atMost == 100 && rule.source == "agency")
    #expect(try Fixture.blocks(with: water) == nil)
  }

  @Test("A basin counts every site that may draw on it")
  func basin() throws {
    var water = water
    water.basinMaxM3PerYear = ["Seine": YearlyLimit(byYear: [2028: 5 * 8_760 + 1])]
    let rules = try Fixture.compile(water, Fixture.problem(), basins).rules
    #expect(rules.map(\.terms.count) == [2])
    #expect(try Fixture.blocks(with: water, Fixture.problem(), basins) == ["a": [4, 5], "c": [0, 3]])
    water.basinMaxM3PerYear = ["Loire": YearlyLimit(value: 5 * 8_760)]
    #expect(try Fixture.blocks(with: water, Fixture.problem(), basins) == ["b": [4, 8]])
  }

  @Test("A region and the sites under stress have caps of their own")
  func regionAndStress() throws {
    var water = water
    water.regionMaxM3PerYear = ["North": YearlyLimit(value: 6 * 8_760)]
    #expect(try Fixture.blocks(with: water) == ["a": [4, 6], "c": [0, 2]])
    water.regionMaxM3PerYear = [:]
    water.stressLevel = 3
    water.stressMaxM3PerYear = YearlyLimit(value: 6 * 8_760)
    #expect(try Fixture.blocks(with: water, Fixture.problem(), basins) == ["a": [4, 6], "c": [0, 2]])
    // b alone is at level 4, and empty anyway.
    water.stressLevel = 4
    #expect(try Fixture.blocks(with: water, Fixture.problem(), basins) == ["a": [4, 8]])
  }

  @Test("Unknown basins, unknown regions and unknown stress are findings")
  func waterFindings() throws {
    var water = water
    water.basinMaxM3PerYear = ["Siene": YearlyLimit(value: 1)]
    water.regionMaxM3PerYear = ["Nort": YearlyLimit(value: 1)]
    #expect(
      try Fixture.compile(water, Fixture.problem(), basins).findings == [
        "water.basin_max_m3_per_year: there is no basin in water_basins 'Siene'; did you mean 'Seine'?",
        "water.region_max_m3_per_year: there is no region 'Nort'; did you mean 'North'?",
      ])
    var stress = WaterRules()
    stress.stressMaxM3PerYear = YearlyLimit(value: 1)
    let findings = try Fixture.compile(stress).findings
    #expect(findings.count == 1 && findings[0].contains("a, b, c"))
  }

  @Test("Carbon counts the energy at the meter; a cleaner grid lets more in")
  func carbon() throws {
    var carbon = CarbonRules()
    carbon.gridGPerKWh = Samples.figure(100, "g/kWh")
    // 0.5 MW x 1.25 x 8,760 h x 100 g/kWh = 547.5 t a block; South is cooler.
    var problem = Fixture.problem()
    problem.sites[2].pue = 1
    carbon.capTPerYear = YearlyLimit(byYear: [2028: 4_200])
    let rules = try Fixture.compile(carbon, problem).rules
    #expect(rules.map(\.year) == [2028])
    #expect((rules[0].terms[0].coefficient - 547.5).magnitude < 1e-9)
    // 8 x 547.5 = 4,380; two blocks in the South at 438 t bring it to 4,161. Energy is free here, so only the
    // rule sends them.
    problem.energyEURPerMWh = 0
    #expect(try Fixture.blocks(problem) == ["a": [4, 8]])
    #expect(try Fixture.blocks(with: carbon, problem) == ["a": [4, 6], "c": [0, 2]])
    carbon.gridGPerKWhByYear = [2028: 90]
    #expect(try Fixture.blocks(with: carbon, problem) == ["a": [4, 8]])
  }

  @Test("Carbon within the horizon weighs each planning year by the years until the next one")
  func carbonInTotal() throws {
    var carbon = CarbonRules()
    carbon.gridGPerKWh = Samples.figure(100, "g/kWh")
    carbon.capT = YearlyLimit(value: 1e6, source: "law")
    let problem = Fixture.problem(years: [2027, 2030])
    let rule = try #require(try Fixture.compile(carbon, problem).rules.first)
    #expect(rule.year == nil && rule.unit == "t")
    let byYear = (0...1).map { year in rule.terms.first { $0.year == year }?.coefficient ?? 0 }
    #expect((byYear[0] - 3 * 547.5).magnitude < 1e-9 && (byYear[1] - 547.5).magnitude < 1e-9)
    // Three years of four blocks and one of eight are 20 block-years.
    carbon.capT = YearlyLimit(value: 20 * 547.5)
    #expect(try Fixture.blocks(with: carbon, problem) == ["a": [4, 8]])
    carbon.capT = YearlyLimit(value: 20 * 547.5 - 1)
    #expect(try Fixture.blocks(with: carbon, problem) == nil)
    carbon.capT = YearlyLimit(byYear: [2027: 5])
    #expect(try Fixture.compile(carbon, problem).findings.count == 1)
  }

  @Test("Heat: a share of the IT power goes to sites with a user, by attribute or by name")
  func heat() throws {
    var heat = HeatReuseRules()
    heat.shareMin = YearlyLimit(byYear: [2028: 0.25])
    heat.attribute = "heat_user"
    heat.text = "yes"
    let columns: Columns = [
      ("heat_user", [.text("no"), .missing(reason: "unknown"), .text("yes")]),
      ("heat_user_km", [.number(9), .number(2), .missing(reason: "unknown")]),
    ]
    #expect(try Fixture.blocks(with: heat, Fixture.problem(), columns) == ["a": [4, 6], "c": [0, 2]])
    heat.text = nil
    heat.attribute = "heat_user_km"
    heat.atMost = 3
    #expect(try Fixture.blocks(with: heat, Fixture.problem(), columns) == ["b": [4, 8]])
    heat = HeatReuseRules()
    heat.shareMin = YearlyLimit(value: 0.5)
    heat.siteIDs = ["b"]
    #expect(try Fixture.blocks(with: heat)?["b"]?[1] ?? 0 >= 4)
  }

  @Test("Heat without anybody to use it, and names that nobody has, are findings")
  func heatFindings() throws {
    var heat = HeatReuseRules()
    heat.shareMin = YearlyLimit(value: 0.5)
    heat.attribute = "heat_usr"
    heat.text = "yes"
    heat.siteIDs = ["bb"]
    let columns: Columns = [("heat_user", [.text("no"), .text("no"), .text("no")])]
    #expect(
      try Fixture.compile(heat, Fixture.problem(), columns).findings == [
        "heat_reuse.sites: there is no site 'bb'; did you mean 'b'?",
        "heat_reuse.attribute: there is no site attribute 'heat_usr'; did you mean 'heat_user'?",
      ])
    heat.siteIDs = []
    heat.attribute = "heat_user"
    #expect(try Fixture.compile(heat, Fixture.problem(), columns).findings.count == 1)
  }
}
