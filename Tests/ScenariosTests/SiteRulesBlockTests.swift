// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Sites
import Testing

@testable import Scenarios

@Suite("Sovereignty, site logic and own rules in a scenario")
struct SiteRulesBlockTests {
  private static let tiersPath = "work/sovereignty/tiers.toml"
  private static let tiers = """
    schema = 1
    unknown = "weak"
    [secnumcloud]
    non_eu_share_each_max = { value = 0.2, basis = "published", source = "test" }
    [[tier]]
    name = "strong"
    meaning = "under EU law"
    where = "controlling_jurisdiction = 'eu'"
    source = "test"
    [[tier]]
    name = "weak"
    meaning = "not known"

    """

  /// The plan with some text behind it.
  private func read(_ text: String, tiers: String = tiers) -> ScenarioReader.Reading {
    ScenarioFixture.read([
      ScenarioFixture.planPath: ScenarioFixture.plan + text, Self.tiersPath: tiers,
    ])
  }

  private func families(_ text: String) throws -> RuleFamilies {
    let reading = read(text)
    #expect(reading.findings == [])
    return try #require(reading.scenario).parameters.families
  }

  /// The only finding of a text.
  private func finding(_ text: String, tiers: String = tiers) -> String {
    let reading = read(text, tiers: tiers)
    #expect(reading.scenario == nil)
    return reading.findings.map { "\($0.keyPath): \($0.message); \($0.hint)" }.joined(separator: "\n")
  }

  @Test("The unit of a sum may be left out or empty, for an attribute without unit")
  func unitlessSum() throws {
    for unit in ["", ", unit = \"\""] {
      let rules = try #require(
        try families(
          "[[rule]]\nname = \"n\"\nsum = { attribute = \"noise\", per = \"site\"\(unit), max = 1 }"
        ).plannerRules
      ).rules
      #expect(rules.map(\.measure) == [.sum(AttributeSum(attribute: "noise", per: .site, unit: ""))])
    }
  }

  @Test("A file of tiers is read beside the scenario, listed, and named relative to it")
  func tiersFile() throws {
    let reading = read("[sovereignty]\ntiers = \"../sovereignty/tiers.toml\"\n")
    let scenario = try #require(reading.scenario)
    #expect(reading.findings == [])
    #expect(scenario.files.contains(Self.tiersPath))
    #expect(scenario.effectiveText.contains("../sovereignty/tiers.toml"))
    let tiers = try #require(scenario.parameters.families.sovereignty?.tiers)
    #expect(tiers.tiers.map(\.name) == ["strong", "weak"])
    #expect(tiers.tiers[0].condition?.text == "controlling_jurisdiction = 'eu'")
    #expect(tiers.tiers[1].condition == nil)
    #expect(tiers.unknownTier == "weak")
    #expect(tiers.nonEUShareEachMax?.value == 0.2)
    #expect(tiers.nonEUShareTotalMax == nil)
  }

  @Test("Shares carry tier or condition, limits by year, price and source")
  func shares() throws {
    let rules = try #require(
      try families(
        """
        [sovereignty]
        tiers = "../sovereignty/tiers.toml"
        [[sovereignty.share]]
        name = "sensitive"
        tier = "strong"
        min = { 2027 = 0.3, 2028 = 0.5 }
        penalty_eur_per_gpu = 100
        source = "a law"
        [[sovereignty.share]]
        name = "exposed"
        where = "non_eu_law = 'yes'"
        max = 0.2
        workload = "all"
        """
      ).sovereignty)
    #expect(rules.shares.map(\.name) == ["sensitive", "exposed"])
    #expect(rules.shares[0].scope == .tier("strong"))
    #expect(
      rules.shares[0].atLeast
        == YearlyLimit(byYear: [2027: 0.3, 2028: 0.5], penaltyEURPerUnit: 100, source: "a law"))
    #expect(rules.shares[1].scope == .condition(try SiteCondition("non_eu_law = 'yes'")))
    #expect(rules.shares[1].atMost?.value == 0.2)
    #expect(rules.shares[1].atMost?.penaltyEURPerUnit == nil)
  }

  @Test(
    "Bad shares are found at their key",
    arguments: [
      ("name = \"x\"\nmin = 0.5", "sovereignty.share.1.tier: is missing"),
      ("name = \"x\"\ntier = \"strong\"", "sovereignty.share.1.min: is missing"),
      ("tier = \"strong\"\nmin = 0.5", "sovereignty.share.1.name: is missing"),
      ("name = \"x\"\ntier = \"strong\"\nmin = 50", "write a ratio: 0.5"),
      ("name = \"x\"\ntier = \"strong\"\nwhere = \"id = 'a'\"\nmin = 0.5", "stands beside where"),
      ("name = \"x\"\nwhere = \"id == 'a'\"\nmin = 0.5", "write ="),
      (
        "name = \"x\"\ntier = \"strong\"\nmin = 0.5\nworkload = \"training\"", "not distinguished by workload"
      ),
      ("name = \"x\"\nteir = \"strong\"\nmin = 0.5", "tier"),
      ("name = \"x\"\ntier = 3\nmin = 0.5", "must be a text"),
      ("name = \"x\"\ntier = \"strong\"\nmin = { source = \"y\" }", "states no limit"),
    ])
  func badShares(text: String, expected: String) {
    let found = finding("[[sovereignty.share]]\n\(text)\n")
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "Bad files of tiers are found at their key",
    arguments: [
      ("unknown = \"weak\"", "unknown = \"waek\"", "did you mean 'weak'?"),
      ("unknown = \"weak\"", "", "unknown: is missing"),
      ("name = \"weak\"", "name = \"strong\"", "another tier is called 'strong' already"),
      ("= 'eu'\"", "= eu\"", "texts stand in single quotes: 'eu'"),
      ("where = \"controlling_jurisdiction = 'eu'\"", "", "tier.1.where: is missing"),
      ("value = 0.2", "value = 20", "must be from 0 to 1"),
      ("meaning = \"not known\"", "meening = \"not known\"", "meaning"),
      ("schema = 1", "schema = 2", "newer"),
    ])
  func badTiers(old: String, new: String, expected: String) {
    let changed = Self.tiers.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: new)
    let found = finding("[sovereignty]\ntiers = \"../sovereignty/tiers.toml\"\n", tiers: changed)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("A file of tiers that is not there is found where it is named")
  func missingTiers() {
    #expect(finding("[sovereignty]\ntiers = \"../none.toml\"\n").hasPrefix("sovereignty.tiers: cannot open"))
    #expect(finding("[sovereignty]\ntiers = 3\n").contains("must be a text"))
  }

  @Test("The tiers that come with Arpent can be read")
  func shippedTiers() throws {
    let log = FindingLog()
    let path = "\(ShippedScenarioTests.root)/models/sovereignty/tiers.toml"
    let node = ConfigNode(.text(path), origin: ConfigOrigin(overlay: "test"))
    let tiers = SovereigntyTiersFile(loader: FileLoader(reader: .disk, log: log), log: log)
      .tiers(LocatedText(text: path, node: node))
    #expect(log.all == [])
    #expect(
      tiers?.tiers.map(\.name) == [
        "secnumcloud-holdings", "eu-control", "open", "mixed", "non-eu", "unverified",
      ])
    #expect(tiers?.nonEUShareEachMax?.value == 0.24)
    #expect(tiers?.nonEUShareTotalMax?.value == 0.39)
  }

  @Test("Site logic carries statements and limits")
  func siteLogic() throws {
    let logic = try #require(
      try families(
        """
        [[logic]]
        name = "one of two"
        exclusive = ["a", "b"]
        penalty_eur_per_site = 5
        source = "a contract"
        [[logic]]
        requires = { site = "a", needs = "b" }
        [[logic]]
        at_least = { n = 1, of = ["a", "b"] }
        [[logic]]
        at_most = { n = 0, of = ["a"] }
        [limits]
        sites_min = { 2027 = 2, penalty_eur_per_site = 7 }
        per_departement_max = 2
        min_distance_km = 12.5
        """
      ).siteLogic)
    #expect(
      logic.statements.map(\.kind) == [
        .exclusive(["a", "b"]), .requires(site: "a", needs: "b"), .atLeast(1, of: ["a", "b"]),
        .atMost(0, of: ["a"]),
      ])
    #expect(logic.statements.map(\.name) == ["one of two", "requires 2", "at_least 3", "at_most 4"])
    #expect(logic.statements[0].penaltyEURPerSite == 5)
    #expect(logic.statements[0].source == "a contract")
    #expect(logic.sitesMin?.byYear == [2027: 2])
    #expect(logic.sitesMin?.penaltyEURPerUnit == 7)
    #expect(logic.perDepartementMax?.value == 2)
    #expect(logic.minDistanceKm == 12.5)
  }

  @Test(
    "Bad site logic is found at its key",
    arguments: [
      ("[[logic]]\nname = \"x\"", "logic.1.exclusive: is missing"),
      ("[[logic]]\nexclusive = [\"a\"]", "names one site"),
      ("[[logic]]\nexclusive = [\"a\", \"b\"]\nat_most = { n = 1, of = [\"a\"] }", "stands beside"),
      ("[[logic]]\nrequires = { site = \"a\", needs = \"a\" }", "is the site itself"),
      ("[[logic]]\nrequires = { site = \"a\" }", "logic.1.requires.needs: is missing"),
      ("[[logic]]\nat_least = { n = 0, of = [\"a\"] }", "must be from 1"),
      ("[[logic]]\nat_most = { n = 1.5, of = [\"a\"] }", "must be a whole number"),
      ("[[logic]]\nat_most = { n = 1, of = \"a\" }", "must be a list of texts"),
      ("[[logic]]\nexclusiv = [\"a\", \"b\"]", "exclusive"),
      ("[logic]\nexclusive = [\"a\", \"b\"]", "[[logic]]"),
      ("[limits]\nsites_min = 1.5", "must be a whole number"),
      ("[limits]\nmin_distance_km = 0", "must be above 0"),
      ("[limits]\nper_departement_max = \"2\"", "must be a number"),
    ])
  func badLogic(text: String, expected: String) {
    let found = finding(text + "\n")
    #expect(found.contains(expected), "\(found)")
  }

  @Test("Own rules carry condition, measure, limits, price, source and years")
  func plannerRules() throws {
    let rules = try #require(
      try families(
        """
        [[rule]]
        name = "no stress"
        where = "water_stress_level >= 4"
        exclude = true
        [[rule]]
        name = "ports"
        where = "departement_code in ('59', '76')"
        gpus_share_min = 0.2
        gpus_share_max = { 2028 = 0.5, penalty_eur_per_unit = 9 }
        penalty_eur_per_unit = 3
        source = "a treaty"
        years = [2027, 2028]
        [[rule]]
        name = "power"
        it_mw_max = 40
        [[rule]]
        name = "count"
        sites_min = 1
        [[rule]]
        name = "water"
        sum = { attribute = "water_m3_per_mw", per = "grid_mw", unit = "m3", max = { 2027 = 1e6 }, min = -5 }
        """
      ).plannerRules
    ).rules
    #expect(rules.map(\.name) == ["no stress", "ports", "power", "count", "water"])
    let sum = AttributeSum(attribute: "water_m3_per_mw", per: .gridMW, unit: "m3")
    #expect(rules.map(\.measure) == [.exclude, .gpuShare, .itMW, .sites, .sum(sum)])
    #expect(rules[0].condition == (try SiteCondition("water_stress_level >= 4")))
    #expect(rules[1].atLeast == YearlyLimit(value: 0.2, penaltyEURPerUnit: 3, source: "a treaty"))
    #expect(rules[1].atMost == YearlyLimit(byYear: [2028: 0.5], penaltyEURPerUnit: 9, source: "a treaty"))
    #expect(rules[1].years == [2027, 2028])
    #expect(rules[2].condition == nil)
    #expect(rules[4].atMost?.byYear == [2027: 1e6])
    #expect(rules[4].atLeast?.value == -5)
  }

  @Test(
    "Bad own rules are found at their key",
    arguments: [
      ("name = \"x\"", "rule.1.exclude: is missing"),
      ("exclude = true\nwhere = \"id = 'a'\"", "rule.1.name: is missing"),
      ("name = \"x\"\nexclude = true", "rule.1.where: is missing"),
      ("name = \"x\"\nexclude = false\nwhere = \"id = 'a'\"", "must be true"),
      ("name = \"x\"\nexclude = true\nwhere = \"id = a\"", "after 'id = ' (character 6)"),
      ("name = \"x\"\nexclude = true\nwhere = \"id = 'a'\"\nyears = [2027]", "no meaning beside exclude"),
      ("name = \"x\"\nsites_max = 1\nit_mw_max = 2", "stands beside"),
      ("name = \"x\"\nsites_maxx = 1", "sites_max"),
      ("name = \"x\"\ngpus_share_max = 1.5", "must be from 0 to 1"),
      ("name = \"x\"\nsum = 5", "block or table"),
      (
        "name = \"x\"\nsum = { attribute = \"a\", per = \"gpus\", unit = \"m3\", max = 1 }",
        "did you mean 'gpu'?"
      ),
      ("name = \"x\"\nsum = { attribute = \"a\", per = \"gpu\", unit = 5, max = 1 }", "must be a text"),
      (
        "name = \"x\"\nsum = { attribute = \"a\", per = \"gpu\", unit = \"m3\" }",
        "rule.1.sum.max: is missing"
      ),
      ("name = \"x\"\nsites_max = 1\nyears = 2027", "must be a list of years"),
      ("name = \"x\"\nsites_max = nan", "must be a finite number"),
      ("name = \"x\"\nsites_max = -1", "must be from 0"),
    ])
  func badRules(text: String, expected: String) {
    let found = finding("[[rule]]\n\(text)\n")
    #expect(found.contains(expected), "\(found)")
  }

  @Test("Two rules of one name are found")
  func repeatedNames() {
    let rule = "[[rule]]\nname = \"x\"\nsites_max = 1\n"
    #expect(finding(rule + rule).contains("another rule is called 'x' already"))
  }
}
