// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS

/// The sites as one thread measures from them: points as numbers, areas as prepared geometries.
final class SiteTargets {
  /// The sites.
  let shapes: SiteShapes
  /// Context of all geometries of GEOS in this thread.
  let context: GEOSContext
  /// Rectangle of each site, without extent for a point.
  let bounds: [Bounds]
  /// Measures on the ellipsoid; nil where the plane is the ground, as in a drawing.
  let ground: GroundMeasure?
  /// Whether any site is an area.
  let hasAreas: Bool

  private var prepared: [Int: PreparedShape] = [:]

  /// Prepares the sites for one thread.
  ///
  /// - Throws: `GEOSError`; `GDALError` when no way leads from the measuring reference system to degrees.
  init(_ shapes: SiteShapes) throws {
    self.shapes = shapes
    ground = shapes.isPlane ? nil : try GroundMeasure(shapes)
    let context = try GEOSContext()
    self.context = context
    var bounds: [Bounds] = []
    bounds.reserveCapacity(shapes.count)
    var hasAreas = false
    for site in 0..<shapes.count {
      guard let wkb = shapes.polygonWKB[site] else {
        bounds.append(Bounds(x: shapes.measured[site].x, y: shapes.measured[site].y))
        continue
      }
      hasAreas = true
      let shape = try Shape(wkb: wkb, in: context)
      bounds.append(shape.bounds ?? Bounds(x: shapes.measured[site].x, y: shapes.measured[site].y))
      prepared[site] = try PreparedShape(shape)
    }
    self.bounds = bounds
    self.hasAreas = hasAreas
  }

  /// Number of sites.
  var count: Int { shapes.count }

  /// A site given as an area; nil for a point.
  func area(of site: Int) -> PreparedShape? { hasAreas ? prepared[site] : nil }

  /// The point of a site.
  func point(of site: Int) -> Coordinate { shapes.measured[site] }

  /// Width and height of a site's rectangle together, in metres; 0 for a point.
  func extent(of site: Int) -> Double {
    bounds[site].maxX - bounds[site].minX + bounds[site].maxY - bounds[site].minY
  }

  /// The largest ratio of lengths in the plane to lengths on the ground up to a distance from any site.
  func largestRatio(upTo metres: Double) -> Double {
    guard let ground else { return 1 }
    return (0..<count).reduce(1) {
      max($0, ground.ratio(from: $1, upTo: 1.1 * (metres + extent(of: $1))).upperBound)
    }
  }

  /// The least rectangle that holds all sites; nil for none.
  var whole: Bounds? {
    guard let first = bounds.first else { return nil }
    return bounds.dropFirst().reduce(first) { $0.union($1) }
  }
}
