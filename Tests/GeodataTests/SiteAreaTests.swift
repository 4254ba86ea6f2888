// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Sites given as areas")
struct SiteAreaTests {
  private let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))

  @Test(
    "Distances count from the edge of the area, and are zero inside it and where the area lies inside a polygon"
  )
  func distances() throws {
    let sites = [
      Plane.square(0, 0, 2_000), Plane.square(4_000, 0, 1_000), Plane.square(-20_000, -20_000, 100),
    ]
    let points = try Plane.table(sites: sites, [.init(Plane.point(1_000, 1_000))], nearest)
    #expect(points.number("km", row: 0) == 0)
    #expect(points.number("km", row: 1) == 3)
    // A big polygon around the third site has its boundary far off.
    let around = try Plane.table(
      sites: sites, [.init(Plane.square(-90_000, -90_000, 80_000)), .init(Plane.point(-20_400, -20_000))],
      nearest)
    #expect(around.number("km", row: 2) == 0)
  }

  @Test("The point inside decides for within, the whole area for a count")
  func pointAndArea() throws {
    let site = [Plane.square(0, 0, 2_000)]
    let corner = Plane.square(1_900, 1_900, 500)
    let inside = LayerDerivation(.within(WithinIndicator(insideAttribute: "in")))
    let count = LayerDerivation(.count(CountIndicator(radiusKm: 1, countAttribute: "n")))
    let reading = try Plane.read(
      sites: site, [.init(corner), .init(Plane.square(2_500, 0, 10))], [inside, count])
    #expect(reading.table.text("in", row: 0) == "no")
    #expect(reading.table.number("n", row: 0) == 2)
  }

  @Test("GDAL measures the same from random areas to random features", arguments: 1...3)
  func bruteForce(seed: Int) throws {
    var chance = Chance(seed)
    let sites =
      chance.polygons(10, within: 60_000, size: 4_000) + chance.points(5, within: 60_000)
    let shapes =
      chance.points(40, within: 60_000) + chance.lines(15, within: 60_000)
      + chance.polygons(15, within: 60_000, size: 15_000)
    let count = LayerDerivation(.count(CountIndicator(radiusKm: 8, countAttribute: "n")))
    let length = LayerDerivation(.cover(CoverIndicator(bufferKm: 2, areaAttribute: "ha")))
    let rows = shapes.map { Plane.Row($0) }
    let features = try shapes.map(Plane.geometry)
    let polygons = Array(shapes.suffix(15))
    let table = try Plane.read(
      sites: sites, rows, [nearest, count], limits: BatchLimits(features: 11)
    ).table
    let cover = try Plane.table(sites: sites, polygons.map { Plane.Row($0) }, length)
    for (row, wkt) in sites.enumerated() {
      let site = try Plane.geometry(wkt)
      let metres = try features.map { try $0.distance(to: site) }
      #expect(agree(try #require(table.number("km", row: row)), try #require(metres.min()) / 1_000))
      #expect(table.number("n", row: row) == Double(metres.count { $0 <= 8_000 }))
      let zone = try site.buffer(2_000 * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments)
      let area = try Geometry.union(ofPolygons: features.suffix(15)).intersection(zone).area
      #expect(agree(try #require(cover.number("ha", row: row)), area / 10_000, to: 2e-8, atLeast: 1e-6))
    }
  }

  @Test("An invalid area is repaired and counted; one without ground is a finding that names the site")
  func invalid() throws {
    let tie = "POLYGON ((0 0,1000 1000,1000 0,0 1000,0 0))"
    let reading = try Plane.read(
      sites: [tie], [.init(Plane.point(500, 3_000))], [nearest])
    #expect(reading.reports[0].repairedGeometries == 1)
    // The corners on top are at 0 and 1000, 2 km below the point and 500 m beside it.
    let metres = (2_000.0 * 2_000.0 + 500.0 * 500.0).squareRoot()
    #expect(reading.table.number("km", row: 0) == SignificantDigits.nine(metres / 1_000))
    let flat = try Plane.findings(
      sites: ["POLYGON ((0 0,1000 1000,2000 2000,0 0))"], [.init(Plane.point(0, 0))], nearest)
    #expect(flat.count == 1)
    #expect(flat.first?.contains("site 'a'") == true)
  }

  @Test("A site may be several polygons with holes, and a polygon with heights")
  func parts() throws {
    let many = "MULTIPOLYGON ((\(Plane.ring(0, 0, 100))),(\(Plane.ring(5_000, 0, 100))))"
    let table = try Plane.table(sites: [many], [.init(Plane.point(6_100, 50))], nearest)
    #expect(table.number("km", row: 0) == 1)
    let high = try Plane.geometry(Plane.square(0, 0, 100))
    #expect(try WKBRuns(high.wkb()).x.count == 5)
    let tall = try Geometry(wkt: "POLYGON Z ((0 0 5,1 0 5,1 1 5,0 0 5))")
    #expect(try WKBRuns(tall.wkb()).x == [0, 1, 1, 0])
    #expect(try WKBRuns(tall.wkb()).y == [0, 0, 1, 0])
  }
}
