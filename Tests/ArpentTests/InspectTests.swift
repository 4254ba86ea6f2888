// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent inspect, and what can be done with its answer", .serialized)
struct InspectTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private let square =
    #"{"type":"Polygon","coordinates":[[[-5,42],[9,42],[9,51],[-5,51],[-5,42]]]}"#

  private func collection(_ geometry: String, _ properties: String) -> String {
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}]}"#
  }

  @Test("The lines it ends with can be pasted into a scenario as they are")
  func paste() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let layers = [
      try folder.write("Zones d'activité.geojson", collection(square, #"{"id":"z1","nom":"Nord \"1\""}"#)),
      try folder.write(
        "posts.geojson", collection(#"{"type":"Point","coordinates":[2,48]}"#, #"{"kv":225,"name":"A"}"#)),
      try folder.write(
        "rivers.geojson", collection(#"{"type":"LineString","coordinates":[[2,48],[3,49]]}"#, "{}")),
      ArpentBinary.root + "/geodata/layers/elevation.tif",
    ]
    var scenario = """
      schema = 1
      name = "Pasted"
      extends = "\(ArpentBinary.root)/models/scenarios/france-65.toml"

      """
    var attributes: [String] = []
    for path in layers {
      let run = try ArpentBinary.run("inspect", path)
      #expect(run.code == 0, "\(run.diagnostics)")
      let parts = run.output.components(separatedBy: "# To paste into a scenario or a layer pack:\n")
      let snippet = try #require(parts.count == 2 ? parts[1] : nil, "\(run.output)")
      let isRaster = path.hasSuffix(".tif")
      // The pack has the name already.
      scenario +=
        isRaster ? snippet.replacingOccurrences(of: "layers.elevation", with: "layers.height") : snippet
      let json = try object(try ArpentBinary.run("inspect", path, "--format", "json").output)
      let part = isRaster ? json["raster"] : (json["layers"] as? [Any])?.first
      #expect((part as? [String: Any])?["toml"] as? String == snippet)
    }
    attributes = [
      "in_zones_d_activit", "zones_d_activit_nom", "posts_km", "posts_name", "rivers_km", "elevation_value",
    ]
    let file = try folder.write("scenario.toml", scenario)
    let run = try ArpentBinary.run(
      "sites", file, "--quiet", "--format", "csv", "--attributes", attributes.joined(separator: ","))
    #expect(run.code == 0, "\(run.diagnostics)\n\(scenario)")
    let row = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("fouju-campus-ia,") })
    #expect(row.contains(",yes,") && row.contains(#""Nord ""1"""#), "\(row)")
  }

  @Test("Options of the driver are handed on, and a wrong one is wrong use")
  func options() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.csv", "lieu;x93;y93\nA;652000;6862000\n")
    let run = try ArpentBinary.run(
      "inspect", path, "--open-option", "SEPARATOR=SEMICOLON", "--open-option", "X_POSSIBLE_NAMES=x93",
      "--open-option", "Y_POSSIBLE_NAMES=y93")
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(run.output.contains("look like Lambert-93 (crs = \"EPSG:2154\")"), "\(run.output)")
    #expect(run.output.contains("# crs = "))
    #expect(
      run.output.contains(
        #"open_options = { "SEPARATOR" = "SEMICOLON", "X_POSSIBLE_NAMES" = "x93", "Y_POSSIBLE_NAMES" = "y93" }"#
      ))
    for wrong in [["SEPARATOR"], ["=x"], ["A=1", "A=2"]] {
      let arguments = wrong.flatMap { ["--open-option", $0] }
      #expect(try ArpentBinary.run(["inspect", path] + arguments).code == 64)
    }
  }

  @Test("What cannot be inspected has its code, its cause and the nearest name")
  func bad() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(try ArpentBinary.run("inspect", folder.path + "/no.gpkg").code == 66)
    let note = try folder.write("note.txt", "dear diary")
    #expect(try ArpentBinary.run("inspect", note).code == 66)
    let whole = collection(square, #"{"id":"z1"}"#)
    let cut = try folder.write("cut.geojson", String(whole.prefix(whole.count / 2)))
    let damaged = try ArpentBinary.run("inspect", cut)
    #expect([65, 66].contains(damaged.code) && damaged.diagnostics.contains("cut.geojson"))
    let layer = try ArpentBinary.run(
      "inspect", ArpentBinary.root + "/geodata/layers/rivers.geojson", "--layer", "river")
    #expect(layer.code == 65)
    #expect(layer.diagnostics.contains("rivers"), "\(layer.diagnostics)")
  }

  @Test("A password is never repeated")
  func credentials() throws {
    for source in [
      "PG:host=127.0.0.1 port=1 user=me password=geheim dbname=x", "postgresql://me:geheim@127.0.0.1:1/x",
      "/vsicurl/http://me:geheim@127.0.0.1:1/a.gpkg",
    ] {
      let run = try ArpentBinary.run("inspect", source)
      #expect(run.code == 66)
      #expect(!(run.output + run.diagnostics).contains("geheim"), "\(run.diagnostics)")
      let sites = try ArpentBinary.run(
        "sites", "--set", "layers.db.source='\(source)'", "--set",
        "layers.db.derive=[{ indicator = \"nearest\", distance_km = \"db_km\" }]")
      #expect(sites.code == 66, "\(sites.diagnostics)")
      #expect(!(sites.output + sites.diagnostics).contains("geheim"), "\(sites.diagnostics)")
    }
  }
}
