// SPDX-License-Identifier: GPL-3.0-or-later

package import Sites

/// Candidate sites with their attributes as points, before any plan.
package enum SiteTableGeoJSON {
  /// The text of the file: one feature a site in the order of the table, `null` for what is missing.
  ///
  /// Every attribute is a property. An attribute that planning reads has a second one, named after it with
  /// `_basis`, which says whether the value is published, derived or estimated, since an estimate must not
  /// pass for a figure on a map.
  ///
  /// - Parameters:
  ///   - table: The sites.
  ///   - rows: Which of them.
  ///   - attributes: Which attributes, in this order; nil for all.
  package static func text(_ table: SiteTable, rows: [Int], attributes: [String]? = nil) -> String {
    let report = SiteAttributeTable(table: table, attributes: attributes, basis: .planningAttributes)
      .table(rows: rows, withPosition: false)
    return GeoJSONWriter.text(report, geometries: rows.map { .point(table.positions[$0]) })
  }
}
