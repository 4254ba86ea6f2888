// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
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
  /// Authority code of the projected system in which distances and areas are measured; nil for the one that suits the sites.
  public var measureCRS: String?

  /// Reads candidate sites from a vector layer.
  public init(
    declared: LayerSource, idField: String = "id", nameField: String = "name", measureCRS: String? = nil
  ) {
    self.declared = declared
    self.idField = idField
    self.nameField = nameField
    self.measureCRS = measureCRS
  }

  /// Reads the table.
  ///
  /// - Returns: The sites with their attributes, and what was found on the way.
  /// - Throws: `GeodataFailure` with every site that cannot be used: no identifier, no geometry, a repeated identifier, a position
  ///   outside the area in which distances can be measured, a number that is not finite or is negative.
  public func read() throws -> (table: SiteTable, report: LayerReport) {
    let (table, _, report) = try readShapes()
    return (table, report)
  }

  /// Reads the table and the geometries of the sites, in the same order.
  ///
  /// - Throws: As `read()`.
  func readShapes() throws -> (table: SiteTable, shapes: SiteShapes, report: LayerReport) {
    let start = ContinuousClock.now
    let access = LayerAccess(declared: declared)
    do {
      return try access.withLayer { dataset, layer in
        try access.check(fields: [idField, nameField], of: layer)
        if layer.geometryType.base == .none {
          throw access.failure(
            "has no geometry, and a site needs a point or an area; for a table name the columns of the coordinates, for example "
              + "with open_options = { X_POSSIBLE_NAMES = \"east\", Y_POSSIBLE_NAMES = \"north\" }")
        }
        let found = try access.reference(of: layer.spatialReference)
        var rows = try SiteRows(access: access, layer: layer, idField: idField, nameField: nameField)
        var report = LayerReport(declared: declared)
        report.driver = dataset.driverName
        report.crsFound = declared.crsOverride ?? found.authorityCode ?? found.name
        report.featuresDeclared = try layer.declaredCount()
        report.featuresRead = try layer.forEachFeature { try rows.add($0) }
        report.featuresUsed = report.featuresRead
        let (table, shapes, repaired) = try rows.finish(found, measureCRS: measureCRS)
        report.crsMeasured = shapes.measuringCRS
        report.repairedGeometries = repaired.count
        report.remarks += rows.remarks
        report.remarks += access.remarks(of: dataset)
        report.sha256 = SourceFile.digest(of: declared.source, files: (try? dataset.fileList()) ?? [])
        report.elapsedSeconds = start.duration(to: .now).seconds
        return (table, shapes, report)
      }
    } catch let error as GEOSError {
      throw access.failure("\(error)")
    }
  }
}

extension Duration {
  /// Length in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
