// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Goes through the zones of all sites on a raster, and for each through its cells: fractions and values.
final class ZoneReader {
  /// The raster.
  let source: RasterSource

  private let access: LayerAccess
  private let shapes: SiteShapes
  private let places: RasterPlaces
  private let zones: ZoneOutlines
  private var windows = ZoneWindows()
  private var coverage: CellCoverage
  private var values: [Double] = []
  private let margin: Int

  /// Opens the raster and prepares the zones.
  ///
  /// - Parameters:
  ///   - bufferKm: Radius in km; nil for the sites' own areas.
  ///   - margin: Cells that are read beyond each edge of the zone's rectangle, for a formula over neighbours.
  /// - Throws: `InputFailure`, also when no site has an area and no radius is stated.
  init(_ access: LayerAccess, band: Int?, shapes: SiteShapes, bufferKm: Double?, margin: Int = 0) throws {
    self.access = access
    self.shapes = shapes
    self.margin = margin
    source = try RasterSource(access, band: band)
    coverage = CellCoverage(least: source.grid.tolerance)
    if bufferKm == nil, shapes.count > 0, shapes.polygonWKB.allSatisfy({ $0 == nil }) {
      throw access.failure(
        "without buffer_km the zone is the site's own area, and every site is a point; state buffer_km")
    }
    places = try RasterPlaces(shapes, source: source, access: access)
    zones = try ZoneOutlines(shapes, places: places, source: source, access: access, bufferKm: bufferKm)
  }

  /// Calls `body` for every site, with why it has no zone on the raster if it has none.
  ///
  /// - Throws: `InputFailure` naming every zone with too many cells, or when no zone lies on the raster;
  ///   what `body` throws.
  func forEachZone(_ body: (Int, Result<Void, ZoneOutlines.Obstacle>) throws -> Void) throws {
    var tooLarge: [(site: Int, cells: Int)] = []
    var isSomewhere = shapes.count == 0
    try zones.forEach { site, obstacle in
      if let obstacle { return try body(site, .failure(obstacle)) }
      windows = ZoneWindows(zones.outline, on: source.grid)
      if windows.cellCount == 0 {
        return try body(site, .failure(ZoneOutlines.Obstacle(reason: RasterDeriver.Reason.zoneOutside)))
      }
      isSomewhere = true
      if windows.cellCount > ZoneWindows.cellLimit { tooLarge.append((site, windows.cellCount)) }
      // After the first zone that is too large the others are looked at for the same fault only.
      if tooLarge.isEmpty { try body(site, .success(())) }
    }
    if !tooLarge.isEmpty {
      let sorted = tooLarge.sorted { $0.site < $1.site }
      var findings = sorted.prefix(20).map { zone in
        access.finding(
          "the zone of site '\(shapes.ids[zone.site])' spans \(zone.cells) cells, more than "
            + "\(ZoneWindows.cellLimit); take a smaller zone or a coarser raster")
      }
      if sorted.count > findings.count {
        findings.append(access.finding("and \(sorted.count - findings.count) more zones are as large"))
      }
      throw InputFailure(findings: findings)
    }
    if !isSomewhere { throw places.nowhere(shapes, source: source, access: access) }
  }

  /// Calls `body` with every part of the zone under way: the fractions of its cells, and their values row by
  /// row with the margin around them.
  ///
  /// - Throws: `InputFailure` for damaged data.
  func forEachPart(
    _ body: (CellCoverage, ZoneWindows.Window, UnsafeBufferPointer<Double>) throws -> Void
  ) throws {
    try windows.forEachStrip { window in
      coverage.compute(zones.outline, shift: window.shift, columns: window.columns, rows: window.rows)
      let columns = window.columns.lowerBound - margin..<window.columns.upperBound + margin
      let rows = window.rows.lowerBound - margin..<window.rows.upperBound + margin
      try source.read(columns: columns, rows: rows, into: &values)
      try values.withUnsafeBufferPointer { try body(coverage, window, $0) }
    }
  }

  /// Column and row of the middle of the zone under way.
  var middle: (column: Double, row: Double) {
    ((zones.outline.minX + zones.outline.maxX) / 2, (zones.outline.minY + zones.outline.maxY) / 2)
  }

  /// The source of a value, which says so when more than 1 % of the zone did not count.
  ///
  /// - Parameter weight: Cells of the zone that counted.
  func sourceText(_ text: String, weight: Double) -> String {
    let lacking = 1 - weight / zones.outline.area
    guard lacking > 0.01 else { return text }
    return
      "\(text); \(Int((lacking * 100).rounded())) % of the zone lies outside the raster or on cells without value"
  }
}
