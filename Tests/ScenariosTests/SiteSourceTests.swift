// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
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
    ("sites.columns={ powr_mw_mx = \"p\" }", "did you mean 'power_mw_max'?"),
    (
      "sites.id_field=\"a\"|sites.columns={ id = \"b\" }",
      "sites.id_field is 'a', but columns says id = \"b\""
    ),
    (
      "sites.name_field=\"a\"|sites.columns={ name = \"b\" }",
      "sites.name_field is 'a', but columns says name = \"b\""
    ),
    (
      "sites.x=\"a\"|sites.y=\"b\"|sites.columns={ lon = \"c\" }",
      "'a' and 'c' are both stated for the longitude or easting"
    ),
    (
      "sites.columns={ lat = \"c\", latitude = \"d\", lon = \"e\" }",
      "'c' and 'd' are both stated for the latitude or northing"
    ),
  ])
  func `what is wrong is reported`(_ overlay: String, _ said: String) {
    let found = ScenarioFixture.read(overlays: overlay.split(separator: "|").map(String.init)).findings
    #expect(found.contains { $0.severity == .error }, "\(found)")
    let findings = found.map(\.description)
    #expect(
      findings.contains { $0.replacing(":", with: "").contains(said.replacing(":", with: "")) }, "\(findings)"
    )
  }

  @Test func `a table of sites takes what stands for no value, and how long its server may take`() throws {
    let scenario = try #require(
      ScenarioFixture.read(overlays: [
        "sites.nodata=-9999", "sites.timeout_s=120",
        "sites.add=[{ source = \"more.csv\", nodata = 0, timeout_s = 7, x = \"e\", y = \"n\" }]",
      ]).scenario)
    #expect(scenario.sites.noData == -9999 && scenario.sites.timeoutSeconds == 120)
    let added = try #require(scenario.addedSites.first).declared
    #expect(added.noData == 0 && added.timeoutSeconds == 7)
    #expect(added.pointColumns == PointColumns(x: "e", y: "n"))
  }

  @Test func `a name that is like one that planning reads is reported, an own name or a basis is not`() {
    func findings(_ columns: String) -> [String] {
      ScenarioFixture.read(overlays: ["sites.columns={ \(columns) }"]).findings.map(\.description)
    }
    #expect(findings("climate_tmin_c = \"t\"").contains { $0.contains("if 'climate_tmax_c' is meant") })
    for columns in ["price = \"p\"", "power_mw_max_basis = \"b\"", "source = \"s\"", "noise_db = \"n\""] {
      #expect(findings(columns).isEmpty, "\(columns)")
    }
  }
}
