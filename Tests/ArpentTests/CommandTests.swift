// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The other commands")
struct CommandTests {
  private let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("sites shows 65 rows, marks estimates and says whose list it is not")
  func sites() throws {
    let table = try ArpentBinary.run("sites")
    #expect(table.code == 0, "\(table.diagnostics)")
    #expect(table.output.contains("not the State's own list"))
    let csv = try ArpentBinary.run("sites", scenario, "--format", "csv")
    #expect(csv.output.split(separator: "\n").count == 66)
    let json = try ArpentBinary.run("sites", scenario, "--format", "json")
    let rows = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 65)
    let one = try ArpentBinary.run("sites", scenario, "--site", "fouju-campus-ia")
    #expect(one.output.contains("1400"))
    #expect(one.output.contains("published"))
    let unknown = try ArpentBinary.run("sites", scenario, "--site", "fouju-campus")
    #expect(unknown.code == 65)
    #expect(unknown.diagnostics.contains("fouju-campus-ia"))
  }

  @Test("size works both ways, lists the catalogue, and refuses what makes no sense")
  func size() throws {
    let page = try ArpentBinary.run("size", "--gpus", "18000", "--sku", "gb300-nvl72")
    #expect(page.code == 0, "\(page.diagnostics)")
    #expect(page.output.contains("250"))
    let json = try object(try ArpentBinary.run("size", "--mw", "44", "--format", "json").output)
    let design = try #require(json["design"] as? [String: Any])
    let gpus = try #require(design["gpus"] as? Int)
    let gridMW = try #require(design["grid_mw"] as? Double)
    #expect(gridMW <= 44)
    // Announced GB200 and GB300 sites need 1.9 to 2.6 kW a GPU.
    #expect((1.9...2.6).contains(gridMW * 1_000 / Double(gpus)))
    #expect(try ArpentBinary.run("size", "--list").output.contains("https://"))
    #expect(try ArpentBinary.run("size").code == 64)
    #expect(try ArpentBinary.run("size", "--gpus=0").code == 65)
    #expect(try ArpentBinary.run("size", "--gpus=-5").code == 65)
    #expect(try ArpentBinary.run("size", "--mw=nan").code == 65)
    let unknown = try ArpentBinary.run("size", "--gpus", "8", "--sku", "gb300-nvl27")
    #expect(unknown.code == 65)
    #expect(unknown.diagnostics.contains("gb300-nvl72"))
  }

  @Test("inspect says driver, system, counts and fields")
  func inspect() throws {
    let run = try ArpentBinary.run("inspect", "geodata/layers/substations.geojson")
    #expect(run.code == 0)
    #expect(run.output.contains("GeoJSON"))
    #expect(run.output.contains("voltage_kv"))
    let json = try object(
      try ArpentBinary.run("inspect", "geodata/layers/elevation.tif", "--format", "json").output)
    #expect((json["bands"] as? [Any])?.count == 1)
    #expect(try ArpentBinary.run("inspect", "no/such/file").code == 66)
  }

  @Test(
    "validate passes the shipped scenarios",
    arguments: ["mistral-compute", "campus-france", "sovereign-compute"])
  func validate(name: String) throws {
    let run = try ArpentBinary.run("validate", "models/scenarios/\(name).toml")
    #expect(run.code == 0, "\(run.output)")
    #expect(run.output.contains("valid"))
  }

  @Test("doctor finds what it needs and says the versions")
  func doctor() throws {
    let run = try ArpentBinary.run("doctor")
    #expect(run.code == 0, "\(run.output)")
    #expect(run.output.contains("GLPK"))
    #expect(run.output.contains("GDAL"))
    #expect(run.output.contains("librsvg") && run.output.contains("Leaflet"))
    #expect(try object(try ArpentBinary.run("doctor", "--format", "json").output)["healthy"] as? Bool == true)
  }

  @Test(
    "schema prints the shipped schema of every kind that it lists, and names the nearest of an unknown one")
  func schema() throws {
    let list = try ArpentBinary.run("schema", "--list")
    let kinds = list.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(list.code == 0 && kinds.count == 7, "\(list.output)")
    for kind in kinds {
      let shipped = FileManager.default.contents(
        atPath: "\(ArpentBinary.root)/docs/schemas/\(kind).schema.json")
      #expect(
        try ArpentBinary.run("schema", kind).output == shipped.map { String(decoding: $0, as: UTF8.self) })
    }
    let unknown = try ArpentBinary.run("schema", "scenaro")
    #expect(
      unknown.code == 64 && unknown.diagnostics.contains("did you mean 'scenario'?"), "\(unknown.diagnostics)"
    )
    #expect(try ArpentBinary.run("schema").code == 64)
    #expect(try ArpentBinary.run("schema", "study", "--list").code == 64)
  }

  @Test("model refuses an unknown ending and an existing file")
  func model() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(try ArpentBinary.run("model", scenario, "-o", folder.path + "/m.xyz").code == 65)
    #expect(try ArpentBinary.run("model", scenario, "-o", folder.path + "/m.lp").code == 0)
    #expect(try ArpentBinary.run("model", scenario, "-o", folder.path + "/m.lp").code == 73)
    let again = try ArpentBinary.run(
      "model", scenario, "-o", folder.path + "/m.lp", "--force", "--format", "json")
    #expect(again.code == 0)
    let written = try object(again.output)
    #expect(try #require(written["rows"] as? Int) > 0)
    #expect(written["file"] as? String == folder.path + "/m.lp")
    #expect(folder.names == ["m.lp"])
  }
}
