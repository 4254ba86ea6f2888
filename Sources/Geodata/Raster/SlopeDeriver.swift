// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

/// Slope of the ground at each site, or its mean over a circle around it, by Horn's formula on the raster's
/// own cells.
enum SlopeDeriver {
  static func derive(
    _ settings: SlopeIndicator, access: LayerAccess, shapes: SiteShapes, sourceText: String
  ) throws -> IndicatorOutput {
    try RasterDeriver.check(bufferKm: settings.bufferKm, access: access)
    var output: IndicatorOutput
    let values: [SiteValue]
    if settings.bufferKm == nil {
      (values, output) = try atPoints(settings, access: access, shapes: shapes, sourceText: sourceText)
    } else {
      (values, output) = try inZones(settings, access: access, shapes: shapes, sourceText: sourceText)
    }
    output.columns = [
      SiteTable.Column(name: settings.valueAttribute, unit: settings.unit.rawValue, values: values)
    ]
    return output
  }

  private static func output(of source: RasterSource) -> IndicatorOutput {
    var output = source.output()
    if let remark = source.classRemark("a slope") { output.remarks.append(remark) }
    return output
  }

  private static func atPoints(
    _ settings: SlopeIndicator, access: LayerAccess, shapes: SiteShapes, sourceText: String
  ) throws -> ([SiteValue], IndicatorOutput) {
    let source = try RasterSource(access, band: settings.band)
    let horn = try formula(settings, source: source, access: access)
    let toDegrees = try degrees(source, shapes, access)
    let places = try RasterPlaces(shapes, source: source, access: access)
    if shapes.count > 0, places.cells.allSatisfy({ $0 == nil }) {
      throw places.nowhere(shapes, source: source, access: access)
    }
    var values = [SiteValue](repeating: .missing(RasterDeriver.Reason.outside), count: shapes.count)
    var (heights, slopes): ([Double], [Double]) = ([], [])
    for site in places.order {
      guard let cell = places.cells[site] else {
        if places.coordinates[site] == nil { values[site] = .missing(RasterDeriver.Reason.unreachable) }
        continue
      }
      let (column, row) = (Int(cell.column), Int(cell.row))
      try source.read(columns: column - 1..<column + 2, rows: row - 1..<row + 2, into: &heights)
      let metric = try ground(at: cell, of: source, toDegrees, access)
      heights.withUnsafeBufferPointer {
        horn.compute($0, width: 1, rows: row..<row + 1, metric: metric, into: &slopes)
      }
      values[site] =
        slopes[0].isFinite
        ? RasterDeriver.value(slopes[0], source: sourceText)
        : .missing("a cell there or beside it has no value or lies outside the raster")
    }
    return (values, output(of: source))
  }

  private static func inZones(
    _ settings: SlopeIndicator, access: LayerAccess, shapes: SiteShapes, sourceText: String
  ) throws -> ([SiteValue], IndicatorOutput) {
    let reader = try ZoneReader(
      access, band: settings.band, shapes: shapes, bufferKm: settings.bufferKm, margin: 1)
    let horn = try formula(settings, source: reader.source, access: access)
    let toDegrees = try degrees(reader.source, shapes, access)
    var values = [SiteValue](repeating: .missing(""), count: shapes.count)
    var statistics = ZoneStatistics([.mean])
    var slopes: [Double] = []
    try reader.forEachZone { site, zone in
      if case .failure(let obstacle) = zone {
        values[site] = .missing(obstacle.reason)
        return
      }
      statistics.removeAll()
      let metric = try ground(at: reader.middle, of: reader.source, toDegrees, access)
      try reader.forEachPart { coverage, window, heights in
        horn.compute(
          heights, width: window.columns.count, rows: window.rows, metric: metric, into: &slopes)
        slopes.withUnsafeBufferPointer { statistics.add(coverage, values: $0) }
      }
      let mean = statistics.values(of: [.mean])[0]
      let source = reader.sourceText(sourceText, weight: statistics.weight)
      values[site] =
        mean.map { RasterDeriver.value($0, source: source) } ?? .missing(RasterDeriver.Reason.zoneEmpty)
    }
    return (values, output(of: reader.source))
  }

  /// The way from a projected raster's coordinates to degrees; nil for a raster in degrees, and in a drawing.
  private static func degrees(
    _ source: RasterSource, _ shapes: SiteShapes, _ access: LayerAccess
  ) throws -> CoordinateTransform? {
    guard source.reference.radiansPerUnit == nil, !shapes.isPlane else { return nil }
    return try access.transform(from: source.reference, to: SpatialReference(epsg: 4326))
  }

  /// How the cells of a projected raster lie on the ground at a place; nil for a raster in degrees.
  ///
  /// - Throws: `InputFailure` where that cannot be known.
  private static func ground(
    at cell: (column: Double, row: Double), of source: RasterSource, _ toDegrees: CoordinateTransform?,
    _ access: LayerAccess
  ) throws -> CellMetric? {
    guard let toDegrees else { return nil }
    let middle = (column: cell.column.rounded(.down) + 0.5, row: cell.row.rounded(.down) + 0.5)
    if let metric = CellMetric(at: middle, transform: source.grid.transform, toDegrees: toDegrees) {
      return metric
    }
    throw access.failure(
      "it is not known how large its cells are on the ground in \(source.crsFound); bring it to a system made for the place with gdalwarp"
    )
  }

  /// The formula for a raster's cells.
  private static func formula(
    _ settings: SlopeIndicator, source: RasterSource, access: LayerAccess
  ) throws -> HornSlope {
    guard let size = CellSize(source.grid.transform, reference: source.reference) else {
      throw access.failure(
        "its rows do not run along x, or its units are no lengths; slope needs an upright raster, made for example with gdalwarp"
      )
    }
    let feet = ["ft", "feet", "foot", "us-ft", "us_ft", "us survey foot", "us survey feet"]
    if feet.contains(source.unit.lowercased()) {
      throw access.failure("states its heights in \(source.unit), and slope needs metres; convert it first")
    }
    return HornSlope(unit: settings.unit, size: size)
  }
}
