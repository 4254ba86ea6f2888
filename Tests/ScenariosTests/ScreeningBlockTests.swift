// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Scenarios

/// `[screening]` of a scenario: values, findings with their places, merging.
@Suite struct ScreeningBlockTests {
  private static let block = """
    [screening]
    missing = "keep"
    top = 5
    samples = 200
    seed = 7
    [[screening.rule]]
    name = "near"
    attribute = "substation_225_km"
    max = 20
    missing = "exclude"
    source = "planner's choice"
    [[screening.rule]]
    attribute = "status"
    not_one_of = ["candidate", "secured"]
    [[screening.score]]
    name = "near the grid"
    attribute = "substation_400_km"
    better = "lower"
    scale = "min_max"
    low = 0
    high = 50
    weight = 2
    group = "grid"
    missing = 0.25
    [[screening.score]]
    attribute = "area_ha"
    better = "higher"
    [screening.groups]
    grid = 2.5

    """

  private func read(_ block: String, overlays: [String] = []) -> ScenarioReader.Reading {
    ScenarioFixture.read(
      [ScenarioFixture.planPath: ScenarioFixture.plan + block], overlays: overlays)
  }

  /// Parameters without the places at which rules and scores stand, which are no part of their meaning.
  private func meaning(_ parameters: ScreeningParameters?) -> ScreeningParameters? {
    guard var parameters else { return nil }
    for index in parameters.rules.indices { parameters.rules[index].place = Finding.Place() }
    for index in parameters.scores.indices { parameters.scores[index].place = Finding.Place() }
    return parameters
  }

  private let wanted = ScreeningParameters(
    missing: .keep, top: 5, samples: 200, seed: 7,
    rules: [
      ScreeningRule(
        name: "near", attribute: "substation_225_km", limit: ScreeningLimit(max: 20), missing: .exclude,
        source: "planner's choice"),
      ScreeningRule(
        name: "status", attribute: "status",
        limit: ScreeningLimit(notOneOf: [.text("candidate"), .text("secured")])),
    ],
    scores: [
      ScreeningScore(
        name: "near the grid", attribute: "substation_400_km", better: .lower,
        scale: .minMax(low: 0, high: 50),
        weight: 2, group: "grid", missing: 0.25),
      ScreeningScore(name: "area_ha", attribute: "area_ha", better: .higher),
    ], groupWeights: ["grid": 2.5])

  @Test func `every key is read`() throws {
    let reading = read(Self.block)
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    #expect(reading.findings == [])
    #expect(meaning(scenario.screening) == wanted)
    // Places point at the attribute, behind the five lines and the empty one of the plan.
    #expect(
      scenario.screening?.rules.map(\.place.description) == [
        "work/scenarios/plan.toml:14:1", "work/scenarios/plan.toml:19:1",
      ])
    #expect(
      scenario.screening?.scores.map(\.place.description) == [
        "work/scenarios/plan.toml:23:1", "work/scenarios/plan.toml:32:1",
      ])
  }

  @Test func `without the block there is no screening, with an empty one the defaults hold`() throws {
    #expect(try #require(read("").scenario).screening == nil)
    #expect(try #require(read("[screening]\n").scenario).screening == ScreeningParameters())
  }

  @Test(arguments: [
    [], ["screening.top=3", "screening.missing=keep"], ["screening.groups.grid=4"],
    [
      "screening.rule=[{ attribute = \"area_ha\", min = -1.5e-3 }, { attribute = \"a \\\"b\\\"\", one_of = [1, 2.5] }]"
    ],
  ])
  func `the effective text gives the same screening`(_ overlays: [String]) throws {
    let reading = read(Self.block, overlays: overlays)
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    var files = ScenarioFixture.files
    files["work/scenarios/effective.toml"] = scenario.effectiveText
    let again = ScenarioReader(files: .memory(files)).read("work/scenarios/effective.toml")
    #expect(again.findings == [])
    #expect(meaning(again.scenario?.screening) == meaning(scenario.screening))
    #expect(again.scenario?.effectiveText == scenario.effectiveText)
  }

  @Test func `overlays change single values`() throws {
    let scenario = try #require(
      read(Self.block, overlays: ["screening.top=3", "screening.groups.grid=4", "screening.seed=9"]).scenario)
    #expect(scenario.screening?.top == 3)
    #expect(scenario.screening?.seed == 9)
    #expect(scenario.screening?.groupWeights == ["grid": 4])
    #expect(scenario.screening?.rules.count == 2)
    // A scenario without the block gains it.
    #expect(try #require(read("", overlays: ["screening.top=3"]).scenario).screening?.top == 3)
  }

  @Test func `an extending scenario joins keys and replaces lists whole`() throws {
    var files = ScenarioFixture.files
    files["work/scenarios/base.toml"] = ScenarioFixture.base + Self.block
    files[ScenarioFixture.planPath] =
      ScenarioFixture.plan + """
        [screening]
        top = 3
        [[screening.rule]]
        attribute = "area_ha"
        min = 5
        [screening.groups]
        grid = 9
        """
    let reading = ScenarioReader(files: .memory(files)).read(ScenarioFixture.planPath)
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    let screening = try #require(scenario.screening)
    #expect(screening.top == 3)
    #expect(screening.samples == 200)
    #expect(screening.rules.map(\.name) == ["area_ha"])
    #expect(screening.scores.count == 2)
    #expect(screening.groupWeights == ["grid": 9])
  }

  private static let rule = "[[screening.rule]]\nattribute = \"a\"\n"
  private static let score = "[[screening.score]]\nattribute = \"a\"\nbetter = \"lower\"\n"

  @Test(
    "every fault has a finding at its place that says what to do",
    arguments: [
      ("[screening]\n<!>toop = 5", "unknown key (did you mean 'top'?)"),
      ("[screening]\n<!>top = 0", "from 1"),
      ("[screening]\n<!>top = 2.5", "whole number"),
      ("[screening]\n<!>samples = 1e9", "from 1 to 100000"),
      ("[screening]\n<!>seed = -1", "from 0"),
      ("[screening]\n<!>missing = \"keeep\"", "did you mean 'keep'?"),
      ("[screening]\n<!>rule = { attribute = \"a\", max = 1 }", "[[screening.rule]]"),
      ("[screening]\nrule = [1]", "must be a list of tables"),
      ("<!>[[screening.rule]]\nmax = 1", "screening.rule.1.attribute: is missing"),
      ("<!>[[screening.rule]]\nattribute = \"a\"", "a rule needs a limit"),
      (rule + "<!>maxx = 1", "did you mean 'max'?"),
      (rule + "<!>max_km = 1", "unit of the attribute"),
      (rule + "<!>max = \"20\"", "must be a number"),
      (rule + "<!>max = nan", "finite"),
      (rule + "<!>min = 3\nmax = 2", "lies above max, 2"),
      (rule + "<!>equals = true", "must be a number or a text"),
      (rule + "<!>equals = 1\nmax = 2", "stands beside max"),
      (rule + "<!>one_of = [1]\nnot_one_of = [2]", "stands beside not_one_of"),
      (rule + "<!>one_of = [1]\nmin = 0", "stands beside min"),
      (rule + "min = 0\n<!>not_one_of = [\"x\"]", "holds texts"),
      (rule + "<!>one_of = \"x\"", "write one_of = [\"x\"]"),
      (rule + "<!>one_of = []", "empty"),
      (rule + "one_of = [\"x\", <!>1]", "mixes"),
      (rule + "one_of = [1, <!>1]", "stands twice"),
      (rule + "max = 1\n<!>missing = \"drop\"", "valid: exclude, keep"),
      (rule + "max = 1\n<!>scource = \"x\"", "did you mean 'source'?"),
      (
        rule + "max = 1\n" + "[[screening.rule]]\n<!>attribute = \"a\"\nmin = 0", "another rule is called 'a'"
      ),
      ("<!>[[screening.score]]\nattribute = \"a\"", "screening.score.1.better: is missing"),
      ("<!>[[screening.score]]\nbetter = \"lower\"", "screening.score.1.attribute: is missing"),
      ("[[screening.score]]\nattribute = \"a\"\n<!>better = \"smaller\"", "valid: lower, higher"),
      (score + "<!>weight = 0", "above 0"),
      (score + "<!>weight = -2", "above 0"),
      (score + "<!>missing = 50", "write a ratio: 0.5"),
      (score + "<!>scale = \"minmax\"", "did you mean 'min_max'?"),
      (score + "<!>low = 3", "scale = \"min_max\""),
      (score + "<!>low_km = 3", "unit of the attribute"),
      (score + "scale = \"min_max\"\n<!>low = 3\nhigh = 3", "does not lie below high"),
      (score + "<!>group = \"\"", "must not be empty"),
      (score + "group = \"grid\"\n[screening.groups]\n<!>gird = 2", "did you mean 'grid'?"),
      (score + "group = \"grid\"\n[screening.groups]\n<!>grid = 0", "above 0"),
      ("[screening.groups]\n<!>grid = 2", "no score names a group"),
      (
        score + "[[screening.score]]\nname = \"b\"\nattribute = \"a\"\nbetter = \"higher\"\n"
          + "[[screening.score]]\n<!>name = \"a\"\nattribute = \"c\"\nbetter = \"lower\"",
        "another score is called 'a'"
      ),
    ])
  func faults(marked: String, words: String) {
    let text = MarkedText(ScenarioFixture.plan + marked + "\n")
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text.text])
    #expect(reading.scenario == nil)
    let lines = reading.findings.map(\.description)
    #expect(lines.contains { $0.contains(words) }, "\(lines)")
    #expect(reading.findings.count == 1, "\(lines)")
    if let place = text.places.first {
      #expect(
        lines.first?.hasPrefix("work/scenarios/plan.toml:\(place): error: screening") == true, "\(lines)")
    }
  }

  @Test func `anything but a block is refused`() {
    let reading = read("", overlays: ["screening=3"])
    #expect(reading.findings.map(\.description).joined().contains("screening: must be a block"))
  }

  @Test func `all faults come at once`() {
    let reading = read("[screening]\ntop = 0\n" + Self.rule + "max_km = 3\n" + Self.score + "weight = 0\n")
    #expect(reading.findings.count == 3, "\(reading.findings)")
  }

  @Test func `a site that is forced in and screened out is a finding at its place`() throws {
    let reading = read("[sites]\nforce_in = [\"alpha\", \"beta\"]\n")
    let scenario = try #require(reading.scenario)
    let findings = scenario.findings(forScreenedOut: [
      SiteExclusion(
        siteID: "beta", rule: "screened out: near", value: Phrase(word: "km 9 km"),
        limit: Phrase(word: "at most 5 km")),
      SiteExclusion(
        siteID: "gamma", rule: "screened out: near", value: Phrase(word: "km 9 km"),
        limit: Phrase(word: "at most 5 km")),
    ])
    #expect(findings.count == 1)
    let line = try #require(findings.first?.description)
    #expect(
      line.hasPrefix("work/scenarios/plan.toml:8:22: error: sites.force_in: 'beta' is screened out: near"))
    #expect(line.contains("km 9 km, at most 5 km"))
  }
}
