// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Testing

@testable import Geodata

@Suite("Ground covered in a zone")
struct CoverSweepTests {
  private func swept(_ zone: Zone, _ shapes: [String]) throws -> (area: Double, outline: Double) {
    var batch = FeatureBatch()
    for (number, wkt) in shapes.enumerated() {
      batch.append(id: nil, ordinal: number, try WKBRuns(Geometry(wkt: wkt).wkb()))
    }
    let index = BatchIndex(batch)
    var edges = CoverEdges()
    for feature in shapes.indices { edges.add(index, feature: feature, zone: zone) }
    let outline = CoverSweep(zone, edges, wantsOutline: true)
    #expect(agree(outline.area, CoverSweep(zone, edges).area))
    return (outline.area, CoverSweep(zone, outline.outline).area)
  }

  @Test(
    "Polygons that lie on each other, touch, cross and nest are counted once, and the outline covers the same"
  )
  func byHand() throws {
    let zone = Zone(
      try WKBRuns(Geometry(wkt: "POLYGON ((0 0,10 0,10 10,0 10,0 0))").wkb()), originX: 0, originY: 0)
    #expect(zone.area == 100)
    func area(_ shapes: String...) throws -> Double {
      let found = try swept(zone, shapes)
      #expect(agree(found.outline, found.area, to: 1e-9))
      return found.area
    }
    let square = "POLYGON ((2 2,6 2,6 6,2 6,2 2))"
    #expect(try area() == 0)
    #expect(try area(square) == 16)
    #expect(try area(square, square, square) == 16)
    #expect(try area(square, "POLYGON ((6 2,8 2,8 6,6 6,6 2))") == 24)
    #expect(try area(square, "POLYGON ((4 4,8 4,8 8,4 8,4 4))") == 28)
    #expect(try area(square, "POLYGON ((3 3,4 3,4 4,3 4,3 3))") == 16)
    // Out of the zone on every side.
    #expect(try area("POLYGON ((-5 4,15 4,15 6,-5 6,-5 4))") == 20)
    #expect(try area("POLYGON ((4 -5,6 -5,6 15,4 15,4 -5))") == 20)
    #expect(try area("POLYGON ((-5 -5,15 -5,15 15,-5 15,-5 -5))") == 100)
    #expect(try area("POLYGON ((-5 -5,15 -5,15 15,-5 15,-5 -5),(2 2,6 2,6 6,2 6,2 2))") == 84)
    #expect(try area("POLYGON ((-5 -5,5 -5,5 5,-5 5,-5 -5))") == 25)
    #expect(try area("POLYGON ((-9 -9,-1 -9,-1 19,-9 19,-9 -9))") == 0)
    // A diamond of which every corner lies outside.
    #expect(agree(try area("POLYGON ((5 -3,13 5,5 13,-3 5,5 -3))"), 100 - 4 * 2))
    // Two triangles whose edges cross in the middle.
    #expect(agree(try area("POLYGON ((0 0,10 0,0 10,0 0))", "POLYGON ((0 0,10 0,10 10,0 0))"), 75))
  }

  @Test("A circle has the area of a polygon of 64 corners, as GEOS draws it")
  func circle() throws {
    let zone = Zone(aroundX: 700_000, y: 6_600_000, radius: 10_000)
    let judge = try Geometry.point(x: 700_000, y: 6_600_000).buffer(
      10_000 * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments)
    #expect(agree(zone.area, judge.area, to: 1e-9))
    let corners = try WKBRuns(judge.wkb())
    for place in zone.x.indices.dropLast() {
      let least = corners.x.indices.map { other in
        (corners.x[other] - 700_000 - zone.x[place]).magnitude
          + (corners.y[other] - 6_600_000 - zone.y[place]).magnitude
      }.min()
      #expect(try #require(least) < 1e-6)
    }
    #expect(zone.contains(0, 0) && zone.contains(9_980, 0) && !zone.contains(9_995, 500))
  }
}
