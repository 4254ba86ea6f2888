// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Sources whose driver does not know beforehand how many features there are")
struct StatedCountTests {
  @Test(
    "Vector tiles and GML are read whole, without a warning, whatever the driver states",
    arguments: ["tiles", "tiles.mbtiles", "posts.gml"])
  func unknown(name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let isTiles = name.hasPrefix("tiles")
    let format = isTiles ? (name == "tiles" ? "MVT" : "MBTILES") : "GML"
    _ = try Posts.file(
      name, format: format, options: isTiles ? ["-dsco", "MINZOOM=0", "-dsco", "MAXZOOM=14"] : [], in: folder)
    let layer = Posts.layer("source = \"\(name == "tiles" ? "tiles/14" : name)\"")
    // A tile of that zoom has a grid of half a metre.
    try expectPosts(layer, in: folder, tolerance: isTiles ? 0.002 : 0.001, "\(name)")
    let diagnostics = try SourceScenario(folder: folder, layers: layer).run().diagnostics
    #expect(!diagnostics.contains("layer 'posts'"), "\(diagnostics)")
  }

  @Test("A description of a GML that states another count refuses nothing, and is reported")
  func wrongDescription() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file("posts.gml", format: "GML", in: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/posts.xsd")
    try Tool.run(["ogrinfo", "-q", "posts.gml"], in: folder.path)
    let template = folder.path + "/posts.gfs"
    let text = try String(contentsOfFile: template, encoding: .utf8)
    #expect(text.contains("<FeatureCount>3<"))
    try text.replacing("<FeatureCount>3<", with: "<FeatureCount>99<").write(
      toFile: template, atomically: true, encoding: .utf8)
    let layer = Posts.layer("source = \"posts.gml\"")
    let run = try SourceScenario(folder: folder, layers: layer).run()
    #expect(
      run.code == 0 && run.diagnostics.contains("3 features came and its description states 99"),
      "\(run.diagnostics)")
    try expectPosts(layer, in: folder, "wrong description")
  }
}
