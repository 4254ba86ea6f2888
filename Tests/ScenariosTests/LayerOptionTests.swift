// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Scenarios

/// What a layer says of its source beside the derivations: open options, vintage, paths, credentials.
@Suite struct LayerOptionTests {
  private let pack = "work/data/layers.toml"

  private func layer(_ toml: String) throws -> LayerSource {
    let reading = ScenarioFixture.read([pack: ScenarioFixture.layers + "[layers.x]\n" + toml + "\n"])
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    return try #require(scenario.layers.first { $0.name == "x" })
  }

  @Test func `open options are texts, and numbers and truth values may do without quotes`() throws {
    let found = try layer(
      "source = 'x.csv'\nopen_options = { SEPARATOR = 'SEMICOLON', SKIP = 3, RATIO = 0.5, HEADERS = true, OTHER = false }"
    )
    #expect(
      found.openOptions == [
        "SEPARATOR": "SEMICOLON", "SKIP": "3", "RATIO": "0.5", "HEADERS": "YES", "OTHER": "NO",
      ])
  }

  @Test func `a layer may say where it is complete`() throws {
    let found = try layer("source = 'x.csv'\ncovered_by = ['area.gpkg', '/abs/b.shp']\ncovered_km = 5")
    #expect(found.coverage == LayerCoverage(sources: ["work/data/area.gpkg", "/abs/b.shp"], km: 5))
    #expect(try layer("source = 'x.csv'\ncovered_by = ['area.gpkg']").coverage?.km == 0)
    #expect(found.coverage?.holdsNearest == false)
    let extract = try layer("source = 'x.csv'\ncovered_by = ['area.gpkg']\ncovered_nearest = true")
    #expect(extract.coverage?.holdsNearest == true)
    #expect(try layer("source = 'x.csv'").coverage == nil)
  }

  @Test func `a file named in an open option is one of the folder that declares it`() throws {
    let found = try layer(
      "source = 'x.osm.pbf'\nopen_options = { CONFIG_FILE = '../models/power.ini', EDIGEO_FILE = '/abs/a', NOTE = 'a/b' }"
    )
    #expect(
      found.openOptions == ["CONFIG_FILE": "work/models/power.ini", "EDIGEO_FILE": "/abs/a", "NOTE": "a/b"])
    let overlaid = ScenarioFixture.read(overlays: [
      "layers.x.source=a.pbf", "layers.x.open_options.CONFIG_FILE=mine.ini", "layers.x.open_options.SKIP=3",
    ])
    #expect(
      overlaid.scenario?.layers.first { $0.name == "x" }?.openOptions
        == ["CONFIG_FILE": "mine.ini", "SKIP": "3"])
  }

  @Test(
    "points at a fault of the open options",
    arguments: [
      ("open_options = { <!>A = [1] }", "must be a text, a number or true or false, found a list"),
      ("open_options = { <!>A = 2026-01-01 }", "found a date"),
      ("open_options = { <!>\"A=B\" = 'c' }", "is no name of an open option"),
      ("<!>open_options = ['A=B']", "must be a block or table"),
      ("<!>open_option = { A = 'b' }", "unknown key"),
      ("<!>source_url = 3", "must be a text in quotes"),
      ("<!>covered_km = 5", "but not around what"),
      ("<!>covered_nearest = true", "but not which ground"),
      ("covered_by = ['a']\n<!>covered_nearest = 'yes'", "must be true or false"),
      ("<!>covered_by = 'a.gpkg'", "must be a list of texts"),
      ("covered_by = ['a']\n<!>covered_km = -1", "-1"),
      ("<!>crs = 'EPSG:lambert'", "is 'EPSG:lambert'"),
      ("<!>crs = '2154'", "is '2154'"),
      ("<!>vintage = 2026-07-14", "must be a text, found a date"),
    ])
  func fault(_ line: String, _ says: String) throws {
    let marked = MarkedText("\(ScenarioFixture.layers)[layers.x]\nsource = 'a'\n\(line)\n")
    let reading = ScenarioFixture.read([pack: marked.text])
    #expect(reading.findings.count == 1, "\(reading.findings)")
    let finding = try #require(reading.findings.first)
    #expect(finding.message.contains(says), "\(finding)")
    #expect("\(finding.line ?? 0):\(finding.column ?? 0)" == marked.places.first)
  }

  @Test(
    "takes a reference system of any authority",
    arguments: ["EPSG:2154", "IGNF:LAMB93", "OGC:CRS84", "EPSG:2154+5720"])
  func references(_ code: String) throws {
    #expect(try layer("source = 'a'\ncrs = '\(code)'").crsOverride == code)
  }

  @Test func `a vintage is a year, a month or a day, with or without quotes for a year`() throws {
    for (written, wanted) in [("2026", "2026"), ("'2026-07'", "2026-07"), ("'2026-07-14'", "2026-07-14")] {
      let found = try layer("source = 'a'\nvintage = \(written)\nrefresh_months = 6")
      #expect(found.vintage == wanted && found.refreshMonths == 6)
    }
    #expect(try layer("source = 'a'\nvintage = 'long ago'").vintage == "long ago")
  }

  @Test(
    "warns where a layer that ages has a vintage that cannot be counted from",
    arguments: [
      "<!>vintage = 'long ago'\nrefresh_months = 6", "<!>vintage = '2016-2017'\nrefresh_months = 6",
      "<!>vintage = 26\nrefresh_months = 6", "<!>vintage = '2026-02-30'\nrefresh_months = 6",
      "<!>refresh_months = 6", "<!>vintage = ''\nrefresh_months = 6",
    ])
  func unreadableVintage(_ lines: String) throws {
    let marked = MarkedText("\(ScenarioFixture.layers)[layers.x]\nsource = 'a'\n\(lines)\n")
    let reading = ScenarioFixture.read([pack: marked.text])
    #expect(reading.scenario != nil)
    #expect(reading.findings.map(\.severity) == [.warning])
    #expect(reading.findings.map { "\($0.line ?? 0):\($0.column ?? 0)" } == marked.places)
  }

  @Test func `the sites may name the system in which distances are measured`() throws {
    let log = FindingLog()
    func block(_ toml: String) throws -> SitesBlock {
      let node = try #require(ConfigParser.parse(Array(toml.utf8), file: "a.toml", log: log))
      let origin = ConfigOrigin(file: "a.toml", position: nil)
      return SitesBlock(ConfigTable(node, in: origin, log: log, reportsMissing: true))
    }
    #expect(try block("source = 'a'\nmeasure_crs = 'EPSG:3035'").measureCRS == "EPSG:3035")
    #expect(try block("source = 'a'").measureCRS == nil)
    #expect(log.all == [])
    #expect(try block("source = 'a'\nmeasure_crs = 'metres'").measureCRS == nil)
    #expect(log.all.map(\.message) == ["is 'metres'"])
  }

  @Test func `the effective text keeps sources and options, relative to the scenario, but no password`()
    throws
  {
    let reading = ScenarioFixture.read(overlays: [
      "layers.a.source=/vsizip/work/data/a.zip/a.shp",
      "layers.a.open_options.CONFIG_FILE=work/models/power.ini",
      "layers.b.source='PG:host=db user=me password=geheim dbname=grid'",
      "layers.c.source='/vsicurl/https://me:geheim@example.org/c.gpkg'",
      "layers.c.source_url='https://me:geheim@example.org/c'",
      "layers.d.source='WFS:https://example.org/wfs?token=geheim&version=2.0.0'",
      "layers.d.open_options.PASSWORD=geheim", "layers.d.open_options.TRUST_CAPABILITIES_BOUNDS=YES",
    ])
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    #expect(scenario.layers.first { $0.name == "b" }?.source.contains("password=geheim") == true)
    #expect(scenario.layers.first { $0.name == "d" }?.openOptions["PASSWORD"] == "geheim")
    let text = scenario.effectiveText
    #expect(!text.contains("geheim"))
    for line in [
      "source = \"/vsizip/../data/a.zip/a.shp\"", "CONFIG_FILE = \"../models/power.ini\"",
      "source = \"PG:host=db user=me password=*** dbname=grid\"",
      "source = \"/vsicurl/https://***@example.org/c.gpkg\"", "source_url = \"https://***@example.org/c\"",
      "source = \"WFS:https://example.org/wfs?token=***&version=2.0.0\"", "PASSWORD = \"***\"",
      "TRUST_CAPABILITIES_BOUNDS = \"YES\"",
    ] { #expect(text.contains(line + "\n"), "\(line)\n\(text)") }
    var files = ScenarioFixture.files
    files["work/scenarios/effective.toml"] = text
    let again = ScenarioReader(files: .memory(files)).read("work/scenarios/effective.toml")
    #expect(again.scenario?.layers.first { $0.name == "a" } == scenario.layers.first { $0.name == "a" })
    #expect(again.findings == [])
  }
}
