// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import TestSupport
import Testing

@testable import Planning
@testable import Sites

@Suite("Conditions that can be read and are probably not meant")
struct ConditionDoubtTests {
  private func rule(_ condition: String) throws -> PlannerRules {
    PlannerRules(rules: [
      PlannerRules.Rule(name: "own", condition: try SiteCondition(condition), measure: .exclude)
    ])
  }

  private func doubts(_ change: (inout RuleFamilies) throws -> Void) throws -> [String] {
    var families = RuleFamilies()
    try change(&families)
    return families.doubts(in: try SiteRuleFixture.table())
  }

  @Test(
    "A text that no site has is reported with the nearest one, and so is a condition that holds for no site")
  func unknownText() throws {
    let reported = try doubts { $0.plannerRules = try rule("departement_code = '5q' or id = 'a'") }
    #expect(
      reported == ["rule 'own': where: no site has departement_code = '5q'; did you mean '59'?"])
    let list = try doubts { $0.plannerRules = try rule("operator_named in ('yes', 'perhaps', 'no')") }
    #expect(list == ["rule 'own': where: no site has operator_named = 'perhaps'; sites have 'no', 'yes'"])
    let nobody = try doubts { $0.plannerRules = try rule("substation_225_km > 100") }
    #expect(nobody == ["rule 'own': where: substation_225_km > 100 holds for none of the 4 sites"])
    let negated = try doubts { $0.plannerRules = try rule("not departement_code != 'Nord'") }
    #expect(negated.contains { $0.contains("no site has departement_code = 'Nord'") })
    #expect(try doubts { $0.plannerRules = try rule("departement_code = '59'") } == [])
  }

  @Test(
    "The nearest text that is reported leaves no doubt when it is pasted; what holds for none changes nothing"
  )
  func pasted() throws {
    for (written, meant) in [("5q", "59"), ("62x", "62"), ("31", "13")] {
      let reported = try doubts { $0.plannerRules = try rule("departement_code = '\(written)'") }
      guard let line = reported.first(where: { $0.contains("did you mean '") }) else { continue }
      #expect(line.hasSuffix("did you mean '\(meant)'?"), "\(reported)")
      #expect(try doubts { $0.plannerRules = try rule("departement_code = '\(meant)'") } == [])
    }
    var families = RuleFamilies()
    families.plannerRules = try rule("substation_225_km > 100")
    #expect(families.doubts(in: try SiteRuleFixture.table()).count == 1)
    let (ruled, free) = (try SiteRuleFixture.builder(families), try SiteRuleFixture.builder(RuleFamilies()))
    #expect(try ruled.problem() == free.problem())
  }

  @Test("Words of facts and names of tiers are known, whether or not a site has them")
  func vocabulary() throws {
    let tiers = SovereigntyTiers(
      file: "tiers.toml",
      tiers: [
        .init(name: "strong", condition: try SiteCondition("secnumcloud_eligible = 'yes'")),
        .init(name: "eu", condition: try SiteCondition("controlling_jurisdiction = 'european'")),
        .init(name: "open", condition: nil),
      ], unknownTier: "open")
    let reported = try doubts {
      $0.sovereignty = SovereigntyRules(
        tiers: tiers,
        shares: [
          .init(
            name: "s", scope: .condition(try SiteCondition("sovereignty_tier in ('strong', 'open')")),
            atLeast: YearlyLimit(value: 0.1)),
          .init(
            name: "t", scope: .condition(try SiteCondition("sovereignty_tier = 'stong'")),
            atLeast: YearlyLimit(value: 0.1)),
        ])
    }
    #expect(reported.count == 3)
    #expect(
      reported[0].hasPrefix("tiers.toml: tier 'eu': where: no site has controlling_jurisdiction = 'european'")
    )
    #expect(reported[1].hasPrefix("sovereignty.share 't': where: no site has sovereignty_tier = 'stong'"))
  }

  @Test("The text that tells of a user for heat, and those of a screening, are looked at too")
  func otherPlaces() throws {
    let heat = try doubts {
      var rules = HeatReuseRules()
      (rules.attribute, rules.text) = ("operator_named", "Yes")
      $0.heatReuse = rules
    }
    #expect(heat == ["heat_reuse.value: no site has operator_named = 'Yes'; did you mean 'yes'?"])
    let screening = try Screening(
      table: try SiteRuleFixture.table(),
      parameters: ScreeningParameters(rules: [
        ScreeningRule(
          name: "r", attribute: "operator_named", limit: ScreeningLimit(oneOf: [.text("yes"), .text("nein")]))
      ]))
    #expect(
      screening.notes.contains {
        $0.severity == .warning
          && $0.message == "rule 'r': no site has operator_named = 'nein'; sites have 'no', 'yes'"
      }, "\(screening.notes)")
  }
}
