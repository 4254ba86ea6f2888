// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Scenarios

/// Changes of site attributes, which are made when the sites are known.
@Suite struct SiteChangeTests {
  private func stated(_ overlays: String...) throws -> StatedSites {
    let reading = ScenarioFixture.read(overlays: overlays)
    return try #require(reading.scenario, "\(reading.findings)").stating(SiteChangeFixture.sites())
  }

  private func powers(_ stated: StatedSites) -> [Double?] {
    (0..<3).map { stated.table.number(.powerMaxMW, row: $0) }
  }

  @Test func `no change leaves the sites as they are`() throws {
    let plain = try stated()
    #expect(plain.table == (try SiteChangeFixture.sites()))
    #expect(plain.changes == [] && plain.findings == [])
  }

  @Test func `a published number is multiplied with its band and its steps, and becomes an estimate`() throws
  {
    let changed = try stated("sites.cambrai-*.power_mw_max*=2")
    #expect(powers(changed) == [1_400, 200, nil])
    let value = changed.table.value("power_mw_max", row: 0)
    #expect(value.basis == .estimated && value.source == "press x 2 in the scenario")
    #expect(value.low == 1_200 && value.high == 1_600)
    #expect(changed.table.text(.powerSteps, row: 0) == "2027:480;2029:1400")
    #expect(changed.findings == [])
    #expect(
      changed.changes.map(\.description) == [
        "--set sites.cambrai-*.power_mw_max*=2 changes 3 values: sites.cambrai-a.power_mw_max: 700 -> 1400; "
          + "sites.cambrai-a.power_steps: \"2027:240;2029:700\" -> \"2027:480;2029:1400\"; "
          + "sites.cambrai-b.power_mw_max: 100 -> 200"
      ])
  }

  @Test(arguments: [
    ["sites.*.power_mw_max*=2", "sites.*.power_mw_max*=0.5"],
    ["sites.*.power_mw_max+=64", "sites.*.power_mw_max-=64"],
  ])
  func `a change and its inverse give the base`(_ overlays: [String]) throws {
    let scenario = try #require(ScenarioFixture.read(overlays: overlays).scenario)
    let changed = try scenario.stating(SiteChangeFixture.sites())
    #expect(changed.findings == [])
    for column in try SiteChangeFixture.sites().columns {
      #expect(changed.table.column(column.name)?.values.map(\.content) == column.values.map(\.content))
      #expect(changed.table.column(column.name)?.values.map(\.low) == column.values.map(\.low))
    }
  }

  @Test func `the star before the sign may stand for the rest of the name`() throws {
    let short = try stated("sites.cambrai-*.power_mw*=2")
    let long = try stated("sites.cambrai-*.power_mw_**=2")
    #expect(short.table == long.table)
    #expect(powers(short) == [1_400, 200, nil])
  }

  @Test func `a factor of one is no change`() throws {
    #expect(
      try stated("sites.*.power_mw_max*=1", "sites.*.power_mw_max+=0").table
        == (try SiteChangeFixture.sites()))
  }

  @Test func `changes are made as written`() throws {
    #expect(
      powers(try stated("sites.cambrai-b.power_mw_max=50", "sites.*.power_mw_max*=2")) == [1_400, 100, nil])
    #expect(
      powers(try stated("sites.*.power_mw_max*=2", "sites.cambrai-b.power_mw_max=50")) == [1_400, 50, nil])
    #expect(powers(try stated("sites.*.power_mw_max=7")) == [7, 7, 7])
    let swapped = try stated("sites.cambrai-a.grid_kv=225", "sites.*.power_mw_max+=1")
    #expect(swapped.table == (try stated("sites.*.power_mw_max+=1", "sites.cambrai-a.grid_kv=225").table))
  }

  @Test func `a wildcard says the same as its sites one by one`() throws {
    let wild = try stated("sites.cambrai-?.power_mw_*+=10").table
    let single = try stated("sites.cambrai-b.power_mw_max+=10", "sites.cambrai-a.power_mw_max+=10").table
    #expect(wild == single)
    let set = try stated("sites.*.substation_*_km = 3").table
    let sets = ["cambrai-a", "cambrai-b", "fouju"].flatMap { id in
      [225, 400].map { "sites.\(id).substation_\($0)_km=3" }
    }
    let scenario = try #require(ScenarioFixture.read(overlays: sets).scenario)
    let listed = try scenario.stating(SiteChangeFixture.sites()).table
    #expect(listed == set)
    #expect(set.number(.substation400Km, row: 2) == 3)
  }

  @Test func `another power makes steps void unless new ones come with it`() throws {
    let void = try stated("sites.cambrai-?.power_mw_max = 500").table
    #expect(void.text(.powerSteps, row: 0) == nil)
    let own = try stated(
      "sites.cambrai-?.power_steps=2028:500", "sites.cambrai-?.power_mw_max*=2"
    ).table
    #expect(own.text(.powerSteps, row: 0) == "2028:500")
  }

  @Test func `what is deleted is missing, so that estimates fill it`() throws {
    let gone = try stated("sites.cambrai-a.power_* = null")
    #expect(gone.table.value("power_mw_max", row: 0).isMissing)
    #expect(gone.table.value("power_steps", row: 0).isMissing)
    #expect(gone.changes.first?.matches.map(\.new) == [nil, nil])
  }

  @Test func `numbers that no site can have are found by their range`() throws {
    let high = try stated("sites.cambrai-a.power_mw_max*=100").table
    let faults = high.valueFaults()
    #expect(faults.map(\.severity) == [.error, .error])
    #expect(faults.first?.description.contains("is 70000; wanted 0 to 20000 MW") == true)
  }

  @Test(arguments: [
    ["sites.*.power_mw_max*=2"], ["sites.\"a b\".power_mw_max+=2", "sites.fouju.area_ha=5"],
    ["sites.fouju.area_ha=5", "sites.*.substation_*_km = 3", "sites.fouju.departement_code=null"],
    ["sites.*.departement_code=59", "sites.*.pue-=0.01"],
  ])
  func `the effective text says the same of the sites`(_ overlays: [String]) throws {
    let scenario = try #require(ScenarioFixture.read(overlays: overlays).scenario)
    var files = ScenarioFixture.files
    files["work/scenarios/effective.toml"] = scenario.effectiveText
    let again = try ScenarioReader(files: .memory(files)).scenario("work/scenarios/effective.toml")
    #expect(again.siteChanges == scenario.siteChanges && !again.siteChanges.isEmpty)
    #expect(again.siteOverrides == scenario.siteOverrides)
    #expect(again.effectiveText == scenario.effectiveText)
  }

  @Test func `a base's change comes before the file's own sites`() throws {
    let base = ScenarioFixture.base + "\n[[changes]]\npath = \"sites.*.power_mw_max\"\nmultiply = 2\n"
    let plan = ScenarioFixture.plan + "\n[sites.cambrai-b]\npower_mw_max = 30\ngrid_kv = 400\n"
    let reading = ScenarioFixture.read(
      ["work/scenarios/base.toml": base, ScenarioFixture.planPath: plan],
      overlays: ["sites.*.power_mw_max+=1"])
    let changed = try #require(reading.scenario, "\(reading.findings)").stating(SiteChangeFixture.sites())
    #expect(powers(changed) == [1_401, 31, nil])
    #expect(changed.table.number(.gridKV, row: 1) == 400)
  }
}
