// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Raster value at the site")
struct RasterValueTests {
  private func value(_ method: RasterValueIndicator.Method, band: Int = 1) -> LayerIndicator {
    .rasterValue(RasterValueIndicator(valueAttribute: "height", unit: "m", band: band, method: method))
  }

  @Test("Nearest is the cell under the site, not the one whose corner is near")
  func nearest() throws {
    var scene = try RasterScene.kilometres { column, row in Double(100 * row + column) }
    try scene.place(cells: [(0.01, 0.01), (7.99, 3.99), (8.01, 4.01), (39.9, 29.9)])
    let output = try scene.derive(value(.nearest))
    #expect(output.columns[0].values.map(\.number) == [0, 307, 408, 2939])
    #expect(output.columns[0].name == "height" && output.columns[0].unit == "m")
    #expect(output.columns[0].values[0].source == "Relief")
    #expect(output.featuresRead == 4 && output.featuresDeclared == 1_200)
  }

  @Test(
    "Bilinear interpolation of a plane is the plane, wherever four centres surround the site",
    arguments: 1...5)
  func plane(seed: Int) throws {
    var random = RasterScene.Random(seed)
    let (a, b, c) = (random.next(-9, 9), random.next(-9, 9), random.next(-900, 900))
    var scene = try RasterScene.kilometres { column, row in
      a * (Double(column) + 0.5) + b * (Double(row) + 0.5) + c
    }
    let cells = (0..<30).map { _ in (random.next(0.5, 39.5), random.next(0.5, 29.5)) }
    try scene.place(cells: cells)
    for (found, cell) in zip(try scene.values(value(.bilinear)), cells) {
      let expected = a * cell.0 + b * cell.1 + c
      #expect(((found.number ?? .nan) - expected).magnitude < 1e-6)
    }
  }

  @Test("Of several bands the first is read with a remark that names them; a stated one needs none")
  func unstatedBand() throws {
    let folder = MemoryFolder()
    let path = folder.file("bands.tif")
    let writer = try RasterWriter(
      creating: path,
      layout: .init(
        width: 4, height: 4, bandCount: 3, type: .uint8,
        geoTransform: GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000),
        spatialReference: SpatialReference(epsg: 2154)), options: ["PHOTOMETRIC": "RGB"])
    for band in 1...3 { try writer.write([Double](repeating: Double(10 * band), count: 16), band: band) }
    try writer.close()
    var scene = try RasterScene.kilometres { _, _ in 0 }
    scene.declared.source = path
    try scene.place(cells: [(1.5, 1.5)])
    let guessed = try scene.derive(
      .rasterValue(RasterValueIndicator(valueAttribute: "height", unit: "m", method: .nearest)))
    #expect(guessed.columns[0].values[0].number == 10)
    #expect(
      guessed.remarks.contains {
        $0.contains("has 3 bands and none is stated, so band 1 is read") && $0.contains("band = N")
          && $0.contains("1 (Red), 2 (Green), 3 (Blue)")
      }, "\(guessed.remarks)")
    let stated = try scene.derive(value(.nearest, band: 2))
    #expect(stated.columns[0].values[0].number == 20 && stated.remarks.isEmpty, "\(stated.remarks)")
  }

  @Test("Entries of a table of colours are reported as such")
  func palette() throws {
    var scene = try RasterScene.kilometres { column, _ in Double(column) }
    let vrt = """
      <VRTDataset rasterXSize="40" rasterYSize="30"><SRS>EPSG:2154</SRS>
      <GeoTransform>600000, 1000, 0, 6700000, 0, -1000</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1"><ColorInterp>Palette</ColorInterp>
      <ColorTable><Entry c1="0" c2="0" c3="0"/><Entry c1="9" c2="9" c3="9"/></ColorTable>
      <SimpleSource><SourceFilename>\(scene.declared.source)</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
      </VRTRasterBand></VRTDataset>
      """
    scene.declared.source = vrt
    try scene.place(cells: [(1.5, 1.5)])
    for indicator in [
      value(.nearest), .slope(SlopeIndicator(valueAttribute: "slope", band: 1)),
    ] {
      let remarks = try scene.derive(indicator).remarks
      #expect(remarks.contains { $0.contains("has a table of colours or classes") }, "\(remarks)")
    }
  }

  @Test("Bilinear weights by hand, a cell without value in the way, and the border")
  func bilinear() throws {
    var scene = try RasterScene.kilometres(width: 4, height: 4) { column, row in
      column == 2 && row == 2 ? .nan : Double(10 * row + column)
    }
    // Between the centres of columns 0, 1 and rows 0, 1; then inside the outer half of border cells; then
    // beside the empty cell.
    try scene.place(cells: [(0.75, 1.25), (0.2, 1.25), (0.1, 0.1), (3.9, 3.9), (1.7, 1.7), (1.5, 1.7)])
    let found = try scene.values(value(.bilinear))
    let numbers = found.map { ($0.number ?? -1) }
    for (number, expected) in zip(numbers, [7.75, 7.5, 0, 33, -1, 13]) {
      // Positions go to degrees and back, which costs some digits.
      #expect((number - expected).magnitude < 1e-6)
    }
    #expect(found[4].reason == "the raster has no value there")
  }

  @Test("A site exactly on the centre of a cell takes its value alone, whatever the neighbours are")
  func centre() throws {
    // In degrees and with cells whose size binary numbers hold exactly, so that nothing is rounded on the
    // way.
    var scene = try RasterScene(
      width: 8, height: 8, transform: GeoTransform(west: 0, north: 50, pixelWidth: 0.25, pixelHeight: 0.25),
      crs: "EPSG:4326"
    ) { column, row in column == 3 && row == 3 ? 7 : .nan }
    try scene.place(degrees: [(0.875, 49.125), (0.88, 49.125)])
    let found = try scene.values(value(.bilinear))
    #expect(found[0].number == 7 && found[1].isMissing)
  }

  @Test(
    "A site on the edge between two cells belongs to the one to the right and below, whatever rounding says")
  func edge() throws {
    // Tenths of a degree: (2.3 + 5) / 0.1 is a little more or less than 73.
    var scene = try RasterScene(
      width: 100, height: 20, transform: GeoTransform(west: -5, north: 47, pixelWidth: 0.1, pixelHeight: 0.1),
      crs: "EPSG:4326"
    ) { column, row in Double(1_000 * row + column) }
    let columns = Array(stride(from: 1, to: 100, by: 7))
    try scene.place(degrees: columns.map { (Double($0 - 50) / 10, 46.3) })
    #expect(try scene.values(value(.nearest)).map(\.number) == columns.map { Double(7_000 + $0) })
  }

  @Test("Scale and offset are applied, another band is read, and NaN is no value")
  func bands() throws {
    let scene = try RasterScene.kilometres { column, _ in Double(column) }
    let vrt = """
      <VRTDataset rasterXSize="40" rasterYSize="30"><SRS>EPSG:2154</SRS>
      <GeoTransform>600000,1000,0,6700000,0,-1000</GeoTransform>
      <VRTRasterBand dataType="Float64" band="1"><SimpleSource><SourceFilename>\(scene.declared.source)</SourceFilename>
      <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>
      <VRTRasterBand dataType="Float64" band="2"><Description>warmth</Description><NoDataValue>5</NoDataValue>
      <Scale>0.1</Scale><Offset>-40</Offset><SimpleSource><SourceFilename>\(scene.declared.source)</SourceFilename>
      <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
      """
    var other = scene
    other.declared.source = try scene.folder.write(vrt, as: "two.vrt")
    try other.place(cells: [(3.5, 2.5), (5.5, 2.5)])
    let output = try other.derive(value(.nearest, band: 2))
    #expect(output.columns[0].values[0].number == -39.7)
    #expect(output.columns[0].values[1].isMissing)
    #expect(output.nullValues == ["warmth": 1])
    #expect(try other.values(value(.nearest, band: 1)).map(\.number) == [3, 5])
    var nan = try RasterScene.kilometres(noData: nil) { column, _ in column == 3 ? .nan : 1 }
    try nan.place(cells: [(3.5, 2.5), (5.5, 2.5)])
    #expect(try nan.values(value(.nearest))[0].reason == "the raster has no value there")
  }

  @Test("Sites beside the raster have no value and say so, as long as one lies on it")
  func outside() throws {
    var scene = try RasterScene.kilometres { _, _ in 1 }
    try scene.place(cells: [(1, 1), (-0.1, 5), (40.1, 5), (5, -0.1), (5, 30.1)])
    let found = try scene.values(value(.nearest))
    #expect(found[0].number == 1)
    for site in found.dropFirst() { #expect(site.reason == "outside the raster") }
  }

  @Test("The order of the sites and the blocks of the file do not show in the values")
  func order() throws {
    var random = RasterScene.Random(9)
    var scene = try RasterScene(
      width: 200, height: 200,
      transform: GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 500, pixelHeight: 500),
      crs: "EPSG:2154",
      options: ["TILED": "YES", "BLOCKXSIZE": "16", "BLOCKYSIZE": "16"]
    ) { column, row in Double(column * 1_000 + row) }
    let cells = (0..<300).map { _ in (random.next(0, 100), random.next(0, 100)) }
    try scene.place(cells: cells)
    let numbers = try scene.values(value(.nearest)).map(\.number)
    #expect(numbers == cells.map { (2 * $0.0).rounded(.down) * 1_000 + (2 * $0.1).rounded(.down) })
  }
}
