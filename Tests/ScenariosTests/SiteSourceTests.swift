// SPDX-License-Identifier: GPL-3.0-or-later

import Siting
import Testing

@testable import Scenarios

/// What `[sites]` says of its tables.
@Suite struct SiteSourceTests {
  private static let overlays = [
    "sites.columns={ power_mw_max = \"puissance\", id = \"ref\", lon = \"est\", lat = \"nord\" }",
    "sites.open_options={ SEPARATOR = \"PIPE\", PASSWORD = \"geheim\" }",
    "sites.add=[{ source = \"more.csv\", crs = \"EPSG:2154\", id_field = \"code\", x = \"e\", y = \"n\", "
      + "columns = { owner_country = \"pays\" }, title = \"Mine\" }, { source = \"/data/third.gpkg\", layer = \"plots\" }]",
  ]

  @Test func `columns, coordinates, options and further tables are read`() throws {
    let scenario = try #require(ScenarioFixture.read(overlays: Self.overlays).scenario)
    #expect(scenario.siteColumns == ["power_mw_max": "puissance", "id": "ref"])
    #expect(scenario.sites.pointColumns == PointColumns(x: "est", y: "nord"))
    #expect(scenario.sites.openOptions == ["SEPARATOR": "PIPE", "PASSWORD": "geheim"])
    #expect(scenario.addedSites.map(\.declared.name) == ["sites.add.1", "sites.add.2"])
    let first = try #require(scenario.addedSites.first)
    #expect(first.declared.source == "more.csv" && first.declared.crsOverride == "EPSG:2154")
    #expect(first.declared.pointColumns == PointColumns(x: "e", y: "n") && first.declared.title == "Mine")
    #expect(first.idField == "code" && first.columns == ["owner_country": "pays"])
    #expect(scenario.addedSites.last?.declared.layer == "plots")
    #expect(scenario.siteSources.count == 3)
  }

  @Test func `the effective text says the same, with paths of its own folder and without passwords`() throws {
    let scenario = try #require(ScenarioFixture.read(overlays: Self.overlays).scenario)
    #expect(!scenario.effectiveText.contains("geheim"))
    var files = ScenarioFixture.files
    files["work/scenarios/effective.toml"] = scenario.effectiveText
    let again = try ScenarioReader(files: .memory(files)).scenario("work/scenarios/effective.toml")
    #expect(again.addedSites == scenario.addedSites)
    #expect(again.siteColumns == scenario.siteColumns)
    #expect(again.sites.pointColumns == scenario.sites.pointColumns)
  }

  @Test(arguments: [
    ("sites.x=\"lon\"", "sites.y is missing"), ("sites.columns=5", "must be a block or table"),
    ("sites.add=[5]", "must be a list of tables"),
    ("sites.add=[{ crs = \"EPSG:4326\" }]", "sites.add.1.source is missing"),
    ("sites.add=[{ source = \"a.csv\", colums = {} }]", "did you mean 'columns'?"),
    ("sites.columns={ power_max_mw = \"p\" }", "did you mean 'power_mw_max'?"),
  ])
  func `what is wrong is told`(_ overlay: String, _ said: String) {
    let findings = ScenarioFixture.read(overlays: [overlay]).findings.map(\.description)
    #expect(
      findings.contains { $0.replacing(":", with: "").contains(said.replacing(":", with: "")) }, "\(findings)"
    )
  }
}
