// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Scenarios

@Suite struct LayerPackTests {
  private let pack = "work/data/layers.toml"

  @Test func `a pack reads as declared`() throws {
    let layers = try #require(ScenarioFixture.read().scenario).layers
    #expect(
      layers == [
        LayerSource(
          name: "elevation", source: "/vsizip/work/data/elevation.zip/elevation.tif",
          crsOverride: "EPSG:2154",
          derivations: [
            LayerDerivation(
              .rasterValue(RasterValueIndicator(valueAttribute: "elevation_m", unit: "m", method: .nearest)))
          ]),
        LayerSource(
          name: "substations", source: "work/data/layers/substations.geojson", title: "Substations",
          vintage: "2017", refreshMonths: 12,
          derivations: [
            LayerDerivation(
              .nearest(
                NearestIndicator(
                  distanceAttribute: "substation_225_km",
                  fields: [
                    .init(field: "name", attribute: "substation_225_name"),
                    .init(field: "power", attribute: "substation_mw", unit: "MW"),
                  ])), filter: "voltage_kv = 225")
          ]),
      ])
  }

  @Test func `a layer that takes the place of one of the pack and derives nothing is refused`() throws {
    let plan = ScenarioFixture.plan + "\n[layers.substations]\nsource = \"mine.gpkg\"\n"
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: plan])
    let said = reading.findings.map(\.description).joined(separator: "\n")
    #expect(reading.scenario == nil)
    #expect(said.contains("layers.substations") && said.contains("substation_225_km"), "\(said)")
    // By --set just the same.
    let other = ScenarioFixture.read(overlays: ["layers.substations.source=mine.gpkg"])
    #expect(other.scenario == nil)
  }

  @Test func `a scenario adds layers and replaces those of the pack`() throws {
    let plan =
      ScenarioFixture.plan + """
        [layers.elevation]
        source = "fine.tif"
        [[layers.elevation.derive]]
        indicator = "raster_value"
        value = "elevation_m"
        [layers.basins]
        source = "PG:dbname=water"
        layer = "basins"
        vintage = 2024
        [[layers.basins.derive]]
        indicator = "within"
        fields = { level = "water_stress" }
        tolerance_km = 2.5
        """
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: plan])
    let layers = try #require(reading.scenario, "\(reading.findings)").layers
    #expect(layers.map(\.name) == ["basins", "elevation", "substations"])
    #expect(layers.map(\.source).prefix(2) == ["PG:dbname=water", "work/scenarios/fine.tif"])
    #expect(layers[0].vintage == "2024")
    #expect(
      layers[0].derivations == [
        LayerDerivation(
          .within(
            WithinIndicator(fields: [.init(field: "level", attribute: "water_stress")], toleranceKm: 2.5)))
      ])
    #expect(layers[1].crsOverride == nil)
  }

  @Test func `the sites take the notices of the layer that declares them`() throws {
    let sites = """
      [layers.places]
      source = "sites.geojson"
      title = "65 sites"
      licence = "public"
      source_url = "https://example.org/places"
      role = "sites"
      """
    let scenario = try #require(
      ScenarioFixture.read([pack: ScenarioFixture.layers + sites]).scenario)
    #expect(
      scenario.sites
        == LayerSource(
          name: "places", source: "work/data/sites.geojson", title: "65 sites",
          sourceURL: "https://example.org/places", licence: "public"))
    #expect(scenario.layers.map(\.name) == ["elevation", "substations"])
  }

  @Test(
    "points at a fault of the pack",
    arguments: [
      ("[layers.x]\nsource = \"a\"\n<!>licens = \"b\"", "unknown key", "did you mean 'licence'?"),
      ("[layers.x]\nsource = \"a\"\n<!>crs = \"lambert\"", "is 'lambert'", "EPSG:2154"),
      ("[layers.x]\nsource = \"a\"\n<!>refresh_months = 0", "must be above 0", ""),
      ("[layers.x]\nsource = \"a\"\n<!>refresh_years = 1", "wrong unit", "refresh_months = 12"),
      ("[layers.x]\nsource = \"a\"\n<!>role = \"site\"", "is 'site'", "did you mean 'sites'?"),
      ("<!>[layers.x]\ntitle = \"a\"", "is missing", "source ="),
      (
        "[layers.x]\nsource = \"a\"\n<!>[layers.x.derive]\nindicator = \"nearest\"",
        "must be a list of tables", "[[layers.x.derive]]"
      ),
      (
        "[layers.x]\nsource = \"a\"\n[[layers.x.derive]]\n<!>indicator = \"nearst\"\ndistance_km = \"d_km\"",
        "is 'nearst'", "did you mean 'nearest'?"
      ),
      ("[layers.x]\nsource = \"a\"\n<!>[[layers.x.derive]]\nwhere = \"a = 1\"", "is missing", "indicator ="),
      (
        "[layers.x]\nsource = \"a\"\n<!>[[layers.x.derive]]\nindicator = \"raster_value\"\nvalue = \"elevation_m\"",
        "which layer 'elevation' gives already", "another name"
      ),
      ("[<!>layer.x]\nsource = \"a\"", "unknown key", "did you mean 'layers'?"),
      ("[layers]\n<!>x = 3", "unknown key", ""),
    ])
  func fault(_ added: String, _ says: String, _ hint: String) throws {
    let isRoot = added.hasPrefix("[layers]\n")
    let marked = MarkedText(isRoot ? "schema = 1\n\(added)\n" : "\(ScenarioFixture.layers)\(added)\n")
    let reading = ScenarioFixture.read([pack: marked.text])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1, "\(reading.findings)")
    #expect(reading.scenario == nil)
    #expect(finding.file == pack)
    #expect(finding.message.contains(says))
    #expect(finding.hint.contains(hint))
    #expect("\(finding.line ?? 0):\(finding.column ?? 0)" == marked.places.first)
  }
}
