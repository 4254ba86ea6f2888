// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Sites
import Testing

@testable import Scenarios

@Suite struct ExtendsTests {
  private func read(plan: String) -> ScenarioReader.Reading {
    ScenarioFixture.read([ScenarioFixture.planPath: plan])
  }

  @Test func `tables are joined, lists replaced`() throws {
    let plan =
      ScenarioFixture.plan + """
        [horizon]
        years = [2027, 2030]
        [grid.connection_225kv]
        max_km = 7
        """
    let changed = plan.replacingFirst("2026 = 4_000, 2027 = 18_000", with: "2027 = 18_000")
    let parameters = try #require(read(plan: changed).scenario).parameters
    #expect(parameters.horizon.years == [2027, 2030])
    #expect(parameters.horizon.operatingYearsAfter == 5)
    #expect(parameters.grid.connections.map(\.maxKm.value) == [7])
    #expect(parameters.grid.connections.map(\.maxMW.value) == [240])
    #expect(parameters.demandGPUs == [2027: 18_000])
  }

  @Test func `a number with its basis is replaced whole`() throws {
    let original = try #require(ScenarioFixture.read().scenario).parameters.horizon.discountRate
    #expect(
      original
        == Quantity(
          0.07, unit: "", basis: .published, source: "https://example.org/rate", low: 0.03, high: 0.10))
    for text in ["0.08", "{ value = 0.08 }"] {
      let plan = ScenarioFixture.plan + "[horizon]\ndiscount_rate = \(text)\n"
      let rate = try #require(read(plan: plan).scenario).parameters.horizon.discountRate
      #expect(rate == Quantity(0.08, unit: "", basis: .estimated, source: "set in the scenario"))
    }
  }

  @Test func `the chain may have several links, in several folders`() throws {
    let top = "schema = 1\nname = \"Top\"\nextends = \"../scenarios/plan.toml\"\n[limits]\nsites_max = 3\n"
    var files = ScenarioFixture.files
    files["work/mine/top.toml"] = top
    let scenario = try ScenarioReader(files: .memory(files)).scenario("work/mine/top.toml")
    #expect(scenario.name == "Top")
    #expect(scenario.parameters.limits.sitesMax == 3)
    #expect(scenario.parameters.demandGPUs == [2026: 4_000, 2027: 18_000])
    #expect(
      scenario.files == [
        "work/mine/top.toml", "work/scenarios/plan.toml", "work/scenarios/base.toml",
        "work/data/layers.toml", "work/hardware/rack.toml", "work/hardware/node.toml",
      ])
  }

  @Test func `paths are those of the file in which they stand`() throws {
    let scenario = try #require(ScenarioFixture.read().scenario)
    #expect(scenario.sites.source == "work/data/sites.geojson")
    #expect(
      scenario.layers.map(\.source) == [
        "/vsizip/work/data/elevation.zip/elevation.tif", "work/data/layers/substations.geojson",
      ])
  }

  @Test(arguments: [
    (["a": "b", "b": "c", "c": "b"], "c.toml", "b.toml -> c.toml -> b.toml"),
    (["a": "a"], "a.toml", "a.toml -> a.toml"),
    (["a": "./b", "b": "../x/a"], "b.toml", "x/a.toml -> x/b.toml -> x/a.toml"),
  ])
  func `a cycle is reported with its way`(_ links: [String: String], _ culprit: String, _ way: String) {
    let folder = way.hasPrefix("x/") ? "x/" : ""
    var files: [String: String] = [:]
    for (name, base) in links {
      files["\(folder)\(name).toml"] = "schema = 1\nname = \"n\"\nextends = \"\(base).toml\"\n"
    }
    let reading = ScenarioReader(files: .memory(files)).read("\(folder)a.toml")
    #expect(reading.findings.map(\.message) == ["goes in a cycle: \(way)"])
    #expect(reading.findings.map(\.file) == [folder + culprit])
    #expect(reading.findings.map(\.line) == [3])
  }

  @Test(arguments: [
    ("work/scenarios/plan.toml", "", nil as Int?, "work/scenarios/plan.toml"),
    ("work/scenarios/base.toml", "extends", 3, "work/scenarios/plan.toml"),
    ("work/data/layers.toml", "layers.pack", 8, "work/scenarios/base.toml"),
    ("work/hardware/node.toml", "hardware.catalogue", 11, "work/scenarios/base.toml"),
  ])
  func `a missing file is found where it is named`(
    _ missing: String, _ keyPath: String, _ line: Int?, _ file: String
  ) {
    var files = ScenarioFixture.files
    files[missing] = nil
    let reading = ScenarioReader(files: .memory(files)).read(ScenarioFixture.planPath)
    #expect(reading.scenario == nil)
    #expect(reading.findings.map(\.kind) == [.unreadableFile])
    #expect(reading.findings.map(\.message) == ["cannot open '\(missing)': there is no such file"])
    #expect(reading.findings.map(\.keyPath) == [keyPath])
    #expect(reading.findings.map(\.line) == [line])
    #expect(reading.findings.map(\.file) == [file])
    #expect(InputFailure(findings: reading.findings).cannotOpen)
  }

  @Test func `the plan is checked even where its base is missing`() {
    var files = ScenarioFixture.files
    files["work/scenarios/base.toml"] = nil
    files[ScenarioFixture.planPath] = ScenarioFixture.plan + "[grid]\nroute_facter = 1\n"
    let reading = ScenarioReader(files: .memory(files)).read(ScenarioFixture.planPath)
    #expect(reading.findings.map(\.keyPath) == ["extends", "grid.route_facter"])
  }

  @Test(arguments: [
    ("", "schema", "is missing", nil as Int?),
    ("schema = 2\n", "schema", "2 is newer than this Arpent, which reads schema 1", 1),
    ("schema = 0\n", "schema", "there is no schema 0", 1),
    ("schema = \"1\"\n", "schema", "must be 1, found the text \"1\"", 1),
  ])
  func `every file says its schema`(_ line: String, _ keyPath: String, _ message: String, _ at: Int?) {
    for (path, text) in ScenarioFixture.files {
      let changed = text.replacingFirst("schema = 1\n", with: line)
      let reading = ScenarioFixture.read([path: changed])
      let finding = reading.findings.first { $0.keyPath == keyPath }
      #expect(finding?.message == message)
      #expect(finding?.file == path)
      #expect(finding?.line == at)
    }
  }

  @Test func `nothing else of a newer file is reported`() {
    let text = "schema = 2\nnew_block = 5\n"
    #expect(ScenarioFixture.read([ScenarioFixture.planPath: text]).findings.count == 1)
  }
}
