// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The scripts that recipes use")
struct HelperScriptTests {
  private func script(_ name: String) -> String { ArpentBinary.root + "/scripts/sources/" + name }

  @Test("A copy of a feature service is whole or not there")
  func fetchFeatures() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = try Posts.geojson(in: folder)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/service", withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/service/grid__posts.geojson")
    let server = try Companion(script: "serve", arguments: [folder.path])
    defer { server.stop() }
    let service = "http://127.0.0.1:\(server.port)/wfs/service/cap=2/ows"
    let copy = folder.path + "/copy.gpkg"
    // ogr2ogr itself writes two of three posts and reports success.
    try Tool.run(["ogr2ogr", "-f", "GPKG", copy, "WFS:" + service, "grid:posts"], in: folder.path)
    #expect(throws: Tool.Failure.self) {
      try Tool.run([script("fetch_wfs"), service, "grid:posts", copy], in: folder.path)
    }
    #expect(!FileManager.default.fileExists(atPath: copy))
    try Tool.run(
      [script("fetch_wfs"), service, "grid:posts", copy], in: folder.path, environment: ["WFS_PAGE": "2"])
    try expectPosts(Posts.layer("source = \"copy.gpkg\""), in: folder, "copied page by page")
    // The box leaves out the post in the south.
    let said = try Tool.run(
      [script("fetch_wfs"), service, "grid:posts", copy, "2.3", "48.8", "2.5", "49.0"], in: folder.path)
    #expect(said.contains("2 features"))
  }

  @Test("A table from pages of JSON has every row, or is refused")
  func jsonPages() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "1.json", "{\"results\":3,\"data\":[{\"id\":\"01\",\"at\":{\"x\":2.5}},{\"id\":\"b,c\",\"at\":null}]}")
    try folder.write("2.json", "{\"results\":3,\"data\":[{\"id\":null,\"at\":{\"x\":3}}]}")
    let table = [script("json_to_csv"), "--list", "data", "--total", "results", "--columns", "id,at.x"]
    #expect(try Tool.run(table + ["1.json", "2.json"], in: folder.path) == "id,x\n01,2.5\n\"b,c\",\n,3\n")
    for (arguments, words) in [
      (table + ["1.json"], "2 rows came"), (table.dropLast() + ["id,colour", "1.json", "2.json"], "colour"),
      ([script("json_to_csv"), "--columns", "id", "1.json"], "no list"),
    ] {
      let failure = try #require(throws: Tool.Failure.self) {
        try Tool.run(Array(arguments), in: folder.path)
      }
      #expect(failure.description.contains(words), "\(failure)")
    }
  }

  @Test("In climate sheets a dot is zero, a dash is nothing, and west is negative")
  func climateSheets() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    func row(_ value: String) -> String {
      ";" + Array(repeating: value, count: 13).joined(separator: ";") + ";"
    }
    try folder.write(
      "29.data",
      """
      FICHE CLIMATOLOGIQUE;
      BREST (29)  Indicatif : 29075001, alt : 94m, lat : 48°26'39"N, lon : 4°24'43"W;
      Température moyenne (Moyenne en °C);
      \(row("11.4"))
      Température minimale (Moyenne en °C);
      \(row("-"))
      Précipitations : Hauteur moyenne mensuelle (mm);
      \(row("."))
      """)
    try folder.write("none.data", "FICHE CLIMATOLOGIQUE;\nDonnées non disponibles\n")
    let text = try Tool.run([script("ficheclim_to_csv"), "29.data", "none.data"], in: folder.path)
    // 48 + 26/60 + 39/3600 and 4 + 24/60 + 43/3600.
    #expect(text.contains("29075001,BREST,-4.411944,48.444167,94,11.4,,,0\n"))
    #expect(text.contains("none.data: no station with a position"))
  }
}
