// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

/// Value of a raster at each site: that of the cell under it, or interpolated between the four nearest cell
/// centres.
///
/// Interpolation gives the numbers of rasterstats and of any bilinear reader where the four cells have
/// values. Where one of them has none the value is missing (rasterstats then takes the nearest cell); a cell
/// whose weight is 0 is not looked at. In the outer half of the border cells the four cells would reach
/// beyond the edge, and the border row or column stands for the one that is not there.
enum RasterValueDeriver {
  static func derive(
    _ settings: RasterValueIndicator, access: LayerAccess, shapes: SiteShapes, sourceText: String
  ) throws -> IndicatorOutput {
    let source = try RasterSource(access, band: settings.band)
    let places = try RasterPlaces(shapes, source: source, access: access)
    if shapes.count > 0, places.cells.allSatisfy({ $0 == nil }) {
      throw places.nowhere(shapes, source: source, access: access)
    }
    var values = [SiteValue](repeating: .missing(RasterDeriver.Reason.outside), count: shapes.count)
    var buffer: [Double] = []
    for site in places.order {
      guard let cell = places.cells[site] else {
        if places.coordinates[site] == nil { values[site] = .missing(RasterDeriver.Reason.unreachable) }
        continue
      }
      let found: Double
      switch settings.method {
      case .nearest: found = try nearest(cell, source, &buffer)
      case .bilinear: found = try bilinear(cell, source, &buffer)
      }
      values[site] =
        found.isFinite
        ? RasterDeriver.value(found, source: sourceText) : .missing(RasterDeriver.Reason.noValue)
    }
    var output = source.output()
    let remark = settings.method == .bilinear ? source.classRemark("interpolation") : source.entryRemark
    if let remark { output.remarks.append(remark) }
    output.columns = [
      SiteTable.Column(name: settings.valueAttribute, unit: settings.unit, values: values)
    ]
    return output
  }

  private static func nearest(
    _ cell: (column: Double, row: Double), _ source: RasterSource, _ buffer: inout [Double]
  ) throws -> Double {
    let (column, row) = (Int(cell.column), Int(cell.row))
    try source.read(columns: column..<column + 1, rows: row..<row + 1, into: &buffer)
    return buffer[0]
  }

  private static func bilinear(
    _ cell: (column: Double, row: Double), _ source: RasterSource, _ buffer: inout [Double]
  ) throws -> Double {
    let grid = source.grid
    let across = between(cell.column - 0.5, count: grid.columns, wraps: grid.wraps)
    let down = between(cell.row - 0.5, count: grid.rows, wraps: false)
    let width = across.cells.count
    try source.read(columns: across.cells, rows: down.cells, into: &buffer)
    func inRow(_ row: Int) -> Double {
      let left = buffer[row * width]
      return width == 1 ? left : left * (1 - across.share) + buffer[row * width + 1] * across.share
    }
    let top = inRow(0)
    return down.cells.count == 1 ? top : top * (1 - down.share) + inRow(1) * down.share
  }

  /// The one or two cells between whose centres a position lies, and how far it is on the way from the first
  /// to the second.
  private static func between(_ position: Double, count: Int, wraps: Bool) -> (
    cells: Range<Int>, share: Double
  ) {
    let low = position.rounded(.down)
    let share = position - low
    let first = Int(low)
    if share == 0 { return (first..<first + 1, 0) }
    if wraps { return (first..<first + 2, share) }
    let clamped = max(0, first)..<min(count, first + 2)
    return (clamped, clamped.count == 1 ? 0 : share)
  }
}
