// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Quantities
import Sites
import Testing

@Suite("Indicators")
struct IndicatorTests {
  private func table(
    sites: [(id: String, x: Double, y: Double)], layer name: String, _ text: String,
    _ derivation: LayerDerivation, jobs: Int = 1
  ) throws -> SiteTable {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let source = try folder.layer("sites.geojson", GeoJSON.points(sites.map { ($0.id, $0.x, $0.y, "") }))
    let layer = try folder.layer(name, text, derivations: [derivation])
    return try SiteTableReader(sites: SiteReader(declared: source), layers: [layer], jobs: jobs).read().table
  }

  private let nearest = LayerDerivation(
    .nearest(
      NearestIndicator(distanceAttribute: "km", fields: [FieldMapping(field: "name", attribute: "who")])))

  @Test("Distance is in km on the ground, not in degrees, and the neighbour's fields come along")
  func distance() throws {
    // One degree of latitude near 46.5 N is 111.15 km on the GRS 80 ellipsoid; Lambert-93 is true to a part
    // in a thousand.
    let found = try table(
      sites: [("a", 3, 46)], layer: "posts.geojson",
      GeoJSON.points([("north", 3, 47, ""), ("east", 4.9, 46, "")]), nearest)
    let kilometres = try #require(found.number("km", row: 0))
    #expect((kilometres - 111.15).magnitude < 0.15)
    #expect(found.text("who", row: 0) == "Site north")
    #expect(found.value("km", row: 0).basis == .derived)
  }

  @Test("The nearest by brute force over random points is the nearest", arguments: 1...5)
  func randomPoints(seed: Int) throws {
    var state = UInt64(seed)
    func random(_ range: ClosedRange<Double>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Double(state >> 33) / Double(1 << 31) * (range.upperBound - range.lowerBound)
    }
    let sites = (0..<10).map { ("s\($0)", random(0...6), random(44...49)) }
    let posts = (0..<40).map { ("p\($0)", random(0...6), random(44...49), "") }
    let found = try table(sites: sites, layer: "posts.geojson", GeoJSON.points(posts), nearest)
    for row in 0..<found.count {
      let here = found.positions[row]
      // Great-circle order equals projected order except for near ties, which the margin leaves out.
      func metres(_ x: Double, _ y: Double) -> Double {
        let radians = Double.pi / 180
        let dy = (y - here.latitude) * 111_150
        let dx = (x - here.longitude) * 111_320 * cosine(radians * (y + here.latitude) / 2)
        return (dx * dx + dy * dy).squareRoot()
      }
      let sorted = posts.map { (name: "Site \($0.0)", metres: metres($0.1, $0.2)) }.sorted {
        $0.metres < $1.metres
      }
      guard sorted[1].metres > sorted[0].metres * 1.01 else { continue }
      #expect(found.text("who", row: row) == sorted[0].name)
    }
  }

  @Test(
    "A site takes the fields of its polygon; outside all of them it takes none, or the nearest within the tolerance"
  )
  func within() throws {
    let squares = GeoJSON.collection([
      GeoJSON.square("west", west: 1, south: 46, size: 1),
      GeoJSON.square("east", west: 2, south: 46, size: 1),
    ])
    func derivation(toleranceKm: Double) -> LayerDerivation {
      LayerDerivation(
        .within(
          WithinIndicator(
            fields: [FieldMapping(field: "code", attribute: "code")], toleranceKm: toleranceKm)))
    }
    let sites = [("in-east", 2.5, 46.5), ("in-west", 1.5, 46.5), ("out", 3.05, 46.5)]
    let strict = try table(sites: sites, layer: "squares.geojson", squares, derivation(toleranceKm: 0))
    #expect(strict.text("code", row: 0) == "EAST")
    #expect(strict.text("code", row: 1) == "WEST")
    #expect(strict.value("code", row: 2).isMissing)
    let lenient = try table(sites: sites, layer: "squares.geojson", squares, derivation(toleranceKm: 10))
    #expect(lenient.text("code", row: 2) == "EAST")
    #expect(lenient.value("code", row: 2).source.contains("km away"))
  }

  @Test("A filter narrows the features; one that lets nothing through is an error, as is a missing field")
  func filters() throws {
    let posts = GeoJSON.points([("near", 3, 46.1, #","kv":225"#), ("far", 3, 47, #","kv":400"#)])
    var derivation = nearest
    derivation.filter = "kv = 400"
    let found = try table(sites: [("a", 3, 46)], layer: "posts.geojson", posts, derivation)
    #expect(found.text("who", row: 0) == "Site far")
    derivation.filter = "kv = 90"
    #expect(throws: InputFailure.self) {
      try table(sites: [("a", 3, 46)], layer: "posts.geojson", posts, derivation)
    }
    derivation.filter = "kvv = 400"
    #expect(throws: InputFailure.self) {
      try table(sites: [("a", 3, 46)], layer: "posts.geojson", posts, derivation)
    }
    derivation = LayerDerivation(
      .nearest(NearestIndicator(fields: [FieldMapping(field: "nmae", attribute: "who")])))
    let failure = #expect(throws: InputFailure.self) {
      try table(sites: [("a", 3, 46)], layer: "posts.geojson", posts, derivation)
    }
    #expect(failure?.description.contains("did you mean 'name'?") == true)
  }

  @Test("An invalid polygon is repaired and counted")
  func repair() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let bowTie = GeoJSON.collection([
      #"{"type":"Feature","properties":{"name":"tie"},"geometry":{"type":"Polygon","coordinates":[[[1,46],[2,47],[2,46],[1,47],[1,46]]]}}"#
    ])
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 1.9, 46.5, "")]))
    let layer = try folder.layer(
      "tie.geojson", bowTie,
      derivations: [
        LayerDerivation(.within(WithinIndicator(fields: [FieldMapping(field: "name", attribute: "tie")])))
      ])
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(reading.table.text("tie", row: 0) == "tie")
    #expect(reading.reports.last?.repairedGeometries == 1)
  }

  @Test("One thread or four, the table is the same")
  func threads() throws {
    let posts = GeoJSON.points((0..<50).map { ("p\($0)", 1 + Double($0) / 10, 46, "") })
    let sites = (0..<20).map { ("s\($0)", 1 + Double($0) / 5, 46.3) }
    let one = try table(sites: sites, layer: "posts.geojson", posts, nearest, jobs: 1)
    let four = try table(sites: sites, layer: "posts.geojson", posts, nearest, jobs: 4)
    #expect(one == four)
  }

  /// Cosine by its series, enough digits for a latitude; keeps the test free of a C import.
  private func cosine(_ x: Double) -> Double {
    let square = x * x
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }
}
