// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Scenarios

@Suite struct EffectiveTextTests {
  /// The scenario without what depends on how it was put together.
  private func meaning(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.files = []
    scenario.mentions = []
    return scenario
  }

  @Test(arguments: [
    [],
    ["sites.fouju.departement_code=77", "sites.source=elsewhere/mine.geojson"],
    [
      "layers.own.source=own.gpkg", "layers.own.layer=plots",
      "hardware.catalogue=[\"work/hardware/rack.toml\"]",
    ],
    ["grid.zone_headroom_mw.\"a \\\" b\".2027=0.1", "name='tab\there \\ \"quoted\" \u{E9}'"],
    ["horizon.discount_rate.low=1e-9", "limits.budget_eur=1e12"],
  ])
  func `reading it gives the same scenario`(_ overlays: [String]) throws {
    let reading = ScenarioFixture.read(overlays: overlays)
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    var files = ScenarioFixture.files
    files["work/scenarios/effective.toml"] = scenario.effectiveText
    let again = ScenarioReader(files: .memory(files)).read("work/scenarios/effective.toml")
    #expect(again.findings == [])
    #expect(again.scenario.map(meaning) == meaning(scenario))
  }

  @Test func `it has neither extends nor a path of the machine`() throws {
    var files: [String: String] = [:]
    for (path, text) in ScenarioFixture.files { files["/home/someone/\(path)"] = text }
    let far = try ScenarioReader(files: .memory(files)).scenario("/home/someone/\(ScenarioFixture.planPath)")
    let near = try #require(ScenarioFixture.read().scenario)
    #expect(far.effectiveText == near.effectiveText)
    #expect(!far.effectiveText.contains("extends"))
    #expect(!far.effectiveText.contains("/home"))
    #expect(far.effectiveText.hasPrefix("schema = 1\n"))
  }

  @Test func `the order of keys, blocks and layout never matters`() throws {
    let shuffled = """
      [estimates]
      pue_per_deg_c = 0.01
      pue_reference_temperature_c = 12
      pue_reference = 1.15
      fast_track_year = 2028
      beside_km = 5
      power_distribution_mw = 22
      power_400kv_mw = 400
      power_225kv_mw = 100
      power_mw_per_ha = 5
      [grid.connection_225kv]
      lead_time_years = 4
      eur_per_mw = 77000
      eur_per_km = 3200000
      fixed_eur = 29000000
      max_km = 20
      max_mw = 240
      [cost]
      fixed_om_eur_per_it_mw_year = 270000
      excise_eur_per_mwh = 12
      energy_eur_per_mwh = 70
      [horizon]
      operating_years_after = 5
      decision_date = "2026-01-01"
      discount_rate.source = "https://example.org/rate"
      discount_rate.basis = 'published'
      discount_rate.high = 0.10
      discount_rate.low = 0.03
      discount_rate.value = 0.07
      years = [
        2026,
        2027, # last but one
        2028,
      ]
      [grid]
      zone_radius_km = 25
      ramp_years = 3
      route_factor = 1.2
      connection_utilisation_max = 0.9
      [hardware]
      use = ["rack-72"]
      catalogue = ["../hardware/rack.toml", "../hardware/node.toml"]
      [demand.gpus]
      2027 = 18000
      2026 = 4000
      [sites]
      source = "../data/sites.geojson"
      [layers]
      pack = "../data/layers.toml"
      """
    let text = "name = \"Plan\"\nschema = 1\n" + shuffled
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text])
    let one = try #require(reading.scenario, "\(reading.findings)")
    let other = try #require(ScenarioFixture.read().scenario)
    #expect(meaning(one) == meaning(other))
  }

  @Test func `the canonical form is fixed`() throws {
    let text = """
      z = 1
      schema = 1
      a = ["x", 2, 0.5, true]
      [b]
      years = { 2027 = 2, 2026 = 1 }
      [b.c."d e"]
      f = { source = "s", value = 1.0 }
      """
    let log = FindingLog()
    let node = try #require(ConfigParser.parse(Array(text.utf8), file: "a.toml", log: log))
    #expect(
      CanonicalTOML.text(node) == """
        schema = 1
        a = ["x", 2, 0.5, true]
        z = 1

        [b]
        years = { 2026 = 1, 2027 = 2 }

        [b.c."d e"]
        f = { source = "s", value = 1.0 }

        """)
  }

  @Test(
    "texts survive", arguments: ["", "\"", "\\", "\\n", "\n\r\t", "\u{1}\u{1F}\u{7F}", "é 東 🗺", "'''", "# x"])
  func quoting(_ text: String) throws {
    let log = FindingLog()
    let toml = "a = \(CanonicalTOML.quoted(text))\n\(ConfigPath.quotedIfNeeded(text)) = 1\n"
    let node = try #require(ConfigParser.parse(Array(toml.utf8), file: "a.toml", log: log), "\(log.all)")
    #expect(node.entries?["a"]?.text == text)
    #expect(node.entries?[text]?.number == 1)
  }
}
