// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Glibc
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Files of sources are read and nothing else")
struct SourceFilesTests {
  private static let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))

  /// Names and digests of all that is in a folder.
  private func contents(_ folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      found[name] = SourceFile.digest(of: "\(folder)/\(name)")
    }
    return found
  }

  @Test(
    "Reading leaves nothing behind, in no format",
    arguments: [
      "a.gml", "a.gpkg", "a.shp", "a.fgb", "a.geojson", "a.kml", "a.tab", "a.mif", "a.sqlite", "a.dxf",
      "a.gpx",
    ],
    [true, false])
  func nothingLeft(name: String, isReadOnly: Bool) throws {
    let folder = try LayerFolder()
    defer {
      chmod("\(folder.path)/data", 0o700)
      folder.remove()
    }
    let data = "\(folder.path)/data"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    let writer = try VectorWriter(creating: "\(data)/\(name)")
    let layer = try writer.addLayer(
      LayerDefinition(
        name == "a.gpx" ? "waypoints" : "a", geometryType: .point,
        spatialReference: SpatialReference(epsg: 4326),
        fields: ["a.dxf", "a.gpx"].contains(name) ? [] : [FieldDefinition("v", .integer)]))
    let values: [FieldValue] = ["a.dxf", "a.gpx"].contains(name) ? [] : [.integer(1)]
    _ = try layer.write(values, geometry: Geometry.point(Coordinate(x: 2, y: 48)))
    try writer.close()
    // Without its schema GDAL would describe a GML file beside it, without its index a Shapefile.
    for extra in ["a.xsd"] { unlink("\(data)/\(extra)") }
    if isReadOnly { chmod(data, 0o500) }
    let before = try contents(data)
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let declared = LayerSource(
      name: "a", source: "\(data)/\(name)", layer: name == "a.gpx" ? "waypoints" : nil,
      crsOverride: "EPSG:4326",
      title: "a", derivations: [Self.nearest])
    let found = try SiteTableReader(sites: SiteReader(declared: sites), layers: [declared]).read()
    #expect(found.table.number("km", row: 0) == 0)
    _ = try SourceSummary.read("\(data)/\(name)")
    #expect(SourceFile.datasetDigest(of: "\(data)/\(name)").count == 64)
    #expect(try contents(data) == before)
  }

  @Test("A description beside a GML file, which decides types whatever became of the file, is reported")
  func staleTemplate() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let writer = try VectorWriter(creating: "\(folder.path)/a.gml")
    let layer = try writer.addLayer(
      LayerDefinition(
        "a", geometryType: .point, spatialReference: SpatialReference(epsg: 4326),
        fields: [FieldDefinition("v", .integer)]))
    _ = try layer.write([.integer(1)], geometry: Geometry.point(Coordinate(x: 2, y: 48)))
    try writer.close()
    unlink("\(folder.path)/a.xsd")
    // GDAL writes it when it is asked to.
    try Dataset.withOpen("\(folder.path)/a.gml", options: ["WRITE_GFS": "YES"]) { _ in }
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/a.gfs"))
    let summary = try SourceSummary.read("\(folder.path)/a.gml")
    #expect(summary.warnings.contains { $0.contains("'a.gfs' beside it") })
  }

  @Test(
    "A named pipe is no layer, nor any part of one",
    arguments: [
      "p.geojson", "/vsigzip/", "GeoJSON:", "beside", "folder", "vrt", "vrt of vrt", "text", "raster",
    ])
  func pipe(way: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    var layer = try folder.layer(
      "q.csv", "v,lon,lat\n1,2,48\n", derivations: [Self.nearest], crs: "EPSG:4326")
    if way == "beside" {
      #expect(mkfifo("\(folder.path)/q.csvt", 0o600) == 0)
    } else if !way.hasSuffix("/") && !way.hasSuffix(":") && !way.hasSuffix("json") {
      #expect(mkdir("\(folder.path)/in", 0o700) == 0 && mkfifo("\(folder.path)/in/p&q.csv", 0o600) == 0)
      func vrt(_ source: String) -> String {
        "<OGRVRTDataSource>\n<OGRVRTLayer name=\"p\"><SrcDataSource relativeToVRT=\"1\">\(source)</SrcDataSource>"
          + "</OGRVRTLayer></OGRVRTDataSource>"
      }
      let text = vrt("in/p&amp;q.csv")
      layer.source = "\(folder.path)/v.vrt"
      switch way {
      case "folder": layer.source = "\(folder.path)/in"
      case "vrt": _ = try folder.layer("v.vrt", text)
      case "vrt of vrt":
        _ = try folder.layer("u.vrt", text)
        _ = try folder.layer("v.vrt", vrt("u.vrt"))
      case "text":
        layer.source = text.replacing("relativeToVRT=\"1\">", with: ">\(folder.path)/")
      default:
        _ = try folder.layer(
          "v.vrt",
          "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource>"
            + "<SourceFilename relativeToVRT=\"1\">in/p&amp;q.csv</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
        )
        layer.derivations = [LayerDerivation(.rasterValue(RasterValueIndicator(valueAttribute: "v")))]
      }
    } else {
      #expect(mkfifo("\(folder.path)/p.geojson", 0o600) == 0)
      layer.source = (way.hasSuffix("json") ? "" : way) + "\(folder.path)/p.geojson"
    }
    let failure = #expect(throws: InputFailure.self) {
      _ = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    }
    #expect(failure?.findings.first?.message.contains("a named pipe") == true)
    #expect(failure?.findings.first?.kind == .unreadableFile)
  }
}
