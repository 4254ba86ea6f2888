// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Testing

@Suite struct PreparedGeometryTests {
  /// A star around the middle of [0, 10] x [0, 10] with random radii, hence with many concave corners.
  private static func star(_ random: inout SplitMix64) throws -> Geometry {
    let directions: [(Double, Double)] = [
      (1, 0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0, 1), (-0.38, 0.92), (-0.71, 0.71), (-0.92, 0.38),
      (-1, 0),
      (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92), (0, -1), (0.38, -0.92), (0.71, -0.71), (0.92, -0.38),
    ]
    return try .polygon(
      outer: directions.map { x, y in
        let radius = Double.random(in: 1...5, using: &random)
        return Coordinate(x: 5 + radius * x, y: 5 + radius * y)
      })
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func equalsUnprepared(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let star = try Self.star(&random)
    let prepared = try PreparedGeometry(star)
    var coordinates = (0..<200).map { _ in
      Coordinate(x: .random(in: -1...11, using: &random), y: .random(in: -1...11, using: &random))
    }
    // Corners, which lie on the boundary: they meet the star but are not contained.
    let ring = try star.paths()[0]
    coordinates += zip(ring.x, ring.y).map { Coordinate(x: $0, y: $1) }
    let many = try prepared.intersects(coordinates)
    for (coordinate, flag) in zip(coordinates, many) {
      let point = try Geometry.point(coordinate)
      let meets = try star.intersects(point)
      #expect(flag == meets)
      #expect(try prepared.intersects(point) == meets)
      #expect(try prepared.contains(point) == star.contains(point))
    }
    #expect(many.suffix(ring.x.count).allSatisfy { $0 })
    #expect(try !prepared.contains(.point(coordinates[coordinates.count - 1])))
    for _ in 0..<50 {
      let other = try Geometry.rectangle(
        Envelope(
          minX: .random(in: 0...10, using: &random), minY: .random(in: 0...10, using: &random),
          maxX: .random(in: 0...10, using: &random), maxY: .random(in: 0...10, using: &random)))
      #expect(try prepared.intersects(other) == star.intersects(other))
      #expect(try prepared.contains(other) == star.contains(other))
    }
  }

  @Test func oddCoordinatesAreNowhere() throws {
    let prepared = try PreparedGeometry(Geometry(wkt: "POLYGON ((0 0,4 0,4 4,0 4,0 0))"))
    let odd = [
      Coordinate(x: .nan, y: 1), Coordinate(x: 1, y: .infinity), Coordinate(x: 1, y: 1),
      Coordinate(x: 0, y: 0),
    ]
    #expect(try prepared.intersects(odd) == [false, false, true, true])
    let empty = try PreparedGeometry(.empty(.polygon))
    #expect(try empty.intersects(odd) == [false, false, false, false])
    #expect(try empty.intersects(.point(x: 0, y: 0)) == false)
  }

  @Test func whatGEOSCannotReadIsRefused() throws {
    let open = try Geometry(wkt: "POLYGON ((0 0,1 1,0 1))")
    let error = gdalError { try PreparedGeometry(open) }
    #expect(error?.reason == .geometryFailed)
  }
}
