// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// Where the cells of a raster lie: from map coordinates to columns and rows, also around the Earth.
///
/// A raster in longitude and latitude may count its longitudes from -180 or from 0, and a site or a zone may
/// lie a full turn away from where the raster counts it, or partly so; `shifts` are the ways to look for it.
/// A raster whose rows do not run along parallels is looked at as it is only.
struct RasterGrid {
  /// From columns and rows to map coordinates.
  let transform: GeoTransform
  /// Columns in use; those that repeat the first ones after a full turn are left out.
  let columns: Int
  /// Rows.
  let rows: Int
  /// One turn of the Earth in units of x; nil for a projected raster.
  let period: Double?
  /// Whether the last column is the western neighbour of the first.
  let wraps: Bool
  /// What to add to columns when looking for something on the raster: nothing, a turn to one side, a turn to
  /// the other.
  let shifts: [Double]

  /// How well a position on the raster is known, in cells: two units in the last place of its largest
  /// coordinate, between 1e-13 and 1e-6. A zone that takes up less of a cell than this is taken not to touch
  /// it.
  let tolerance: Double

  private static func tolerance(_ transform: GeoTransform, width: Int, height: Int) -> Double {
    let corners = [(0, 0), (width, 0), (0, height), (width, height)].map {
      transform.coordinate(column: Double($0.0), row: Double($0.1))
    }
    let across = (transform.columnX * transform.columnX + transform.columnY * transform.columnY).squareRoot()
    let down = (transform.rowX * transform.rowX + transform.rowY * transform.rowY).squareRoot()
    let largest = corners.reduce(0) { max($0, $1.x.magnitude, $1.y.magnitude) }
    return min(1e-6, max(1e-13, 2 * largest.ulp / min(across, down)))
  }

  /// Describes a raster.
  ///
  /// - Parameters:
  ///   - transform: From columns and rows to map coordinates.
  ///   - width: Columns.
  ///   - height: Rows.
  ///   - period: One turn of the Earth in units of x; nil for a projected raster.
  /// - Returns: nil when the transform has no inverse, so that cells have no area.
  init?(transform: GeoTransform, width: Int, height: Int, period: Double?) {
    let numbers = [
      transform.originX, transform.columnX, transform.rowX, transform.originY, transform.columnY,
      transform.rowY,
    ]
    guard numbers.allSatisfy(\.isFinite), transform.pixelArea > 0, transform.pixelArea.isFinite else {
      return nil
    }
    self.transform = transform
    self.period = period
    rows = height
    tolerance = Self.tolerance(transform, width: width, height: height)
    guard let period, transform.isUpright else {
      (columns, wraps, shifts) = (width, false, [0])
      return
    }
    let exact = period / transform.columnX.magnitude
    // A cell size written with ten digits leaves a turn a little beside a whole number of cells.
    let whole = exact.rounded()
    let isWhole = whole >= 1 && (exact - whole).magnitude < 1e-3
    let turn = isWhole ? whole : exact
    wraps = isWhole && Double(width) >= whole
    columns = wraps ? Int(whole) : width
    shifts = [0, turn, -turn]
  }

  /// Column and row of a map position, counted from the outer corner of the first cell; may lie outside.
  @inline(__always)
  func pixel(x: Double, y: Double) -> (column: Double, row: Double) {
    let (dx, dy) = (x - transform.originX, y - transform.originY)
    if transform.isUpright { return (dx / transform.columnX, dy / transform.rowY) }
    let determinant = transform.columnX * transform.rowY - transform.rowX * transform.columnY
    return (
      (dx * transform.rowY - dy * transform.rowX) / determinant,
      (dy * transform.columnX - dx * transform.columnY) / determinant
    )
  }

  /// Column and row of a map position that lies on the raster, if need be a turn to the east or west; nil for
  /// one outside. A position on the edge between two cells is put exactly there, and so belongs to the cell
  /// of the higher column or row.
  func position(x: Double, y: Double) -> (column: Double, row: Double)? {
    var (column, row) = pixel(x: x, y: y)
    if (column - column.rounded()).magnitude < tolerance { column = column.rounded() }
    if (row - row.rounded()).magnitude < tolerance { row = row.rounded() }
    guard row >= 0, row < Double(rows) else { return nil }
    for shift in shifts where column + shift >= 0 && column + shift < Double(columns) {
      return (column + shift, row)
    }
    return nil
  }

  /// The four edges in map coordinates, for messages.
  var extent: String {
    let corners = [(0, 0), (columns, 0), (0, rows), (columns, rows)].map {
      transform.coordinate(column: Double($0.0), row: Double($0.1))
    }
    let (x, y) = (corners.map(\.x), corners.map(\.y))
    func text(_ value: Double?) -> String { "\(SignificantDigits.nine(value ?? 0))" }
    return "x \(text(x.min())) to \(text(x.max())), y \(text(y.min())) to \(text(y.max()))"
  }
}

extension GeoTransform {
  /// Whether rows run along x and columns along y.
  var isUpright: Bool { rowX == 0 && columnY == 0 }
}
