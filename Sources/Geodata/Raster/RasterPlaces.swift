// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Where the sites lie on a raster.
struct RasterPlaces {
  /// Positions in the raster's reference system; nil for a site that cannot be brought to it.
  let coordinates: [Coordinate?]
  /// Column and row of each site, counted from the outer corner of the first cell; nil for a site outside the
  /// raster.
  let cells: [(column: Double, row: Double)?]
  /// All sites, those in one stored block of the raster one after the other, so that a block is not fetched
  /// again and again.
  let order: [Int]

  /// Finds the sites on the raster.
  ///
  /// - Throws: `InputFailure` when no transformation leads to the raster's reference system.
  init(_ shapes: SiteShapes, source: RasterSource, access: LayerAccess) throws {
    let transform = try access.transform(from: SpatialReference(epsg: 4326), to: source.reference)
    coordinates = try transform.transform(
      shapes.positions.map { Coordinate(x: $0.longitude, y: $0.latitude) })
    let grid = source.grid
    cells = coordinates.map { found in found.flatMap { grid.position(x: $0.x, y: $0.y) } }
    let block = source.block
    let keys = cells.enumerated().map { site, cell -> (row: Int, column: Int, site: Int) in
      guard let cell else { return (-1, -1, site) }
      return (Int(cell.row) / block.height, Int(cell.column) / block.width, site)
    }
    order = keys.sorted { $0 < $1 }.map(\.site)
  }

  /// What to say when no site lies on the raster: that is a fault of the declaration, not of the sites.
  func nowhere(_ shapes: SiteShapes, source: RasterSource, access: LayerAccess) -> InputFailure {
    var example = ""
    if let site = coordinates.firstIndex(where: { $0 != nil }), let place = coordinates[site] {
      let (x, y) = (SignificantDigits.nine(place.x), SignificantDigits.nine(place.y))
      example = "; site '\(shapes.ids[site])' lies at x \(x), y \(y) there"
    }
    return access.failure(
      "none of the \(shapes.count) sites lies on it: it covers \(source.grid.extent) in \(source.crsFound)\(example); "
        + "check its coordinate reference system (crs = ...) and that it is the raster of this region")
  }
}
