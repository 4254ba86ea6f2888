// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Measures on the ground")
struct GroundMeasureTests {
  /// Ways from Dunkerque, Brest, Bonifacio, Strasbourg, Perpignan and La Réunion: azimuth in degrees, metres
  /// and the end, as PROJ's geodesics (C. F. F. Karney, Journal of Geodesy 87, 2013) give them through pyproj
  /// 3.7.
  static let ways: [(Double, Double, Double, Double, Double, Double)] = [
    (2.377, 51.034, 30, 10000, 2.448399177429814, 51.11182342793822),
    (2.377, 51.034, 200, 300000, 0.98920776108311, 48.490832213092105),
    (2.377, 51.034, 100, 2000000, 27.728836396843963, 44.90236915240568),
    (-4.486, 48.39, 30, 10000, -4.418385036740914, 48.46786107587998),
    (-4.486, 48.39, 200, 300000, -5.8065561363469085, 45.84639726054916),
    (-4.486, 48.39, 100, 2000000, 19.80747965591911, 42.50025723746682),
    (9.159, 41.387, 30, 10000, 9.218850724617138, 41.46496109240591),
    (9.159, 41.387, 200, 300000, 7.977511081211408, 38.84193997974037),
    (9.159, 41.387, 100, 2000000, 31.20305717812643, 36.05430808715212),
    (7.752, 48.573, 30, 10000, 7.81985928814474, 48.65085846019233),
    (7.752, 48.573, 200, 300000, 6.427091095292454, 46.029430028764715),
    (7.752, 48.573, 100, 2000000, 32.11458220127791, 42.66715662415277),
    (2.896, 42.689, 30, 10000, 2.9570884819880545, 42.76694261919395),
    (2.896, 42.689, 200, 300000, 1.6922559935743249, 40.14423316309166),
    (2.896, 42.689, 100, 2000000, 25.30535708856346, 37.26047866396234),
    (55.448, -20.879, 30, 10000, 55.49602715457529, -20.800772084629198),
    (55.448, -20.879, 200, 300000, 54.444358941374055, -23.421841767810687),
    (55.448, -20.879, 100, 2000000, 74.69349988330205, -22.907211385373028),
  ]

  @Test("Distances and ends of ways agree with PROJ to a millimetre", arguments: ways)
  func geodesics(
    longitude: Double, latitude: Double, azimuth: Double, metres: Double, endLongitude: Double,
    endLatitude: Double
  ) {
    let from = SiteTable.Position(longitude: longitude, latitude: latitude)
    let end = SiteTable.Position(longitude: endLongitude, latitude: endLatitude)
    let way = Geodesic.inverse(from, end)
    #expect(abs(way.metres - metres) < 1e-3)
    let found = Geodesic.direct(from, azimuth: azimuth * Double.pi / 180, metres: metres)
    #expect(abs(found.longitude - endLongitude) < 1e-8 && abs(found.latitude - endLatitude) < 1e-8)
    #expect(Geodesic.inverse(from, from).metres == 0)
  }

  /// Reads a layer in degrees beside one site.
  private func table(
    _ site: (Double, Double), _ wkt: [String], _ derivations: [LayerDerivation]
  ) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", site.0, site.1, "")]))
    let rows = wkt.enumerated().map { "\($0),\"\($1)\"\n" }.joined()
    let layer = try folder.layer("t.csv", "n,WKT\n" + rows, derivations: derivations, crs: "EPSG:4326")
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  private func point(_ site: SiteTable.Position, _ azimuth: Double, _ metres: Double) -> String {
    let end = Geodesic.direct(site, azimuth: azimuth * Double.pi / 180, metres: metres)
    return "POINT (\(end.longitude) \(end.latitude))"
  }

  @Test(
    "Nearest, count and share are true to the ground at the rim, near and far",
    arguments: [0, 3, 6, 9, 12, 15])
  func places(way: Int) throws {
    let (longitude, latitude, _, _, _, _) = Self.ways[way]
    let site = SiteTable.Position(longitude: longitude, latitude: latitude)
    for km in [10.0, 50, 300] {
      let inside = (0..<12).map { point(site, Double($0) * 30 + 7, km * 1_000 * 0.999_99) }
      let outside = (0..<12).map { point(site, Double($0) * 30 + 7, km * 1_000 * 1.000_01) }
      let reading = try table(
        (longitude, latitude), inside + outside,
        [
          LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km"))),
          LayerDerivation(.count(CountIndicator(radiusKm: km, countAttribute: "n"))),
        ])
      #expect(reading.table.number("n", row: 0) == 12)
      #expect(agree(try #require(reading.table.number("km", row: 0)), km * 0.999_99, to: 1e-8))
    }
    // Far more than the circle, so that its whole area is covered; half of it; and a line through its middle.
    let (w, e, s, n) = (longitude - 0.4, longitude + 0.4, latitude - 0.2, latitude + 0.2)
    let whole = "POLYGON ((\(w) \(s),\(e) \(s),\(e) \(n),\(w) \(n),\(w) \(s)))"
    // A straight line of the plane is no meridian over 40 km; many corners keep it on course.
    let meridian = (0...80).map { "\(longitude) \(s + (n - s) * Double($0) / 80)" }.joined(separator: ",")
    let half = "POLYGON ((\(w) \(s),\(meridian),\(w) \(n),\(w) \(s)))"
    for (wkt, share) in [(whole, 1.0), (half, 0.5)] {
      let found = try table(
        (longitude, latitude), [wkt],
        [LayerDerivation(.cover(CoverIndicator(bufferKm: 10, shareAttribute: "share", areaAttribute: "ha")))]
      ).table
      #expect(agree(try #require(found.number("share", row: 0)), share, to: 1e-4))
      #expect(agree(try #require(found.number("ha", row: 0)), share * Double.pi * 10_000, to: 1e-4))
    }
    let line = "LINESTRING (\(longitude) \(s),\(longitude) \(n))"
    let length = try table(
      (longitude, latitude), [line],
      [LayerDerivation(.length(LengthIndicator(radiusKm: 10, lengthAttribute: "km")))]
    ).table
    #expect(agree(try #require(length.number("km", row: 0)), 20, to: 2.5e-4))
  }

  @Test("Places at the rim of 2,000 km count as they lie on the ground")
  func farRim() throws {
    let site = SiteTable.Position(longitude: 2.35, latitude: 48.85)
    let places = (0..<24).flatMap { direction in
      [1_999_000.0, 2_001_000].map { point(site, Double(direction) * 15, $0) }
    }
    let reading = try table(
      (2.35, 48.85), places + ["POINT (2.4 48.9)"],
      [LayerDerivation(.count(CountIndicator(radiusKm: 2_000, countAttribute: "n")))])
    #expect(reading.table.number("n", row: 0) == 25)
  }

  @Test(
    "A line or ring with corners that the measuring system cannot show keeps what it can, and it is reported")
  func worldLayer() throws {
    let reunion = (55.448, -20.879)
    let derivations = [
      LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km"))),
      LayerDerivation(.count(CountIndicator(radiusKm: 20, countAttribute: "n"))),
    ]
    // A cable from a quarter of the Earth away, which the map plane cannot show, that passes 10 km beside the
    // site.
    for wkt in [
      "LINESTRING (147 0,55.5441 -20.9,55.5441 -20.8)",
      "LINESTRING (55.5441 -20.8,55.5441 -20.9,147 0)",
      "POLYGON ((55.5441 -20.9,55.7 -20.9,147 0,55.5441 -20.8,55.5441 -20.9))",
    ] {
      let reading = try table(reunion, [wkt], derivations)
      #expect(agree(try #require(reading.table.number("km", row: 0)), 10, to: 1e-2), "\(wkt)")
      #expect(reading.table.number("n", row: 0) == 1)
      let reported = reading.reports.last?.remarks.first ?? ""
      #expect(reported.contains("can show, is left out (feature 1)"), "\(reported)")
    }
  }
}
