// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("What inspect finds in a source")
struct SourceSummaryTests {
  let folder = MemoryFolder()

  /// Points in CSV without a reference system.
  private func csv(_ places: [(x: Double, y: Double)]) throws -> String {
    try folder.write(
      "name,x,y\n" + places.enumerated().map { "p\($0.offset),\($0.element.x),\($0.element.y)\n" }.joined(),
      as: "places-\(UInt64.random(in: 0 ... .max)).csv")
  }

  private func geoJSON(_ features: [String], name: String = "layer.geojson") throws -> String {
    try folder.write(GeoJSON.collection(features), as: name)
  }

  private func feature(_ geometry: String, _ properties: String = "{}") -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
  }

  @Test("Types of geometry are those that were met, with missing, empty and invalid ones counted")
  func geometries() throws {
    let bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[2,48],[3,49],[3,48],[2,49],[2,48]]]}"
    let square = "{\"type\":\"Polygon\",\"coordinates\":[[[2,48],[3,48],[3,49],[2,49],[2,48]]]}"
    let point = "{\"type\":\"Point\",\"coordinates\":[1,47]}"
    let path = try geoJSON([
      feature(square), feature(bowTie), feature(square), feature(point), feature("null"),
      feature("{\"type\":\"Polygon\",\"coordinates\":[]}"),
    ])
    let layer = try #require(try SourceSummary.read(path).layers.first)
    #expect(layer.features == 6 && layer.featuresDeclared == 6)
    #expect(layer.geometries.map { "\($0.features) \($0.type)" } == ["3 Polygon", "1 Point"])
    #expect(layer.dimension == 2)
    #expect(layer.nullGeometries == 2)
    #expect(layer.invalidGeometries == 1)
    #expect(layer.firstInvalid.contains("feature 1") && layer.firstInvalid.contains("intersection"))
    #expect(layer.place.extent == [1, 47, 3, 49])
  }

  @Test("Fields have their nulls, different values and least and largest number")
  func fields() throws {
    let rows = (0..<10).map { index in
      feature(
        "{\"type\":\"Point\",\"coordinates\":[2,48]}",
        "{\"kv\":\(index % 2 == 0 ? "225" : "null"),\"n\":\(Double(index) - 4.5),\"s\":\"t\(index % 3)\",\"code\":\"0\(index)\","
          + "\"num\":\"\(index)\",\"many\":\"value \(index)\",\"never\":null}")
    }
    let layer = try #require(try SourceSummary.read(try geoJSON(rows)).layers.first)
    func field(_ name: String) throws -> SourceSummary.Field {
      try #require(layer.fields.first { $0.name == name })
    }
    let kv = try field("kv")
    #expect(
      kv.nulls == 5 && kv.examples == ["225"] && !kv.hasMoreValues && kv.minimum == 225 && kv.maximum == 225)
    let n = try field("n")
    #expect(n.nulls == 0 && n.minimum == -4.5 && n.maximum == 4.5 && n.examples.count == 5 && n.hasMoreValues)
    #expect(try field("s").examples == ["t0", "t1", "t2"])
    #expect(try field("s").minimum == nil)
    #expect(try field("code").minimum == nil, "a code with a zero in front is no number")
    #expect(try field("num").minimum == 0 && field("num").maximum == 9)
    #expect(try field("many").examples == (0..<5).map { "value \($0)" })
    #expect(try field("never").nulls == 10 && field("never").examples.isEmpty)
  }

  @Test("A text that is a number only at first has no least and largest one")
  func mixedTexts() throws {
    let path = try folder.write("a,x,y\n5,2,48\n7,2,48\nx,2,48\n9,2,48\n,2,48\n", as: "mixed.csv")
    let layer = try #require(try SourceSummary.read(path).layers.first)
    #expect(layer.fields[0].minimum == nil && layer.fields[0].nulls == 1)
    #expect(layer.fields[1].minimum == 2 && layer.fields[2].maximum == 48)
  }

  /// Towns near the ends of metropolitan France.
  private static let towns: [(x: Double, y: Double)] = [
    (-4.78, 48.35), (7.98, 48.96), (9.45, 42.7), (2.53, 51.05), (3.03, 42.44), (-1.78, 43.37), (8.9, 41.38),
  ]

  @Test(
    "Coordinates without a system are recognised by where they lie",
    arguments: [
      (2154, "Lambert-93 (crs = \"EPSG:2154\")"), (27572, "NTF Lambert II étendu (crs = \"EPSG:27572\")"),
      (3857, "web Mercator (crs = \"EPSG:3857\")"), (25831, "UTM zone 31N (crs = \"EPSG:25831\")"),
      (3035, "LAEA Europe (crs = \"EPSG:3035\")"), (4326, "longitude and latitude: crs = \"EPSG:4326\""),
    ])
  func recognised(code: Int, words: String) throws {
    let transform = try CoordinateTransform(
      from: SpatialReference(epsg: 4326), to: SpatialReference(epsg: code))
    let places = try Self.towns.map { try transform.transform(Coordinate(x: $0.x, y: $0.y)) }
    let layer = try #require(try SourceSummary.read(try csv(places.map { ($0.x, $0.y) })).layers.first)
    #expect(layer.geometries.first?.features == Self.towns.count, "columns x and y are coordinates")
    #expect(layer.place.reference == nil && layer.place.extentDegrees == nil)
    #expect(layer.place.hints.count == 1)
    #expect(layer.place.hints.first?.contains(words) == true, "\(layer.place.hints)")
  }

  @Test("Latitude before longitude is noticed, with and without a system")
  func turned() throws {
    let turned = Self.towns.map { ($0.y, $0.x) }
    let bare = try #require(try SourceSummary.read(try csv(turned)).layers.first)
    #expect(bare.place.hints.first?.contains("look like latitude first") == true)
    let stated = try geoJSON(turned.map { feature("{\"type\":\"Point\",\"coordinates\":[\($0.0),\($0.1)]}") })
    let place = try #require(try SourceSummary.read(stated).layers.first).place
    #expect(place.reference?.code == "EPSG:4326")
    #expect(place.reaches.isEmpty)
    #expect(
      place.hints
        == [
          "x in 41.38..51.05 and y in -4.78..9.45 look like latitude first: exchange the two before using the layer"
        ])
  }

  @Test("A system that does not fit the coordinates is noticed")
  func wrongSystem() throws {
    // Lambert-93 metres in a format that can only mean degrees.
    let metres = try geoJSON([feature("{\"type\":\"Point\",\"coordinates\":[652000,6862000]}")])
    let degrees = try #require(try SourceSummary.read(metres).layers.first).place
    #expect(degrees.hints.first?.contains("are no degrees") == true)
    #expect(degrees.hints.first?.contains("Lambert-93") == true)
    // Degrees in a system of metres.
    let raster = try grid(epsg: 2154, west: 2, north: 48, step: 0.01)
    #expect(try SourceSummary.read(raster).raster?.place.hints.first?.contains("look like degrees") == true)
    // Lambert-93 metres stated as web Mercator lie off Norway.
    let other = try grid(epsg: 3857, west: 652_000, north: 7_062_000, step: 1_000)
    let found = try #require(try SourceSummary.read(other).raster).place
    #expect(found.reaches.isEmpty && found.hints.first?.contains("but look like Lambert-93") == true)
  }

  @Test("What fits has no hints, wherever it lies")
  func fits() throws {
    for (x, y, reaches) in [
      (2.3, 48.9, ["metropolitan France"]), (55.4, -21.1, ["La Réunion"]),
      (-61.5, 16.2, ["Guadeloupe or Martinique"]),
      (-52.3, 4.9, ["Guyane"]), (45.2, -12.8, ["Mayotte"]), (-74, 40.7, []), (139.7, 35.7, []),
    ] as [(Double, Double, [String])] {
      let path = try geoJSON([feature("{\"type\":\"Point\",\"coordinates\":[\(x),\(y)]}")])
      let place = try #require(try SourceSummary.read(path).layers.first).place
      #expect(place.reaches == reaches && place.hints == [])
      #expect(place.extentDegrees == [x, y, x, y])
    }
    let around = try geoJSON([feature("{\"type\":\"Point\",\"coordinates\":[357,48]}")])
    #expect(try SourceSummary.read(around).layers.first?.place.hints.first?.contains("run to 360") == true)
  }

  private func grid(
    epsg: Int, west: Double, north: Double, step: Double, width: Int = 20, height: Int = 10, gap: Bool = false
  ) throws -> String {
    let path = folder.file("grid-\(epsg)-\(width)-\(gap).tif")
    let writer = try RasterWriter(
      creating: path,
      layout: .init(
        width: width, height: height, type: .float32,
        geoTransform: GeoTransform(west: west, north: north, pixelWidth: step, pixelHeight: step),
        spatialReference: SpatialReference(epsg: epsg), noData: -9_999))
    var values = (0..<width * height).map { Double($0 % 1_000) }
    if gap { values[3] = -9_999 }
    try writer.write(values)
    try writer.close()
    return path
  }

  @Test("A raster says its cells, its values and where it lies")
  func raster() throws {
    let found = try SourceSummary.read(
      try grid(epsg: 2154, west: 600_000, north: 6_900_000, step: 500, gap: true))
    let raster = try #require(found.raster)
    #expect(found.layers.isEmpty && found.driver == "GTiff")
    #expect(raster.cellSize == [500, 500])
    #expect(raster.place.extent == [600_000, 6_895_000, 610_000, 6_900_000])
    #expect(raster.place.reference?.code == "EPSG:2154" && raster.place.reference?.unit == "metre")
    #expect(raster.place.reaches == ["metropolitan France"])
    let band = try #require(raster.bands.first)
    #expect(band.width == 20 && band.height == 10 && band.noData == -9_999)
    #expect(band.minimum == 0 && band.maximum == 199 && band.cellsRead == 200 && band.cellsWithoutValue == 1)
  }

  @Test("Of a raster that is too large to read for a question, evenly spread blocks are read")
  func largeRaster() throws {
    let path = try grid(epsg: 2154, west: 600_000, north: 6_900_000, step: 1, width: 1_500, height: 1_500)
    let found = try RasterSurvey.survey(Dataset.open(path), cellLimit: 500_000)
    let band = try #require(found.bands.first)
    #expect(band.cellsRead < 600_000 && band.cellsRead > 300_000)
    #expect(band.minimum == 0 && band.maximum == 999)
  }

  @Test("Columns of a CSV file that are named otherwise are pointed out, and an option makes them geometries")
  func columns() throws {
    let path = try folder.write("nom,coord_x_m,coord_y_m\na,652000,6862000\n", as: "coord.csv")
    let bare = try #require(try SourceSummary.read(path).layers.first)
    #expect(bare.geometries.isEmpty && bare.dimension == nil)
    #expect(
      bare.place.hints.first?.contains(
        "open_options = { X_POSSIBLE_NAMES = \"coord_x_m\", Y_POSSIBLE_NAMES = \"coord_y_m\" }") == true)
    let named = try SourceSummary.read(
      path, openOptions: ["X_POSSIBLE_NAMES": "coord_x_m", "Y_POSSIBLE_NAMES": "coord_y_m"])
    #expect(named.layers.first?.geometries.first?.type == "Point")
    let split = try folder.write("a;b\n1;2\n", as: "semicolon.csv")
    #expect(
      try SourceSummary.read(split, openOptions: ["SEPARATOR": "SEMICOLON"]).layers.first?.fields.count == 2)
  }

  @Test("One layer of several can be asked for, by its name")
  func oneLayer() throws {
    let path = folder.file("two.gpkg")
    let writer = try VectorWriter(creating: path, driver: "GPKG")
    for name in ["posts", "lines"] {
      let layer = try writer.addLayer(
        LayerDefinition(
          name, geometryType: .point, spatialReference: SpatialReference(epsg: 2154), fields: []))
      try layer.write([], geometry: .point(x: 652_000, y: 6_862_000))
    }
    try writer.close()
    #expect(try SourceSummary.read(path).layers.map(\.name) == ["posts", "lines"])
    #expect(try SourceSummary.read(path, layer: "lines").layers.map(\.name) == ["lines"])
    let failure = failure { try SourceSummary.read(path, layer: "post") }
    #expect(failure?.findings.first?.kind == .content)
    #expect(failure?.findings.first?.message.contains("posts") == true)
  }

  @Test("What cannot be opened is distinguished from what is damaged")
  func bad() throws {
    let missing = failure { try SourceSummary.read("/vsimem/no/such.gpkg") }
    #expect(missing?.findings.first?.kind == .unreadableFile)
    let note = try folder.write("dear diary", as: "diary.txt")
    #expect(failure { try SourceSummary.read(note) }?.findings.first?.kind == .unreadableFile)
    let cut = try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feat", as: "cut.geojson")
    #expect(failure { try SourceSummary.read(cut) } != nil)
    let empty = try geoJSON([])
    let layer = try #require(try SourceSummary.read(empty).layers.first)
    #expect(
      layer.features == 0 && layer.place.extent == nil && layer.place.hints == [] && layer.dimension == nil)
  }

  private func failure(_ body: () throws -> SourceSummary) -> InputFailure? {
    do {
      _ = try body()
      return nil
    } catch let failure as InputFailure {
      return failure
    } catch {
      return nil
    }
  }
}
