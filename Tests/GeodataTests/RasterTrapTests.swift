// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Rasters around the Earth and in other reference systems")
struct RasterTrapTests {
  /// A value that depends on the place alone, not on how longitudes are counted.
  private func value(_ longitude: Double, _ latitude: Double) -> Double {
    let turned = longitude - (longitude / 360).rounded(.down) * 360
    return (turned * 7).truncatingRemainder(dividingBy: 31) + latitude
  }

  /// A raster of half degrees over the whole Earth that begins at a longitude, with columns that repeat after
  /// a turn if asked.
  private func earth(west: Double, extraColumns: Int = 0) throws -> RasterScene {
    try RasterScene(
      width: 720 + extraColumns, height: 360,
      transform: GeoTransform(west: west, north: 90, pixelWidth: 0.5, pixelHeight: 0.5), crs: "EPSG:4326"
    ) { column, row in value(west + (Double(column) + 0.5) / 2, 90 - (Double(row) + 0.5) / 2) }
  }

  private let at = LayerIndicator.rasterValue(RasterValueIndicator(valueAttribute: "x"))
  private let between = LayerIndicator.rasterValue(
    RasterValueIndicator(valueAttribute: "x", method: .bilinear))
  private let slope = LayerIndicator.slope(SlopeIndicator(valueAttribute: "x"))

  @Test("Longitudes counted from 0 or from -180 give the same values west of Greenwich, on it and east of it")
  func greenwich() throws {
    let sites = [(-3.3, 47.7), (-0.1, 46.2), (0.1, 46.2), (3.3, 44.4), (0, 48)]
    var (a, b) = (try earth(west: -180), try earth(west: 0))
    try a.place(degrees: sites)
    try b.place(degrees: sites)
    for indicator in [at, between, slope] {
      let (one, other) = (try a.values(indicator), try b.values(indicator))
      #expect(one.map(\.number) == other.map(\.number))
      #expect(one.allSatisfy { !$0.isMissing })
    }
    // A circle of 60 km around 0.1 east reaches over the raster's edge at 0.
    for statistic in [ZonalIndicator.Statistic.mean, .sum, .count, .min, .max, .stdev, .quantile(0.4)] {
      for (one, other) in zip(try a.zonal(statistic, bufferKm: 60), try b.zonal(statistic, bufferKm: 60)) {
        let (x, y) = (one.number ?? .nan, other.number ?? .nan)
        #expect((x - y).magnitude <= 2e-9 * x.magnitude)
      }
    }
  }

  @Test("A zone and a site at the antimeridian find the cells on both sides of it")
  func antimeridian() throws {
    let sites = [(179.9, -16.5), (-179.95, -17.0), (180, -16.2)]
    let measuring = "+proj=laea +lat_0=-17 +lon_0=180 +datum=WGS84"
    var (split, whole) = (try earth(west: -180), try earth(west: 0))
    try split.place(degrees: sites, measuring: measuring)
    try whole.place(degrees: sites, measuring: measuring)
    for indicator in [at, between, slope] {
      #expect(try split.values(indicator).map(\.number) == whole.values(indicator).map(\.number))
    }
    for statistic in [ZonalIndicator.Statistic.mean, .count, .max] {
      let pairs = zip(try split.zonal(statistic, bufferKm: 80), try whole.zonal(statistic, bufferKm: 80))
      for (one, other) in pairs {
        let (x, y) = (one.number ?? .nan, other.number ?? .nan)
        #expect((x - y).magnitude <= 2e-9 * x.magnitude)
      }
    }
    // The circle has its area in cells: 0.5 degrees are about 55.3 km by 53 km there.
    let count = try #require(try split.zonal(.count, bufferKm: 80)[0].number)
    #expect((count - 3.1365 * 80 * 80 / (55.32 * 53.4)).magnitude < 0.05)
  }

  @Test("Columns that repeat after a full turn do not count twice")
  func repeated() throws {
    var (plain, longer) = (try earth(west: -180), try earth(west: -180, extraColumns: 3))
    let measuring = "+proj=laea +lat_0=10 +lon_0=180 +datum=WGS84"
    try plain.place(degrees: [(-179.8, 10), (179.2, 10)], measuring: measuring)
    try longer.place(degrees: [(-179.8, 10), (179.2, 10)], measuring: measuring)
    for statistic in [ZonalIndicator.Statistic.count, .sum] {
      #expect(
        try plain.zonal(statistic, bufferKm: 150).map(\.number)
          == longer.zonal(statistic, bufferKm: 150).map(\.number))
    }
    #expect(try plain.values(at).map(\.number) == longer.values(at).map(\.number))
  }

  @Test(
    "A raster of one region counted from 0 serves sites west of Greenwich; beyond its edge there is nothing")
  func region() throws {
    var scene = try RasterScene(
      width: 20, height: 20, transform: GeoTransform(west: 352, north: 50, pixelWidth: 0.5, pixelHeight: 0.5),
      crs: "EPSG:4326"
    ) { column, row in Double(100 * row + column) }
    try scene.place(degrees: [(-7.9, 49.9), (-1.7, 44.1), (2.3, 44.1)])
    let found = try scene.values(at)
    #expect(found[0].number == 0 && found[1].number == 1_112 && found[2].isMissing)
  }

  @Test("Longitude is x and latitude is y, whichever comes first in the definition of the reference system")
  func axes() throws {
    for crs in ["EPSG:4326", "OGC:CRS84", "EPSG:4171"] {
      var scene = try RasterScene(
        width: 10, height: 10, transform: GeoTransform(west: 0, north: 50, pixelWidth: 1, pixelHeight: 1),
        crs: crs
      ) { column, row in Double(100 * row + column) }
      try scene.place(degrees: [(2.5, 44.5)])
      #expect(try scene.values(at)[0].number == 502)
      #expect(try scene.zonal(.mean, bufferKm: 5)[0].number == 502)
    }
  }

  @Test("Grades east of Paris are turned a full circle of 400")
  func grades() throws {
    // EPSG:4807, NTF (Paris): longitudes in grades from 2.337 degrees east. The raster counts from 390 to 410
    // grades.
    var scene = try RasterScene(
      width: 20, height: 10, transform: GeoTransform(west: 390, north: 55, pixelWidth: 1, pixelHeight: 1),
      crs: "EPSG:4807"
    ) { column, row in Double(100 * row + column) }
    // 48.9 degrees north are 54.3 grades; 2.9 degrees east are 0.63 grades, or 400.63.
    try scene.place(degrees: [(2.9, 48.9)])
    #expect(try scene.values(at)[0].number == 10)
  }

  @Test(
    "A zone that the edge of a map of the world tears apart, or that holds a pole, has no value and says why")
  func torn() throws {
    var world = try RasterScene(
      width: 400, height: 200,
      transform: GeoTransform(
        west: -20_037_508, north: 10_018_754, pixelWidth: 100_187.54, pixelHeight: 100_187.54),
      crs: "EPSG:4087"
    ) { _, _ in 1 }
    let measuring = "+proj=laea +lat_0=-17 +lon_0=180 +datum=WGS84"
    try world.place(degrees: [(179.99, -16.5), (175, -16.5)], measuring: measuring)
    let found = try world.zonal(.mean, bufferKm: 50)
    #expect(found[0].reason == "the edge of the raster's reference system tears the zone apart")
    #expect(found[1].number == 1)
    var polar = try earth(west: -180)
    try polar.place(degrees: [(10, 89.9), (10, 80)], measuring: "EPSG:3995")
    let zones = try polar.zonal(.count, bufferKm: 100)
    #expect(zones[0].reason == "a pole lies in the zone, which the raster's reference system cannot show")
    #expect(zones[1].number != nil)
  }

  @Test("A zone over the seam is cut into rectangles, and these into strips, that hold each cell once")
  func strips() throws {
    let grid = try #require(
      RasterGrid(
        transform: GeoTransform(west: -180, north: 90, pixelWidth: 1, pixelHeight: 1), width: 360,
        height: 180,
        period: 360))
    var outline = PixelOutline()
    for (x, y) in [(350.5, 20.5), (372.5, 20.5), (372.5, 49.5)] { outline.append(column: x, row: y) }
    outline.endRing(isHole: false)
    let windows = ZoneWindows(outline, on: grid)
    var seen: Set<[Int]> = []
    var count = 0
    windows.forEachStrip(cellsAtOnce: 50) { strip in
      #expect(strip.columns.count * strip.rows.count <= 50)
      for row in strip.rows {
        for column in strip.columns {
          seen.insert([column, row])
          count += 1
        }
      }
    }
    // Columns 350 to 359 and 0 to 12, rows 20 to 49.
    #expect(count == 23 * 30 && seen.count == count && windows.cellCount == count)
    #expect(seen.contains([0, 20]) && seen.contains([12, 49]) && seen.contains([350, 20]))
  }

  @Test("A raster that lies nowhere near the sites is a finding that shows both places")
  func nowhere() throws {
    // Latitude and longitude taken for one another: the raster covers x 40 to 50, y 0 to 10.
    var scene = try RasterScene(
      width: 10, height: 10, transform: GeoTransform(west: 40, north: 10, pixelWidth: 1, pixelHeight: 1),
      crs: "EPSG:4326"
    ) { _, _ in 1 }
    try scene.place(degrees: [(2.5, 44.5), (3.5, 45)])
    for indicator in [
      at, slope, .zonal(ZonalIndicator(bufferKm: 5, statistics: [.init(.mean, attribute: "x")])),
    ] {
      let text = scene.findings(indicator).joined()
      #expect(text.contains("none of the 2 sites lies on it"))
      #expect(
        text.contains("x 40.0 to 50.0, y 0.0 to 10.0 in EPSG:4326")
          && text.contains("'site-0' lies at x 2.5, y 44.5"))
    }
  }
}
