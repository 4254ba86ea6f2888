// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Glibc
import Sites

/// Zones of sites as outlines in columns and rows of a raster: a circle around the site, its area made
/// larger, or its area.
///
/// A zone is made in the measuring reference system, where a kilometre is a kilometre, and its corners are
/// then brought to the raster's reference system; between them its edges are straight on the raster. A circle
/// has 128 corners (`Zone`), and corners alone are brought over, as GeoPandas does with the same circle. The
/// edges of a site's area, or of the zone around one, are first cut so that none is longer than 10 km: over L
/// km a straight line on one map bends away from a straight line on the other by up to about L^2 / (8 * 6371)
/// km, which is 2 m for 10 km and 200 m for 100 km.
final class ZoneOutlines {
  /// Why a site has no zone on the raster.
  struct Obstacle: Error {
    /// The reason, as the value of the site states it.
    var reason: String
  }

  /// Longest edge, in metres, that is not cut before it goes from one reference system to another.
  static let longestEdgeM = 10_000.0

  /// The zone under way.
  private(set) var outline = PixelOutline()

  private let shapes: SiteShapes
  private let grid: RasterGrid
  private let radiusM: Double?
  private let transform: CoordinateTransform?
  private let targets: SiteTargets
  private let metresPerUnit: Double?
  private let anchors: [Coordinate?]
  private let order: [Int]
  private var measured = Corners()
  private var brought = Corners()

  /// Columns of coordinates.
  private struct Corners {
    var x: [Double] = []
    var y: [Double] = []
  }

  /// Prepares the zones of all sites.
  ///
  /// - Parameters:
  ///   - places: Where the sites lie on the raster.
  ///   - bufferKm: Radius in km; nil for the areas of the sites.
  /// - Throws: `InputFailure` when no transformation leads to the raster's reference system.
  init(
    _ shapes: SiteShapes, places: RasterPlaces, source: RasterSource, access: LayerAccess, bufferKm: Double?
  ) throws {
    self.shapes = shapes
    grid = source.grid
    radiusM = bufferKm.map { $0 * 1_000 }
    targets = try SiteTargets(shapes)
    let reference = try shapes.makeMeasuringReference()
    transform =
      reference.isSame(as: source.reference)
      ? nil : try access.transform(from: reference, to: source.reference)
    metresPerUnit = source.reference.metresPerUnit
    anchors = places.coordinates
    order = places.order
  }

  /// Goes through the zones of all sites, in an order in which neighbours on the raster follow one another.
  ///
  /// - Parameter body: Gets the site's row and, in `outline`, its zone; or why it has none.
  /// - Throws: What `body` throws; `GDALError` for a geometry that GEOS cannot handle.
  func forEach(_ body: (Int, Obstacle?) throws -> Void) throws {
    var start = 0
    while start < order.count {
      // Circles go through the transformation many at a time, which costs much less than one by one.
      let chunk = order[start..<min(order.count, start + 256)]
      start += chunk.count
      let circles = chunk.filter { shapes.polygonWKB[$0] == nil }
      if let radiusM { try bringCircles(of: circles, radiusM: radiusM) }
      var circle = 0
      for site in chunk {
        let anchor = anchors[site]
        do throws(Obstacle) {
          outline.removeAll()
          if let wkb = shapes.polygonWKB[site] {
            try addArea(wkb, site: site, anchor: anchor)
          } else if radiusM != nil {
            circle += 1
            let corners = (circle - 1) * Self.corners..<circle * Self.corners
            try addRing(measured, brought, corners, isHole: false, anchor: anchor)
          } else {
            throw Obstacle(reason: "the site is a point, and no buffer_km is stated")
          }
          guard outline.area > 0 else { throw Obstacle(reason: "the zone has no area") }
        } catch {
          try body(site, error)
          continue
        }
        try body(site, nil)
      }
    }
  }

  /// Corners of a circle.
  private static let corners = 4 * Zone.quadrantSegments

  private func bringCircles(of sites: [Int], radiusM: Double) throws {
    var corners = Corners()
    corners.x.reserveCapacity(sites.count * Self.corners)
    corners.y.reserveCapacity(sites.count * Self.corners)
    for site in sites {
      let zone = try targets.zone(of: site, bufferMetres: radiusM)
      for corner in 0..<Self.corners {
        corners.x.append(zone.originX + zone.x[corner])
        corners.y.append(zone.originY + zone.y[corner])
      }
    }
    measured = corners
    _ = try transform?.transform(x: &corners.x, y: &corners.y)
    brought = corners
  }

  private func addArea(_ wkb: [UInt8], site: Int, anchor: Coordinate?) throws(Obstacle) {
    let paths: [CoordinatePath]
    do {
      var area = try Geometry(wkb: wkb)
      if let radiusM { area = try Geometry(wkb: targets.zone(of: site, bufferMetres: radiusM).wkb()) }
      if transform != nil { area = try area.densified(maxLength: Self.longestEdgeM) }
      paths = try area.paths()
    } catch {
      throw Obstacle(reason: "no zone can be made of the site's area: \(error)")
    }
    for path in paths {
      let isHole: Bool
      switch path.role {
      case .outerRing: isHole = false
      case .innerRing: isHole = true
      case .point, .line: continue
      }
      let before = Corners(x: path.x, y: path.y)
      var after = before
      // Corners that cannot be brought over come back as NaN, which the ring refuses.
      _ = try? transform?.transform(x: &after.x, y: &after.y)
      try addRing(before, after, before.x.indices, isHole: isHole, anchor: anchor)
    }
  }

  /// Adds a ring to the outline.
  ///
  /// - Parameters:
  ///   - before: Corners in the measuring system.
  ///   - after: The same corners in the raster's system.
  ///   - range: Those of the ring.
  private func addRing(
    _ before: Corners, _ after: Corners, _ range: Range<Int>, isHole: Bool, anchor: Coordinate?
  ) throws(Obstacle) {
    guard let anchor, !range.isEmpty else {
      throw Obstacle(reason: "the site cannot be brought to the raster's reference system")
    }
    guard range.allSatisfy({ after.x[$0].isFinite && after.y[$0].isFinite }) else {
      throw Obstacle(reason: "the zone reaches beyond what the raster's reference system can show")
    }
    let period = grid.period
    var (lastX, lastY) = (anchor.x, 0.0)
    var firstX = 0.0
    for index in range {
      var (x, y) = (after.x[index], after.y[index])
      // Longitudes jump by a turn at the antimeridian; each corner is taken where it is nearest to the one
      // before.
      if let period { x += period * ((lastX - x) / period).rounded() }
      if index == range.lowerBound {
        firstX = x
      } else if period == nil, let metresPerUnit, transform != nil {
        let length = hypot(x - lastX, y - lastY) * metresPerUnit
        let stated = hypot(before.x[index] - before.x[index - 1], before.y[index] - before.y[index - 1])
        if length > 100_000, length > 20 * stated {
          throw Obstacle(reason: "the edge of the raster's reference system tears the zone apart")
        }
      }
      (lastX, lastY) = (x, y)
      (x, y) = grid.pixel(x: x, y: y)
      outline.append(column: x, row: y)
    }
    if let period, (lastX - firstX).magnitude > period / 2 {
      throw Obstacle(reason: "a pole lies in the zone, which the raster's reference system cannot show")
    }
    outline.endRing(isHole: isHole)
  }
}
