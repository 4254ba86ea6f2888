// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

@Suite struct RasterPhysicalReaderTests {
  let folder = MemoryFolder()

  /// 60 columns by 40 rows in small tiles, value = 100 * row + column, none where both are multiples of 7.
  private func grid(noData: Double? = -1, type: RasterType = .float32) throws -> RasterBand {
    let path = folder.file("grid.tif")
    let writer = try RasterWriter(
      creating: path,
      layout: .init(
        width: 60, height: 40, type: type,
        geoTransform: GeoTransform(west: 0, north: 0, pixelWidth: 1, pixelHeight: 1),
        noData: noData), options: ["TILED": "YES", "BLOCKXSIZE": "16", "BLOCKYSIZE": "16"])
    try writer.write(
      (0..<2_400).map { index in
        let (row, column) = (index / 60, index % 60)
        return row % 7 == 0 && column % 7 == 0 ? -1 : Double(100 * row + column)
      })
    try writer.close()
    return try Dataset.open(path, contents: .raster).band()
  }

  @Test("A window read into the caller's memory holds what physicalValues gives", arguments: [-1.0, nil])
  func same(noData: Double?) throws {
    let band = try grid(noData: noData)
    let reader = try PhysicalReader(band)
    var values: [Double] = []
    for window in [
      RasterWindow(column: 0, row: 0, width: 60, height: 40),
      RasterWindow(column: 13, row: 5, width: 9, height: 31),
      RasterWindow(column: 59, row: 39, width: 1, height: 1),
      RasterWindow(column: 7, row: 7, width: 1, height: 2),
    ] {
      try reader.read(window, into: &values)
      let expected = try band.physicalValues(in: window)
      #expect(
        expected.indices.allSatisfy { values[$0] == expected[$0] || values[$0].isNaN && expected[$0].isNaN })
    }
  }

  @Test("Rows go where the caller wants them, and what lies between stays as it was")
  func strides() throws {
    let reader = try PhysicalReader(try grid())
    var values = [Double](repeating: -5, count: 4)
    try reader.read(RasterWindow(column: 6, row: 7, width: 2, height: 3), into: &values, at: 1, stride: 4)
    #expect(values.count == 11)
    #expect(values[0] == -5 && values[1] == 706 && values[2].isNaN && values[3] == -5)
    #expect(values[5] == 806 && values[6] == 807 && values[9] == 906 && values[10] == 907)
    let none = RasterWindow(column: 0, row: 0, width: 0, height: 9)
    try reader.read(none, into: &values)
    #expect(values.count == 11)
  }

  @Test("Scale and offset are applied, and not to cells without value")
  func scale() throws {
    let source = try grid().dataset.path
    let vrt = """
      <VRTDataset rasterXSize="60" rasterYSize="40"><VRTRasterBand dataType="Float64" band="1">
      <Description>depth</Description><NoDataValue>-1</NoDataValue><Scale>2</Scale><Offset>1</Offset>
      <SimpleSource><SourceFilename>\(source)</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
      </VRTRasterBand></VRTDataset>
      """
    let band = try Dataset.open(folder.write(vrt, as: "a.vrt")).band()
    #expect(band.label == "depth")
    #expect(try grid().label == "band 1")
    var values: [Double] = []
    try PhysicalReader(band).read(RasterWindow(column: 6, row: 7, width: 2, height: 1), into: &values)
    #expect(values[0] == 1_413 && values[1].isNaN)
  }

  @Test("Windows outside, strides too short, complex numbers and closed datasets are refused")
  func refusals() throws {
    let band = try grid()
    let reader = try PhysicalReader(band)
    var values: [Double] = []
    for window in [
      RasterWindow(column: -1, row: 0, width: 1, height: 1),
      RasterWindow(column: 59, row: 0, width: 2, height: 1),
      RasterWindow(column: 0, row: 40, width: 1, height: 1),
    ] {
      #expect(gdalError { try reader.read(window, into: &values) }?.reason == .badArgument)
    }
    let window = RasterWindow(column: 0, row: 0, width: 4, height: 2)
    #expect(gdalError { try reader.read(window, into: &values, stride: 3) }?.reason == .badArgument)
    #expect(gdalError { try reader.read(window, into: &values, at: -1) }?.reason == .badArgument)
    #expect(
      gdalError { try PhysicalReader(try grid(noData: nil, type: .complexFloat32)) }?.reason == .badArgument)
    try band.dataset.close()
    #expect(gdalError { try reader.read(window, into: &values) }?.reason == .closed)
  }

  @Test("The rasters inside a source have names and can be opened; a single raster holds none")
  func subdatasets() throws {
    let path = folder.file("two.gpkg")
    for name in ["relief", "cover"] {
      let writer = try RasterWriter(
        creating: path, driver: "GPKG",
        layout: .init(
          width: 10, height: 10, type: .uint8,
          geoTransform: GeoTransform(west: 0, north: 10, pixelWidth: 1, pixelHeight: 1),
          spatialReference: SpatialReference(epsg: 4326)),
        options: ["RASTER_TABLE": name, "APPEND_SUBDATASET": "YES"])
      try writer.write([Double](repeating: name == "cover" ? 3 : 4, count: 100))
      try writer.close()
    }
    let found = try Dataset.open(path, contents: .raster).subdatasets()
    #expect(found.map(\.name) == ["relief", "cover"])
    #expect(try Dataset.open(found[1].path, contents: .raster).band().doubles().allSatisfy { $0 == 3 })
    #expect(try grid().dataset.subdatasets().isEmpty)
  }

  @Test("The unit of angles is known in degrees and grades; a projected system has none")
  func angles() throws {
    #expect(((try SpatialReference(epsg: 4326).radiansPerUnit ?? 0) * 180 - Double.pi).magnitude < 1e-12)
    #expect(((try SpatialReference(epsg: 4807).radiansPerUnit ?? 0) * 200 - Double.pi).magnitude < 1e-12)
    #expect(try SpatialReference(epsg: 2154).radiansPerUnit == nil)
  }
}
