// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

@Suite struct DatasetTests {
  let folder = MemoryFolder()

  private func twoLayers() throws -> String {
    let path = folder.file("two.gpkg")
    let writer = try VectorWriter(creating: path)
    for name in ["towns", "Rivers"] {
      let layer = try writer.addLayer(
        LayerDefinition(
          name, geometryType: .point, spatialReference: SpatialReference(epsg: 2154),
          fields: [FieldDefinition("n", .integer)]))
      for n in 0..<3 { try layer.write([.integer(Int64(n))], geometry: .point(x: 0, y: 0)) }
    }
    try writer.close()
    return path
  }

  @Test func layersByNameAndPosition() throws {
    let dataset = try Dataset.open(twoLayers())
    #expect(dataset.driverName == "GPKG")
    #expect(try dataset.driver().longName == "GeoPackage")
    #expect(try dataset.layerCount() == 2)
    #expect(try dataset.layers().map(\.name) == ["towns", "Rivers"])
    #expect(try dataset.layer(at: 1).name == "Rivers")
    #expect(try dataset.layer(named: "rivers").name == "Rivers")
    #expect(try dataset.fileList() == [dataset.path])
    #expect(try dataset.bandCount() == 0)
    #expect(gdalError { try dataset.band(1) }?.reason == .notFound)
    let missing = gdalError { try dataset.layer(named: "town") }
    #expect(missing?.reason == .notFound && missing?.hint == "did you mean \"towns\"?")
    let choice = gdalError { try dataset.layer() }
    #expect(choice?.reason == .notFound && choice?.hint == "its layers: towns, Rivers")
    for index in [-1, 2, Int.max] { #expect(gdalError { try dataset.layer(at: index) }?.reason == .notFound) }
  }

  @Test func layersKeepTheDatasetAlive() throws {
    let path = try twoLayers()
    let layer = try Dataset.open(path).layer(at: 0)
    #expect(try layer.features().count == 3)
    #expect(layer.dataset.isOpen)
  }

  @Test func featuresOutliveTheDataset() throws {
    let path = try twoLayers()
    let features = try Dataset.withOpen(path) { try $0.layer(at: 0).features() }
    #expect(features.count == 3)
    #expect(features[2]["n"] == .integer(2))
    #expect(try features[2].geometry?.wkt() == "POINT (0 0)")
  }

  @Test func closedMeansClosed() throws {
    let dataset = try Dataset.open(twoLayers())
    let layer = try dataset.layer(at: 0)
    try dataset.close()
    try dataset.close()
    #expect(!dataset.isOpen)
    #expect(gdalError { try layer.features() }?.reason == .closed)
    #expect(gdalError { try layer.declaredCount() }?.reason == .closed)
    #expect(gdalError { try dataset.layers() }?.reason == .closed)
    #expect(gdalError { try dataset.fileList() }?.reason == .closed)
    #expect(layer.name == "towns")
  }

  @Test func withOpenClosesAndPassesErrorsOn() throws {
    struct Stop: Error {}
    let path = try twoLayers()
    var kept: Dataset?
    #expect(throws: Stop.self) {
      try Dataset.withOpen(path) { dataset in
        kept = dataset
        throw Stop()
      }
    }
    #expect(kept?.isOpen == false)
  }

  @Test func openingFailures() throws {
    let missing = gdalError { try Dataset.open("/no/such/file.gpkg") }
    #expect(missing?.reason == .openFailed)
    #expect(missing?.hint?.contains("no such file") == true)
    #expect(gdalError { try Dataset.open("") }?.reason == .openFailed)
    #expect(gdalError { try Dataset.open("a\0b") }?.reason == .badArgument)
    let text = try folder.write("just text", as: "a.gpkg")
    #expect(gdalError { try Dataset.open(text) }?.reason == .openFailed)
    let path = try twoLayers()
    #expect(gdalError { try Dataset.open(path, drivers: ["GeoJSON"]) }?.hint?.contains("GeoJSON") == true)
    let unknown = gdalError { try Dataset.open(path, drivers: ["GPGK"]) }
    #expect(unknown?.reason == .driverUnknown && unknown?.hint == "did you mean \"GPKG\"?")
    #expect(try Dataset.open(path, drivers: ["GeoJSON", "gpkg"]).driverName == "GPKG")
    #expect(gdalError { try Dataset.open("/no/such/folder") }?.reason == .openFailed)
  }

  @Test func openOptionsArePassed() throws {
    let path = try folder.write("x,y,v\n2.5,48.5,7\n", as: "p.csv")
    let options: OptionList = [
      "X_POSSIBLE_NAMES": "x", "Y_POSSIBLE_NAMES": "y", "AUTODETECT_TYPE": "YES", "KEEP_GEOM_COLUMNS": "NO",
    ]
    let layer = try Dataset.open(path, options: options).layer()
    let feature = try #require(layer.features().first)
    #expect(try feature.geometry?.coordinate() == Coordinate(x: 2.5, y: 48.5))
    #expect(feature["v"] == .integer(7))
    #expect(layer.fields.map(\.name) == ["v"])
  }

  @Test func zippedFilesAreRead() throws {
    let disk = try TemporaryFolder()
    try Fixtures.points(
      5, at: "/vsizip/\(disk.file("a.zip"))/a.csv", driver: "CSV", layerOptions: ["GEOMETRY": "AS_XY"])
    let layer = try Dataset.open("/vsizip/\(disk.file("a.zip"))/a.csv").layer()
    #expect(try layer.features().count == 5)
  }

  @Test func statementsGiveLayers() throws {
    let dataset = try Dataset.open(twoLayers())
    var kept: Layer?
    let sums = try dataset.withSQLResult("SELECT SUM(n) AS total, COUNT(*) AS number FROM towns") { layer in
      kept = layer
      return try layer.features().map(\.values)
    }
    #expect(sums == [[.integer(3), .integer(3)]])
    #expect(gdalError { try kept?.features() }?.reason == .closed)
    let same = try dataset.withSQLResult("SELECT MAX(n) AS m FROM towns", dialect: "OGRSQL") {
      try $0.features()[0]["m"]
    }
    #expect(same == .integer(2))
    for statement in ["SELECT nothing FROM towns", "nonsense", "SELECT * FROM nowhere", ""] {
      #expect(gdalError { try dataset.withSQLResult(statement) { try $0.features() } }?.reason == .badFilter)
    }
  }

  @Test func updateIsSeenAfterClosing() throws {
    let path = try twoLayers()
    let dataset = try Dataset.open(path, access: .update)
    #expect(gdalError { try dataset.withSQLResult("DELETE FROM towns WHERE n = 1") { _ in } } != nil)
    try dataset.close()
    #expect(
      try Dataset.open(path).layer(named: "towns").features().map { $0["n"] } == [.integer(0), .integer(2)])
  }

  @Test func optionListsKeepOrder() {
    var options: OptionList = ["B": "1", "A": "2", "B": "3"]
    options.append("C", "4")
    #expect(options.options.map(\.name) == ["B", "A", "B", "C"])
    #expect(options["b"] == "3")
    #expect(options["D"] == nil)
  }
}
