// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
public import Siting

/// `plan.gpkg`: the map layers and the tables in one GeoPackage, with styles that QGIS takes on opening.
///
/// Layers `sites` and `connections`; tables `clusters`, `bom`, `costs`, `constraints`, `excluded`; styles in `layer_styles`. A
/// connection whose substation has no known position is in the layer without a geometry.
public enum PlanGeoPackage {
  /// The file as something that writes itself.
  public static func content(_ plan: Plan, substations: [SubstationPosition]) -> ResultFile.Content {
    .producer { path in try write(plan, substations: substations, to: path) }
  }

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - substations: Positions of the substations.
  ///   - path: A file that does not exist yet.
  /// - Throws: What GDAL throws; nothing is left behind then.
  static func write(_ plan: Plan, substations: [SubstationPosition], to path: String) throws {
    let writer = try VectorWriter(creating: path, driver: "GPKG")
    let wgs84 = try SpatialReference(epsg: 4326)
    let sites = try layer(SitesTable.layer(plan), .point, wgs84, "Candidate sites of the plan", in: writer)
    for (row, site) in zip(SitesTable.layer(plan).rows, plan.sites) {
      let place = site.position
      let point =
        place.longitude.isFinite && place.latitude.isFinite
        ? try Geometry.point(x: place.longitude, y: place.latitude) : nil
      try sites.write(row.map(value), geometry: point)
    }
    let routes = ConnectionsTable.routes(plan, substations: substations)
    let table = ConnectionsTable.layer(routes)
    let connections = try layer(
      table, .lineString, wgs84, "Chosen grid connections, straight from site to substation", in: writer)
    for (row, route) in zip(table.rows, routes) {
      let line = try route.end.map { end in
        try Geometry.lineString([
          Coordinate(x: route.site.position.longitude, y: route.site.position.latitude),
          Coordinate(x: end.longitude, y: end.latitude),
        ])
      }
      try connections.write(row.map(value), geometry: line)
    }
    for table in PlanReport.tables(plan) where table.name != "sites" {
      let rows = try layer(table, .none, nil, "Table of the plan", in: writer)
      for row in table.rows { try rows.write(row.map(value)) }
    }
    try writeStyles(in: writer)
    try writer.close()
  }

  private static func layer(
    _ table: ReportTable, _ type: GeometryType, _ reference: SpatialReference?, _ description: String,
    in writer: VectorWriter
  ) throws -> LayerWriter {
    var options: OptionList = ["IDENTIFIER": table.name, "DESCRIPTION": description, "FID": "fid"]
    if type != .none { options.append("GEOMETRY_NAME", geometryColumn) }
    return try writer.addLayer(
      LayerDefinition(
        table.name, geometryType: type, spatialReference: reference,
        fields: table.columns.map { column in
          switch column.kind {
          case .text: FieldDefinition(column.name, .text)
          case .integer: FieldDefinition(column.name, .integer64)
          case .number: FieldDefinition(column.name, .real)
          case .flag: FieldDefinition(column.name, .integer, subtype: .boolean)
          }
        }, options: options))
  }

  private static let geometryColumn = "geom"

  private static func value(_ cell: ReportTable.Cell) -> FieldValue {
    switch cell {
    // SQLite ends a text at a zero byte, so one is never passed on.
    case .text(let text): .text(String(text.unicodeScalars.filter { $0 != "\0" }.map(Character.init)))
    case .integer(let value): .integer(Int64(value))
    case .number(let value): value.isFinite ? .real(value) : .null
    case .flag(let value): .boolean(value)
    case .missing: .null
    }
  }

  /// The table that QGIS looks into for a layer's default style; columns as QGIS makes them.
  private static func writeStyles(in writer: VectorWriter) throws {
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
    let all = [
      ("sites", SitesStyle.qml, "Verdict, size by GPUs"), ("connections", ConnectionsStyle.qml, "Voltage"),
    ]
    for (layer, qml, description) in all {
      try styles.write([
        .text(""), .text(""), .text(layer), .text(geometryColumn), .text("Arpent"), .text(qml), .text(""),
        .boolean(true), .text(description), .text(""), .text(""), never,
      ])
    }
  }
}
