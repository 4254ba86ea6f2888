// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport
import Testing

@Suite("Tiers of sovereignty and shares by tier")
struct SovereigntyTests {
  private func tiers() throws -> SovereigntyTiers {
    func tier(_ name: String, _ condition: String?) throws -> SovereigntyTiers.Tier {
      SovereigntyTiers.Tier(
        name: name, meaning: "test", condition: try condition.map { try SiteCondition($0) })
    }
    return SovereigntyTiers(
      file: "tiers.toml",
      tiers: [
        try tier("shown", "secnumcloud_eligible = 'yes' and non_eu_law = 'no'"),
        try tier("eu", "controlling_jurisdiction = 'eu'"), try tier("open", "operator_named = 'no'"),
        try tier("mixed", "controlling_jurisdiction = 'mixed'"), try tier("non-eu", "non_eu_law = 'yes'"),
        try tier("unverified", nil),
      ],
      unknownTier: "unverified", nonEUShareEachMax: Samples.figure(0.24),
      nonEUShareTotalMax: Samples.figure(0.39))
  }

  /// Statuses on one site with some attributes.
  private func status(_ cells: [String: SiteValue]) throws -> SovereigntyStatus {
    var table = try SiteRuleFixture.table()
    for (name, value) in cells.sorted(by: { $0.key < $1.key }) {
      if table.column(name) == nil {
        try table.set(SiteTable.Column(name: name, unit: "", values: table.ids.map { _ in .missing("none") }))
      }
      table.set(value, column: name, row: 0)
    }
    var families = RuleFamilies()
    families.sovereignty = SovereigntyRules(tiers: try tiers())
    let problem = try SiteRuleFixture.builder(families, table: table).problem()
    #expect(problem.sovereigntyStatuses.map(\.siteID) == ["a", "b", "c", "d"])
    return try #require(problem.sovereigntyStatuses.first)
  }

  private func stated(_ content: SiteValue.Content) -> SiteValue {
    SiteValue(content, basis: .published, source: "test")
  }

  @Test(
    "Countries decide the tier, and an unknown one proves nothing",
    arguments: [
      ("FR", "eu"), ("DE|FR", "eu"), ("US", "non-eu"), ("GB", "non-eu"), ("FR|US", "mixed"),
      ("CH|NO", "non-eu"),
      ("FR|unknown", "unverified"), ("US|unknown", "non-eu"), ("FR|US|unknown", "mixed"),
      ("unknown", "unverified"),
    ])
  func countries(text: String, tier: String) throws {
    let status = try status(["owner_country": stated(.text(text))])
    #expect(status.tier == tier, "\(status)")
    #expect(status.isUnknown == (tier == "unverified"))
  }

  @Test(
    "A named owner whose country is not published falls to the tier for what is unknown, with what was asked")
  func unnamedCountry() throws {
    let status = try status(["owner_country": .missing("not published")])
    #expect(status.tier == "unverified")
    #expect(status.rank == 5)
    #expect(status.sentence.contains("controlling_jurisdiction not known"))
  }

  @Test("The country of the operator counts beside that of the owner")
  func operatorCountry() throws {
    let status = try status([
      "owner_country": stated(.text("FR")), "operator_country": stated(.text("US")),
    ])
    #expect(status.tier == "mixed")
  }

  @Test(
    "Holdings within both limits show eligibility; above either, or unknown, they do not",
    arguments: [
      (0.24, 0.39, "shown"), (0.25, 0.39, "eu"), (0.24, 0.40, "eu"), (0.1, nil, "eu"), (nil, 0.1, "eu"),
    ] as [(Double?, Double?, String)])
  func holdings(largest: Double?, total: Double?, tier: String) throws {
    var cells = ["owner_country": stated(.text("FR"))]
    if let largest { cells["non_eu_share_largest"] = stated(.number(largest)) }
    if let total { cells["non_eu_share_total"] = stated(.number(total)) }
    #expect(try status(cells).tier == tier)
  }

  @Test("Holdings within the limits do not make up for an owner under another law")
  func holdingsUnderOtherLaw() throws {
    let status = try status([
      "owner_country": stated(.text("US")), "non_eu_share_largest": stated(.number(0)),
      "non_eu_share_total": stated(.number(0)),
    ])
    #expect(status.tier == "non-eu")
  }

  @Test("A status names attribute, value, basis and source")
  func evidence() throws {
    let problem = try SiteRuleFixture.problem { $0.sovereignty = SovereigntyRules(tiers: try tiers()) }
    #expect(problem.sovereigntyStatuses.map(\.tier) == ["non-eu", "eu", "open", "mixed"])
    let evidence = try #require(problem.sovereigntyStatuses[1].evidence.first)
    #expect(evidence.attribute == "controlling_jurisdiction")
    #expect(evidence.value == "'eu'")
    #expect(evidence.basis == .derived)
    #expect(evidence.source == "owner_country = 'FR', published")
    #expect(
      problem.sovereigntyStatuses[2].sentence
        == "sovereignty tier 'open' by operator_named = 'no' (published; test)")
  }

  private func shares(
    _ scope: SovereigntyRules.Share.Scope, min: Double? = nil, max: Double? = nil, penalty: Double? = nil
  )
    throws -> SovereigntyRules
  {
    func limit(_ value: Double?) -> YearlyLimit? {
      value.map { YearlyLimit(value: $0, penaltyEURPerUnit: penalty, source: "test") }
    }
    return SovereigntyRules(
      tiers: try tiers(),
      shares: [SovereigntyRules.Share(name: "share", scope: scope, atLeast: limit(min), atMost: limit(max))])
  }

  @Test("A hard share of some sites gives a cover inequality a year, a soft one none")
  func strengthens() throws {
    func covers(_ name: String, penalty: Double?, atLeast: Double? = nil, atMost: Double? = nil) throws -> Int
    {
      var problem = RuleFamilyFixture.problem()
      RandomProblems.addShare("a", of: { $0.id == "a" }, atLeast: atLeast, atMost: atMost, to: &problem)
      for index in problem.linearRules.indices { problem.linearRules[index].penaltyEURPerUnit = penalty }
      return try Formulation(problem).rows.filter { $0.kind == .validInequality && $0.scope == name }.count
    }
    #expect(try covers("a", penalty: nil, atLeast: 0.5) == 2)
    #expect(try covers("not a", penalty: nil, atMost: 0.5) == 2)
    #expect(try covers("a", penalty: 1, atLeast: 0.5) == 0)
    #expect(try covers("not a", penalty: 1, atMost: 0.5) == 0)
  }

  @Test("A share of a tier counts that tier and the stronger ones, in every year")
  func compiled() throws {
    let problem = try SiteRuleFixture.problem { $0.sovereignty = try shares(.tier("open"), min: 0.5) }
    #expect(problem.linearRules.map(\.year) == [2026, 2027])
    let rule = try #require(problem.linearRules.first)
    #expect(rule.kind.identifier == "sovereignty_share")
    #expect(rule.scope == "open")
    #expect(rule.atLeast == 0.5)
    #expect(rule.terms.map(\.quantity) == [.blocks(site: 1, sku: 0), .blocks(site: 2, sku: 0)])
    #expect(rule.terms.allSatisfy { $0.coefficient == 576 })
    #expect(rule.reference == [LinearRule.Term(.national(sku: 0), year: 0, 576)])
  }

  @Test("A share by tier alone changes the plan")
  func changesPlan() throws {
    #expect(try SiteRuleFixture.chosen(SiteRuleFixture.problem()) == ["a", "b"])
    #expect(try SiteRuleFixture.chosen { $0.sovereignty = try shares(.tier("open"), min: 1) } == ["b", "c"])
    let exposed = SovereigntyRules.Share.Scope.condition(try SiteCondition("non_eu_law = 'yes'"))
    #expect(try SiteRuleFixture.chosen { $0.sovereignty = try shares(exposed, max: 0) } == ["b", "c"])
  }

  @Test("A soft share changes the plan where violating it costs more than keeping it")
  func priced() throws {
    let low = try SiteRuleFixture.problem { $0.sovereignty = try shares(.tier("open"), min: 1, penalty: 1) }
    #expect(try SiteRuleFixture.chosen(low) == ["a", "b"])
    let high = try SiteRuleFixture.problem {
      $0.sovereignty = try shares(.tier("open"), min: 1, penalty: 1e5)
    }
    #expect(try SiteRuleFixture.chosen(high) == ["b", "c"])
  }

  @Test("A share of a tier that nobody reaches leaves no plan")
  func infeasible() throws {
    #expect(try SiteRuleFixture.chosen { $0.sovereignty = try shares(.tier("shown"), min: 0.1) } == nil)
  }

  @Test("Tiers and attributes that are not there are found with the nearest name")
  func badNames() throws {
    let mistyped = try SiteRuleFixture.findings { $0.sovereignty = try shares(.tier("mixd"), min: 1) }
    #expect(mistyped.first?.contains("there is no tier 'mixd'; did you mean 'mixed'?") == true)
    let without = try SiteRuleFixture.findings {
      $0.sovereignty = try shares(.tier("eu"), min: 1)
      $0.sovereignty?.tiers = nil
    }
    #expect(without.first?.contains("sovereignty.tiers") == true)
    let condition = SovereigntyRules.Share.Scope.condition(
      try SiteCondition("non_eu_lwa = 'yes' or area_ha = 'x'"))
    #expect(try SiteRuleFixture.findings { $0.sovereignty = try shares(condition, max: 0) }.count == 2)
  }
}
