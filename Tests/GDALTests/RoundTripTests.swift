// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

/// What is written comes back, for every field type and format; where a format cannot, the test says what
/// comes instead.
@Suite struct RoundTripTests {
  struct Format: Sendable, CustomTestStringConvertible {
    var driver: String
    var file: String
    var layerOptions: OptionList = [:]
    var openOptions: OptionList = [:]
    var testDescription: String { driver }
  }

  static let geoPackage = Format(driver: "GPKG", file: "a.gpkg")
  static let geoJSON = Format(driver: "GeoJSON", file: "a.geojson")
  static let flatGeobuf = Format(driver: "FlatGeobuf", file: "a.fgb", layerOptions: ["SPATIAL_INDEX": "NO"])
  static let shapefile = Format(driver: "ESRI Shapefile", file: "a.shp", layerOptions: ["ENCODING": "UTF-8"])
  static let csv = Format(
    driver: "CSV", file: "a.csv", layerOptions: ["GEOMETRY": "AS_WKT", "CREATE_CSVT": "YES"],
    openOptions: ["EMPTY_STRING_AS_NULL": "NO"])
  static let formats = [geoPackage, geoJSON, flatGeobuf, shapefile, csv]

  static let fields = [
    FieldDefinition("flag", .integer, subtype: .boolean), FieldDefinition("small", .integer),
    FieldDefinition("large", .integer64), FieldDefinition("number", .real), FieldDefinition("words", .text),
    FieldDefinition("day", .date), FieldDefinition("clock", .time), FieldDefinition("moment", .dateTime),
    FieldDefinition("bytes", .binary), FieldDefinition("ints", .integerList),
    FieldDefinition("longs", .integer64List),
    FieldDefinition("reals", .realList), FieldDefinition("texts", .textList),
  ]

  static let values: [FieldValue] = [
    .boolean(true), .integer(-2_147_483_648), .integer(9_007_199_254_740_993), .real(0.1 + 0.2),
    .text("Évry, \"Lœ̈ß\"; 東京 🗼"), .date(CalendarDate(year: 2027, month: 2, day: 28)),
    .time(ClockTime(hour: 23, minute: 59, second: 58)),
    .dateTime(
      CalendarDate(year: 2026, month: 12, day: 31), ClockTime(hour: 1, minute: 2, second: 3.25),
      .utcOffset(minutes: 0)),
    .binary([0, 1, 254, 255]), .integerList([1, -2, 3]), .integerList([5_000_000_000, -1]),
    .realList([0.5, -1.25]),
    .textList(["a", "é", "c d"]),
  ]

  /// Writes one feature with `values`, one with nulls and one with unset fields, and reads them back.
  private func roundTrip(
    _ format: Format, fields: [FieldDefinition], values: [FieldValue], folder: MemoryFolder
  ) throws -> [Feature] {
    let path = folder.file(format.file)
    let writer = try VectorWriter(creating: path, driver: format.driver)
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .point, spatialReference: SpatialReference(epsg: 4326), fields: fields,
        options: format.layerOptions))
    let point = try Geometry.point(x: 2.25, y: 48.75)
    try layer.write(values, geometry: point)
    try layer.write(fields.map { _ in .null }, geometry: point)
    try layer.write([], geometry: point)
    try writer.close()
    let features = try Dataset.open(path, options: format.openOptions).layer().features()
    try #require(features.count == 3)
    return features
  }

  /// What comes back for a field, where it is not what was written.
  private static func returned(_ format: Format, _ field: String, _ value: FieldValue) -> FieldValue {
    switch (format.driver, field) {
    // No true time of day, no list: text instead, announced by a warning.
    case ("GPKG", "clock"), ("FlatGeobuf", "clock"), ("ESRI Shapefile", "clock"): .text("23:59:58")
    case ("GPKG", "ints"), ("FlatGeobuf", "ints"), ("ESRI Shapefile", "ints"): .text("[1,-2,3]")
    case ("GPKG", "longs"), ("FlatGeobuf", "longs"), ("ESRI Shapefile", "longs"): .text("[5000000000,-1]")
    case ("GPKG", "reals"), ("FlatGeobuf", "reals"), ("ESRI Shapefile", "reals"): .text("[0.5,-1.25]")
    case ("GPKG", "texts"), ("FlatGeobuf", "texts"), ("ESRI Shapefile", "texts"):
      .text("[\"a\",\"é\",\"c d\"]")
    case ("GeoJSON", "bytes"), ("CSV", "bytes"), ("ESRI Shapefile", "bytes"): .text("0001FEFF")
    case ("ESRI Shapefile", "moment"): .text("2026-12-31T01:02:03.250Z")
    // A Shapefile has no yes and no.
    case ("ESRI Shapefile", "flag"): .integer(1)
    // A FlatGeobuf day is a moment at midnight.
    case ("FlatGeobuf", "day"):
      .dateTime(
        CalendarDate(year: 2027, month: 2, day: 28), ClockTime(hour: 0, minute: 0, second: 0), .unknown)
    // GDAL's text formats keep 15 digits.
    case ("GeoJSON", "number"), ("CSV", "number"), ("ESRI Shapefile", "number"): .real(0.3)
    default: value
    }
  }

  /// What a null and an unset field come back as.
  private static func missing(_ format: Format, _ field: String) -> (null: FieldValue, unset: FieldValue) {
    switch format.driver {
    case "GeoJSON": (.null, .unset)
    case "FlatGeobuf": (.unset, .unset)
    // An empty column of a CSV file is an empty text where the column has texts.
    case "CSV": field == "words" || field == "bytes" ? (.text(""), .text("")) : (.unset, .unset)
    default: (.null, .null)
    }
  }

  @Test(arguments: formats)
  func everyFieldType(format: Format) throws {
    let features = try roundTrip(format, fields: Self.fields, values: Self.values, folder: MemoryFolder())
    for (field, value) in zip(Self.fields, Self.values) {
      let (null, unset) = Self.missing(format, field.name)
      #expect(features[0][field.name] == Self.returned(format, field.name, value), "\(field.name)")
      #expect(features[1][field.name] == null, "\(field.name)")
      #expect(features[2][field.name] == unset, "\(field.name)")
    }
  }

  @Test(arguments: [geoPackage, flatGeobuf])
  func numbersKeepAllDigits(format: Format) throws {
    let field = FieldDefinition("number", .real)
    for number in [0.1 + 0.2, .pi, 1e-300, -1.7976931348623157e308, .leastNonzeroMagnitude, 0] {
      let features = try roundTrip(format, fields: [field], values: [.real(number)], folder: MemoryFolder())
      #expect(features[0]["number"]?.number?.bitPattern == number.bitPattern)
    }
  }

  @Test(arguments: formats)
  func geometryAndReferenceComeBack(format: Format) throws {
    let folder = MemoryFolder()
    let path = folder.file(format.file)
    let shape = "MULTIPOLYGON (((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1)),((5 5,6 5,6 6,5 5)))"
    let writer = try VectorWriter(creating: path, driver: format.driver)
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .multiPolygon, spatialReference: SpatialReference(epsg: 4326),
        fields: [FieldDefinition("id", .integer)], options: format.layerOptions))
    let original = try Geometry(wkt: shape)
    try layer.write([.integer(1)], geometry: original)
    let hasNull = format.driver != "FlatGeobuf"
    if hasNull { try layer.write([.integer(2)], geometry: nil) }
    try writer.close()
    let read = try Dataset.open(path, options: format.openOptions).layer()
    let features = try read.features()
    #expect(try features[0].geometry?.equals(original) == true)
    #expect(features[0].geometry?.type.base == .multiPolygon)
    #expect(features[0].geometry?.area == original.area)
    if hasNull { #expect(features[1].geometry == nil) }
    #expect(read.spatialReference?.isSame(as: try SpatialReference(epsg: 4326)) == true)
  }

  /// GDAL would drop the feature and report success.
  @Test func flatGeobufRefusesFeaturesWithoutGeometry() throws {
    let folder = MemoryFolder()
    let writer = try VectorWriter(creating: folder.file("a.fgb"))
    let layer = try writer.addLayer(
      LayerDefinition("a", geometryType: .point, spatialReference: nil, fields: []))
    try layer.write([], geometry: .point(x: 1, y: 1))
    #expect(gdalError { try layer.write([], geometry: nil) }?.reason == .badArgument)
    let error = gdalError { try layer.write([], geometry: .empty(.point)) }
    #expect(error?.reason == .badArgument)
    #expect(error?.featureID == 1)
    try writer.close()
    #expect(try Dataset.open(folder.file("a.fgb")).layer().features().count == 1)
  }

  /// Null and empty geometries are two things where the format can tell them apart.
  @Test(arguments: [geoPackage, csv, geoJSON])
  func emptyGeometryIsNotNull(format: Format) throws {
    let folder = MemoryFolder()
    let path = folder.file(format.file)
    let writer = try VectorWriter(creating: path, driver: format.driver)
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .unknown, spatialReference: nil, fields: [FieldDefinition("id", .integer)],
        options: format.layerOptions))
    try layer.write([.integer(1)], geometry: .empty(.lineString))
    try layer.write([.integer(2)], geometry: nil)
    try layer.write([.integer(3)], geometry: .point(x: 1, y: 2))
    try writer.close()
    let features = try Dataset.open(path, options: format.openOptions).layer().features()
    #expect(features[0].geometry?.isEmpty == true)
    #expect(features[0].geometry?.envelope == nil)
    #expect(features[1].geometry == nil)
    #expect(features[2].geometry?.isEmpty == false)
  }

  @Test func zonesOfMomentsComeBack() throws {
    let zones: [TimeZoneFlag] = [
      .unknown, .utcOffset(minutes: 0), .utcOffset(minutes: 330), .utcOffset(minutes: -210),
    ]
    let date = CalendarDate(year: 2024, month: 2, day: 29)
    let time = ClockTime(hour: 12, minute: 34, second: 56)
    for zone in zones {
      let features = try roundTrip(
        Self.geoJSON, fields: [FieldDefinition("moment", .dateTime)], values: [.dateTime(date, time, zone)],
        folder: MemoryFolder())
      #expect(features[0]["moment"] == .dateTime(date, time, zone))
    }
  }

  @Test func idsComeBack() throws {
    let folder = MemoryFolder()
    for file in ["a.gpkg", "a.geojson"] {
      let writer = try VectorWriter(creating: folder.file(file))
      let layer = try writer.addLayer(
        LayerDefinition(
          "a", geometryType: .point, spatialReference: nil, fields: [FieldDefinition("v", .integer)]))
      for id: Int64 in [7, 5_000_000_000, 12] {
        #expect(try layer.write(id: id, [.integer(1)], geometry: .point(x: 0, y: 0)) == id)
      }
      try writer.close()
      let read = try Dataset.open(folder.file(file)).layer()
      #expect(Set(try read.features().compactMap(\.id)) == [7, 12, 5_000_000_000])
      #expect(try read.feature(id: 12)?.id == 12)
      #expect(try read.feature(id: 13) == nil)
    }
  }

  @Test func heightsAndMeasuresComeBack() throws {
    let folder = MemoryFolder()
    let writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: GeometryType(.lineString, hasZ: true, hasM: true), spatialReference: nil,
        fields: []))
    try layer.write([], geometry: Geometry(wkt: "LINESTRING ZM (0 1 2 3,4 5 6 7)"))
    try writer.close()
    let read = try Dataset.open(folder.file("a.gpkg")).layer()
    #expect(read.geometryType == GeometryType(.lineString, hasZ: true, hasM: true))
    #expect(read.geometryType.description == "LineString ZM")
    #expect(try read.features()[0].geometry?.wkt() == "LINESTRING ZM (0 1 2 3,4 5 6 7)")
  }
}
