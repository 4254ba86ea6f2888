// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Feature services (OGC API)")
struct ItemsServiceTests {
  /// Number of points that came, or what was refused, from a service that has this many and hands out ten at
  /// a time.
  private func read(_ count: Int, _ manners: String) throws -> (count: Double?, run: ArpentBinary.Run) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let features = (0..<count).map {
      "{\"type\":\"Feature\",\"id\":\($0),\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.3,48.\(80 + $0)]}}"
    }
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    try FileManager.default.createDirectory(atPath: folder.path + "/s", withIntermediateDirectories: false)
    try text.write(toFile: folder.path + "/s/posts.geojson", atomically: true, encoding: .utf8)
    let server = try Companion(script: "serve", arguments: [folder.path])
    defer { server.stop() }
    let scenario = SourceScenario(
      folder: folder,
      layers: """
        [layers.posts]
        source = "OAPIF:http://127.0.0.1:\(server.port)/oapif/s/\(manners)"
        crs = "EPSG:4326"
        [[layers.posts.derive]]
        indicator = "count_within"
        radius_km = 500
        count = "posts"
        """)
    let run = try scenario.run()
    return (run.code == 0 ? try scenario.table().number("alpha", "posts") : nil, run)
  }

  @Test(
    "All that a service has is read, whether it counts, says where the next page is, or both",
    arguments: [
      (7, "-"), (7, "count"), (10, "count"), (17, "next"), (20, "next"), (20, "count+next"), (7, "next"),
    ])
  func whole(count: Int, manners: String) throws {
    let found = try read(count, manners)
    #expect(found.count == Double(count), "\(found.run.diagnostics)")
    #expect(!found.run.diagnostics.contains("layer 'posts'"), "\(found.run.diagnostics)")
  }

  @Test(
    "What may be a page of several is refused, never taken for the whole",
    arguments: [(10, "-", "a whole page of 10"), (20, "-", "a whole page of 10"), (20, "count", "20")])
  func part(count: Int, manners: String, words: String) throws {
    let found = try read(count, manners)
    #expect(found.run.code == 65 && found.run.diagnostics.contains(words), "\(found.run.diagnostics)")
  }
}
