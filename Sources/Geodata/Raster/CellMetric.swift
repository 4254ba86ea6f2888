// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

/// How the cells of a projected raster lie on the ground at a place: where one column and one row lead, in
/// metres to the east and to the north. Projections stretch lengths, web Mercator by half at Paris and an
/// equal-area grid differently by direction, so that the cell size of the raster says little about the
/// ground.
struct CellMetric: Sendable, Equatable {
  /// Metres to the east and north for a step of one column.
  let column: (east: Double, north: Double)
  /// Metres to the east and north for a step of one row.
  let row: (east: Double, north: Double)

  /// Measures from the edges of a cell on the ellipsoid.
  ///
  /// - Parameters:
  ///   - cell: Column and row of a place.
  ///   - toDegrees: From the raster's coordinates to longitude and latitude.
  /// - Returns: nil where no way leads to degrees, or where cells have no width.
  init?(at cell: (column: Double, row: Double), transform: GeoTransform, toDegrees: CoordinateTransform) {
    let places = [(-0.5, 0.0), (0.5, 0), (0, -0.5), (0, 0.5)].map {
      transform.coordinate(column: cell.column + $0.0, row: cell.row + $0.1)
    }
    guard let found = try? toDegrees.transform(places), found.allSatisfy({ $0 != nil }) else { return nil }
    let ends = found.compactMap { place in
      place.map { SiteTable.Position(longitude: $0.x, latitude: $0.y) }
    }
    column = Geodesic.step(ends[0], ends[1])
    row = Geodesic.step(ends[2], ends[3])
    guard area.isFinite, area != 0 else { return nil }
  }

  private var area: Double { column.east * row.north - column.north * row.east }

  /// Rise in metres a metre for rises of a step of one column and of one row.
  @inline(__always)
  func gradient(column rise: Double, row fall: Double) -> Double {
    let east = (rise * row.north - column.north * fall) / area
    let north = (column.east * fall - row.east * rise) / area
    return (east * east + north * north).squareRoot()
  }

  static func == (one: CellMetric, other: CellMetric) -> Bool {
    one.column == other.column && one.row == other.row
  }
}
