// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
public import Siting

/// Reads candidate sites from a vector layer: a point, or an area of which a point inside is taken, an identifier, a name, and
/// any other field as an attribute.
///
/// A field `x_basis` says what the values of field `x` rest on; without one they are published. A field `source` gives the
/// source of the whole row.
public struct SiteReader: Sendable {
  /// The declared layer.
  public var declared: LayerSource
  /// Field with a unique identifier.
  public var idField: String
  /// Field with the name to show.
  public var nameField: String

  /// Reads candidate sites from a vector layer.
  public init(declared: LayerSource, idField: String = "id", nameField: String = "name") {
    self.declared = declared
    self.idField = idField
    self.nameField = nameField
  }

  /// Reads the table.
  ///
  /// - Returns: The sites with their attributes, and what was found on the way.
  /// - Throws: `GeodataFailure` with every site that cannot be used: no identifier, no geometry, a repeated identifier, a position
  ///   outside the area in which distances can be measured, a number that is not finite or is negative.
  public func read() throws -> (table: SiteTable, report: LayerReport) {
    let access = LayerAccess(declared: declared)
    return try access.withLayer { dataset, layer in
      try access.check(fields: [idField, nameField], of: layer)
      let found = try access.reference(of: layer.spatialReference)
      let transform = try access.transform(from: found, to: SpatialReference(epsg: 4326))
      var rows = SiteRows(access: access, idField: idField, nameField: nameField)
      let count = try layer.forEachFeature { try rows.add($0, transform: transform) }
      let table = try rows.table(fields: layer.fields.map(\.name))
      let report = LayerReport(
        name: declared.name, source: declared.source, driver: dataset.driverName,
        crsFound: declared.crsOverride ?? found.authorityCode ?? found.name,
        crsMeasured: MeasuringReference.code,
        featuresDeclared: try layer.declaredCount(), featuresRead: count, nullGeometries: 0,
        repairedGeometries: 0, sha256: SourceFile.digest(of: declared.source),
        vintage: declared.vintage, licence: declared.licence, attribution: declared.attribution)
      return (table, report)
    }
  }
}
