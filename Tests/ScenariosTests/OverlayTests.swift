// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Sites
import Testing

@testable import Scenarios

@Suite struct OverlayTests {
  private func scenario(_ overlays: String...) throws -> Scenario {
    let reading = ScenarioFixture.read(overlays: overlays)
    return try #require(reading.scenario, "\(reading.findings)")
  }

  @Test func `no overlay changes nothing`() throws {
    let reader = ScenarioReader(files: .memory(ScenarioFixture.files))
    let plain = reader.read(ScenarioFixture.planPath)
    #expect(reader.read(ScenarioFixture.planPath, overlays: []) == plain)
    #expect(plain.scenario != nil)
  }

  @Test func `an overlay that says what is there changes nothing but its origin`() throws {
    var same = try scenario("grid.route_factor=1.2", "limits={}")
    let plain = try scenario()
    same.effectiveText = plain.effectiveText
    #expect(same == plain)
  }

  @Test func `numbers, texts, lists and tables`() throws {
    #expect(try scenario("grid.route_factor=1.3").parameters.grid.routeFactor.value == 1.3)
    #expect(try scenario("hardware.price_level=low").priceLevel == .low)
    #expect(try scenario("name=What if? # 2").name == "What if? # 2")
    #expect(try scenario("name=2027").name == "2027")
    #expect(try scenario("name='a = b'").name == "a = b")
    #expect(try scenario("hardware.use=[\"node-8\"]").skus == ["node-8"])
    #expect(try scenario("demand.gpus.2027=20_000").parameters.demandGPUs == [2026: 4_000, 2027: 20_000])
    #expect(try scenario("demand.gpus={ 2028 = 7 }").parameters.demandGPUs == [2028: 7])
    #expect(try scenario(" limits.sites_max = 3 ").parameters.limits.sitesMax == 3)
    #expect(try scenario("limits.sites_max=3", "limits.sites_max=2").parameters.limits.sitesMax == 2)
  }

  @Test func `a block that no file has can be set`() throws {
    let scenario = try scenario(
      "grid.zone_headroom_mw.\"Le Havre Port-Jérôme\".2027=340", "hardware.supply_gpus.rack-72.2026=576")
    #expect(scenario.parameters.grid.zoneHeadroomMW == ["Le Havre Port-Jérôme": [2027: 340]])
    #expect(scenario.parameters.supplyGPUs == ["rack-72": [2026: 576]])
  }

  @Test func `a new value leaves the old source behind`() throws {
    for argument in ["horizon.discount_rate=0.05", "horizon.discount_rate.value=0.05"] {
      let rate = try scenario(argument).parameters.horizon.discountRate
      #expect(rate == Quantity(0.05, unit: "", basis: .estimated, source: "set in the scenario"))
    }
    let band = try scenario("horizon.discount_rate.high=0.12").parameters.horizon.discountRate
    #expect(band.value == 0.07 && band.high == 0.12 && band.source == "https://example.org/rate")
    let plain = try scenario("grid.route_factor.high=1.4").parameters.grid.routeFactor
    #expect(plain.value == 1.2 && plain.high == 1.4)
  }

  @Test func `site attributes`() throws {
    let scenario = try scenario(
      "sites.cambrai-e-valley.power_mw_max=1200", "sites.cambrai-e-valley.departement_code=59",
      "sites.\"fouju\".status=fast-track", "sites.fouju.power_steps=2027:240;2029:700")
    #expect(
      scenario.siteOverrides == [
        SiteOverride(siteID: "cambrai-e-valley", attribute: .departementCode, content: .text("59")),
        SiteOverride(siteID: "cambrai-e-valley", attribute: .powerMaxMW, content: .number(1200)),
        SiteOverride(siteID: "fouju", attribute: .powerSteps, content: .text("2027:240;2029:700")),
        SiteOverride(siteID: "fouju", attribute: .status, content: .text("fast-track")),
      ])
    #expect(scenario.effectiveText.contains("departement_code = \"59\""))
  }

  @Test func `paths are those of the working directory`() throws {
    let scenario = try scenario("sites.source=mine.geojson")
    #expect(scenario.sites.source == "mine.geojson")
    #expect(scenario.effectiveText.contains("source = \"../../mine.geojson\""))
  }

  @Test(arguments: [
    ("grid.route_facter=1.3", "grid.route_facter", "unknown key", "did you mean 'route_factor'?"),
    ("gird.route_factor=1.3", "gird", "unknown key", "did you mean 'grid'?"),
    ("solver.time_limit_ms=60000", "solver.time_limit_ms", "has the wrong unit", "time_limit_s = 60"),
    ("sites.fouju.power_max=3", "sites.fouju.power_max", "has the wrong unit", "power_mw_max"),
    ("sites.fouju=3", "sites.fouju", "unknown key", "valid here"),
    ("limits.sites_max=0", "limits.sites_max", "must be from 1 to 100000, found 0", ""),
    ("limits.sites_max=two", "limits.sites_max", "must be a number, found the text \"two\"", ""),
    (
      "demand.gpus.2031=50000", "demand.gpus.2031", "2031 lies outside the horizon, 2026 to 2028",
      "horizon.years"
    ),
    ("hardware.use=[\"rack-7\"]", "hardware.use", "the catalogue holds no product 'rack-7'", "'rack-72'"),
    (
      "hardware.use=[rack-72]", "hardware.use", "the value is not TOML: 'rack-72' is no value",
      "a text stands in quotes: \"rack-72\""
    ),
    (
      "hardware.use=[\"rack-72\"", "hardware.use",
      "the value is not TOML: the list that begins here has no closing ']'", "lists and tables"
    ),
    ("name.first=x", "name.first", "cannot be set: 'name' is the text \"Plan\"", "set 'name' itself"),
    ("extends=other.toml", "extends", "cannot be replaced", "scenario file"),
    ("schema=2", "schema", "cannot be replaced", ""),
    ("name=", "name", "has no value after '='", "'\"\"'"),
    ("cost.energy_eur_per_mwh=nan", "cost.energy_eur_per_mwh", "must be a finite number, found nan", ""),
    (
      "hardware.catalogue=[\"x.toml\"]", "hardware.catalogue", "cannot open 'x.toml': there is no such file",
      "working directory"
    ),
  ])
  func `a fault is reported under the overlay`(
    _ argument: String, _ keyPath: String, _ message: String, _ hint: String
  ) throws {
    let reading = ScenarioFixture.read(overlays: [argument])
    #expect(reading.scenario == nil)
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1, "\(reading.findings)")
    #expect(finding.file == "--set \(argument.prefix { $0 != "=" })")
    #expect(finding.line == nil)
    #expect(finding.keyPath == keyPath)
    #expect(finding.message == message)
    #expect(finding.hint.contains(hint))
  }

  @Test(arguments: ["grid.route_factor", "=3", "a..b=3", ".a=3", "a.=3", "a.\"b=3", ""])
  func `what is no path=value is refused`(_ argument: String) {
    let reading = ScenarioFixture.read(overlays: [argument])
    #expect(reading.findings.map(\.message) == ["is not of the form path=value"])
    #expect(reading.findings.map(\.file) == ["--set \(argument)"])
    #expect(reading.scenario == nil)
  }

  @Test func `a value cannot smuggle in other keys`() throws {
    let reading = ScenarioFixture.read(overlays: ["limits.sites_max=3\nname = \"x\""])
    #expect(reading.findings.map(\.keyPath) == ["limits.sites_max"])
  }

  @Test func `several faults are reported together, after those of the files`() {
    let changed = ScenarioFixture.replacing("ramp_years = 3", with: "ramp_years = -3")
    let reading = ScenarioFixture.read(changed, overlays: ["solver.gap=7", "limits.x=1"])
    #expect(
      reading.findings.map(\.file) == [
        "work/scenarios/base.toml", "--set solver.gap", "--set limits.x",
      ])
  }
}
