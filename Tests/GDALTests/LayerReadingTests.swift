// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

@Suite struct LayerReadingTests {
  static let files = ["a.gpkg", "a.geojson", "a.fgb", "a.shp"]
  let folder = MemoryFolder()

  /// Point i lies at (i / 1000, 45 + i / 2000) and has the value i.
  private func layer(_ file: String, count: Int = 100) throws -> Layer {
    let path = folder.file(file)
    try Fixtures.points(count, at: path, driver: GDALRuntime.vectorDriver(forCreating: path).name)
    return try Dataset.open(path).layer()
  }

  private func values(_ layer: Layer, _ query: FeatureQuery) throws -> [Int64] {
    try layer.features(query).compactMap { $0["value"]?.wholeNumber }.sorted()
  }

  @Test(arguments: files)
  func summary(file: String) throws {
    let layer = try layer(file)
    #expect(layer.fields.map(\.name) == ["name", "value"])
    #expect(layer.fields[0].type == .text)
    #expect(layer.geometryType.base == .point)
    #expect(layer.spatialReference?.authorityCode == "EPSG:4326")
    #expect(try layer.declaredCount() == 100)
    #expect(try layer.count() == 100)
    let extent = try #require(try layer.extent())
    #expect(abs(extent.minX) < 1e-9 && abs(extent.maxX - 0.099) < 1e-9)
    #expect(abs(extent.minY - 45) < 1e-9 && abs(extent.maxY - 45.0495) < 1e-9)
    #expect(try layer.fieldIndex("value") == 1)
    let error = gdalError { try layer.fieldIndex("valeu") }
    #expect(error?.reason == .notFound && error?.hint == "did you mean \"value\"?")
  }

  @Test(arguments: files)
  func attributeFilter(file: String) throws {
    let layer = try layer(file)
    #expect(try values(layer, FeatureQuery(where: "value >= 97")) == [97, 98, 99])
    #expect(try values(layer, FeatureQuery(where: "\"value\" < 2 AND \"name\" LIKE 'feature%'")) == [0, 1])
    #expect(try layer.count(FeatureQuery(where: "value >= 97")) == 3)
    // Nothing of a filter stays behind.
    #expect(try layer.features().count == 100)
  }

  @Test(arguments: files)
  func region(file: String) throws {
    let layer = try layer(file)
    let box = Envelope(minX: 0.0095, minY: 45, maxX: 0.0125, maxY: 46)
    #expect(try values(layer, FeatureQuery(in: .envelope(box))) == [10, 11, 12])
    #expect(try values(layer, FeatureQuery(in: .geometry(.rectangle(box)))) == [10, 11, 12])
    #expect(try values(layer, FeatureQuery(where: "value <> 11", in: .envelope(box))) == [10, 12])
    #expect(try layer.count(FeatureQuery(in: .envelope(box))) == 3)
    #expect(try layer.features().count == 100)
  }

  /// Drivers drop ignored fields before they look at the filter.
  @Test(arguments: files)
  func filterOnFieldsThatAreNotRead(file: String) throws {
    let layer = try layer(file)
    let query = FeatureQuery(where: "value = 5", fields: ["name"], readsGeometry: false)
    let feature = try #require(layer.features(query).first)
    #expect(feature["name"]?.text?.hasPrefix("feature number 5 ") == true)
    #expect(feature["value"] == .unset)
    #expect(feature.geometry == nil)
    let box = Envelope(minX: 0.0095, minY: 45, maxX: 0.0105, maxY: 46)
    let inBox = try layer.features(FeatureQuery(in: .envelope(box), fields: ["value"], readsGeometry: false))
    #expect(inBox.map { $0["value"] } == [.integer(10)])
    #expect(inBox.first?.geometry == nil)
  }

  @Test(
    arguments: files, ["value = = 3", "no_such_field = 1", "\"no_such_field\" = 1", "value >", "'unfinished"])
  func brokenFilters(file: String, condition: String) throws {
    let layer = try layer(file, count: 10)
    for attempt in 0..<3 {
      let error = gdalError {
        switch attempt {
        case 0: _ = try layer.features(FeatureQuery(where: condition))
        case 1: _ = try layer.table(FeatureQuery(where: condition))
        default: _ = try layer.count(FeatureQuery(where: condition))
        }
      }
      #expect(error?.reason == .badFilter, "\(String(describing: error))")
      #expect(error?.layer == layer.name)
    }
    #expect(try layer.features().count == 10)
  }

  @Test func misspeltNameInFilterIsNamed() throws {
    let layer = try layer("a.gpkg", count: 3)
    let error = gdalError { try layer.features(FeatureQuery(where: "\"vlaue\" = 'x'")) }
    #expect(error?.hint == "did you mean \"value\"?")
    #expect(try layer.features(FeatureQuery(where: "\"fid\" = 1")).count == 1)
    #expect(try layer.features(FeatureQuery(where: "name = 'a \"quoted\" text'")).isEmpty)
  }

  @Test(arguments: files)
  func columnsEqualFeatures(file: String) throws {
    let layer = try layer(file)
    let table = try layer.table()
    let features = try layer.features()
    #expect(table.count == 100)
    #expect(table.ids == features.map(\.id))
    #expect(table.column("name")?.values == .texts(features.map { $0["name"]?.text }))
    #expect(table.column("value")?.values == .integers(features.map { $0["value"]?.wholeNumber }))
    #expect(try table.wkb == features.map { try $0.geometry?.wkb() })
    let part = try layer.table(FeatureQuery(fields: ["value"], readsGeometry: false, limit: 7))
    #expect(part.count == 7 && part.columns.count == 1 && part.wkb.isEmpty)
    #expect(part.column("name") == nil)
  }

  @Test func columnsOfEveryType() throws {
    let path = folder.file("types.geojson")
    let text = """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"i": 1, "r": 1.5, "t": "x", "b": true, "l": ["a"], "d": "2026-01-02"}, "geometry": null},
        {"type": "Feature", "properties": {"i": null, "r": null, "t": null, "b": null}, "geometry": null}]}
      """
    try VirtualFile.write(text, to: path)
    let table = try Dataset.open(path).layer().table()
    #expect(table.column("i")?.values == .integers([1, nil]))
    #expect(table.column("r")?.values == .reals([1.5, nil]))
    #expect(table.column("t")?.values == .texts(["x", nil]))
    #expect(table.column("b")?.values == .integers([1, nil]))
    #expect(table.column("l")?.values == .others([.textList(["a"]), .unset]))
    #expect(
      table.column("d")?.values == .others([.date(CalendarDate(year: 2026, month: 1, day: 2)), .unset]))
    #expect(table.wkb == [nil, nil])
  }

  @Test(arguments: files)
  func unknownFieldsAreRefused(file: String) throws {
    let error = gdalError { try layer(file, count: 3).features(FeatureQuery(fields: ["nmae"])) }
    #expect(error?.reason == .notFound)
    #expect(error?.hint == "did you mean \"name\"?")
  }

  @Test func limits() throws {
    let layer = try layer("a.gpkg")
    #expect(try layer.features(FeatureQuery(limit: 5)).count == 5)
    #expect(try layer.features(FeatureQuery(limit: 0)).isEmpty)
    #expect(try layer.features(FeatureQuery(limit: 1000)).count == 100)
  }

  @Test func errorsOfTheClosurePassThrough() throws {
    struct Stop: Error {}
    let layer = try layer("a.gpkg")
    var seen = 0
    #expect(throws: Stop.self) {
      try layer.forEachFeature { _ in
        seen += 1
        if seen == 4 { throw Stop() }
      }
    }
    #expect(seen == 4)
    // The cursor is free again and starts at the beginning.
    #expect(try layer.features().count == 100)
  }

  /// The layer has one cursor; a second reader would move it under the first one's feet.
  @Test func readingWithinReadingIsRefused() throws {
    let layer = try layer("a.gpkg")
    let again = try layer.dataset.layer()
    var reasons: Set<GDALError.Reason?> = []
    let count = try layer.forEachFeature { _ in
      reasons.insert(gdalError { try again.features() }?.reason)
      reasons.insert(gdalError { try layer.count() }?.reason)
      reasons.insert(gdalError { try layer.feature(id: 1) }?.reason)
    }
    #expect(count == 100 && reasons == [.busy])
  }

  @Test(arguments: ["a.gpkg", "a.geojson", "a.shp"])
  func emptyLayer(file: String) throws {
    let layer = try layer(file, count: 0)
    #expect(try layer.features().isEmpty)
    #expect(try layer.table().count == 0)
    #expect(try layer.count() == 0)
    #expect(try layer.extent() == nil)
    #expect(
      try layer.features(FeatureQuery(in: .envelope(Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)))).isEmpty)
  }

  @Test(arguments: ["a.gpkg", "a.fgb", "a.shp", "a.csv"])
  func layerWithoutReference(file: String) throws {
    let writer = try VectorWriter(creating: folder.file(file))
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .point, spatialReference: nil, fields: [FieldDefinition("v", .integer)],
        options: file == "a.csv" ? ["GEOMETRY": "AS_WKT"] : [:]))
    try layer.write([.integer(1)], geometry: .point(x: 1, y: 2))
    try writer.close()
    let read = try Dataset.open(folder.file(file)).layer()
    #expect(read.spatialReference == nil)
    #expect(try read.features()[0].geometry?.coordinate() == Coordinate(x: 1, y: 2))
  }

  @Test func plainTablesHaveNoRegion() throws {
    let layer = try Dataset.open(folder.write("id,name\n1,a\n", as: "table.csv")).layer()
    #expect(layer.geometryType == .none)
    #expect(try layer.extent() == nil)
    let query = FeatureQuery(in: .envelope(Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)))
    #expect(gdalError { try layer.features(query) }?.reason == .badFilter)
    #expect(try layer.features().map { $0["name"] } == [.text("a")])
  }

  /// A source whose layers are filled while the file is read once, and that declares no counts.
  @Test func openStreetMapFilesAreRead() throws {
    var osm = "<osm version='0.6'>"
    for id in 1...4 {
      osm += "<node id='\(id)' lat='48.\(id)' lon='2.\(id)' version='1'>"
      osm += id < 4 ? "<tag k='name' v='place \(id)'/></node>" : "</node>"
    }
    osm += "<way id='9' version='1'><nd ref='1'/><nd ref='4'/><tag k='power' v='line'/></way></osm>"
    let dataset = try Dataset.open(folder.write(osm, as: "a.osm"))
    #expect(dataset.driverName == "OSM")
    let lines = try dataset.layer(named: "lines")
    #expect(try lines.declaredCount() == nil)
    let line = try #require(lines.features().first)
    #expect(try line.geometry?.paths()[0].x == [2.1, 2.4])
    let names = try dataset.layer(named: "points").features().map { $0["name"] }
    #expect(names == [.text("place 1"), .text("place 2"), .text("place 3")])
  }

  /// GML says latitude first for this system, and with this option the driver leaves the coordinates as they
  /// are written.
  @Test func latitudeFirstSourcesAreTurned() throws {
    let gml = """
      <?xml version="1.0" encoding="utf-8"?>
      <ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml/3.2">
      <ogr:featureMember><ogr:place gml:id="p.1"><ogr:geometryProperty>
      <gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="g.1"><gml:pos>48.5 2.25</gml:pos></gml:Point>
      </ogr:geometryProperty><ogr:name>x</ogr:name></ogr:place></ogr:featureMember></ogr:FeatureCollection>
      """
    let path = try folder.write(gml, as: "a.gml")
    for option in ["YES", "NO"] {
      let layer = try Dataset.open(path, options: ["INVERT_AXIS_ORDER_IF_LAT_LONG": option]).layer()
      let expected = Coordinate(x: 2.25, y: 48.5)
      #expect(try layer.features()[0].geometry?.coordinate() == expected, "\(option)")
      #expect(try Geometry(wkb: #require(layer.table().wkb[0])).coordinate() == expected, "\(option)")
      #expect(try layer.extent()?.center == expected, "\(option)")
      let near = Envelope(minX: 2, minY: 48, maxX: 3, maxY: 49)
      #expect(try layer.features(FeatureQuery(in: .envelope(near))).count == 1, "\(option)")
      #expect(try layer.features(FeatureQuery(in: .geometry(.rectangle(near)))).count == 1, "\(option)")
      #expect(try layer.features(FeatureQuery(in: .envelope(near.expanded(by: -0.6)))).isEmpty, "\(option)")
      #expect(layer.spatialReference?.authorityCode == "EPSG:4326")
    }
  }

  @Test func textThatIsNotUTF8IsRepairedWithAWarning() throws {
    let layer = try Dataset.open(
      folder.write(Array("id,name\n1,caf".utf8) + [0xE9, UInt8(ascii: "\n")], as: "latin.csv")
    ).layer()
    #expect(try layer.features()[0]["name"]?.text == "caf\u{FFFD}")
    #expect(layer.dataset.warnings.contains { $0.text.contains("field 'name'") && $0.text.contains("UTF-8") })
  }
}
