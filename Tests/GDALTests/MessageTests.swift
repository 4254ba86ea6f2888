// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

/// Each call gets its own messages, whatever else goes on, and nothing is printed.
@Suite struct MessageTests {
  /// GDAL's own message of an unknown field, which names the field.
  private static func provoke(_ field: String, _ layer: Layer) -> [String] {
    do throws(GDALError) {
      _ = try layer.features(FeatureQuery(where: "\(field) = 1"))
      return []
    } catch {
      return error.messages.map(\.text)
    }
  }

  private static func table(_ folder: MemoryFolder) throws -> Layer {
    try Dataset.open(folder.write("id,name\n1,a\n", as: "a.csv")).layer()
  }

  @Test(arguments: 0..<40)
  func parallelTestsGetTheirOwnMessage(number: Int) throws {
    let folder = MemoryFolder()
    let layer = try Self.table(folder)
    for round in 0..<25 {
      let field = "absent_\(number)_\(round)"
      #expect(Self.provoke(field, layer) == ["\"\(field)\" not recognised as an available field."])
    }
  }

  @Test func threadsGetTheirOwnMessage() {
    let wrong = Gathered<String>()
    onThreads(40) { number in
      let folder = MemoryFolder()
      guard let layer = try? Self.table(folder) else { return wrong.append("thread \(number) has no table") }
      for round in 0..<25 {
        let field = "absent_\(number)_\(round)"
        let said = Self.provoke(field, layer)
        if said != ["\"\(field)\" not recognised as an available field."] {
          wrong.append("\(field): \(said)")
        }
      }
    }
    #expect(wrong.values == [])
  }

  @Test func errorTellsFunctionClassAndCode() {
    let error = gdalError { try Dataset.open("/vsimem/absent.tif") }
    #expect(error?.function == "GDALOpenEx")
    #expect(error?.severity == .failure)
    #expect(error?.code == 4)
    #expect(error?.description.hasPrefix("/vsimem/absent.tif: ") == true)
    #expect(error?.description.contains("(GDALOpenEx)") == true)
  }

  /// Messages of calls inside a reading loop do not count as failures of the loop.
  @Test func callsInsideALoopDoNotDisturbIt() throws {
    let folder = MemoryFolder()
    try Fixtures.points(10, at: folder.file("a.gpkg"), driver: "GPKG")
    let layer = try Dataset.open(folder.file("a.gpkg")).layer(at: 0)
    let count = try layer.forEachFeature { _ in
      _ = try? Dataset.open("/vsimem/absent.gpkg")
      _ = try? SpatialReference(epsg: 1)
    }
    #expect(count == 10)
  }

  @Test func warningsAreCollected() throws {
    let folder = MemoryFolder()
    let writer = try VectorWriter(creating: folder.file("a.shp"))
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .point, spatialReference: nil,
        fields: [FieldDefinition("a_rather_long_name", .integer)]))
    #expect(layer.fields[0].name == "a_rather_l")
    #expect(writer.warnings.contains { $0.text.contains("a_rather_long_name") })
    try layer.write([.integer(1)], geometry: .point(x: 0, y: 0))
    try writer.close()
  }

  /// Failures of every kind, in a process of its own whose output is looked at.
  @Test func nothingIsPrinted() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      onThreads(4) { index in
        let folder = MemoryFolder()
        _ = try? Dataset.open("/no/such/file.gpkg")
        _ = try? Dataset.open(folder.write("{ broken", as: "a.geojson"))
        _ = try? SpatialReference(userInput: "nonsense")
        _ = try? Geometry(wkt: "POLYGON ((0 0, 1 1")
        let bow = try? Geometry(wkt: "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
        _ = try? bow?.validity()
        _ = try? bow?.intersection(.rectangle(Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)))
        _ = try? VectorWriter(creating: "/no/such/folder/\(index).gpkg")
        if let transform = try? CoordinateTransform(
          from: SpatialReference(epsg: 4326), to: SpatialReference(epsg: 2154))
        {
          _ = try? transform.transform(Coordinate(x: 500, y: 500))
        }
        try? Fixtures.points(20, at: folder.file("b.gpkg"), driver: "GPKG")
        if let dataset = try? Dataset.open(folder.file("b.gpkg")), let layer = try? dataset.layer() {
          _ = try? layer.features(FeatureQuery(where: "no such = thing ="))
          _ = try? dataset.withSQLResult("SELECT nothing FROM nowhere") { try $0.features() }
        }
      }
    }
    let printed = (result?.standardErrorContent ?? []) + (result?.standardOutputContent ?? [])
    #expect(String(decoding: printed, as: UTF8.self) == "")
  }
}
