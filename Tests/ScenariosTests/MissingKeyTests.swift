// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Testing

@testable import Scenarios

@Suite struct MissingKeyTests {
  /// Lines of the base without which no scenario can be planned.
  static let needed = [
    "source = \"../data/sites.geojson\"": "sites.source",
    "catalogue = [\"../hardware/rack.toml\", \"../hardware/node.toml\"]": "hardware.catalogue",
    "use = [\"rack-72\"]": "hardware.use",
    "years = [2026, 2027, 2028]": "horizon.years",
    "operating_years_after = 5": "horizon.operating_years_after",
    "connection_utilisation_max = 0.9": "grid.connection_utilisation_max",
    "route_factor = 1.2": "grid.route_factor",
    "decision_date = 2026-01-01": "horizon.decision_date",
    "ramp_years = 3": "grid.ramp_years",
    "zone_radius_km = 25": "grid.zone_radius_km",
    "max_mw = 240": "grid.connection_225kv.max_mw",
    "max_km = 20": "grid.connection_225kv.max_km",
    "fixed_eur = 29_000_000": "grid.connection_225kv.fixed_eur",
    "eur_per_km = 3_200_000": "grid.connection_225kv.eur_per_km",
    "eur_per_mw = 77_000": "grid.connection_225kv.eur_per_mw",
    "lead_time_years = 4": "grid.connection_225kv.lead_time_years",
    "energy_eur_per_mwh = 70": "cost.energy_eur_per_mwh",
    "excise_eur_per_mwh = 12": "cost.excise_eur_per_mwh",
    "fixed_om_eur_per_it_mw_year = 270_000": "cost.fixed_om_eur_per_it_mw_year",
    "power_mw_per_ha = 5": "estimates.power_mw_per_ha",
    "power_225kv_mw = 100": "estimates.power_225kv_mw",
    "power_400kv_mw = 400": "estimates.power_400kv_mw",
    "power_distribution_mw = 22": "estimates.power_distribution_mw",
    "beside_km = 5": "estimates.beside_km",
    "fast_track_year = 2028": "estimates.fast_track_year",
    "pue_reference = 1.15": "estimates.pue_reference",
    "pue_reference_temperature_c = 12": "estimates.pue_reference_temperature_c",
    "pue_per_deg_c = 0.01": "estimates.pue_per_deg_c",
    "gpus = { 2026 = 4_000, 2027 = 18_000 }": "demand.gpus",
  ]

  @Test("names the key that is missing", arguments: needed.keys.sorted())
  func missing(_ line: String) throws {
    let changed = ScenarioFixture.replacing(line, with: "# gone")
    #expect(changed.count == 1)
    let reading = ScenarioFixture.read(changed)
    #expect(reading.scenario == nil)
    #expect(reading.findings.map(\.keyPath) == [Self.needed[line]])
    #expect(reading.findings.map(\.message) == ["is missing"])
    #expect(reading.findings.allSatisfy { $0.hint.hasPrefix("for example ") })
  }

  @Test func `a missing block is missing key by key`() {
    let text = "schema = 1\nname = \"Plan\"\n"
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text])
    let wanted = Set(Self.needed.values).filter { !$0.hasPrefix("grid.connection_225kv.") }
    #expect(Set(reading.findings.map(\.keyPath)).isSuperset(of: wanted))
    #expect(reading.findings.contains { $0.keyPath == "grid.connection_225kv" })
    #expect(reading.findings.allSatisfy { $0.file == ScenarioFixture.planPath })
  }

  @Test func `a mistyped key is not missing as well`() {
    let reading = ScenarioFixture.read(ScenarioFixture.replacing("ramp_years = 3", with: "ramp_month = 36"))
    #expect(reading.findings.map(\.keyPath) == ["grid.ramp_month"])
  }

  @Test(
    "A former name is refused with the new one, which is not missing as well",
    arguments: [
      ("connection_utilisation_max = 0.9", "site_power_factor = 0.9", "grid.site_power_factor"),
      (
        "fixed_om_eur_per_it_mw_year = 270_000", "fixed_opex_eur_per_it_mw_year = 270_000",
        "cost.fixed_opex_eur_per_it_mw_year"
      ),
    ])
  func formerNames(_ now: String, _ former: String, _ path: String) throws {
    let reading = ScenarioFixture.read(ScenarioFixture.replacing(now, with: former))
    #expect(reading.scenario == nil && reading.findings.map(\.keyPath) == [path])
    let name = now.prefix { $0 != " " }
    #expect(reading.findings.first?.message == "is called '\(name)' now")
    #expect(reading.findings.first?.hint == "write \(name) in its place")
  }

  @Test func `a scenario needs a name`() {
    let text = ScenarioFixture.base.replacingFirst("name = \"Base\"\n", with: "")
    let plan = ScenarioFixture.plan.replacingFirst("name = \"Plan\"\n", with: "")
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: plan, "work/scenarios/base.toml": text])
    #expect(reading.findings.map(\.keyPath) == ["name"])
  }

  @Test func `a base without demand will do for the sites`() throws {
    let files = FileReader.memory(ScenarioFixture.files)
    let reader = ScenarioReader(files: files)
    let scenario = try reader.scenario("work/scenarios/base.toml", purpose: .sites)
    #expect(scenario.parameters.demandGPUs.isEmpty)
    let failure = #expect(throws: InputFailure.self) { try reader.scenario("work/scenarios/base.toml") }
    #expect(failure?.findings.map(\.keyPath) == ["demand.gpus"])
    #expect(failure?.cannotOpen == false)
  }

  @Test func `a demand of no GPU at all is a fault`() {
    let changed = ScenarioFixture.replacing("2026 = 4_000, 2027 = 18_000", with: "2026 = 0")
    #expect(ScenarioFixture.read(changed).findings.map(\.message) == ["asks for no GPU at all"])
  }
}

extension String {
  /// The text with the first occurrence of another one replaced.
  func replacingFirst(_ old: String, with new: String) -> String {
    split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
  }
}
