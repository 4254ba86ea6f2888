// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Sources on a web server")
struct HTTPTests {
  /// A folder of files behind a server on the loopback interface.
  private final class Shelf {
    let folder: TemporaryFolder
    let server: Companion

    init() throws {
      folder = try TemporaryFolder()
      server = try Companion(script: "serve", arguments: [folder.path])
    }

    deinit {
      server.stop()
      folder.remove()
    }

    func address(_ rest: String) -> String { "http://127.0.0.1:\(server.port)/\(rest)" }
  }

  @Test("Files are read over /vsicurl/, by ranges where the server gives them and whole where it does not")
  func curl() throws {
    let shelf = try Shelf()
    _ = try Posts.file("posts.gpkg", format: "GPKG", options: ["-t_srs", "EPSG:2154"], in: shelf.folder)
    _ = try Posts.file("posts.fgb", format: "FlatGeobuf", in: shelf.folder)
    for way in ["files", "whole"] {
      for name in ["posts.gpkg", "posts.fgb", "posts.geojson"] {
        let layer = Posts.layer("source = \"/vsicurl/\(shelf.address("\(way)/\(name)"))\"")
        try expectPosts(layer, in: shelf.folder, "\(way) \(name)")
      }
    }
  }

  @Test("A Shapefile in an archive on the server is read without unpacking it")
  func zippedOverHTTP() throws {
    let shelf = try Shelf()
    _ = try Posts.file("posts.shp", format: "ESRI Shapefile", in: shelf.folder)
    try Tool.run(
      ["python3", "-m", "zipfile", "-c", "posts.zip", "posts.shp", "posts.shx", "posts.dbf", "posts.prj"],
      in: shelf.folder.path)
    let layer = Posts.layer("source = \"/vsizip//vsicurl/\(shelf.address("files/posts.zip"))\"")
    try expectPosts(layer, in: shelf.folder, "zip over HTTP")
  }

  @Test("A cloud-optimised raster is read by ranges")
  func cloudRaster() throws {
    let shelf = try Shelf()
    try Grid.file("grid.tif", format: "COG", in: shelf.folder)
    try Grid.expect(
      Grid.layer("source = \"/vsicurl/\(shelf.address("files/grid.tif"))\""), in: shelf.folder, "COG")
  }

  @Test(
    "What a server hands out is read as strictly as a file", arguments: ["", "/vsicurl/"])
  func strict(prefix: String) throws {
    let shelf = try Shelf()
    _ = try shelf.folder.write("cut.csv", "n,lon,lat\na,2.35,48.85\nb,2.36\n")
    _ = try shelf.folder.write(
      "twice.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"a","n":"b"},"#
        + #""geometry":{"type":"Point","coordinates":[2.35,48.85]}}]}"#)
    for (name, words) in [("cut.csv", "line 3: 2 fields where the header has 3"), ("twice.geojson", "'n'")] {
      let source = prefix + shelf.address("whole/\(name)")
      try expectRefusal(
        Posts.layer("source = \"\(source)\"\ncrs = \"EPSG:4326\""), in: shelf.folder, code: 65,
        words: ["'posts'", words])
    }
  }

  @Test("What the server does not have cannot be opened, and the answer of the server is reported")
  func notFound() throws {
    let shelf = try Shelf()
    let source = "/vsicurl/\(shelf.address("files/nothing.gpkg"))"
    try expectRefusal(
      Posts.layer("source = \"\(source)\""), in: shelf.folder, code: 66, words: ["'posts'", source, "404"])
  }

  @Test("A server that nobody runs cannot be opened")
  func nobody() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Port 9 (discard) is closed on any machine that runs tests.
    try expectRefusal(
      Posts.layer("source = \"/vsicurl/http://127.0.0.1:9/posts.gpkg\""), in: folder, code: 66,
      words: ["'posts'", "127.0.0.1:9"])
  }
}
