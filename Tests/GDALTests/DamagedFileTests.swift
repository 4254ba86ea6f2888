// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

/// Damaged and incomplete files must never be read as if they were smaller.
@Suite struct DamagedFileTests {
  let folder = MemoryFolder()

  /// 2000 points with the bytes from 45 % to 55 % of the file overwritten.
  private func damagedGeoPackage() throws -> String {
    let whole = folder.file("whole.gpkg")
    try Fixtures.points(2000, at: whole, driver: "GPKG")
    var bytes = try VirtualFile.read(whole)
    let page = 4096
    let first = bytes.count * 45 / 100 / page * page
    for index in first..<(first + 12 * page) { bytes[index] = UInt8(truncatingIfNeeded: index &* 37) }
    return try folder.write(bytes, as: "damaged.gpkg")
  }

  private func cutFlatGeobuf(keeping share: Double) throws -> String {
    let whole = folder.file("whole.fgb")
    try Fixtures.points(2000, at: whole, driver: "FlatGeobuf")
    let bytes = try VirtualFile.read(whole)
    return try folder.write(Array(bytes.prefix(Int(Double(bytes.count) * share))), as: "cut.fgb")
  }

  @Test func damagedGeoPackageFails() throws {
    let path = try damagedGeoPackage()
    let layer = try Dataset.open(path).layer(at: 0)
    var read = 0
    let error = gdalError { try layer.forEachFeature { _ in read += 1 } }
    #expect(error?.reason == .readFailed)
    #expect(error?.message.contains("malformed") == true)
    #expect(error?.message.contains("of 2000") == true)
    #expect(error?.path == path)
    #expect(error?.layer == "points")
    #expect(read < 2000)
  }

  @Test func damagedGeoPackageFailsInEveryWayOfReading() throws {
    let layer = try Dataset.open(damagedGeoPackage()).layer(at: 0)
    #expect(gdalError { try layer.table() }?.reason == .readFailed)
    #expect(gdalError { try layer.features() }?.reason == .readFailed)
    #expect(gdalError { try layer.features(FeatureQuery(where: "value >= 0")) }?.reason == .readFailed)
    let everywhere = Envelope(minX: -180, minY: -90, maxX: 180, maxY: 90)
    #expect(gdalError { try layer.features(FeatureQuery(in: .envelope(everywhere))) }?.reason == .readFailed)
  }

  /// GDAL gives no error at all for this one, only fewer features.
  @Test(arguments: [0.19, 0.25, 0.5, 0.9, 0.999])
  func cutFlatGeobufFails(share: Double) throws {
    let layer = try Dataset.open(cutFlatGeobuf(keeping: share)).layer(at: 0)
    #expect(try layer.declaredCount() == 2000)
    let error = gdalError { try layer.features() }
    #expect(error?.reason == .incompleteRead || error?.reason == .readFailed)
    #expect(error?.message.contains("2000") == true)
  }

  /// The case that a check of messages alone would miss: the file ends where a feature would begin, or in its
  /// index.
  @Test func silentlyCutFlatGeobufFailsByCount() throws {
    let path = try cutFlatGeobuf(keeping: 0.19)
    let whole = try VirtualFile.read(folder.file("whole.fgb"))
    var silent = 0
    for length in stride(from: whole.count * 17 / 100, to: whole.count * 22 / 100, by: 997) {
      try VirtualFile.write(Array(whole.prefix(length)), to: path)
      let error = gdalError { try Dataset.open(path).layer(at: 0).features() }
      if error?.reason == .incompleteRead {
        silent += 1
        #expect(error?.messages.isEmpty == true)
      }
    }
    #expect(silent > 0)
  }

  /// With a filter there is no declared count to compare with.
  @Test(arguments: [0.25, 0.5, 0.9])
  func cutFlatGeobufFailsWithAFilterToo(share: Double) throws {
    let path = try cutFlatGeobuf(keeping: share)
    let byValue = FeatureQuery(where: "value < 1")
    let byPlace = FeatureQuery(in: .envelope(Envelope(minX: 0, minY: 45, maxX: 0.01, maxY: 45.1)))
    for query in [byValue, byPlace] {
      let error = gdalError { try Dataset.open(path).layer(at: 0).features(query) }
      #expect(error?.reason == .incompleteRead || error?.reason == .readFailed)
    }
  }

  @Test func cutFlatGeobufWithoutIndexFailsWithAFilterToo() throws {
    let whole = folder.file("plain.fgb")
    try Fixtures.points(2000, at: whole, driver: "FlatGeobuf", layerOptions: ["SPATIAL_INDEX": "NO"])
    let bytes = try VirtualFile.read(whole)
    // The cut is searched where a feature ends, since GDAL stays silent there only.
    let cut = try folder.write(Array(bytes.prefix(bytes.count / 2)), as: "plain-cut.fgb")
    let query = FeatureQuery(where: "value < 1")
    let error = gdalError { try Dataset.open(cut).layer(at: 0).features(query) }
    #expect(error?.reason == .incompleteRead || error?.reason == .readFailed)
    #expect(try Dataset.open(whole).layer(at: 0).features(query).count == 1)
  }

  @Test func cutGeoJSONFailsOnOpening() throws {
    let whole = folder.file("whole.geojson")
    try Fixtures.points(2000, at: whole, driver: "GeoJSON")
    let bytes = try VirtualFile.read(whole)
    let cut = try folder.write(Array(bytes.prefix(bytes.count / 3)), as: "cut.geojson")
    #expect(gdalError { try Dataset.open(cut) }?.reason == .openFailed)
  }

  @Test(arguments: ["shp", "dbf"])
  func cutShapefileFails(part: String) throws {
    try Fixtures.points(2000, at: folder.file("whole.shp"), driver: "ESRI Shapefile")
    let bytes = try VirtualFile.read(folder.file("whole.\(part)"))
    try VirtualFile.write(Array(bytes.prefix(bytes.count / 2)), to: folder.file("whole.\(part)"))
    let error = gdalError { try Dataset.open(folder.file("whole.shp")).layer(at: 0).features() }
    #expect([.openFailed, .readFailed, .incompleteRead].contains(error?.reason))
  }

  /// A Shapefile counts deleted features until it is packed; that is no damage.
  @Test func deletedFeaturesOfAShapefileAreNotMissed() throws {
    try Fixtures.points(50, at: folder.file("some.shp"), driver: "ESRI Shapefile")
    var table = try VirtualFile.read(folder.file("some.dbf"))
    let header = Int(table[8]) + Int(table[9]) * 256
    let record = Int(table[10]) + Int(table[11]) * 256
    // An asterisk in the first byte of a record marks it as deleted.
    for number in [3, 17, 49] { table[header + number * record] = UInt8(ascii: "*") }
    try VirtualFile.write(table, to: folder.file("some.dbf"))
    let layer = try Dataset.open(folder.file("some.shp")).layer(at: 0)
    let values = try layer.features().compactMap { $0["value"]?.wholeNumber }
    #expect(values == (0..<50).filter { ![3, 17, 49].contains($0) }.map(Int64.init))
  }

  @Test func cutTIFFFails() throws {
    let path = folder.file("whole.tif")
    let writer = try RasterWriter(
      creating: path, layout: .init(width: 200, height: 200),
      options: ["TILED": "YES", "COMPRESS": "DEFLATE"])
    var state: UInt64 = 1
    let noise = (0..<40_000).map { _ -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Double(state >> 11)
    }
    try writer.write(noise)
    try writer.close()
    let bytes = try VirtualFile.read(path)
    let cut = try folder.write(Array(bytes.prefix(bytes.count * 6 / 10)), as: "cut.tif")
    // GDAL may refuse it at once or when the lost blocks are wanted; either will do.
    let error = gdalError { try Dataset.open(cut).band(1).doubles() }
    #expect(error?.reason == .openFailed || error?.reason == .readFailed)
  }
}
