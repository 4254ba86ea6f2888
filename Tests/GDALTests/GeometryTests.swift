// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

@Suite struct GeometryTests {
  static let square = "POLYGON ((0 0,4 0,4 4,0 4,0 0))"
  static let bow = "POLYGON ((0 0,2 2,2 0,0 2,0 0))"

  @Test(arguments: [
    ("POINT (1 2)", GeometryType.point), ("LINESTRING (0 0,1 1)", .lineString), (square, .polygon),
    ("MULTIPOINT ((0 0),(1 1))", .multiPoint), ("MULTILINESTRING ((0 0,1 1),(2 2,3 3))", .multiLineString),
    ("MULTIPOLYGON (((0 0,1 0,1 1,0 0)))", .multiPolygon),
    ("POINT Z (1 2 3)", GeometryType(.point, hasZ: true)),
    ("GEOMETRYCOLLECTION (POINT (0 0),LINESTRING (0 0,1 1))", GeometryType(.geometryCollection)),
  ])
  func formatsRoundTrip(wkt: String, type: GeometryType) throws {
    let geometry = try Geometry(wkt: wkt)
    #expect(geometry.type == type)
    #expect(try geometry.wkt() == wkt)
    #expect(try Geometry(wkb: geometry.wkb()).wkt() == wkt)
    #expect(try Geometry(geoJSON: geometry.geoJSON()).wkt() == wkt)
    #expect(geometry.description == wkt)
  }

  /// The bytes of the standard: byte order, type, coordinates.
  @Test func wkbIsLittleEndianISO() throws {
    let bytes = try Geometry.point(x: 1, y: -2).wkb()
    let expected: [UInt8] = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0]
    #expect(bytes == expected)
    // ISO writes a point with height as type 1001.
    #expect(try Array(Geometry(wkt: "POINT Z (1 2 3)").wkb()[1...4]) == [0xE9, 0x03, 0, 0])
  }

  @Test func geoJSONDecimals() throws {
    let point = try Geometry.point(x: 2.123456789, y: 48.987654321)
    let text = try point.geoJSON(decimals: 3).filter { $0 != " " }
    #expect(text == #"{"type":"Point","coordinates":[2.123,48.988]}"#)
  }

  @Test(arguments: ["", "POINT", "POINT (1", "POINT (1 2) x", "CIRCLE (0 0)", "POINT (1 2)\0"])
  func brokenWKTIsRefused(text: String) {
    #expect([.geometryFailed, .badArgument].contains(gdalError { try Geometry(wkt: text) }?.reason))
  }

  @Test(
    arguments: [[], [1], [9, 9, 9], [1, 1, 0, 0, 0, 0], [1, 3, 0, 0, 0, 255, 255, 255, 255]] as [[UInt8]])
  func brokenWKBIsRefused(bytes: [UInt8]) {
    #expect(gdalError { try Geometry(wkb: bytes) }?.reason == .geometryFailed)
  }

  @Test(arguments: ["", "{", "[]", #"{"type": "Nothing"}"#, #"{"type": "Point"}"#])
  func brokenGeoJSONIsRefused(text: String) {
    #expect(gdalError { try Geometry(geoJSON: text) }?.reason == .geometryFailed)
  }

  @Test func makingFromCoordinates() throws {
    let corners = [(0.0, 0.0), (4.0, 0.0), (4.0, 3.0)].map { Coordinate(x: $0.0, y: $0.1) }
    #expect(try Geometry.lineString(corners).length == 7)
    #expect(try Geometry.polygon(outer: corners).area == 6)
    #expect(try Geometry.polygon(outer: corners).perimeter() == 12)
    let whole = try Geometry.rectangle(Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10))
    let holed = try Geometry.polygon(
      outer: [(0, 0), (10, 0), (10, 10), (0, 10)].map { Coordinate(x: $0.0, y: $0.1) },
      holes: [[(1, 1), (1, 3), (3, 3), (3, 1)].map { Coordinate(x: $0.0, y: $0.1) }])
    #expect(whole.area == 100 && holed.area == 96)
    #expect(
      try Geometry.collection([.point(x: 1, y: 1), .point(x: 2, y: 2)], as: .multiPoint).parts.count == 2)
    #expect(gdalError { try Geometry.collection([whole], as: .multiPoint) }?.reason == .geometryFailed)
  }

  @Test func nonsenseCoordinatesAreRefused() {
    #expect(gdalError { try Geometry.point(x: .nan, y: 0) }?.reason == .badArgument)
    #expect(gdalError { try Geometry.lineString([Coordinate(x: 0, y: 0)]) }?.reason == .badArgument)
    let two = [Coordinate(x: 0, y: 0), Coordinate(x: 1, y: 1)]
    #expect(gdalError { try Geometry.polygon(outer: two) }?.reason == .badArgument)
    #expect(gdalError { try Geometry.polygon(outer: two + [two[0]]) }?.reason == .badArgument)
    #expect(
      gdalError { try Geometry.lineString(two + [Coordinate(x: .infinity, y: 0)]) }?.reason == .badArgument)
    #expect(gdalError { try Geometry.empty(.unknown) }?.reason == .badArgument)
  }

  @Test func measures() throws {
    let square = try Geometry(wkt: Self.square)
    #expect(square.area == 16 && square.length == 0)
    #expect(try square.perimeter() == 16)
    #expect(square.envelope == Envelope(minX: 0, minY: 0, maxX: 4, maxY: 4))
    let line = try Geometry(wkt: "MULTILINESTRING ((0 0,3 4),(10 0,10 2))")
    #expect(line.length == 7 && line.area == 0 && line.dimension == 1)
    #expect(try square.distance(to: .point(x: 7, y: 8)) == 5)
    #expect(try square.distance(to: .point(x: 2, y: 2)) == 0)
    #expect(gdalError { try square.distance(to: .empty(.point)) }?.reason == .geometryFailed)
  }

  @Test func coordinatesCanBeRead() throws {
    let text =
      "GEOMETRYCOLLECTION (POINT (9 8),LINESTRING (0 0,1 2),POLYGON ((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1)),POINT EMPTY)"
    let paths = try Geometry(wkt: text).paths()
    #expect(paths.map(\.role) == [.point, .line, .outerRing, .innerRing])
    #expect(paths[1].x == [0, 1] && paths[1].y == [0, 2])
    #expect(paths[3].x == [1, 2, 2, 1])
    #expect(try Geometry.point(x: 9, y: 8).coordinate() == Coordinate(x: 9, y: 8))
    #expect(gdalError { try Geometry(wkt: Self.square).coordinate() }?.reason == .badArgument)
    #expect(gdalError { try Geometry.empty(.point).coordinate() }?.reason == .badArgument)
  }

  /// A half circle of radius 1: its chords are a little shorter than pi.
  @Test func arcsBecomeChords() throws {
    let arc = try Geometry(wkt: "CIRCULARSTRING (0 0,1 1,2 0)")
    #expect(arc.type.isCurved)
    let path = try #require(arc.paths().first)
    #expect(path.x.count > 20)
    let length = try arc.linearized().length
    #expect(length < .pi && length > .pi - 0.01)
  }

  @Test func predicates() throws {
    let square = try Geometry(wkt: Self.square)
    let inner = try Geometry(wkt: "POLYGON ((1 1,2 1,2 2,1 2,1 1))")
    let neighbour = try Geometry(wkt: "POLYGON ((4 0,8 0,8 4,4 4,4 0))")
    let across = try Geometry(wkt: "LINESTRING (-1 2,5 2)")
    let shifted = try Geometry(wkt: "POLYGON ((2 2,6 2,6 6,2 6,2 2))")
    let far = try Geometry.point(x: 100, y: 100)
    #expect(try square.contains(inner) && inner.within(square) && !inner.contains(square))
    #expect(try square.intersects(neighbour) && square.touches(neighbour) && !square.overlaps(neighbour))
    #expect(try across.crosses(square))
    #expect(try square.overlaps(shifted))
    #expect(try !square.intersects(far) && !far.within(square))
    let turned = try Geometry(wkt: "POLYGON ((4 4,4 0,2 0,0 0,0 4,4 4))")
    #expect(try square.equals(turned) && !square.isIdentical(to: turned) && square.isIdentical(to: square))
    #expect(try !square.equals(inner))
    #expect(try Geometry.empty(.point).equals(.empty(.polygon)) && !square.equals(.empty(.polygon)))
  }

  @Test func overlays() throws {
    let square = try Geometry(wkt: Self.square)
    let shifted = try Geometry(wkt: "POLYGON ((2 2,6 2,6 6,2 6,2 2))")
    #expect(try square.intersection(shifted).area == 4)
    #expect(try square.union(shifted).area == 28)
    #expect(try square.difference(shifted).area == 12)
    #expect(try square.symmetricDifference(shifted).area == 24)
    #expect(try square.intersection(.point(x: 100, y: 100)).isEmpty)
    #expect(try Geometry.union(ofPolygons: [square, shifted, square]).area == 28)
    #expect(try Geometry.union(ofPolygons: []).isEmpty)
    #expect(gdalError { try Geometry.union(ofPolygons: [.point(x: 0, y: 0)]) }?.reason == .geometryFailed)
  }

  @Test func constructions() throws {
    let square = try Geometry(wkt: Self.square)
    #expect(try square.centroid().coordinate() == Coordinate(x: 2, y: 2))
    #expect(try Geometry.empty(.polygon).centroid().isEmpty)
    // The centre of gravity of a horseshoe is outside, a point on its surface is not.
    let shoe = try Geometry(wkt: "POLYGON ((0 0,9 0,9 9,8 9,8 1,1 1,1 9,0 9,0 0))")
    #expect(try !shoe.contains(shoe.centroid()) && shoe.contains(shoe.pointOnSurface()))
    #expect(try shoe.convexHull().area == 81)
    #expect(try square.boundary().length == 16)
    // n chords for a circle: area n / 2 sin(2 pi / n).
    let disc = try Geometry.point(x: 0, y: 0).buffer(1, quadrantSegments: 30)
    #expect(abs(disc.area - 60 * sin(.pi / 60)) < 1e-9)
    #expect(try square.buffer(-1).area == 4)
    let noisy = try Geometry(wkt: "LINESTRING (0 0,1 0.001,2 0,3 5)")
    #expect(try noisy.simplified(tolerance: 0.01).paths()[0].x == [0, 2, 3])
    #expect(try noisy.simplified(tolerance: 0.01, preservesTopology: false).paths()[0].x == [0, 2, 3])
    #expect(try square.densified(maxLength: 1).paths()[0].x.count == 17)
    #expect(try Geometry(wkt: "POINT Z (1 2 3)").flattened().wkt() == "POINT (1 2)")
    #expect(gdalError { try square.buffer(.nan) }?.reason == .badArgument)
    #expect(gdalError { try square.simplified(tolerance: -1) }?.reason == .badArgument)
    #expect(gdalError { try square.densified(maxLength: 0) }?.reason == .badArgument)
  }

  @Test func operationsLeaveTheOriginalAlone() throws {
    let square = try Geometry(wkt: Self.square)
    _ = try square.buffer(1)
    _ = try square.densified(maxLength: 0.5)
    _ = try square.transformed(
      by: CoordinateTransform(from: SpatialReference(epsg: 4326), to: SpatialReference(epsg: 3857)))
    #expect(try square.wkt() == Self.square)
  }

  @Test func invalidPolygonsSayWhyAndFailInGEOS() throws {
    let bow = try Geometry(wkt: Self.bow)
    #expect(!bow.isValid)
    guard case .invalid(let reason) = try bow.validity() else {
      Issue.record("a bow is not valid")
      return
    }
    #expect(reason.contains("Self-intersection"))
    #expect(reason.contains("1 1"))
    let error = gdalError { try bow.intersection(Geometry(wkt: "POLYGON ((0 0,2 0,2 1,0 1,0 0))")) }
    #expect(error?.reason == .geometryFailed)
    #expect(error?.function == "OGR_G_Intersection")
    #expect(error?.hint?.contains("madeValid") == true)
  }

  @Test(arguments: [Geometry.RepairMethod.linework, .structure])
  func repairing(method: Geometry.RepairMethod) throws {
    let repaired = try Geometry(wkt: Self.bow).madeValid(method)
    #expect(repaired.isValid)
    // Two triangles of base 2 and height 1.
    #expect(repaired.area == 2)
    #expect(try Geometry(wkt: Self.square).madeValid(method).area == 16)
  }

  @Test func ringsThatAreNoneFailLoudly() throws {
    let open = try Geometry(wkt: "POLYGON ((0 0,1 1,0 1))")
    #expect(gdalError { try open.intersects(Geometry(wkt: Self.square)) }?.reason == .geometryFailed)
    #expect(gdalError { try open.distance(to: Geometry(wkt: "POINT (9 9)")) }?.reason == .geometryFailed)
  }

  @Test func emptyGeometries() throws {
    let empty = try Geometry.empty(.polygon)
    #expect(empty.isEmpty && empty.envelope == nil && empty.area == 0)
    #expect(try empty.paths().isEmpty)
    #expect(try Geometry(wkb: empty.wkb()).isEmpty)
  }

  @Test func envelopes() {
    let a = Envelope(minX: 4, minY: 3, maxX: 0, maxY: 0)
    #expect(a.width == 4 && a.height == 3 && a.center == Coordinate(x: 2, y: 1.5))
    let b = Envelope(minX: 7, minY: 7, maxX: 8, maxY: 8)
    #expect(a.distance(to: b) == 5 && !a.intersects(b))
    #expect(a.distance(to: Envelope(minX: 4, minY: 3, maxX: 5, maxY: 5)) == 0)
    #expect(a.union(b) == Envelope(minX: 0, minY: 0, maxX: 8, maxY: 8))
    #expect(a.expanded(by: 1).contains(Coordinate(x: -1, y: 4)))
    #expect(!a.contains(Coordinate(x: .nan, y: 1)))
  }
}
