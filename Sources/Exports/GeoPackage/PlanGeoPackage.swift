// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
package import Planning
package import Results
import Sites

/// `plan.gpkg`: the map layers and the tables in one GeoPackage, with styles that QGIS takes on opening.
///
/// Layers `sites` and `connections`; tables `clusters`, `bom`, `costs`, `constraints`, `excluded`; styles in
/// `layer_styles`. A connection whose substation has no known position is in the layer without a geometry.
package enum PlanGeoPackage {
  /// The file as something that writes itself.
  package static func content(_ plan: Plan, substations: [SubstationPosition]) -> ResultFile.Content {
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
    let sites = try TableLayer.add(
      SitesTable.layer(plan), .point, wgs84, "Candidate sites of the plan", in: writer)
    for (row, site) in zip(SitesTable.layer(plan).rows, plan.sites) {
      let place = site.position
      let point =
        place.longitude.isFinite && place.latitude.isFinite
        ? try Geometry.point(x: place.longitude, y: place.latitude) : nil
      try sites.write(row.map(TableLayer.value), geometry: point)
    }
    let routes = ConnectionsTable.routes(plan, substations: substations)
    let table = ConnectionsTable.layer(routes)
    let connections = try TableLayer.add(
      table, .lineString, wgs84, "Chosen grid connections, straight from site to substation", in: writer)
    for (row, route) in zip(table.rows, routes) {
      let line = try route.end.map { end in
        try Geometry.lineString([
          Coordinate(x: route.site.position.longitude, y: route.site.position.latitude),
          Coordinate(x: end.longitude, y: end.latitude),
        ])
      }
      try connections.write(row.map(TableLayer.value), geometry: line)
    }
    for table in PlanTables.all(plan) where table.name != "sites" {
      let rows = try TableLayer.add(table, .none, nil, "Table of the plan", in: writer)
      for row in table.rows { try rows.write(row.map(TableLayer.value)) }
    }
    try TableLayer.addStyles(
      [
        .init(layer: "sites", qml: SitesStyle.qml, description: "Status, size by GPUs"),
        .init(layer: "connections", qml: ConnectionsStyle.qml, description: "Voltage"),
      ], in: writer)
    try writer.close()
  }
}
