// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport
import Testing

@Suite("Rules of the planner's own")
struct PlannerRulesTests {
  private func rules(
    _ measure: PlannerRules.Rule.Measure, where condition: String? = nil, min: Double? = nil,
    max: Double? = nil,
    penalty: Double? = nil, years: [Int] = []
  ) throws -> PlannerRules {
    func limit(_ value: Double?) -> YearlyLimit? {
      value.map { YearlyLimit(value: $0, penaltyEURPerUnit: penalty, source: "test") }
    }
    return PlannerRules(rules: [
      PlannerRules.Rule(
        name: "own", condition: try condition.map { try SiteCondition($0) }, measure: measure,
        atLeast: limit(min), atMost: limit(max), years: years)
    ])
  }

  private func water(_ per: AttributeSum.Per = .itMW, unit: String = "m3") -> PlannerRules.Rule.Measure {
    .sum(AttributeSum(attribute: "water_m3_per_mw", per: per, unit: unit))
  }

  private let known = "water_m3_per_mw >= 0"

  @Test("An exclusion excludes the sites that match, with rule and value, and changes the plan")
  func exclude() throws {
    let problem = try SiteRuleFixture.problem {
      $0.plannerRules = try rules(.exclude, where: "substation_225_km < 1.5 or id = 'd'")
    }
    #expect(problem.sites.map(\.id) == ["b", "c"])
    #expect(problem.exclusions.map(\.siteID) == ["a", "d"])
    #expect(problem.exclusions.first?.rule == "rule 'own'")
    #expect(problem.exclusions.first?.value == "substation_225_km = 1 km, id = 'a'")
    #expect(problem.exclusions.first?.limit == "excluded where substation_225_km < 1.5 or id = 'd'")
    #expect(try SiteRuleFixture.chosen(problem) == ["b", "c"])
  }

  @Test("An exclusion may ask for the facts of sovereignty")
  func excludeByLaw() throws {
    let problem = try SiteRuleFixture.problem {
      $0.plannerRules = try rules(.exclude, where: "non_eu_law = 'yes'")
    }
    #expect(problem.sites.map(\.id) == ["b", "c"])
  }

  @Test("Shares, IT power, counts and sums alone change the plan")
  func changesPlan() throws {
    #expect(try SiteRuleFixture.chosen(SiteRuleFixture.problem()) == ["a", "b"])
    func chosen(_ rules: PlannerRules) throws -> [String]? {
      try SiteRuleFixture.chosen { $0.plannerRules = rules }
    }
    #expect(try chosen(rules(.gpuShare, where: "id = 'c'", min: 0.25)) == ["a", "c"])
    #expect(try chosen(rules(.gpuShare, where: "departement_code = '59'", max: 0.75)) == ["a", "c"])
    #expect(try chosen(rules(.itMW, where: "id in ('a', 'b')", max: 2)) == ["a", "c"])
    #expect(try chosen(rules(.itMW, where: "id = 'd'", min: 1, years: [2027])) == ["a", "d"])
    #expect(try chosen(rules(.sites, where: "departement_code = '59'", max: 1)) == ["a", "c"])
    #expect(try chosen(rules(.sites, min: 3, years: [2027])) == ["a", "b", "c"])
    // Three blocks of 1.2 MW at a and one at b take 600 m3, at a and c 420 m3.
    #expect(try chosen(rules(water(), where: known, max: 500)) == ["a", "c"])
    #expect(try chosen(rules(water(.site, unit: "m3/MW"), where: known, max: 200)) == ["a", "c"])
  }

  @Test("Sums count GPUs, IT power, grid power or sites")
  func coefficients() throws {
    func terms(_ per: AttributeSum.Per, unit: String) throws -> [LinearRule.Term] {
      let problem = try SiteRuleFixture.problem {
        $0.plannerRules = try rules(water(per, unit: unit), where: "id = 'b'", max: 1e9, years: [2027])
      }
      #expect(problem.linearRules.count == 1)
      return problem.linearRules[0].terms
    }
    let pue = try SiteRuleFixture.problem().sites[1].pue
    let block = LinearRule.Quantity.blocks(site: 1, sku: 0)
    #expect(try terms(.itMW, unit: "m3") == [LinearRule.Term(block, year: 1, 200 * 1.2)])
    #expect(try terms(.gridMW, unit: "m3") == [LinearRule.Term(block, year: 1, 200 * (1.2 * pue))])
    #expect(try terms(.gpu, unit: "m3/MW*GPU") == [LinearRule.Term(block, year: 1, 200 * 576)])
    #expect(try terms(.site, unit: "m3/MW") == [LinearRule.Term(.open(site: 1), year: 1, 200)])
  }

  @Test(
    "The unit of a sum is that of the attribute times that of what it counts",
    arguments: [
      ("m3/MW", .itMW, "m3"), ("m3/MW/year", .gridMW, "m3/year"), ("m3/MW", .gpu, "m3/MW*GPU"),
      ("", .gpu, "GPU"),
      ("km", .itMW, "km*MW"), ("km", .site, "km"), ("m3/site", .site, "m3"), ("MW", .itMW, "MW*MW"),
      ("", .site, ""),
    ] as [(String, AttributeSum.Per, String)])
  func units(attribute: String, per: AttributeSum.Per, expected: String) throws {
    var table = try SiteRuleFixture.table()
    try table.set(
      SiteTable.Column(
        name: "thing", unit: attribute,
        values: table.ids.map { _ in SiteValue(.number(1), basis: .published, source: "test") }))
    for unit in [expected, "banana", ""] {
      var families = RuleFamilies()
      let sum = AttributeSum(attribute: "thing", per: per, unit: unit)
      families.plannerRules = try rules(.sum(sum), max: 1e9)
      let builder = try SiteRuleFixture.builder(families, table: table)
      if unit == expected || unit.isEmpty && attribute.isEmpty {
        let problem = try builder.problem()
        #expect(problem.linearRules.allSatisfy { $0.unit == expected })
      } else {
        let failure = #expect(throws: InputFailure.self) { try builder.problem() }
        #expect(failure?.findings.first?.message.contains("write unit = \"\(expected)\"") == true)
      }
    }
  }

  @Test("A soft constraint is violated where keeping it costs more")
  func priced() throws {
    for (penalty, expected) in [(1.0, ["a", "b"]), (1e6, ["a", "c"])] {
      let problem = try SiteRuleFixture.problem {
        $0.plannerRules = try rules(water(), where: known, max: 500, penalty: penalty)
      }
      #expect(try SiteRuleFixture.chosen(problem) == expected)
    }
  }

  @Test("A rule holds in the years it names alone")
  func years() throws {
    let problem = try SiteRuleFixture.problem { $0.plannerRules = try rules(.sites, max: 2, years: [2027]) }
    #expect(problem.linearRules.map(\.year) == [2027])
  }

  @Test("Everything wrong with a rule is found: attributes, kinds, units, missing values, years")
  func badInput() throws {
    func findings(_ rules: PlannerRules) throws -> String {
      try SiteRuleFixture.findings { $0.plannerRules = rules }.joined(separator: "\n")
    }
    #expect(try findings(rules(.exclude, where: "aera_ha < 5")).contains("did you mean 'area_ha'?"))
    #expect(try findings(rules(.exclude, where: "area_ha < 5 and status = 3")).contains("status holds texts"))
    #expect(try findings(rules(water(), max: 500)).contains("not known for 1 of 4 sites, 'd' among them"))
    #expect(try findings(rules(water(unit: "l"), where: known, max: 500)).contains("unit is 'l'"))
    #expect(
      try findings(rules(.sites, max: 2, years: [2031])).contains("2031 is not among the planning years"))
    let late = PlannerRules.Rule(
      name: "own", condition: nil, measure: .sites, atMost: YearlyLimit(byYear: [2031: 2]))
    #expect(try findings(PlannerRules(rules: [late])).contains("2031 lies after the horizon"))
    let text = AttributeSum(attribute: "departement_code", per: .site, unit: "")
    #expect(try findings(rules(.sum(text), max: 1)).contains("is a text at site 'a'"))
    let unknown = AttributeSum(attribute: "water_m3_per_wm", per: .site, unit: "")
    #expect(try findings(rules(.sum(unknown), max: 1)).contains("did you mean 'water_m3_per_mw'?"))
  }
}
