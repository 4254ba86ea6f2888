// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A format, how ogr2ogr writes it, and how a layer over it is declared.
struct Format: Sendable, CustomTestStringConvertible {
  /// File to make.
  var file: String
  /// GDAL's name of the format.
  var driver: String
  /// Options of ogr2ogr.
  var options: [String] = []
  /// Keys of the layer besides source.
  var keys = ""
  /// Field with the name.
  var nameField = "name"
  /// Filter for the posts of 225 kV or more.
  var large = "voltage_kv >= 225"

  var testDescription: String { "\(driver), \(file)" }

  private static let lambert = ["-t_srs", "EPSG:2154"]
  /// Fields of a CSV file are texts, which a filter must turn into numbers.
  private static let textual = "CAST(voltage_kv AS INTEGER) >= 225"

  static let all = [
    Format(file: "posts.gpkg", driver: "GPKG", options: lambert),
    Format(file: "posts.shp", driver: "ESRI Shapefile", options: lambert + ["-lco", "ENCODING=UTF-8"]),
    Format(file: "latin1.shp", driver: "ESRI Shapefile", options: lambert + ["-lco", "ENCODING=ISO-8859-1"]),
    Format(file: "other.geojson", driver: "GeoJSON", options: ["-lco", "RFC7946=YES"]),
    Format(file: "posts.geojsonl", driver: "GeoJSONSeq"),
    Format(file: "posts.fgb", driver: "FlatGeobuf", options: lambert),
    Format(
      file: "lonlat.csv", driver: "CSV", options: ["-lco", "GEOMETRY=AS_XY"], keys: "crs = \"EPSG:4326\"",
      large: textual),
    Format(
      file: "wkt.csv", driver: "CSV", options: ["-lco", "GEOMETRY=AS_WKT"], keys: "crs = \"EPSG:4326\"",
      large: textual),
    Format(
      file: "semicolon.csv", driver: "CSV",
      options: ["-lco", "GEOMETRY=AS_XY", "-lco", "SEPARATOR=SEMICOLON", "-lco", "WRITE_BOM=YES"],
      keys: "crs = \"EPSG:4326\"", large: textual),
    Format(file: "posts.kml", driver: "KML", nameField: "Name"),
    Format(file: "posts.kmz", driver: "LIBKML", nameField: "Name"),
    Format(file: "posts.gml", driver: "GML", options: lambert + ["-dsco", "FORMAT=GML3.2"]),
    Format(file: "posts.sqlite", driver: "SQLite", options: lambert),
    Format(file: "spatialite.sqlite", driver: "SQLite", options: lambert + ["-dsco", "SPATIALITE=YES"]),
    Format(file: "posts.gdb", driver: "OpenFileGDB", options: lambert),
    Format(file: "posts.tab", driver: "MapInfo File", options: lambert),
    Format(file: "posts.nc", driver: "netCDF"),
  ]
}

@Suite("Every vector format gives the same table")
struct FormatTests {
  @Test("What ogr2ogr wrote is read back to the hand-computed values", arguments: Format.all)
  func format(_ format: Format) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file(format.file, format: format.driver, options: format.options, in: folder)
    let layer = Posts.layer(
      "source = \"\(format.file)\"\n\(format.keys)", nameField: format.nameField, large: format.large)
    try expectPosts(layer, in: folder, "\(format.file)")
  }

  @Test("A CSV file with semicolons, decimal commas and a byte-order mark, once its types are detected")
  func decimalCommas() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "posts.csv",
      """
      \u{FEFF}name;code;voltage_kv;height_m;lon;lat
      Écluse;01;225;12,5;2,359219079;48,874307556
      Nord;2A;63;8,25;2,317377275;48,946021122
      Sud, l'Est;075;400;30,75;2,455685019;48,775854659

      """)
    let keys = "source = \"posts.csv\"\ncrs = \"EPSG:4326\"\n"
    try expectPosts(
      Posts.layer(keys + "open_options = { AUTODETECT_TYPE = \"YES\" }"), in: folder, "decimal commas")
    // Without it "12,5" stays a text, and a number that is none is an error, not a 12.
    try expectRefusal(
      Posts.layer(keys, large: "CAST(voltage_kv AS INTEGER) >= 225"), in: folder, code: 65,
      words: ["'posts'", "height_m", "12,5", "number"])
  }

  @Test("A tab-separated file with named coordinate columns in Lambert-93")
  func tabs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let rows = Posts.table.replacing("\"Sud, l'Est\"", with: "Sud# l'Est").replacing(",", with: "\t")
      .replacing("#", with: ",").replacing("\tx\ty", with: "\tX_l93\tY_l93")
    try folder.write("posts.csv", rows)
    let layer = Posts.layer(
      """
      source = "posts.csv"
      crs = "EPSG:2154"
      open_options = { X_POSSIBLE_NAMES = "X_l93", Y_POSSIBLE_NAMES = "Y_l93" }
      """, large: "CAST(voltage_kv AS INTEGER) >= 225")
    try expectPosts(layer, in: folder, "tabs")
  }

  @Test("Waypoints of a GPX file are points with a name")
  func gpx() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = try Posts.geojson(in: folder)
    try Tool.run(
      ["ogr2ogr", "-f", "GPX", "posts.gpx", source, "-nln", "waypoints", "-select", "name"], in: folder.path)
    let table = try SourceScenario(
      folder: folder,
      layers: """
        [layers.posts]
        source = "posts.gpx"
        layer = "waypoints"
        [[layers.posts.derive]]
        indicator = "nearest"
        distance_km = "post_km"
        fields = { name = "post_name" }
        """
    ).table()
    for (site, wanted) in Posts.nearest {
      #expect(abs((table.number(site, "post_km") ?? -1) - wanted.km) <= 0.001)
      #expect(table.text(site, "post_name") == wanted.name)
    }
  }

  @Test("A source with several layers wants one named, and says which it has")
  func severalLayers() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = try Posts.geojson(in: folder)
    try Tool.run(["ogr2ogr", "-f", "GPKG", "grid.gpkg", source, "-nln", "substations"], in: folder.path)
    try Tool.run(["ogr2ogr", "-update", "grid.gpkg", source, "-nln", "pylons"], in: folder.path)
    try expectRefusal(
      Posts.layer("source = \"grid.gpkg\""), in: folder, code: 65, words: ["substations", "pylons"])
    try expectRefusal(
      Posts.layer("source = \"grid.gpkg\"\nlayer = \"substation\""), in: folder, code: 65,
      words: ["substations"])
    try expectPosts(
      Posts.layer("source = \"grid.gpkg\"\nlayer = \"substations\""), in: folder, "named layer")
  }
}
