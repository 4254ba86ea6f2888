// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Quantities
package import Sites

/// Reads candidate sites from one or several sources: a point, or an area of which a point inside is taken,
/// an identifier, a name, and any other field as an attribute.
///
/// A field `x_basis` says what the values of field `x` rest on; without one they are published. A field
/// `source` gives the source of the whole row. A table without geometries has its coordinates in columns.
package struct SiteReader: Sendable {
  /// The sources, in order.
  package var sources: [SiteSource]
  /// Authority code of the projected system in which distances and areas are measured; nil for the one that
  /// suits the sites.
  package var measureCRS: String?

  /// Reads candidate sites from several sources.
  package init(sources: [SiteSource], measureCRS: String? = nil) {
    self.sources = sources
    self.measureCRS = measureCRS
  }

  /// Reads candidate sites from one source.
  package init(
    declared: LayerSource, idField: String = "id", nameField: String = "name", measureCRS: String? = nil
  ) {
    self.init(
      sources: [SiteSource(declared: declared, idField: idField, nameField: nameField)],
      measureCRS: measureCRS)
  }

  /// Reads the table.
  ///
  /// - Returns: The sites with their attributes, and what was found on the way in the first source.
  /// - Throws: `InputFailure` with every site that cannot be used: no identifier, no geometry, a repeated
  ///   identifier, a position outside the area in which distances can be measured, a number that is not
  ///   finite or is negative.
  package func read() throws -> (table: SiteTable, report: LayerReport) {
    let (table, _, reports) = try readShapes()
    return (table, reports[0])
  }

  /// Reads the table and the geometries of the sites, in the same order.
  ///
  /// - Returns: The sites, and what was found in each source.
  /// - Throws: As `read()`.
  func readShapes() throws -> (table: SiteTable, shapes: SiteShapes, reports: [LayerReport]) {
    var merged: MergedSites?
    var findings: [Finding] = []
    for source in sources {
      do {
        // All sites are measured in one system: the one that suits the first source.
        let read = try read(source, measureCRS: measureCRS ?? merged?.shapes.measuringCRS)
        if merged == nil {
          merged = MergedSites(read, of: source)
        } else {
          try merged?.add(read, of: source)
        }
      } catch let failure as InputFailure {
        findings += failure.findings
      }
    }
    guard findings.isEmpty, let merged else { throw InputFailure(findings: findings) }
    return (merged.table, merged.shapes, merged.reports)
  }

  private func read(_ source: SiteSource, measureCRS: String?) throws -> MergedSites.Reading {
    let start = ContinuousClock.now
    let declared = source.declared
    let access = LayerAccess(declared: declared)
    do {
      return try GDALRuntime.withServerLimit(seconds: declared.timeoutSeconds) {
        try read(source, access, measureCRS: measureCRS, since: start)
      }
    } catch let error as GEOSError {
      throw access.failure("\(error)")
    }
  }

  private func read(
    _ source: SiteSource, _ access: LayerAccess, measureCRS: String?, since start: ContinuousClock.Instant
  ) throws -> MergedSites.Reading {
    try access.withTable { dataset, layer, text in
      let columns = try SiteColumns(source, of: layer, access)
      let points = try ColumnPoints(layer, access, lines: text)
      let found = try access.reference(
        of: layer.spatialReference ?? points?.implied.map { try SpatialReference(userInput: $0) })
      let seconds = try SecondPlaces(layer, access, beside: points, lines: text, reference: found)
      var rows = try SiteRows(
        access: access, layer: layer, columns: columns, points: points, seconds: seconds, lines: text)
      var report = LayerReport(declared: source.declared)
      report.driver = dataset.driverName
      report.crsFound = source.declared.crsOverride ?? found.authorityCode ?? found.name
      report.featuresDeclared = try layer.declaredCount()
      report.featuresRead = try layer.forEachFeature { try rows.add(access.withoutNoData($0)) }
      report.featuresUsed = report.featuresRead
      try access.checkPages(dataset, declaredCount: report.featuresDeclared, came: report.featuresRead)
      let (table, shapes, repaired) = try rows.finish(found, measureCRS: measureCRS)
      report.crsMeasured = shapes.measuringCRS
      report.repairedGeometries = repaired.count
      report.remarks += rows.remarks + access.remarks(of: dataset)
      report.sha256 = SourceFile.digest(of: source.declared.source, files: access.files(of: dataset))
      report.elapsedSeconds = start.duration(to: .now).seconds
      return (table, shapes, report)
    }
  }
}

extension Duration {
  /// Length in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
