// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A database server of the tests' own, started once and ended with the test runner.
enum Database {
  /// The server, or why there is none.
  static let server = Result { try Companion(script: "postgres", arguments: []) }

  /// Whether the programs are installed; says why not.
  static let isInstalled: Bool = {
    switch server {
    case .success: return true
    case .failure(let error):
      guard "\(error)".contains("exit 69") else { return true }
      let line = "SourceTests: the PostGIS tests are skipped: \(error)\n"
      FileHandle.standardError.write(Data(line.utf8))
      return false
    }
  }()

  /// Connection string without GDAL's prefix.
  static func connection() throws -> String {
    "host=127.0.0.1 port=\(try server.get().port) user=postgres dbname=arpent"
  }
}

@Suite(
  "PostGIS",
  .enabled(if: Database.isInstalled, "needs postgresql-15-postgis-3; scripts/setup test installs it"),
  .serialized)
struct PostGISTests {
  private func load(_ table: String, _ options: [String], in folder: TemporaryFolder) throws {
    let source = try Posts.geojson(in: folder)
    try Tool.run(
      [
        "ogr2ogr", "-f", "PostgreSQL", "PG:" + Database.connection(), source, "-nln", table, "-overwrite",
        "-lco", "GEOMETRY_NAME=geom",
      ] + options, in: folder.path)
  }

  @Test("A table is read by name, in the coordinate system of its column")
  func table() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try load("posts_lambert", ["-t_srs", "EPSG:2154"], in: folder)
    try load("posts_degrees", [], in: folder)
    let source = try Database.connection()
    for name in ["posts_lambert", "posts_degrees"] {
      try expectPosts(Posts.layer("source = \"PG:\(source)\"\nlayer = \"\(name)\""), in: folder, "\(name)")
    }
  }

  @Test("A view with a query of the planner's own is a layer too")
  func view() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try load("posts_all", ["-t_srs", "EPSG:2154"], in: folder)
    let connection = try Database.connection()
    try Tool.run(
      [
        "psql", "-q", "-v", "ON_ERROR_STOP=1", connection, "-c",
        "create or replace view large_posts as select * from posts_all where voltage_kv >= 225",
      ], in: folder.path)
    let table = try SourceScenario(
      folder: folder,
      layers: """
        [layers.posts]
        source = "PG:\(connection) tables=public.large_posts(geom)"
        [[layers.posts.derive]]
        indicator = "nearest"
        distance_km = "large_post_km"
        """
    ).table()
    for (site, wanted) in Posts.nearestLarge {
      #expect(abs((table.number(site, "large_post_km") ?? -1) - wanted) <= 0.001)
    }
  }

  @Test("A database, table or server that is not there is said plainly, without the password")
  func notThere() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try load("posts_named", [], in: folder)
    let connection = try Database.connection() + " password=very-secret"
    let wrong = connection.replacing("dbname=arpent", with: "dbname=arpenteur")
    try expectRefusal(
      Posts.layer("source = \"PG:\(wrong)\""), in: folder, code: 66, words: ["'posts'", "arpenteur"])
    try expectRefusal(
      Posts.layer("source = \"PG:\(connection)\"\nlayer = \"posts_nmaed\""), in: folder, code: 65,
      words: ["'posts'", "posts_nmaed", "posts_named"])
    for layer in ["source = \"PG:\(wrong)\"", "source = \"PG:\(connection)\"\nlayer = \"posts_nmaed\""] {
      let run = try SourceScenario(folder: folder, layers: Posts.layer(layer)).run()
      #expect(!run.diagnostics.contains("very-secret"), "\(run.diagnostics)")
    }
  }
}
