// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Slope")
struct RasterSlopeTests {
  private func slope(_ unit: SlopeIndicator.Unit = .percent, bufferKm: Double? = nil) -> LayerIndicator {
    .slope(SlopeIndicator(valueAttribute: "slope", unit: unit, bufferKm: bufferKm))
  }

  @Test("An inclined plane has its own slope everywhere, in percent and in degrees")
  func plane() throws {
    // 3 m up for each 1,000 m to the east, 4 m for each 1,000 m to the south: 5 in 1,000.
    var scene = try RasterScene.kilometres { column, row in Double(3 * column + 4 * row) }
    try scene.place(cells: [(1.5, 1.5), (20.2, 17.9), (38.5, 28.5)])
    for found in try scene.values(slope()) { #expect(found.number == 0.5) }
    for found in try scene.values(slope(bufferKm: 1)) { #expect(found.number == 0.5) }
    // The angle whose tangent is 0.005.
    for found in try scene.values(slope(.degrees)) {
      #expect(((found.number ?? 0) - 0.286476510).magnitude < 1e-9)
    }
    #expect(try scene.derive(slope()).columns[0].unit == "percent")
  }

  /// Heights of a small grid with cells of 20 m by 10 m, and what gdaldem 3.6 prints for its inner cells, in
  /// single precision.
  @Test("Slopes of an uneven grid are those of gdaldem")
  func gdaldem() throws {
    let heights: [Double] = [
      10, 12, 15, 11, 9, 13, 14, 18, 16, 12, 11, 15, 21, 19, 14, 9, 12, 17, 20, 15, 8, 10, 13, 16, 13,
    ]
    let percent = [
      22.54336166, 29.08097458, 37.19144058, 23.49368286, 11.25, 18.58258629, 32.62595749, 34.11835861,
      19.97068214,
    ]
    let degrees = [
      12.70402813, 16.21494675, 20.40089226, 13.22112084, 6.41878653, 10.52696419, 18.06941223, 18.83880043,
      11.29377937,
    ]
    let transform = GeoTransform(west: 700_000, north: 6_600_000, pixelWidth: 20, pixelHeight: 10)
    var scene = try RasterScene(width: 5, height: 5, transform: transform, crs: "EPSG:2154") { column, row in
      heights[row * 5 + column]
    }
    let cells = (0..<9).map { index -> (Double, Double) in (Double(index % 3) + 1.5, Double(index / 3) + 1.5)
    }
    try scene.place(cells: cells, transform: transform)
    for (found, known) in zip(try scene.values(slope()), percent) {
      let number = found.number ?? .nan
      #expect(abs(number - known) < 1e-6 * known)
    }
    for (found, known) in zip(try scene.values(slope(.degrees)), degrees) {
      let number = found.number ?? .nan
      #expect(abs(number - known) < 1e-6 * known)
    }
  }

  @Test(
    "Border cells and cells beside one without value have no slope; a circle counts the others and says so")
  func missing() throws {
    var scene = try RasterScene.kilometres { column, row in column == 20 && row == 10 ? .nan : Double(column)
    }
    try scene.place(cells: [(0.5, 10.5), (19.5, 9.5), (20.5, 10.5), (17.5, 10.5), (39.9, 29.9)])
    let found = try scene.values(slope())
    for site in [0, 1, 2, 4] {
      #expect(found[site].reason == "a cell there or beside it has no value or lies outside the raster")
    }
    #expect(found[3].number == 0.1)
    let mean = try scene.values(slope(bufferKm: 3))
    #expect(mean[3].number == 0.1 && mean[3].source.contains("% of the zone"))
    try scene.place(cells: [(20.5, 10.5), (10, 10)])
    #expect(try scene.values(slope(bufferKm: 0.5))[0].reason == "no cell in the zone has a value")
  }

  @Test(
    "In longitude and latitude the ground under a degree is that of the WGS 84 ellipsoid at the cell's latitude"
  )
  func geographic() throws {
    // One metre up for each cell to the north, then to the east. Length of a degree from tables of the
    // ellipsoid at 45.05 degrees: 111,132.7 m of latitude, 78,778.2 m of longitude (NGA, Length of a degree).
    for (byRow, metres) in [(true, 11_113.27), (false, 7_877.82)] {
      var scene = try RasterScene(
        width: 20, height: 21,
        transform: GeoTransform(west: 2, north: 46.1, pixelWidth: 0.1, pixelHeight: 0.1),
        crs: "EPSG:4326"
      ) { column, row in byRow ? Double(-row) : Double(column) }
      // The middle of row 10 lies at 45.05.
      try scene.place(degrees: [(3.05, 45.05)])
      let found = try #require(try scene.values(slope())[0].number)
      #expect((100 / found - metres).magnitude < 0.01)
    }
  }

  @Test("A raster in feet on the map has cells in feet")
  func feet() throws {
    // EPSG:2225 counts in US survey feet of 1200 / 3937 m; a plane of 1 m for each cell of 1,000 feet.
    var scene = try RasterScene(
      width: 100, height: 100,
      transform: GeoTransform(west: 6_540_000, north: 1_600_000, pixelWidth: 1_000, pixelHeight: 1_000),
      crs: "EPSG:2225"
    ) { column, _ in Double(column) }
    try scene.place(degrees: [(-121.9, 39.1)], measuring: "EPSG:32610")
    let found = try #require(try scene.values(slope())[0].number)
    #expect((found - 100 / (1_000 * 1_200 / 3_937)).magnitude < 1e-8)
  }

  @Test("A turned raster and heights in feet are refused")
  func refused() throws {
    let turned = GeoTransform(
      originX: 600_000, columnX: 800, rowX: -600, originY: 6_700_000, columnY: -600, rowY: -800)
    var scene = try RasterScene(width: 40, height: 40, transform: turned, crs: "EPSG:2154") { _, _ in 1 }
    try scene.place(cells: [(5, 5)], transform: turned)
    #expect(scene.findings(slope()).first?.contains("slope needs an upright raster") == true)
    let plain = try RasterScene.kilometres { _, _ in 1 }
    let vrt = """
      <VRTDataset rasterXSize="40" rasterYSize="30"><SRS>EPSG:2154</SRS>
      <GeoTransform>600000,1000,0,6700000,0,-1000</GeoTransform>
      <VRTRasterBand dataType="Float64" band="1"><UnitType>ft</UnitType><SimpleSource>
      <SourceFilename>\(plain.declared.source)</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>
      </VRTDataset>
      """
    var inFeet = plain
    inFeet.declared.source = try plain.folder.write(vrt, as: "feet.vrt")
    try inFeet.place(cells: [(5, 5)])
    #expect(inFeet.findings(slope()).first?.contains("in ft, and slope needs metres") == true)
  }
}

@Suite("Slope on the ground, whatever the projection")
struct RasterGroundSlopeTests {
  @Test(
    "A plane of 10 % has 10 % in systems that stretch lengths",
    arguments: ["EPSG:2154", "EPSG:3857", "EPSG:3395", "EPSG:6933", "EPSG:3035"], [true, false])
  func projections(crs: String, isEast: Bool) throws {
    let (longitude, latitude) = (2.35, 48.85)
    let degrees = try SpatialReference(epsg: 4326)
    let reference = try SpatialReference(userInput: crs)
    let middle = try CoordinateTransform(from: degrees, to: reference).transform(
      Coordinate(x: longitude, y: latitude))
    let back = try CoordinateTransform(from: reference, to: degrees)
    let transform = GeoTransform(west: middle.x - 500, north: middle.y + 500, pixelWidth: 50, pixelHeight: 50)
    let site = SiteTable.Position(longitude: longitude, latitude: latitude)
    var scene = try RasterScene(width: 20, height: 20, transform: transform, crs: crs) { column, row in
      let place = transform.coordinate(column: Double(column) + 0.5, row: Double(row) + 0.5)
      guard let found = try? back.transform(place) else { return .nan }
      let way = Geodesic.step(site, SiteTable.Position(longitude: found.x, latitude: found.y))
      return 500 + 0.1 * (isEast ? way.east : way.north)
    }
    scene.isPlane = false
    try scene.place(degrees: [(longitude, latitude)])
    for bufferKm in [nil, 0.2] {
      let found = try scene.values(
        .slope(SlopeIndicator(valueAttribute: "slope", unit: .percent, bufferKm: bufferKm)))
      #expect(abs((found[0].number ?? 0) - 10) < 0.01, "\(found)")
    }
  }
}
