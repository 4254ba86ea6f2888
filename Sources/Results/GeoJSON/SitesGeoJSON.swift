// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning

/// `sites.geojson`: every candidate site as a point.
package enum SitesGeoJSON {
  /// The text of the file.
  package static func text(_ plan: Plan) -> String {
    GeoJSONWriter.text(SitesTable.layer(plan), geometries: plan.sites.map { .point($0.position) })
  }
}
