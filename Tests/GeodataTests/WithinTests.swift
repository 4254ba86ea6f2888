// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Within")
struct WithinTests {
  private func derivation(toleranceKm: Double = 0) -> LayerDerivation {
    LayerDerivation(
      .within(
        WithinIndicator(
          fields: [FieldMapping(field: "name", attribute: "in")], insideAttribute: "yes",
          toleranceKm: toleranceKm)))
  }

  @Test("A site takes the fields of its polygon; in a hole, or outside, it takes none and inside says no")
  func byHand() throws {
    let ring = "POLYGON (\(Plane.ring(-4_000, -4_000, 8_000)),\(Plane.ring(-1_000, -1_000, 2_000)))"
    let table = try Plane.table(
      sites: [Plane.point(0, 0), Plane.point(2_000, 0), Plane.point(9_000, 0), Plane.point(4_000, 0)],
      header: ["name"], [.init(ring, "ring")], derivation())
    #expect(table.value("in", row: 0) == .missing("in no polygon of things.csv"))
    #expect(table.text("yes", row: 0) == "no")
    #expect(table.text("in", row: 1) == "ring")
    #expect(table.text("yes", row: 1) == "yes")
    #expect(table.value("in", row: 2).isMissing)
    // The boundary belongs to the polygon.
    #expect(table.text("in", row: 3) == "ring")
  }

  @Test(
    "The first polygon in file order wins where they overlap, however the layer is cut",
    arguments: [1, 2, 99])
  func overlap(batch: Int) throws {
    let rows = [
      Plane.Row(Plane.square(9_000, 0, 10), "off"), Plane.Row(Plane.square(-500, -500, 1_000), "first"),
      Plane.Row(Plane.square(-5_000, -5_000, 10_000), "second"),
    ]
    for tolerance in [0.0, 3] {
      let table = try Plane.table(
        sites: [Plane.point(0, 0)], header: ["name"], rows, derivation(toleranceKm: tolerance),
        limits: BatchLimits(features: batch))
      #expect(table.text("in", row: 0) == "first")
    }
  }

  @Test("Within the tolerance the nearest polygon counts, and the source says how far it is")
  func tolerance() throws {
    let rows = [
      Plane.Row(Plane.square(1_500, -500, 1_000), "near"),
      Plane.Row(Plane.square(-4_000, -500, 1_000), "far"),
    ]
    let table = try Plane.table(
      sites: [Plane.point(0, 0), Plane.point(0, 9_000)], header: ["name"], rows, derivation(toleranceKm: 2))
    #expect(table.text("in", row: 0) == "near")
    #expect(table.text("yes", row: 0) == "yes")
    #expect(table.value("in", row: 0).source == "things.csv; nearest polygon, 1.5 km away")
    #expect(table.value("in", row: 1).isMissing)
    #expect(table.text("yes", row: 1) == "no")
  }

  @Test("GDAL says the same of random points in random polygons", arguments: 1...4)
  func bruteForce(seed: Int) throws {
    var chance = Chance(seed)
    let shapes = chance.polygons(40, corners: 60, within: 50_000, size: 25_000)
    let sites = chance.points(60, within: 50_000)
    let table = try Plane.table(
      sites: sites, header: ["name"], shapes.enumerated().map { Plane.Row($1, "n\($0)") }, derivation(),
      limits: BatchLimits(features: 7))
    let features = try shapes.map(Plane.geometry)
    for (row, wkt) in sites.enumerated() {
      let place = try Plane.geometry(wkt)
      let expected = try features.firstIndex { try $0.intersects(place) }
      #expect(table.text("in", row: row) == expected.map { "n\($0)" })
    }
  }

  @Test("A polygon of thousands of corners answers as GDAL does")
  func manyCorners() throws {
    var chance = Chance(11)
    let shapes = chance.polygons(1, corners: 20_000, within: 1_000, size: 50_000)
    let sites = chance.points(20, within: 40_000)
    let table = try Plane.table(
      sites: sites, header: ["name"], shapes.enumerated().map { Plane.Row($1, "n\($0)") }, derivation())
    let judge = try PreparedGeometry(Plane.geometry(shapes[0]))
    for (row, wkt) in sites.enumerated() {
      #expect(table.text("in", row: row) == (try judge.intersects(Plane.geometry(wkt)) ? "n0" : nil))
    }
  }
}
