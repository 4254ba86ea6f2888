// SPDX-License-Identifier: GPL-3.0-or-later

public import Siting

/// `sites.geojson`: every candidate site as a point.
public enum SitesGeoJSON {
  /// The text of the file.
  public static func text(_ plan: Plan) -> String {
    GeoJSONWriter.text(SitesTable.layer(plan), geometries: plan.sites.map { .point($0.position) })
  }
}
