// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Sources that cannot be used are refused with layer, cause and cure")
struct BadSourceTests {
  @Test(
    "A layer without coordinate system is refused with the key that states one",
    arguments: [("posts.csv", "CSV"), ("posts.shp", "ESRI Shapefile"), ("posts.gpkg", "GPKG")])
  func noReference(file: String, driver: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file(
      file, format: driver, options: driver == "CSV" ? ["-lco", "GEOMETRY=AS_XY"] : ["-a_srs", "None"],
      in: folder)
    if driver == "ESRI Shapefile" {
      try? FileManager.default.removeItem(atPath: folder.path + "/posts.prj")
    }
    try expectRefusal(
      Posts.layer("source = \"\(file)\""), in: folder, code: 65,
      words: ["'posts'", file, "no coordinate reference system", "crs = \"EPSG:"])
  }

  @Test("A coordinate system that cannot hold the coordinates or reach the sites is refused")
  func unreachable() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Lambert-93 metres declared as degrees.
    try Posts.mislabelled("posts.gpkg", as: "EPSG:4326", in: folder)
    try expectRefusal(
      Posts.layer("source = \"posts.gpkg\""), in: folder, code: 65, words: ["'posts'", "posts.gpkg"])
    // A system without a place on Earth.
    try Posts.mislabelled("local.gpkg", as: "LOCAL_CS[\"Site grid\",UNIT[\"metre\",1]]", in: folder)
    try expectRefusal(
      Posts.layer("source = \"local.gpkg\""), in: folder, code: 65, words: ["'posts'", "local.gpkg"])
  }

  @Test("A field that is not there is named with the nearest that is")
  func missingField() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.geojson(in: folder)
    try expectRefusal(
      Posts.layer("source = \"posts.geojson\"", nameField: "nmae"), in: folder, code: 65,
      words: ["'posts'", "'nmae'", "'name'"])
    try expectRefusal(
      Posts.layer("source = \"posts.geojson\"", large: "voltage_kw >= 225"), in: folder, code: 65,
      words: ["'posts'", "voltage_kw", "voltage_kv"])
  }

  @Test("A filter that compares a text with a number says so")
  func textFilter() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file("posts.csv", format: "CSV", options: ["-lco", "GEOMETRY=AS_XY"], in: folder)
    try expectRefusal(
      Posts.layer("source = \"posts.csv\"\ncrs = \"EPSG:4326\""), in: folder, code: 65,
      words: ["'posts'", "voltage_kv >= 225"])
  }

  @Test(
    "A file cut short or overwritten is never read in part",
    arguments: ["gpkg", "shp", "fgb", "gml", "geojson"])
  func damaged(ending: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Enough features for the damage to fall among them.
    let features = (0..<400).map { index in
      """
      {"type":"Feature","properties":{"name":"p\(index)","code":"\(index)","voltage_kv":225,"height_m":1.5},
      "geometry":{"type":"Point","coordinates":[\(2.0 + Double(index) / 1_000),48.8]}}
      """
    }
    try folder.write(
      "whole.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}")
    let drivers = ["gpkg": "GPKG", "shp": "ESRI Shapefile", "fgb": "FlatGeobuf", "gml": "GML"]
    let file = folder.path + "/posts.\(ending)"
    if let driver = drivers[ending] {
      try Tool.run(["ogr2ogr", "-f", driver, file, "whole.geojson", "-nln", "posts"], in: folder.path)
    } else {
      try FileManager.default.copyItem(atPath: folder.path + "/whole.geojson", toPath: file)
    }
    var bytes = try #require(FileManager.default.contents(atPath: file))
    if ending == "gpkg" {
      // The page with the features of the middle.
      for offset in stride(from: 4_096 * 10, to: bytes.count - 4_096, by: 4_096) {
        bytes.replaceSubrange(offset..<offset + 3_000, with: Data(repeating: 0xAB, count: 3_000))
      }
    } else {
      bytes = bytes.prefix(bytes.count * 6 / 10)
    }
    try bytes.write(to: URL(fileURLWithPath: file))
    let run = try SourceScenario(folder: folder, layers: Posts.layer("source = \"posts.\(ending)\"")).run()
    #expect(run.code == 65 || run.code == 66, "\(run.code) \(run.diagnostics)")
    #expect(run.diagnostics.contains("'posts'"), "\(run.diagnostics)")
    #expect(run.output.isEmpty)
  }

  @Test("A source that is not there, or is no data at all, cannot be opened")
  func notThere() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("letter.txt", "Dear planner, the data are in the mail.")
    for source in ["nothing.gpkg", "letter.txt"] {
      try expectRefusal(
        Posts.layer("source = \"\(source)\""), in: folder, code: 66, words: ["'posts'", source])
    }
  }

  @Test("An empty layer is refused rather than answered")
  func empty() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file("posts.gpkg", format: "GPKG", options: ["-where", "voltage_kv > 1000"], in: folder)
    let run = try SourceScenario(folder: folder, layers: Posts.layer("source = \"posts.gpkg\"")).run()
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("'posts'"))
  }
}
