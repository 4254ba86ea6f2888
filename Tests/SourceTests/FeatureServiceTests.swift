// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Feature services (WFS)")
struct FeatureServiceTests {
  /// A service over the posts, with manners as `scripts/sources/wfs_service.py` names them.
  private func withService(_ body: (TemporaryFolder, (String) -> String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = try Posts.geojson(in: folder)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/service", withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/service/grid__posts.geojson")
    let server = try Companion(script: "serve", arguments: [folder.path])
    defer { server.stop() }
    try body(folder) { manners in "WFS:http://127.0.0.1:\(server.port)/wfs/service/\(manners)/ows" }
  }

  @Test("All pages of a service are read, latitude first as EPSG:4326 has it")
  func paged() throws {
    try withService { folder, service in
      for manners in ["-", "default=2,cap=2", "default=1,cap=1", "default=2,cap=5", "paging=no"] {
        let layer = Posts.layer("source = \"\(service(manners))\"\nlayer = \"grid:posts\"")
        try expectPosts(layer, in: folder, "\(manners)")
      }
    }
  }

  @Test(
    "A service that gives fewer features than match is refused, never taken for whole",
    arguments: [
      // It gives two features an answer and does not say so: GDAL takes the short page for the last.
      "cap=2",
      // It announces larger pages than it gives.
      "cap=2,default=3",
      // It gives no pages at all and stops after two features.
      "cap=2,paging=no",
      // It does not say in its description that it can count.
      "cap=2,hits=no", "cap=2,paging=no,hits=no",
      // It loses a feature on the way.
      "drop=1",
    ])
  func truncated(manners: String) throws {
    try withService { folder, service in
      let layer = Posts.layer("source = \"\(service(manners))\"\nlayer = \"grid:posts\"")
      try expectRefusal(layer, in: folder, code: 65, words: ["'posts'", "2", "3"])
    }
  }

  /// A derivation that looks no farther than 30 km, at posts of any voltage.
  private func bounded(_ source: String) -> String {
    """
    [layers.posts]
    source = "\(source)"
    layer = "grid:posts"
    [[layers.posts.derive]]
    indicator = "nearest"
    where = "voltage_kv > 10"
    max_km = 30
    distance_km = "post_km"
    """
  }

  @Test("A bounded question asks the service for the surroundings of the sites and for nothing else")
  func surroundings() throws {
    try withService { folder, service in
      let table = try SourceScenario(folder: folder, layers: bounded(service("-"))).table()
      for (site, wanted) in Posts.nearest {
        #expect(abs((table.number(site, "post_km") ?? -1) - wanted.km) <= 0.001)
      }
      let root = service("-").dropFirst(4).prefix { $0 != "w" }
      let asked = try Tool.run(["curl", "-sSf", root + "log"], in: folder.path).split(separator: "\n")
      let features = asked.filter { $0.contains("GetFeature") && !$0.contains("RESULTTYPE=hits") }
      #expect(!features.isEmpty)
      for request in features {
        #expect(request.contains("BBOX"), "\(request)")
      }
      #expect(features.contains { $0.contains("<BBOX>") && $0.contains("PropertyIsGreaterThan") })
    }
  }

  @Test(
    "A bounded question is refused as well when the service gives part of the answer",
    arguments: ["cap=2", "cap=2,hits=no", "filters=no,cap=2", "filters=no,cap=2,paging=no", "drop=1"])
  func boundedTruncation(manners: String) throws {
    try withService { folder, service in
      try expectRefusal(bounded(service(manners)), in: folder, code: 65, words: ["'posts'", "2", "3"])
    }
  }

  @Test("A limit in the address would take a part for the whole, so it is refused")
  func limitInAddress() throws {
    try withService { folder, service in
      for limit in ["COUNT=2", "count=2", "MAXFEATURES=2"] {
        let layer = Posts.layer("source = \"\(service("cap=2"))?\(limit)\"\nlayer = \"grid:posts\"")
        try expectRefusal(layer, in: folder, code: 65, words: ["'posts'"])
      }
    }
  }

  @Test("A service that fails in the middle is refused with its own words")
  func fails() throws {
    try withService { folder, service in
      for manners in ["fail=2,default=2", "fail=1"] {
        let layer = Posts.layer("source = \"\(service(manners))\"\nlayer = \"grid:posts\"")
        try expectRefusal(layer, in: folder, code: 65, words: ["'posts'", "the service is overloaded"])
      }
    }
  }

  @Test("A service with longitude first under the name of EPSG:4326 is noticed, and can be put right")
  func longitudeFirst() throws {
    try withService { folder, service in
      let layer = Posts.layer("source = \"\(service("latitude=no"))\"\nlayer = \"grid:posts\"")
      try expectRefusal(layer, in: folder, code: 65, words: ["'posts'", "1,000 km", "order"])
      // The cure that docs/data.md gives.
      try Tool.run(
        ["ogr2ogr", "-f", "GPKG", "turned.gpkg", service("latitude=no"), "grid:posts", "-nln", "turned"],
        in: folder.path)
      try Tool.run(
        [
          "ogr2ogr", "-f", "GPKG", "posts.gpkg", "turned.gpkg", "-dialect", "SQLite", "-sql",
          "select SwapCoords(geom), * from turned", "-nln", "posts", "-a_srs", "EPSG:4326",
        ], in: folder.path)
      try expectPosts(Posts.layer("source = \"posts.gpkg\""), in: folder, "turned")
    }
  }

  @Test("A type that the service does not have is named with the nearest that it has")
  func unknownType() throws {
    try withService { folder, service in
      let layer = Posts.layer("source = \"\(service("-"))\"\nlayer = \"grid:post\"")
      try expectRefusal(layer, in: folder, code: 65, words: ["'posts'", "grid:post", "grid:posts"])
    }
  }
}
