// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@Suite("Compressed and packed sources")
struct ArchiveTests {
  @Test("A zipped Shapefile is read where it lies, whole or by the name of its member")
  func zippedShapefile() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file("posts.shp", format: "ESRI Shapefile", options: ["-t_srs", "EPSG:2154"], in: folder)
    try Tool.run(
      ["python3", "-m", "zipfile", "-c", "posts.zip", "posts.shp", "posts.shx", "posts.dbf", "posts.prj"],
      in: folder.path)
    for source in ["posts.zip", "posts.zip/posts.shp"] {
      try expectPosts(Posts.layer("source = \"/vsizip/\(folder.path)/\(source)\""), in: folder, "\(source)")
    }
  }

  @Test("A gzipped GeoJSON file is read where it lies")
  func gzipped() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.geojson(in: folder)
    try Tool.run(["gzip", "-k", "posts.geojson"], in: folder.path)
    let layer = Posts.layer("source = \"/vsigzip/\(folder.path)/posts.geojson.gz\"")
    try expectPosts(layer, in: folder, "gz")
  }

  @Test("A file inside an archive is found beside the file that names it, whatever the working directory")
  func relativeInsideArchive() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.geojson(in: folder)
    try Tool.run(["gzip", "-k", "posts.geojson"], in: folder.path)
    try folder.write("sites.csv", Posts.sites)
    try folder.write("no-layers.toml", "schema = 1\n[layers]\n")
    let file = try folder.write(
      "scenario.toml",
      """
      schema = 1
      name = "Elsewhere"
      extends = "\(ArpentBinary.root)/models/scenarios/france-65.toml"
      [sites]
      source = "sites.csv"
      crs = "EPSG:2154"
      [layers]
      pack = "no-layers.toml"
      \(Posts.layer("source = \"/vsigzip/posts.geojson.gz\""))
      """)
    let run = try ArpentBinary.run("sites", file, "--format", "json", directory: "/")
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Écluse"))
  }

  @Test("An archive or a member that is not there cannot be opened, and the source is named")
  func missing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file("posts.shp", format: "ESRI Shapefile", in: folder)
    try Tool.run(["python3", "-m", "zipfile", "-c", "posts.zip", "posts.shp", "posts.dbf"], in: folder.path)
    for source in ["/vsizip/\(folder.path)/nothing.zip", "/vsizip/\(folder.path)/posts.zip/other.shp"] {
      try expectRefusal(
        Posts.layer("source = \"\(source)\""), in: folder, code: 66, words: ["'posts'", source])
    }
  }
}
