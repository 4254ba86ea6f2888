// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

/// Whatever a raster lacks, each of its indicators says what and what to do; none crashes or makes a number
/// up.
@Suite("Rasters that cannot be used")
struct RasterBadInputTests {
  /// The three indicators, on a band.
  static func indicators(band: Int = 1) -> [LayerIndicator] {
    [
      .rasterValue(RasterValueIndicator(valueAttribute: "x", band: band)),
      .rasterValue(RasterValueIndicator(valueAttribute: "x", band: band, method: .bilinear)),
      .zonal(ZonalIndicator(bufferKm: 2, band: band, statistics: [.init(.mean, attribute: "x")])),
      .slope(SlopeIndicator(valueAttribute: "x", band: band)),
      .slope(SlopeIndicator(valueAttribute: "x", band: band, bufferKm: 2)),
    ]
  }

  private func expect(
    _ words: String, of scene: RasterScene, _ indicators: [LayerIndicator] = indicators(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for indicator in indicators {
      let found = scene.findings(indicator).joined(separator: "\n")
      #expect(found.contains(words), "found: \(found)", sourceLocation: sourceLocation)
    }
  }

  private func plain() throws -> RasterScene {
    var scene = try RasterScene.kilometres { _, _ in 1 }
    try scene.place(cells: [(10, 10)])
    return scene
  }

  @Test("A file that is not there or is no raster cannot be opened")
  func noRaster() throws {
    var scene = try plain()
    for (name, text) in [
      ("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}"), ("a.tif", "II*"), ("a.txt", ""),
    ] {
      scene.declared.source = try scene.folder.write(text, as: name)
      for indicator in Self.indicators() {
        let failure = #expect(throws: InputFailure.self) { try scene.derive(indicator) }
        #expect(failure?.findings.first?.kind == .unreadableFile)
      }
    }
    scene.declared.source = "/no/such/raster.tif"
    expect("no such file", of: scene)
  }

  @Test("A band that is not there is an error with those there are")
  func band() throws { expect("it has bands 1 to 1", of: try plain(), Self.indicators(band: 2)) }

  @Test("A raster without geotransform or reference system says nothing about the ground")
  func nowhere() throws {
    var scene = try RasterScene(width: 40, height: 30, transform: nil, crs: "EPSG:2154") { _, _ in 1 }
    try scene.place(cells: [(10, 10)])
    expect("no geotransform", of: scene)
    let transform = GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000)
    scene = try RasterScene(width: 40, height: 30, transform: transform, crs: nil) { _, _ in 1 }
    try scene.place(cells: [(10, 10)])
    expect("has no coordinate reference system", of: scene)
    scene.declared.crsOverride = "EPSG:2154"
    for indicator in Self.indicators() { #expect(try !scene.values(indicator)[0].isMissing) }
    scene.declared.crsOverride = "EPSG:21540000"
    expect("is not a coordinate reference system", of: scene)
  }

  @Test("The reference system that the planner states goes before the one in the file")
  func override() throws {
    // A raster whose file says UTM 31 and whose numbers are Lambert-93.
    let transform = GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000)
    var scene = try RasterScene(width: 40, height: 30, transform: transform, crs: "EPSG:32631") {
      column, row in
      Double(100 * row + column)
    }
    try scene.place(cells: [(10.5, 10.5)])
    expect("none of the 1 sites lies on it", of: scene)
    scene.declared.crsOverride = "EPSG:2154"
    let output = try scene.derive(Self.indicators()[0])
    #expect(output.columns[0].values[0].number == 1_010)
    #expect(output.crsFound == "EPSG:2154")
  }

  @Test("A raster without a single value gives missing values with a reason, not an error")
  func empty() throws {
    for noData in [-9_999.0, nil] {
      var scene = try RasterScene.kilometres(noData: noData) { _, _ in .nan }
      try scene.place(cells: [(10, 10), (20, 20)])
      for indicator in Self.indicators() {
        let output = try scene.derive(indicator)
        for value in output.columns[0].values { #expect(!value.reason.isEmpty) }
        #expect((output.nullValues["band 1"] ?? 0) == output.featuresRead)
      }
    }
    var infinite = try RasterScene.kilometres { column, _ in column < 20 ? .infinity : 1 }
    try infinite.place(cells: [(10, 10), (20.5, 10)])
    for indicator in Self.indicators() { #expect(try infinite.values(indicator)[0].isMissing) }
    #expect(try infinite.zonal(.max, bufferKm: 2)[1].number == 1)
  }

  @Test("Complex numbers, features and filters are refused")
  func unsuitable() throws {
    let transform = GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000)
    var scene = try RasterScene(
      width: 4, height: 4, transform: transform, crs: "EPSG:2154", noData: nil, type: .complexFloat64
    ) { _, _ in 1 }
    try scene.place(cells: [(1, 1)])
    expect("holds complex numbers", of: scene)
    scene = try plain()
    for indicator in Self.indicators() {
      #expect(
        scene.findings(indicator, filter: "kv = 400").first?.contains("a raster has no features") == true)
    }
    expect(
      "reads features, not cells", of: scene, [.length(LengthIndicator(radiusKm: 1, lengthAttribute: "x"))])
  }

  @Test("Radii, quantiles and shares that make no sense are findings, all at once")
  func settings() throws {
    let scene = try plain()
    for radius in [0, -1, Double.nan, .infinity] {
      expect(
        "wanted a number above 0", of: scene,
        [
          .zonal(ZonalIndicator(bufferKm: radius, statistics: [.init(.mean, attribute: "x")])),
          .slope(SlopeIndicator(valueAttribute: "x", bufferKm: radius)),
        ])
    }
    let indicator = ZonalIndicator(
      bufferKm: 1,
      statistics: [
        .init(.quantile(1.5), attribute: "a"), .init(.quantile(.nan), attribute: "b"),
        .init(.share(min: 5, max: 3), attribute: "c"), .init(.quantile(0.5), attribute: "d"),
      ])
    #expect(scene.findings(.zonal(indicator)).count == 3)
  }

  @Test("Without buffer_km and without a single area among the sites there is no zone")
  func noArea() throws {
    expect(
      "state buffer_km", of: try plain(), [.zonal(ZonalIndicator(statistics: [.init(.mean, attribute: "x")]))]
    )
  }

  @Test("A zone of more than 100 million cells is a finding with the site and the number")
  func tooLarge() throws {
    // A raster that says it has 40,000 x 40,000 cells and stores none.
    let vrt = """
      <VRTDataset rasterXSize="40000" rasterYSize="40000"><SRS>EPSG:2154</SRS>
      <GeoTransform>600000,5,0,6700000,0,-5</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1"></VRTRasterBand></VRTDataset>
      """
    var scene = try plain()
    scene.declared.source = try scene.folder.write(vrt, as: "large.vrt")
    try scene.place(cells: [(100, 100), (60, 60), (199, 199)])
    let indicator = ZonalIndicator(bufferKm: 30, statistics: [.init(.mean, attribute: "x")])
    let findings = scene.findings(.zonal(indicator))
    #expect(findings.count == 2)
    // 60 km are 12,000 cells of 5 m, and the corners of the circle stand a little outside.
    #expect(findings.first?.contains("site 'site-0' spans 1440") == true)
    #expect(findings.last?.contains("'site-1'") == true)
  }

  @Test("A source that holds several rasters asks for the name of one and takes it")
  func several() throws {
    var scene = try plain()
    let path = scene.folder.file("several.gpkg")
    for (name, value) in [("relief", 7.0), ("cover", 9)] {
      let writer = try RasterWriter(
        creating: path, driver: "GPKG",
        layout: .init(
          width: 40, height: 30, type: .uint8,
          geoTransform: GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000),
          spatialReference: SpatialReference(epsg: 2154)),
        options: ["RASTER_TABLE": name, "APPEND_SUBDATASET": "YES", "TILE_FORMAT": "PNG"])
      try writer.write([Double](repeating: value, count: 1_200))
      try writer.close()
    }
    scene.declared.source = path
    expect("name one with layer = \"...\": relief, cover", of: scene)
    scene.declared.layer = "relif"
    expect("did you mean 'relief'?", of: scene)
    scene.declared.layer = "cover"
    #expect(try scene.values(Self.indicators()[0])[0].number == 9)
  }

  @Test("A file that ends in the middle of its cells is an error, not a value")
  func damaged() throws {
    var scene = try RasterScene.kilometres(width: 200, height: 200) { column, row in Double(column * row) }
    try scene.place(cells: [(150, 190)])
    let bytes = try VirtualFile.read(scene.declared.source)
    scene.declared.source = try scene.folder.write(Array(bytes.prefix(bytes.count / 2)), as: "half.tif")
    for indicator in Self.indicators() { #expect(!scene.findings(indicator).isEmpty) }
  }

  @Test("A tiny raster that says it is one block of 2 GB is refused before that memory is taken")
  func sparseBlock() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    func bytes(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(number >> (8 * $0) & 255) } }
    // Width, height, bits, compression, photometric, samples, width and height of the one tile, where it
    // lies, its length: none, as GDAL writes what nobody filled.
    let tags = [
      (256, 45_000), (257, 45_000), (258, 8), (259, 8), (262, 1), (277, 1), (322, 45_056), (323, 45_056),
      (324, 0), (325, 0),
    ]
    let entries = tags.flatMap { bytes($0.0, 2) + bytes(4, 2) + bytes(1, 4) + bytes($0.1, 4) }
    let path = "\(folder.path)/sparse.tif"
    try VirtualFile.write(
      [0x49, 0x49, 42, 0] + bytes(8, 4) + bytes(tags.count, 2) + entries + bytes(0, 4), to: path)
    try VirtualFile.write("0.001\n0\n0\n-0.001\n-5\n51\n", to: "\(folder.path)/sparse.tfw")
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    for indicator in Self.indicators() {
      let layer = LayerSource(
        name: "sparse", source: path, crsOverride: "EPSG:4326", title: "sparse",
        derivations: [LayerDerivation(indicator)])
      let failure = #expect(throws: InputFailure.self) {
        _ = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
      }
      let reported = failure?.findings.map(\.message).joined() ?? ""
      #expect(
        reported.contains("stored in blocks of 45056 x 45056 cells") && reported.contains("TILED=YES"),
        "\(reported)")
    }
  }
}
