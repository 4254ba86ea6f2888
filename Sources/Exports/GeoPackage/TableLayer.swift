// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Results

/// A report table as a layer of a GeoPackage, and the table of styles that QGIS looks into.
enum TableLayer {
  /// Column of the geometries.
  static let geometryColumn = "geom"

  /// A layer of a style: its name, its QML and what the style shows.
  struct Style {
    var layer: String
    var qml: String
    var description: String
  }

  /// Adds a layer with the columns of a table; `type` `.none` for a table without geometries.
  static func add(
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

  /// A cell as a field.
  static func value(_ cell: ReportTable.Cell) -> FieldValue {
    switch cell {
    case .text(let text): .text(withoutZeros(text))
    case .integer(let value): .integer(Int64(value))
    case .number(let value): value.isFinite ? .real(value) : .null
    case .flag(let value): .boolean(value)
    case .missing: .null
    }
  }

  /// SQLite ends a text at a zero byte, so one is never passed on.
  private static func withoutZeros(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
  }

  /// Adds the table that QGIS looks into for a layer's default style; columns as QGIS makes them.
  static func addStyles(_ all: [Style], in writer: VectorWriter) throws {
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
    for style in all {
      try styles.write([
        .text(""), .text(""), .text(style.layer), .text(geometryColumn), .text("Arpent"), .text(style.qml),
        .text(""), .boolean(true), .text(style.description), .text(""), .text(""), never,
      ])
    }
  }
}
