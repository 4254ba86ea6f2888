// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

/// Axis order and values against the formulas of the projections, which know nothing of PROJ.
@Suite struct CoordinateTransformTests {
  private static func transform(_ from: Int, _ to: Int) throws -> CoordinateTransform {
    try CoordinateTransform(from: SpatialReference(epsg: from), to: SpatialReference(epsg: to))
  }

  /// Spherical Mercator: x = R lon, y = R ln tan(45 deg + lat / 2), R = 6378137 m.
  @Test(arguments: [(7.0, 47.0), (2.35, 48.86), (-5.1, 47.9), (0, 0), (-180, 60), (179.9, -70)])
  func webMercator(longitude: Double, latitude: Double) throws {
    let got = try Self.transform(4326, 3857).transform(Coordinate(x: longitude, y: latitude))
    let x = 6_378_137 * longitude * .pi / 180
    let y = 6_378_137 * log(tan(.pi / 4 + latitude * .pi / 360))
    #expect(abs(got.x - x) < 0.001)
    #expect(abs(got.y - y) < 0.001)
  }

  @Test func longitudeComesFirst() throws {
    let got = try Self.transform(4326, 3857).transform(Coordinate(x: 7, y: 47))
    #expect(got.x.rounded() == 779_236)
    #expect(got.y.rounded() == 5_942_074)
    let back = try Self.transform(3857, 4326).transform(got)
    #expect(abs(back.x - 7) < 1e-9 && abs(back.y - 47) < 1e-9)
  }

  /// Lambert conformal conic with two parallels (44 and 49 degrees), origin 46.5 N 3 E, false origin 700000,
  /// 6600000, on GRS 80: Snyder, Map Projections - A Working Manual, equations 15-1 to 15-11.
  private static func lambert93(_ longitude: Double, _ latitude: Double) -> Coordinate {
    let a = 6_378_137.0
    let f = 1 / 298.257222101
    let e = (2 * f - f * f).squareRoot()
    let radians = Double.pi / 180
    func m(_ p: Double) -> Double { cos(p) / (1 - e * e * sin(p) * sin(p)).squareRoot() }
    func t(_ p: Double) -> Double { tan(.pi / 4 - p / 2) / pow((1 - e * sin(p)) / (1 + e * sin(p)), e / 2) }
    let (p1, p2, p0) = (44 * radians, 49 * radians, 46.5 * radians)
    let n = (log(m(p1)) - log(m(p2))) / (log(t(p1)) - log(t(p2)))
    let big = m(p1) / (n * pow(t(p1), n))
    func rho(_ p: Double) -> Double { a * big * pow(t(p), n) }
    let theta = n * (longitude - 3) * radians
    let r = rho(latitude * radians)
    return Coordinate(x: 700_000 + r * sin(theta), y: 6_600_000 + rho(p0) - r * cos(theta))
  }

  @Test(arguments: [(3.0, 46.5), (2.3522, 48.8566), (-4.4861, 48.3904), (7.7521, 48.5734), (8.7369, 41.9192)])
  func lambert93MatchesTheFormula(longitude: Double, latitude: Double) throws {
    let got = try Self.transform(4326, 2154).transform(Coordinate(x: longitude, y: latitude))
    let expected = Self.lambert93(longitude, latitude)
    #expect(abs(got.x - expected.x) < 0.001)
    #expect(abs(got.y - expected.y) < 0.001)
  }

  @Test func lambert93Origin() throws {
    let got = try Self.transform(4326, 2154).transform(Coordinate(x: 3, y: 46.5))
    #expect(abs(got.x - 700_000) < 1e-6 && abs(got.y - 6_600_000) < 1e-6)
  }

  @Test func onePointsFailureIsItsOwn() throws {
    let transform = try Self.transform(4326, 2154)
    var x = [2.35, 1000, .nan, 3.0, 7.0, .infinity, 4.0]
    var y = [48.86, 1000, 45, 46.5, .nan, 45, 45]
    let outcome = try transform.transform(x: &x, y: &y)
    #expect(outcome.succeeded == [true, false, false, true, false, false, true])
    #expect(outcome.failureCount == 4)
    for index in x.indices {
      #expect(x[index].isNaN == !outcome.succeeded[index])
      #expect(y[index].isNaN == !outcome.succeeded[index])
    }
    #expect(abs(x[3] - 700_000) < 1e-6)
    let list = try transform.transform([Coordinate(x: 3, y: 46.5), Coordinate(x: .nan, y: 0)])
    #expect(list[0] != nil && list[1] == nil)
  }

  /// The same system on both sides takes a short way inside GDAL.
  @Test func nonFinitePointsFailOnTheShortWayToo() throws {
    var x = [1.0, .nan, .infinity]
    var y = [2.0, 0, 0]
    let outcome = try Self.transform(4326, 4326).transform(x: &x, y: &y)
    #expect(outcome.succeeded == [true, false, false])
    #expect(x[0] == 1 && y[0] == 2)
  }

  @Test func manyFailuresAmongManyPoints() throws {
    let count = 5000
    var x = (0..<count).map { $0 % 2 == 0 ? Double($0) / 1000 : 1e6 }
    var y = (0..<count).map { $0 % 2 == 0 ? 45.0 : 1e6 }
    let outcome = try Self.transform(4326, 2154).transform(x: &x, y: &y)
    #expect(outcome.succeeded == (0..<count).map { $0 % 2 == 0 })
  }

  @Test func emptyAndUnequalColumns() throws {
    let transform = try Self.transform(4326, 2154)
    var none: [Double] = []
    var none2: [Double] = []
    #expect(try transform.transform(x: &none, y: &none2).succeeded == [])
    var one = [1.0]
    #expect(gdalError { try transform.transform(x: &one, y: &none) }?.reason == .badArgument)
  }

  @Test func singleFailureSaysWhere() throws {
    let transform = try Self.transform(4326, 2154)
    let error = gdalError { try transform.transform(Coordinate(x: 500, y: 500)) }
    #expect(error?.reason == .transformFailed)
    #expect(error?.message.contains("(500.0, 500.0)") == true)
    #expect(error?.message.contains("Lambert-93") == true)
  }

  @Test func envelopesFollowTheirEdges() throws {
    let france = Envelope(minX: -5, minY: 42, maxX: 8, maxY: 51)
    let got = try Self.transform(4326, 2154).transform(france)
    // The south edge bulges southwards between its corners: its lowest point is on the central meridian.
    let middle = Self.lambert93(3, 42).y
    #expect(middle < Self.lambert93(-5, 42).y)
    #expect(abs(got.minY - middle) < 2000)
    #expect(got.contains(Self.lambert93(3, 51)))
  }

  @Test func options() throws {
    let wgs84 = try SpatialReference(epsg: 4326)
    let lambert = try SpatialReference(epsg: 2154)
    let area = CoordinateTransform.Options(
      areaOfInterest: Envelope(minX: -5, minY: 42, maxX: 8, maxY: 51), accuracyM: 5, allowsBallpark: false)
    let got = try CoordinateTransform(from: wgs84, to: lambert, options: area).transform(
      Coordinate(x: 3, y: 46.5))
    #expect(abs(got.x - 700_000) < 1)
    let bad = CoordinateTransform.Options(operation: "+proj=nothing")
    #expect(gdalError { try CoordinateTransform(from: wgs84, to: lambert, options: bad) } != nil)
    let outside = CoordinateTransform.Options(
      areaOfInterest: Envelope(minX: 500, minY: 0, maxX: 600, maxY: 1))
    #expect(
      gdalError { try CoordinateTransform(from: wgs84, to: lambert, options: outside) }?.reason
        == .badArgument)
  }

  @Test func geometriesAreTransformedWholeOrNotAtAll() throws {
    let transform = try Self.transform(4326, 2154)
    let line = try Geometry.lineString([Coordinate(x: 3, y: 46.5), Coordinate(x: 3, y: 47.5)])
    let projected = try line.transformed(by: transform)
    // One degree of latitude there is 111.16 km on the ellipsoid, and the projection stretches by less than
    // 0.1 %.
    #expect(abs(projected.length - 111_160) < 150)
    #expect(line.length == 1)
    let astray = try Geometry.lineString([Coordinate(x: 3, y: 46.5), Coordinate(x: 500, y: 500)])
    #expect(gdalError { try astray.transformed(by: transform) }?.reason == .transformFailed)
  }

  /// A line across the antimeridian stays what it is: two far ends. The wrapper does not guess.
  @Test func antimeridianIsNotGuessed() throws {
    let transform = try Self.transform(4326, 3857)
    let line = try Geometry.lineString([Coordinate(x: 179, y: 0), Coordinate(x: -179, y: 0)])
    let width = try #require(line.transformed(by: transform).envelope).width
    #expect(abs(width - 358 * 6_378_137 * .pi / 180) < 1)
  }
}
