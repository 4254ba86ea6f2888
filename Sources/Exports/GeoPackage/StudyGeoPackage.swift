// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
package import Results
import Sites

/// `study.gpkg`: how often each site is chosen as a map layer with a style that QGIS takes on opening, and
/// the tables beside it.
///
/// Layer `sites`; tables `summary` and `failures`; styles in `layer_styles`.
package enum StudyGeoPackage {
  /// The file as something that writes itself.
  package static func content(_ report: StudyReport) -> ResultFile.Content {
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
    let layer = try TableLayer.add(
      table, .point, try SpatialReference(epsg: 4326), "Sites that at least one plan of the study has",
      in: writer)
    for (row, entry) in zip(table.rows, sites) {
      let (x, y) = (entry.site.position.longitude, entry.site.position.latitude)
      let point = x.isFinite && y.isFinite ? try Geometry.point(x: x, y: y) : nil
      try layer.write(row.map(TableLayer.value), geometry: point)
    }
    for table in report.tables where table.name != "sites" {
      let rows = try TableLayer.add(table, .none, nil, "Table of the study", in: writer)
      for row in table.rows { try rows.write(row.map(TableLayer.value)) }
    }
    try TableLayer.addStyles(
      [.init(layer: "sites", qml: StudySitesStyle.qml, description: "Stability, size by mean GPUs")],
      in: writer)
    try writer.close()
  }
}
