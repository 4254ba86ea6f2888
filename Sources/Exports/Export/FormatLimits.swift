// SPDX-License-Identifier: GPL-3.0-or-later

extension ExportFormat {
  /// What the format loses of the layers, to be said before the work; empty for one that keeps everything.
  var losses: [String] {
    switch name {
    case "ESRI Shapefile":
      [
        "field names of at most 10 characters", "texts are cut at 254 bytes",
        "an empty text and a missing value are the same", "true and false are 1 and 0",
      ]
    case "CSV":
      [
        "no types: a reader guesses numbers, and an empty text and a missing value are the same",
        "true and false are 1 and 0",
      ]
    case "KML":
      [
        "all values are text to most readers, which show name and description only",
        "missing values are left out",
      ]
    case "LIBKML": ["missing values are left out", "true and false are 1 and 0"]
    case "MapInfo File":
      ["texts are cut at 254 bytes", "missing numbers become 0", "true and false are 1 and 0"]
    case "XLSX", "ODS": ["no map: geometries are left out", "true and false are 1 and 0"]
    case "GML": ["true and false may be read back as 1 and 0", "missing values are left out"]
    case "MBTiles": ["coordinates are rounded to the grid of the tiles", "missing values are left out"]
    case "GPX":
      ["points and lines only: leave regions out", "values are text", "missing values are left out"]
    case "VDV": ["no map: geometries are left out", "values are text"]
    case "PDF": ["a drawing: few programs read its values back"]
    case "MapML": ["values are text in a table that no program reads back"]
    case "JML": ["true and false are 1 and 0", "no coordinate system is stated"]
    case "SQLite", "OpenFileGDB", "PGDUMP": ["true and false are 1 and 0"]
    default: []
    }
  }

  /// Options of the dataset that Arpent sets unless the planner does.
  var datasetDefaults: [(name: String, value: String)] {
    switch name {
    case "KML": [("NameField", "name"), ("DescriptionField", "reason")]
    // No times in results; one layer in one group of the file.
    case "netCDF":
      [
        ("WRITE_GDAL_HISTORY", "NO"), ("WRITE_GDAL_VERSION", "NO"), ("MULTIPLE_LAYERS", "SEPARATE_GROUPS"),
        ("FORMAT", "NC4"),
      ]
    default: []
    }
  }

  /// Options of a layer that Arpent sets unless the planner does.
  func layerDefaults(_ layer: ExportLayer) -> [(name: String, value: String)] {
    switch name {
    // Seven decimals are about a centimetre. The driver's own RFC7946=YES would turn a multi-polygon of one
    // part into a polygon, and so mix types in a file; the rings are right-handed already, and without a
    // reference system no `crs` is written.
    case "GeoJSON": [("COORDINATE_PRECISION", "7"), ("ID_FIELD", "id")]
    case "GeoJSONSeq": [("COORDINATE_PRECISION", "7"), ("ID_FIELD", "id")]
    case "CSV": [("GEOMETRY", "AS_WKT")]
    case "ESRI Shapefile": [("ENCODING", "UTF-8")]
    case "GPKG":
      [("IDENTIFIER", layer.rawValue), ("DESCRIPTION", layer.description), ("GEOMETRY_NAME", "geom")]
    default: []
    }
  }
}
