// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

@Suite struct RasterTests {
  let folder = MemoryFolder()

  /// 6 columns by 4 rows, value = 10 * row + column, -9999 at column 2 of row 1; pixels of 10 by 20 m.
  private func grid(type: RasterType = .float64, options: OptionList = [:]) throws -> String {
    let path = folder.file("grid-\(type).tif")
    let writer = try RasterWriter(
      creating: path,
      layout: .init(
        width: 6, height: 4, type: type,
        geoTransform: GeoTransform(west: 1000, north: 5000, pixelWidth: 10, pixelHeight: 20),
        spatialReference: SpatialReference(epsg: 2154), noData: -9999), options: options)
    var values = (0..<24).map { Double(10 * ($0 / 6) + $0 % 6) }
    values[8] = -9999
    try writer.write(values)
    try writer.close()
    return path
  }

  @Test func description() throws {
    let dataset = try Dataset.open(grid())
    #expect(dataset.driverName == "GTiff")
    let size = try dataset.rasterSize()
    #expect(size.width == 6 && size.height == 4)
    #expect(try dataset.bandCount() == 1)
    #expect(
      try dataset.geoTransform() == GeoTransform(west: 1000, north: 5000, pixelWidth: 10, pixelHeight: 20))
    #expect(try dataset.rasterSpatialReference()?.authorityCode == "EPSG:2154")
    #expect(try dataset.layerCount() == 0)
    let band = try dataset.band()
    #expect(band.width == 6 && band.height == 4 && band.type == .float64 && band.noData == -9999)
    #expect(band.blockWidth == 6 && band.blockHeight >= 1)
    #expect(band.scale == 1 && band.offset == 0)
    for number in [0, 2, -1, Int.max] { #expect(gdalError { try dataset.band(number) }?.reason == .notFound) }
  }

  @Test(arguments: [RasterType.int16, .int32, .float32, .float64])
  func windows(type: RasterType) throws {
    let band = try Dataset.open(grid(type: type)).band()
    #expect(band.type == type)
    let window = RasterWindow(column: 1, row: 1, width: 3, height: 2)
    #expect(try band.doubles(in: window) == [11, -9999, 13, 21, 22, 23])
    #expect(try band.floats(in: window) == [11, -9999, 13, 21, 22, 23])
    #expect(try band.doubles().count == 24)
    #expect(try band.doubles(in: RasterWindow(column: 6, row: 4, width: 0, height: 0)).isEmpty)
  }

  @Test func noDataNeverBecomesANumber() throws {
    let band = try Dataset.open(grid()).band()
    let values = try band.physicalValues(in: RasterWindow(column: 1, row: 1, width: 3, height: 1))
    #expect(values[0] == 11 && values[1].isNaN && values[2] == 13)
    #expect(try band.mask().count { $0 == 0 } == 1)
  }

  @Test(arguments: [
    RasterWindow(column: -1, row: 0, width: 1, height: 1),
    RasterWindow(column: 0, row: 0, width: 7, height: 1),
    RasterWindow(column: 5, row: 0, width: 2, height: 1),
    RasterWindow(column: 0, row: 3, width: 1, height: 2),
    RasterWindow(column: 0, row: 0, width: -1, height: 1),
    RasterWindow(column: Int.max, row: 0, width: 1, height: 1),
    RasterWindow(column: 0, row: 0, width: Int.max, height: Int.max),
  ])
  func windowsOutsideAreRefused(window: RasterWindow) throws {
    let band = try Dataset.open(grid()).band()
    #expect(gdalError { try band.doubles(in: window) }?.reason == .badArgument)
    #expect(gdalError { try band.physicalValues(in: window) }?.reason == .badArgument)
  }

  @Test func scaleAndOffsetGiveThePhysicalValue() throws {
    let vrt = """
      <VRTDataset rasterXSize="6" rasterYSize="4"><VRTRasterBand dataType="Float64" band="1">
      <NoDataValue>-9999</NoDataValue><Scale>0.5</Scale><Offset>100</Offset><UnitType>m</UnitType>
      <SimpleSource><SourceFilename>\(try grid())</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
      </VRTRasterBand></VRTDataset>
      """
    let band = try Dataset.open(folder.write(vrt, as: "a.vrt")).band()
    #expect(band.scale == 0.5 && band.offset == 100 && band.unit == "m")
    let values = try band.physicalValues(in: RasterWindow(column: 1, row: 1, width: 2, height: 1))
    #expect(values[0] == 105.5 && values[1].isNaN)
    #expect(try band.doubles(in: RasterWindow(column: 1, row: 1, width: 2, height: 1)) == [11, -9999])
  }

  @Test func severalBandsAndTiles() throws {
    let path = folder.file("rgb.tif")
    let writer = try RasterWriter(
      creating: path, layout: .init(width: 100, height: 50, bandCount: 3, type: .uint8),
      options: ["TILED": "YES", "BLOCKXSIZE": "16", "BLOCKYSIZE": "32", "COMPRESS": "DEFLATE"])
    for number in 1...3 {
      try writer.write([Double](repeating: Double(number * 10), count: 5000), band: number)
    }
    try writer.write([200, 201], band: 2, in: RasterWindow(column: 98, row: 49, width: 2, height: 1))
    try writer.close()
    let dataset = try Dataset.open(path)
    #expect(try dataset.geoTransform() == nil)
    #expect(try dataset.rasterSpatialReference() == nil)
    let band = try dataset.band(2)
    #expect(band.blockWidth == 16 && band.blockHeight == 32 && band.noData == nil)
    #expect(try band.doubles(in: RasterWindow(column: 97, row: 49, width: 3, height: 1)) == [20, 200, 201])
    #expect(try dataset.band(3).doubles().allSatisfy { $0 == 30 })
  }

  @Test func writerRefusals() throws {
    let path = folder.file("x.tif")
    let layout = RasterWriter.Layout(width: 2, height: 2)
    #expect(
      gdalError { try RasterWriter(creating: path, driver: "GPKGX", layout: layout) }?.reason
        == .driverUnknown)
    #expect(
      gdalError { try RasterWriter(creating: path, driver: "PNG", layout: layout) }?.reason
        == .driverUnsuitable)
    #expect(
      gdalError { try RasterWriter(creating: "/no/such/x.tif", layout: layout) }?.reason == .writeFailed)
    #expect(
      gdalError { try RasterWriter(creating: path, layout: .init(width: 0, height: 1)) }?.reason
        == .badArgument)
    let writer = try RasterWriter(creating: path, layout: layout)
    #expect(gdalError { try writer.write([1, 2, 3]) }?.reason == .badArgument)
    #expect(gdalError { try writer.write([1, 2, 3, 4], band: 2) }?.reason == .notFound)
    try writer.write([1, 2, 3, 4])
    try writer.close()
    #expect(gdalError { try writer.write([1, 2, 3, 4]) }?.reason == .closed)
  }

  @Test func geoTransforms() throws {
    let upright = GeoTransform(west: 1000, north: 5000, pixelWidth: 10, pixelHeight: 20)
    #expect(upright.coordinate(column: 0.5, row: 0.5) == Coordinate(x: 1005, y: 4990))
    let pixel = try #require(upright.pixel(at: Coordinate(x: 1035, y: 4950)))
    #expect(pixel.column == 3.5 && pixel.row == 2.5)
    #expect(upright.pixelArea == 200)
    let turned = GeoTransform(originX: 0, columnX: 0, rowX: 2, originY: 0, columnY: 3, rowY: 0)
    let there = try #require(turned.pixel(at: turned.coordinate(column: 4, row: 7)))
    #expect(there.column == 4 && there.row == 7)
    #expect(
      GeoTransform(west: 0, north: 0, pixelWidth: 0, pixelHeight: 1).pixel(at: Coordinate(x: 0, y: 0)) == nil)
    let window = upright.window(
      covering: Envelope(minX: 1012, minY: 4930, maxX: 1031, maxY: 4979), width: 6, height: 4)
    #expect(window == RasterWindow(column: 1, row: 1, width: 3, height: 3))
    let beyond = Envelope(minX: 0, minY: 0, maxX: 1e6, maxY: 1e6)
    #expect(
      upright.window(covering: beyond, width: 6, height: 4)
        == RasterWindow(column: 0, row: 0, width: 6, height: 4))
    #expect(
      upright.window(covering: Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1), width: 6, height: 4) == nil)
    let part = upright.shifted(to: RasterWindow(column: 2, row: 1, width: 1, height: 1))
    #expect(part.coordinate(column: 0, row: 0) == upright.coordinate(column: 2, row: 1))
  }

  /// Against the definition: a pixel belongs to the polygon when its middle lies in it.
  @Test(arguments: [
    "POLYGON ((1003 4997,1052 4988,1033 4923,1003 4997))",
    "POLYGON ((1000 5000,1060 5000,1060 4920,1000 4920,1000 5000))",
    "POLYGON ((1000 5000,1060 5000,1060 4920,1000 4920,1000 5000),(1012 4985,1012 4935,1048 4935,1048 4985,1012 4985))",
    "POLYGON ((0 0,1 0,1 1,0 0))", "POLYGON EMPTY",
  ])
  func rasterMaskMatchesPointInPolygon(wkt: String) throws {
    let transform = GeoTransform(west: 1000, north: 5000, pixelWidth: 10, pixelHeight: 20)
    let polygon = try Geometry(wkt: wkt)
    let mask = try polygon.rasterMask(geoTransform: transform, width: 6, height: 4)
    let expected = try (0..<24).map { index -> UInt8 in
      let middle = transform.coordinate(column: Double(index % 6) + 0.5, row: Double(index / 6) + 0.5)
      return try polygon.contains(.point(middle)) ? 1 : 0
    }
    #expect(mask == expected)
    let touched = try polygon.rasterMask(geoTransform: transform, width: 6, height: 4, allTouched: true)
    #expect(zip(touched, mask).allSatisfy { $0 >= $1 })
  }

  @Test func rasterMaskRefusals() throws {
    let polygon = try Geometry(wkt: "POLYGON ((0 0,1 0,1 1,0 0))")
    let transform = GeoTransform(west: 0, north: 1, pixelWidth: 1, pixelHeight: 1)
    for (width, height) in [(-1, 1), (Int.max, 2), (1 << 20, 1 << 20)] {
      #expect(
        gdalError { try polygon.rasterMask(geoTransform: transform, width: width, height: height) }?.reason
          == .badArgument)
    }
    #expect(try polygon.rasterMask(geoTransform: transform, width: 0, height: 5).isEmpty)
  }
}
