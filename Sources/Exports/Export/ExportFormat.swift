// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities

/// A format that a plan's layers can be written in: a driver of GDAL, with what Arpent knows of it.
struct ExportFormat: Sendable {
  /// The driver.
  let driver: DriverInfo
  /// Ending of its files, without the dot.
  let ending: String

  /// Name of the driver.
  var name: String { driver.name }

  /// Whether the format holds one layer a file; nil where a trial must show it.
  var isOneLayerAFile: Bool? {
    switch name {
    case "GeoJSON", "GeoJSONSeq", "FlatGeobuf", "ESRI Shapefile", "CSV", "MapInfo File", "JML",
      "Parquet", "Arrow":
      true
    case "GPKG", "SQLite", "KML", "LIBKML", "GML", "XLSX", "ODS", "OpenFileGDB", "PGDUMP": false
    default: nil
    }
  }

  /// Whether it is one text that can go to standard output.
  var canStream: Bool { Self.streaming.contains(name) }
  static let streaming = ["CSV", "GeoJSON", "GeoJSONSeq", "JML", "KML", "PGDUMP"]

  /// Names of the drivers that write vector files in this build of GDAL, in alphabetic order.
  static let writers: [String] = GDALRuntime.drivers.filter(writesFiles).map(\.name).sorted()

  /// Finds the format of a name: a driver's short name in any case, or an ending; without a name, that of the
  /// output's ending.
  init(_ asked: String?, output: String) throws(ExportFault) {
    let wanted: String
    if let asked { wanted = asked } else { wanted = Self.parts(of: output).ending }
    guard !wanted.isEmpty else {
      throw ExportFault([
        "--format: \(output.isEmpty ? "standard output" : "'\(output)'") has no ending to choose by; name a format. \(Self.listing)"
      ])
    }
    guard let found = Self.driver(wanted) else {
      let endings = GDALRuntime.drivers.filter(Self.writesFiles).flatMap(\.extensions)
      let near = nearestName(to: wanted, among: Self.writers + endings)
      throw ExportFault([
        "--format: GDAL \(GDALRuntime.version) has no driver and no ending '\(wanted)'. "
          + (near.map { "Did you mean '\($0)'? " } ?? "") + Self.listing
      ])
    }
    guard found.isVector, found.canCreate else {
      let lack = found.isVector ? "it can only read" : "it is for rasters"
      throw ExportFault(["--format: '\(found.name)' cannot write map layers: \(lack). \(Self.listing)"])
    }
    if let reason = Self.unsuited[found.name] {
      throw ExportFault(["--format: '\(found.name)' cannot hold the layers: \(reason). \(Self.listing)"])
    }
    guard Self.writesFiles(found) else {
      throw ExportFault([
        "--format: '\(found.name)' is no format of files but a database, a service or memory; export to GPKG and load that "
          + "with ogr2ogr. \(Self.listing)"
      ])
    }
    driver = found
    ending = Self.usualEndings[found.name] ?? found.extensions.first ?? "dat"
  }

  /// A file's name without its ending, and the ending in lower case; the ending is empty where there is none.
  static func parts(of path: String) -> (stem: String, ending: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (path, "") }
    let ending = name[name.index(after: dot)...]
    return (String(path.dropLast(ending.count + 1)), ending.lowercased())
  }

  private static func driver(_ wanted: String) -> DriverInfo? {
    let name = wanted.lowercased().drop { $0 == "." }
    if let exact = GDALRuntime.drivers.first(where: { $0.name.lowercased() == name }) { return exact }
    for (driver, ending) in usualEndings.sorted(by: { $0.key < $1.key }) where ending == name {
      if let found = GDALRuntime.drivers.first(where: { $0.name == driver }) { return found }
    }
    let ending = String(name)
    return GDALRuntime.drivers.first { writesFiles($0) && $0.extensions.contains(ending) }
      ?? GDALRuntime.drivers.first { unsuited[$0.name] != nil && $0.extensions.contains(ending) }
      ?? GDALRuntime.drivers.first { $0.isVector && $0.extensions.contains(ending) }
      ?? GDALRuntime.drivers.first { $0.extensions.contains(ending) }
  }

  private static func writesFiles(_ driver: DriverInfo) -> Bool {
    driver.isVector && driver.canCreate && (driver.supportsVirtualFiles || !driver.extensions.isEmpty)
      && unsuited[driver.name] == nil
  }

  /// Drivers that say that they can create vector files and cannot hold points with fields of one's own, with
  /// the reason; some of them end the program when they are asked to.
  private static let unsuited = [
    "BAG": "it holds sea beds", "DGN": "it holds drawings without fields",
    "DXF": "it holds drawings without fields",
    "FITS": "it holds tables without places", "GPSBabel": "it is a way to other programs",
    "GeoRSS": "its feeds do not keep all fields",
    "GPX": "its fields are those of devices for hikers", "OGR_GMT": "its texts cannot hold quotation marks",
    "Geoconcept": "it holds fields of a model file only",
    "Interlis 1": "it holds fields of a model file only",
    "Interlis 2": "it holds fields of a model file only",
    "MVT": "it is a tile or a folder of tiles; use MBTiles",
    "PCIDSK": "it is for rasters", "PDS4": "it is for images of planets",
    "S57": "it holds sea charts with fields of their own", "Selafin": "it holds meshes of flow models",
    "VICAR": "it is for images of planets", "WAsP": "it holds lines of height",
  ]

  private static let listing = "Formats that can be written: \(writers.joined(separator: ", "))"

  private static let usualEndings = [
    "GeoJSON": "geojson", "GeoJSONSeq": "geojsonl", "ESRI Shapefile": "shp", "MapInfo File": "tab",
    "LIBKML": "kml", "MapML": "mapml", "SQLite": "sqlite",
    "OpenFileGDB": "gdb",
  ]
}
