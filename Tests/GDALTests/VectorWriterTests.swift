// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

@Suite struct VectorWriterTests {
  let folder = MemoryFolder()

  private func definition(_ name: String = "a", _ fields: [FieldDefinition] = []) -> LayerDefinition {
    LayerDefinition(name, geometryType: .point, spatialReference: nil, fields: fields)
  }

  @Test func driversThatCannotWriteAreRefused() {
    let unknown = gdalError { try VectorWriter(creating: folder.file("a.gpkg"), driver: "GPGK") }
    #expect(unknown?.reason == .driverUnknown && unknown?.hint == "did you mean \"GPKG\"?")
    let raster = gdalError { try VectorWriter(creating: folder.file("a.tif"), driver: "GTiff") }
    #expect(raster?.reason == .driverUnsuitable && raster?.message.contains("rasters") == true)
    let reader = gdalError { try VectorWriter(creating: folder.file("a.osm"), driver: "OSM") }
    #expect(reader?.reason == .driverUnsuitable && reader?.message.contains("only read") == true)
    #expect(reader?.hint?.contains("GPKG") == true || reader?.hint?.contains("Shapefile") == true)
    #expect(gdalError { try VectorWriter(creating: folder.file("a.xyzzy")) }?.reason == .driverUnknown)
  }

  @Test(arguments: ["GPKG", "GeoJSON", "FlatGeobuf", "ESRI Shapefile", "CSV"])
  func unwritablePathsFail(driver: String) throws {
    let error = gdalError {
      let writer = try VectorWriter(creating: "/no/such/folder/a.file", driver: driver)
      let layer = try writer.addLayer(definition("a", [FieldDefinition("v", .integer)]))
      try layer.write([.integer(1)], geometry: .point(x: 0, y: 0))
      try writer.close()
    }
    #expect(error?.reason == .writeFailed, "\(String(describing: error))")
    #expect(error?.path == "/no/such/folder/a.file")
    #expect(gdalError { try VectorWriter(creating: "", driver: driver) }?.reason == .writeFailed)
  }

  @Test func existingFilesAreKeptUnlessToldOtherwise() throws {
    let path = folder.file("a.gpkg")
    try Fixtures.points(3, at: path, driver: "GPKG")
    #expect(gdalError { try VectorWriter(creating: path) }?.reason == .writeFailed)
    #expect(try Dataset.open(path).layer().count() == 3)
    let writer = try VectorWriter(creating: path, overwrites: true)
    try writer.addLayer(definition()).write([], geometry: .point(x: 0, y: 0))
    try writer.close()
    #expect(try Dataset.open(path).layer().count() == 1)
    let broken = try folder.write("no GeoPackage", as: "b.gpkg")
    let second = try VectorWriter(creating: broken, overwrites: true)
    try second.addLayer(definition()).write([], geometry: .point(x: 0, y: 0))
    try second.close()
    #expect(try Dataset.open(broken).layer().count() == 1)
  }

  @Test(arguments: ["a.gpkg", "a.geojson", "a.fgb", "a.csv", "a.shp"])
  func abandonedFilesAreRemoved(file: String) throws {
    for explicit in [true, false] {
      do {
        let writer = try VectorWriter(creating: folder.file(file))
        let layer = try writer.addLayer(definition("a", [FieldDefinition("v", .integer)]))
        for i in 0..<10 { try layer.write([.integer(Int64(i))], geometry: .point(x: 0, y: 0)) }
        if explicit { writer.abandon() }
      }
      #expect(VirtualFile.names(in: folder.path) == [])
    }
  }

  @Test func otherFilesOfAFolderSurvive() throws {
    let disk = try TemporaryFolder()
    try Fixtures.points(2, at: disk.file("old.shp"), driver: "ESRI Shapefile")
    let before = VirtualFile.names(in: disk.path)
    do {
      let writer = try VectorWriter(creating: disk.path, driver: "ESRI Shapefile")
      try writer.addLayer(definition("new")).write([], geometry: .point(x: 0, y: 0))
      writer.abandon()
    }
    #expect(Set(VirtualFile.names(in: disk.path)).isSuperset(of: before))
    #expect(try Dataset.open(disk.file("old.shp")).layer().features().count == 2)
  }

  @Test func writingAfterClosingFails() throws {
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(definition())
    try layer.write([], geometry: .point(x: 0, y: 0))
    try writer.close()
    try writer.close()
    writer.abandon()
    #expect(gdalError { try layer.write([], geometry: .point(x: 0, y: 0)) }?.reason == .closed)
    #expect(gdalError { try writer.addLayer(definition("b")) }?.reason == .closed)
    #expect(try Dataset.open(folder.file("a.gpkg")).layer().count() == 1)
  }

  @Test func oneLayerFormatsRefuseASecond() throws {
    let writer = try VectorWriter(creating: folder.file("a.geojson"))
    _ = try writer.addLayer(definition("one"))
    #expect(gdalError { try writer.addLayer(definition("two")) }?.reason == .writeFailed)
  }

  @Test func valuesThatDoNotFitAreRefused() throws {
    let fields = [
      FieldDefinition("small", .integer), FieldDefinition("tiny", .integer, subtype: .int16),
      FieldDefinition("flag", .integer, subtype: .boolean), FieldDefinition("large", .integer64),
      FieldDefinition("real", .real), FieldDefinition("text", .text), FieldDefinition("moment", .dateTime),
    ]
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(definition("a", fields))
    let bad: [(String, FieldValue)] = [
      ("small", .integer(2_147_483_648)), ("tiny", .integer(32_768)), ("flag", .integer(2)),
      ("small", .real(1.5)),
      ("large", .real(.nan)), ("large", .real(1e300)), ("real", .integer(9_007_199_254_740_993)),
      ("text", .text("a\0b")),
      (
        "moment",
        .dateTime(
          CalendarDate(year: 1_000_000, month: 1, day: 1), ClockTime(hour: 0, minute: 0, second: 0), .unknown)
      ),
      (
        "moment",
        .dateTime(
          CalendarDate(year: 2026, month: 1, day: 1), ClockTime(hour: 0, minute: 0, second: 0),
          .utcOffset(minutes: 7))
      ),
    ]
    for (name, value) in bad {
      let index = try #require(fields.firstIndex { $0.name == name })
      var values = [FieldValue](repeating: .unset, count: index)
      values.append(value)
      let error = gdalError { try layer.write(values, geometry: .point(x: 0, y: 0)) }
      #expect(error?.reason == .badArgument, "\(name) \(value)")
      #expect(error?.message.contains(name) == true)
      #expect(error?.featureID == 0)
    }
    let tooMany = [FieldValue](repeating: .null, count: fields.count + 1)
    #expect(gdalError { try layer.write(tooMany, geometry: nil) }?.reason == .badArgument)
    try layer.write([.real(2), .integer(-32_768), .integer(1), .real(1e15), .integer(1 << 53), .integer(5)])
    try writer.close()
    let feature = try Dataset.open(folder.file("a.gpkg")).layer().features()[0]
    #expect(
      feature.values.prefix(6) == [
        .integer(2), .integer(-32_768), .boolean(true), .integer(1_000_000_000_000_000),
        .real(9_007_199_254_740_992), .text("5"),
      ])
  }

  @Test func constraintsOfTheFormatAreReported() throws {
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(
      definition(
        "a",
        [
          FieldDefinition("code", .text, isNullable: false, isUnique: true),
          FieldDefinition("n", .integer, defaultValue: "7"),
        ]))
    try layer.write([.text("x")], geometry: .point(x: 0, y: 0))
    let twice = gdalError { try layer.write([.text("x")], geometry: .point(x: 0, y: 0)) }
    #expect(
      twice?.reason == .writeFailed && twice?.message.contains("UNIQUE") == true && twice?.featureID == 1)
    #expect(gdalError { try layer.write([.null], geometry: .point(x: 0, y: 0)) }?.reason == .writeFailed)
    try layer.write([.text("y")], geometry: .point(x: 0, y: 0))
    try writer.close()
    let read = try Dataset.open(folder.file("a.gpkg")).layer()
    #expect(read.fields[0].isUnique && !read.fields[0].isNullable)
    #expect(try read.features().map(\.values) == [[.text("x"), .integer(7)], [.text("y"), .integer(7)]])
  }

  @Test(arguments: ["a.gpkg", "a.fgb", "a.geojson", "a.csv"])
  func sameCallsSameBytes(file: String) throws {
    let first = MemoryFolder()
    let second = MemoryFolder()
    for folder in [first, second] {
      try Fixtures.points(
        300, at: folder.file(file), driver: GDALRuntime.vectorDriver(forCreating: file).name)
      // The clock must not matter; a GeoPackage stores milliseconds.
      Thread.sleep(forTimeInterval: 0.005)
    }
    #expect(try VirtualFile.read(first.file(file)) == VirtualFile.read(second.file(file)))
  }

  @Test func theDateIsTheOneGiven() throws {
    let date = CalendarDate(year: 2025, month: 6, day: 7)
    for file in ["a.gpkg", "a.shp"] {
      let writer = try VectorWriter(creating: folder.file(file), date: date)
      try writer.addLayer(definition("a", [FieldDefinition("v", .integer)])).write(
        [.integer(1)], geometry: .point(x: 0, y: 0))
      try writer.close()
    }
    let change = try Dataset.open(folder.file("a.gpkg")).withSQLResult(
      "SELECT last_change FROM gpkg_contents"
    ) {
      try $0.features()[0].values[0].description
    }
    #expect(change.hasPrefix("2025-06-07"))
    // Bytes 1 to 3 of a dBASE file: year since 1900, month, day.
    #expect(try Array(VirtualFile.read(folder.file("a.dbf"))[1...3]) == [125, 6, 7])
  }

  @Test func statementsRun() throws {
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(definition("a", [FieldDefinition("v", .integer)]))
    for v in 0..<5 { try layer.write([.integer(Int64(v))], geometry: .point(x: 0, y: 0)) }
    try writer.execute("CREATE VIEW large AS SELECT * FROM a WHERE v > 2")
    #expect(gdalError { try writer.execute("CREATE NONSENSE") }?.reason == .badFilter)
    try writer.close()
    let count = try Dataset.open(folder.file("a.gpkg")).withSQLResult("SELECT COUNT(*) AS n FROM large") {
      try $0.features()[0]["n"]
    }
    #expect(count == .integer(2))
  }

  @Test func lostGeometryIsAnnounced() throws {
    let writer = try VectorWriter(creating: folder.file("a.csv"))
    let layer = try writer.addLayer(definition("a", [FieldDefinition("v", .integer)]))
    #expect(writer.warnings.contains { $0.text.contains("geometries are not stored") })
    try layer.write([.integer(1)], geometry: .point(x: 0, y: 0))
    try writer.close()
  }

  @Test func replacedTypesAreAnnounced() throws {
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(definition("a", [FieldDefinition("list", .realList)]))
    #expect(layer.fields[0].type == .text)
    #expect(
      writer.warnings.contains { $0.text.contains("list") && $0.text.contains("text instead of realList") })
    writer.abandon()
  }

  /// The text formats of GDAL report success when their file is not all there, as after a full disk; here it
  /// is gone altogether while the driver writes on.
  @Test(arguments: ["GeoJSON", "CSV"])
  func cutOutputIsNoticed(driver: String) throws {
    let disk = try TemporaryFolder()
    let path = disk.file("a.out")
    let writer = try VectorWriter(creating: path, driver: driver)
    let layer = try writer.addLayer(definition("a", [FieldDefinition("v", .integer)]))
    for v in 0..<5000 { try layer.write([.integer(Int64(v))], geometry: .point(x: 0, y: 0)) }
    try FileManager.default.removeItem(atPath: path)
    #expect(gdalError { try writer.close() }?.reason == .writeFailed)
  }

  @Test func standardOutputTakesAStream() async {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let writer = try VectorWriter(creating: "/vsistdout/", driver: "GeoJSON")
      let layer = try writer.addLayer(
        LayerDefinition(
          "a", geometryType: .point, spatialReference: nil, fields: [FieldDefinition("v", .integer)]))
      try layer.write([.integer(5)], geometry: .point(x: 1, y: 2))
      try writer.close()
    }
    let text = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(text.contains("\"FeatureCollection\""))
    #expect(text.contains("\"v\": 5"))
  }

  @Test func plainTablesTakeNoGeometry() throws {
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .none, spatialReference: nil, fields: [FieldDefinition("v", .integer)]))
    #expect(
      gdalError { try layer.write([.integer(1)], geometry: .point(x: 0, y: 0)) }?.reason == .badArgument)
    try layer.write([.integer(1)])
    try writer.close()
    let read = try Dataset.open(folder.file("a.gpkg")).layer()
    #expect(read.geometryType == .none)
    #expect(try read.features().map(\.values) == [[.integer(1)]])
  }

  @Test func otherFormats() throws {
    // Formats with a schema of their own refuse or bend a generic layer; these take one.
    for (driver, file) in [
      ("LIBKML", "a.kml"), ("GML", "a.gml"), ("SQLite", "a.sqlite"), ("MapInfo File", "a.tab"),
      ("GeoJSONSeq", "a.geojsonl"),
      ("JML", "a.jml"), ("ODS", "a.ods"), ("XLSX", "a.xlsx"),
    ] where GDALRuntime.drivers.contains(where: { $0.name == driver }) {
      let path = folder.file(file)
      let writer = try VectorWriter(creating: path, driver: driver)
      let layer = try writer.addLayer(
        LayerDefinition(
          "a", geometryType: .point, spatialReference: SpatialReference(epsg: 4326),
          fields: [
            FieldDefinition("label", .text), FieldDefinition("large", .integer64),
            FieldDefinition("day", .date),
          ]))
      for i in 0..<10 {
        try layer.write(
          [.text("é\(i)"), .integer(Int64(i)), .date(CalendarDate(year: 2026, month: 1, day: 1 + i))],
          geometry: .point(x: Double(i), y: 45))
      }
      try writer.close()
      let read = try Dataset.open(path, contents: .vector, drivers: [driver]).layer(at: 0)
      let features = try read.features()
      #expect(features.count == 10, "\(driver)")
      #expect(features[3]["label"] == .text("é3"), "\(driver)")
      #expect(features[3]["large"]?.description.prefix(1) == "3", "\(driver)")
    }
  }
}
