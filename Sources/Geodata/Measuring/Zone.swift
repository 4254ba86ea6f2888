// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Glibc

/// The ground around a site that an indicator looks at: a circle drawn with 16 straight pieces a quarter, the site's own polygon, or
/// that polygon grown. Coordinates are metres from the site's point, which keeps areas exact to the last digits.
struct Zone: Sendable {
  /// Straight pieces a quarter circle.
  static let quadrantSegments = 16

  /// Origin of the coordinates, in the measuring reference system.
  let originX: Double
  let originY: Double
  /// Closed rings one after the other; a point is inside where an odd number of them goes round it.
  let x: [Double]
  let y: [Double]
  /// First coordinate of each ring, and after the last one the number of all.
  let ringStarts: [Int]
  /// Rectangle, from the origin.
  let bounds: Bounds
  /// Area in square metres.
  let area: Double
  /// Radius of the circle it is; nil for any other shape.
  let radius: Double?

  /// A unit circle as GEOS draws the buffer of a point, counter-clockwise, closed. All quarters are mirror images of the first one to the
  /// last digit, so that corners opposite each other have the same height.
  private static let unitCircle: (x: [Double], y: [Double]) = {
    let quarter = (0...quadrantSegments).map { Double($0) * (Double.pi / 2 / Double(quadrantSegments)) }
    let across = quarter.map { $0 == quarter.last ? 0 : cos($0) }
    let up = quarter.indices.map { across[quadrantSegments - $0] }
    var x: [Double] = []
    var y: [Double] = []
    for (signX, signY) in [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)] {
      for step in 0..<quadrantSegments {
        // Every second quarter runs from the upright axis to the level one.
        let corner = signX == signY ? step : quadrantSegments - step
        x.append(signX * across[corner])
        y.append(signY * up[corner])
      }
    }
    return (x + [1], y + [0])
  }()

  /// A circle around a point.
  init(aroundX centreX: Double, y centreY: Double, radius: Double) {
    originX = centreX
    originY = centreY
    x = Self.unitCircle.x.map { $0 * radius }
    y = Self.unitCircle.y.map { $0 * radius }
    ringStarts = [0, x.count]
    bounds = Bounds(minX: -radius, minY: -radius, maxX: radius, maxY: radius)
    area = Self.area(x, y, 0..<x.count)
    self.radius = radius
  }

  /// A polygon in the measuring reference system, taken apart; only its rings count.
  init(_ runs: WKBRuns, originX: Double, originY: Double) {
    self.originX = originX
    self.originY = originY
    var x: [Double] = []
    var y: [Double] = []
    var ringStarts: [Int] = []
    var box: Bounds?
    var area = 0.0
    for (run, start) in runs.starts.enumerated() {
      guard runs.roles[run] == .outerRing || runs.roles[run] == .hole else { continue }
      let end = run + 1 < runs.starts.count ? runs.starts[run + 1] : runs.x.count
      ringStarts.append(x.count)
      for place in start..<end {
        let corner = Bounds(x: runs.x[place] - originX, y: runs.y[place] - originY)
        x.append(corner.minX)
        y.append(corner.minY)
        box = box?.union(corner) ?? corner
      }
      // Which way a ring goes round says nothing sure about whether it is a hole.
      let ringArea = Self.area(x, y, (x.count - (end - start))..<x.count)
      area += runs.roles[run] == .outerRing ? ringArea : -ringArea
    }
    ringStarts.append(x.count)
    self.x = x
    self.y = y
    self.ringStarts = ringStarts
    bounds = box ?? Bounds(x: 0, y: 0)
    self.area = area
    radius = nil
  }

  /// Area of a closed ring by the cross products of its corners.
  private static func area(_ x: [Double], _ y: [Double], _ ring: Range<Int>) -> Double {
    var twice = 0.0
    for place in ring.dropLast() { twice += x[place] * y[place + 1] - x[place + 1] * y[place] }
    return abs(twice) / 2
  }

  /// Rectangle in the measuring reference system.
  var measuredBounds: Bounds {
    Bounds(
      minX: bounds.minX + originX, minY: bounds.minY + originY, maxX: bounds.maxX + originX,
      maxY: bounds.maxY + originY)
  }

  /// Whether a point, from the origin, lies inside or on the boundary.
  func contains(_ px: Double, _ py: Double) -> Bool {
    guard px >= bounds.minX, px <= bounds.maxX, py >= bounds.minY, py <= bounds.maxY else { return false }
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        var crossings = 0
        for ring in 0..<(ringStarts.count - 1) {
          let found = SegmentGeometry.crossings(
            px, py, x: x, y: y, start: ringStarts[ring], count: ringStarts[ring + 1] - ringStarts[ring])
          if found < 0 { return true }
          crossings += found
        }
        return crossings % 2 == 1
      }
    }
  }
}

extension SiteTargets {
  /// The ground around a site.
  ///
  /// - Parameter bufferMetres: Distance from the site's own geometry; nil for its polygon, which it must have.
  /// - Throws: `GEOSError`.
  func zone(of site: Int, bufferMetres: Double?) throws -> Zone {
    let place = point(of: site)
    guard let wkb = shapes.polygonWKB[site] else {
      return Zone(aroundX: place.x, y: place.y, radius: bufferMetres ?? 0)
    }
    var bytes = wkb
    if let bufferMetres, let area = area(of: site) {
      bytes = try area.shape.buffer(bufferMetres, quadrantSegments: Zone.quadrantSegments).wkb()
    }
    return try Zone(WKBRuns(bytes), originX: place.x, originY: place.y)
  }

  /// Sites without a polygon of their own, where an indicator without a buffer needs one.
  var pointSites: [Int] { shapes.polygonWKB.indices.filter { shapes.polygonWKB[$0] == nil } }
}
