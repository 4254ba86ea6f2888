// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// `study.gpkg`: how often each site is chosen as a map layer with a style that QGIS takes on opening, and the tables beside it.
///
/// Layer `sites`; tables `summary` and `failures`; styles in `layer_styles`.
enum StudyGeoPackage {
  /// The file as something that writes itself.
  static func content(_ report: StudyReport) -> ResultFile.Content {
    .producer { path in try write(report, to: path) }
  }

  /// Writes the file.
  ///
  /// - Parameter path: A file that does not exist yet.
  /// - Throws: What GDAL throws; nothing is left behind then.
  static func write(_ report: StudyReport, to path: String) throws {
    let writer = try VectorWriter(creating: path, driver: "GPKG")
    let sites = report.reading.sites
    let table = StudyTables.sites(sites)
    let layer = try addLayer(
      table, .point, try SpatialReference(epsg: 4326), "Sites that at least one plan of the study has",
      in: writer)
    for (row, entry) in zip(table.rows, sites) {
      let (x, y) = (entry.site.longitude, entry.site.latitude)
      let point = x.isFinite && y.isFinite ? try Geometry.point(x: x, y: y) : nil
      try layer.write(row.map(value), geometry: point)
    }
    for table in report.tables where table.name != "sites" {
      let rows = try addLayer(table, .none, nil, "Table of the study", in: writer)
      for row in table.rows { try rows.write(row.map(value)) }
    }
    try writeStyle(in: writer)
    try writer.close()
  }

  private static func addLayer(
    _ table: ReportTable, _ type: GeometryType, _ reference: SpatialReference?, _ description: String,
    in writer: VectorWriter
  ) throws -> LayerWriter {
    var options: OptionList = ["IDENTIFIER": table.name, "DESCRIPTION": description, "FID": "fid"]
    if type != .none { options.append("GEOMETRY_NAME", geometryColumn) }
    return try writer.addLayer(
      LayerDefinition(
        table.name, geometryType: type, spatialReference: reference,
        fields: table.columns.map { column in
          let name = withoutZeros(column.name)
          return switch column.kind {
          case .text: FieldDefinition(name, .text)
          case .integer: FieldDefinition(name, .integer64)
          case .number: FieldDefinition(name, .real)
          case .flag: FieldDefinition(name, .integer, subtype: .boolean)
          }
        }, options: options))
  }

  private static let geometryColumn = "geom"

  /// SQLite ends a text at a zero byte, so one is never passed on.
  private static func withoutZeros(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
  }

  private static func value(_ cell: ReportTable.Cell) -> FieldValue {
    switch cell {
    case .text(let text): .text(withoutZeros(text))
    case .integer(let value): .integer(Int64(value))
    case .number(let value): value.isFinite ? .real(value) : .null
    case .flag(let value): .boolean(value)
    case .missing: .null
    }
  }

  /// The table that QGIS looks into for a layer's default style; columns as QGIS makes them.
  private static func writeStyle(in writer: VectorWriter) throws {
    let fields: [FieldDefinition] = [
      .init("f_table_catalog", .text, width: 256), .init("f_table_schema", .text, width: 256),
      .init("f_table_name", .text, width: 256), .init("f_geometry_column", .text, width: 256),
      .init("styleName", .text, width: 30), .init("styleQML", .text), .init("styleSLD", .text),
      .init("useAsDefault", .integer, subtype: .boolean), .init("description", .text),
      .init("owner", .text, width: 30), .init("ui", .text, width: 30), .init("update_time", .dateTime),
    ]
    let styles = try writer.addLayer(
      LayerDefinition(
        "layer_styles", geometryType: .none, spatialReference: nil, fields: fields, options: ["FID": "id"]))
    let never = FieldValue.dateTime(
      CalendarDate(year: 1970, month: 1, day: 1), ClockTime(hour: 0, minute: 0, second: 0),
      .utcOffset(minutes: 0))
    try styles.write([
      .text(""), .text(""), .text("sites"), .text(geometryColumn), .text("Arpent"),
      .text(StudySitesStyle.qml), .text(""), .boolean(true), .text("Stability, size by mean GPUs"),
      .text(""), .text(""), never,
    ])
  }
}
