// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("OpenStreetMap with the power configuration")
struct OpenStreetMapTests {
  private static let fixture = ArpentBinary.root + "/Tests/SourceTests/Fixtures/osm-substations/power.osm"
  private static let configuration = ArpentBinary.root + "/models/layers/osm-power.ini"

  private func layers(_ source: String) -> String {
    let head = "source = \"\(source)\"\nopen_options = { CONFIG_FILE = \"\(Self.configuration)\" }"
    return """
      [layers.areas]
      \(head)
      layer = "multipolygons"
      [[layers.areas.derive]]
      indicator = "nearest"
      where = "power = 'substation' AND voltage_kv = 400"
      distance_km = "substation_400_km"
      [[layers.areas.derive]]
      indicator = "nearest"
      where = "power = 'substation' AND voltage LIKE '%225000%'"
      distance_km = "substation_225_km"
      fields = { name = "substation_225_name", ref_FR_RTE = "substation_225_code" }
      [layers.lines]
      \(head)
      layer = "lines"
      [[layers.lines.derive]]
      indicator = "nearest"
      where = "power = 'line' AND voltage_kv = 400"
      distance_km = "line_400_km"
      fields = { circuits = "line_400_circuits" }
      units = { line_400_circuits = "circuits" }
      [layers.places]
      \(head)
      layer = "points"
      [[layers.places.derive]]
      indicator = "nearest"
      where = "power = 'substation' AND voltage_kv = 63"
      distance_km = "small_substation_km"
      """
  }

  /// Substations drawn as a fence or a relation, a line with two circuits, a substation drawn as a point, and
  /// things that are none of these: worked out by hand from the Lambert-93 positions that the fixture was
  /// drawn at.
  private func check(_ table: SiteValues, _ comment: Comment) {
    let near = { (site: String, name: String, wanted: Double) in
      #expect(abs((table.number(site, name) ?? -1) - wanted) <= 0.001, comment)
    }
    near("alpha", "substation_400_km", 3)
    near("beta", "substation_400_km", 6.6)
    near("alpha", "substation_225_km", 3)
    near("beta", "substation_225_km", 4)
    #expect(table.text("alpha", "substation_225_name") == "Poste Sud", comment)
    #expect(table.text("beta", "substation_225_name") == "Poste de l’Est", comment)
    #expect(table.text("beta", "substation_225_code") == "ESTPO", comment)
    near("alpha", "line_400_km", 4)
    near("beta", "line_400_km", 4)
    near("gamma", "line_400_km", 6)
    #expect(table.number("alpha", "line_400_circuits") == 2, comment)
    near("alpha", "small_substation_km", 1)
    near("gamma", "small_substation_km", 9)
  }

  @Test("XML as Overpass gives it")
  func xml() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    check(try SourceScenario(folder: folder, layers: layers(Self.fixture)).table(), "XML")
  }

  @Test("PBF as Geofabrik gives it")
  func pbf() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Tool.run(["osmium", "cat", Self.fixture, "-o", "power.osm.pbf"], in: folder.path)
    check(try SourceScenario(folder: folder, layers: layers("power.osm.pbf")).table(), "PBF")
  }

  @Test("An extract in which other layers hold many features is read all the same")
  func manyOthers() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // GDAL reads OpenStreetMap in one pass and gives up when 100,000 features of layers nobody asked for have
    // piled up.
    var lines = try String(contentsOfFile: Self.fixture, encoding: .utf8).split(separator: "\n")
    let firstWay = try #require(lines.firstIndex { $0.contains("<way") })
    let towers = (1_000..<121_000).map { id in
      Substring(
        "<node id=\"\(id)\" version=\"1\" lat=\"47.0\" lon=\"\(3 + Double(id) / 1e5)\"><tag k=\"power\" v=\"tower\"/></node>"
      )
    }
    lines.insert(contentsOf: towers, at: firstWay)
    try folder.write("large.osm", lines.joined(separator: "\n"))
    check(try SourceScenario(folder: folder, layers: layers("large.osm")).table(), "many towers")
  }

  @Test("Ways whose points come after them cannot be drawn, and that is no answer")
  func wrongOrder() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let lines = try String(contentsOfFile: Self.fixture, encoding: .utf8).split(separator: "\n")
    let nodes = lines.filter { $0.contains("<node") }
    let rest = lines.filter { !$0.contains("<node") && !$0.contains("</osm>") }
    try folder.write("ways-first.osm", (rest + nodes + ["</osm>"]).joined(separator: "\n"))
    let run = try SourceScenario(folder: folder, layers: layers("ways-first.osm")).run()
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("'areas'"), "\(run.diagnostics)")
  }

  @Test("Without the configuration the fields are not there, and the message names the source")
  func withoutConfiguration() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let bare = layers(Self.fixture).split(separator: "\n").filter { !$0.contains("CONFIG_FILE") }
    let run = try SourceScenario(folder: folder, layers: bare.joined(separator: "\n")).run()
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("ref_FR_RTE") || run.diagnostics.contains("power"), "\(run.diagnostics)")
  }

  @Test("A configuration that is not there is said, not passed over")
  func missingConfiguration() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = layers(Self.fixture).replacing(Self.configuration, with: folder.path + "/none.ini")
    let run = try SourceScenario(folder: folder, layers: text).run()
    #expect(run.code == 65 || run.code == 66, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("'areas'") && run.diagnostics.contains("none.ini"), "\(run.diagnostics)")
  }
}
