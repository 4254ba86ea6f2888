// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Glibc

/// The ground around a site that an indicator looks at: a circle drawn with 32 straight pieces a quarter that
/// encloses the area of the true circle, the site's own polygon, or that polygon grown. Coordinates are
/// metres of the measuring reference system from the site's point, which keeps areas exact to the last
/// digits.
struct Zone: Sendable {
  /// Straight pieces a quarter circle.
  static let quadrantSegments = 32
  /// Radius of a regular polygon of that many corners over that of the circle of the same area: the rim lies
  /// between 0.020 % outside and 0.010 % inside the circle.
  static let equalAreaFactor: Double = {
    let angle = Double.pi / 2 / Double(quadrantSegments)
    return (angle / sin(angle)).squareRoot()
  }()

  /// Origin of the coordinates, in the measuring reference system.
  let originX: Double
  let originY: Double
  /// Closed rings one after the other; a point is inside where an odd number of them goes round it.
  let x: [Double]
  let y: [Double]
  /// First coordinate of each ring, and after the last one the number of all.
  let ringStarts: [Int]
  /// Whether each ring is a hole of the one before it.
  let isHole: [Bool]
  /// Rectangle, from the origin.
  let bounds: Bounds
  /// Area in square metres of the plane.
  let area: Double
  /// Area in square metres on the ground.
  let groundArea: Double
  /// Square of the distance from the origin up to which all lies inside, for a circle; nil for any other
  /// shape.
  let innerSquare: Double?

  /// A circle of the area of the unit circle as GEOS draws the buffer of a point, counter-clockwise, closed.
  /// All quarters are mirror images of the first one to the last digit, so that corners opposite each other
  /// have the same height.
  static let unitCircle: (x: [Double], y: [Double]) = {
    let quarter = (0...quadrantSegments).map { Double($0) * (Double.pi / 2 / Double(quadrantSegments)) }
    let across = quarter.map { $0 == quarter.last ? 0 : cos($0) * equalAreaFactor }
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
    return (x + [x[0]], y + [y[0]])
  }()

  /// A circle around a point of the plane.
  init(aroundX centreX: Double, y centreY: Double, radius: Double) {
    originX = centreX
    originY = centreY
    x = Self.unitCircle.x.map { $0 * radius }
    y = Self.unitCircle.y.map { $0 * radius }
    ringStarts = [0, x.count]
    isHole = [false]
    let reach = radius * Self.equalAreaFactor
    bounds = Bounds(minX: -reach, minY: -reach, maxX: reach, maxY: reach)
    area = Self.area(x, y, 0..<x.count)
    groundArea = area
    innerSquare = Self.innerSquare(x, y)
  }

  /// A polygon in the measuring reference system, taken apart; only its rings count.
  ///
  /// - Parameters:
  ///   - groundArea: Its area on the ground in m2; nil where the plane is the ground.
  ///   - isCircle: Whether it is a circle around the origin.
  init(_ runs: WKBRuns, originX: Double, originY: Double, groundArea: Double? = nil, isCircle: Bool = false) {
    self.originX = originX
    self.originY = originY
    var x: [Double] = []
    var y: [Double] = []
    var ringStarts: [Int] = []
    var isHole: [Bool] = []
    var box: Bounds?
    var area = 0.0
    for (run, start) in runs.starts.enumerated() {
      guard runs.roles[run] == .outerRing || runs.roles[run] == .hole else { continue }
      let end = run + 1 < runs.starts.count ? runs.starts[run + 1] : runs.x.count
      ringStarts.append(x.count)
      isHole.append(runs.roles[run] == .hole)
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
    self.isHole = isHole
    bounds = box ?? Bounds(x: 0, y: 0)
    self.area = area
    self.groundArea = groundArea ?? area
    innerSquare = isCircle ? Self.innerSquare(x, y) : nil
  }

  /// Square of the least distance of a circle's straight pieces from its middle, and a little less.
  private static func innerSquare(_ x: [Double], _ y: [Double]) -> Double {
    let least = x.indices.reduce(Double.infinity) { min($0, x[$1] * x[$1] + y[$1] * y[$1]) }
    let inner = cos(Double.pi / Double(4 * quadrantSegments)) * 0.999
    return least * inner * inner
  }

  /// Length on the ground over length in the plane, in the mean of the zone.
  var groundRatio: Double { area > 0 ? (groundArea / area).squareRoot() : 1 }

  /// Area of a closed ring by the cross products of its corners.
  private static func area(_ x: [Double], _ y: [Double], _ ring: Range<Int>) -> Double {
    var twice = 0.0
    for place in ring.dropLast() { twice += x[place] * y[place + 1] - x[place + 1] * y[place] }
    return abs(twice) / 2
  }

  /// The zone in the measuring reference system as well-known binary.
  func wkb() -> [UInt8] {
    var runs = WKBRuns()
    for ring in isHole.indices {
      let range = ringStarts[ring]..<ringStarts[ring + 1]
      runs.append(
        isHole[ring] ? .hole : .outerRing, range.map { x[$0] + originX }[...],
        range.map { y[$0] + originY }[...])
    }
    var batch = FeatureBatch()
    batch.append(id: nil, ordinal: 0, runs)
    return batch.wkb(of: 0)
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
  /// - Parameter bufferMetres: Distance from the site's own geometry; nil for its polygon, which it must
  ///   have.
  /// - Throws: `GEOSError`.
  func zone(of site: Int, bufferMetres: Double?) throws -> Zone {
    let place = point(of: site)
    guard let wkb = shapes.polygonWKB[site] else {
      let radius = bufferMetres ?? 0
      guard let ground else { return Zone(aroundX: place.x, y: place.y, radius: radius) }
      // A cap of the Earth is a little smaller than a circle of its radius.
      let bent = radius / 6_371_000
      return Zone(
        ground.circle(of: site, radius: radius), originX: place.x, originY: place.y,
        groundArea: Double.pi * radius * radius * (1 - bent * bent / 12), isCircle: true)
    }
    var runs = try WKBRuns(wkb)
    if let bufferMetres {
      if let ground {
        runs = try ground.buffered(runs, site: site, by: bufferMetres, in: context)
      } else if let area = area(of: site) {
        runs = try WKBRuns(
          area.shape.buffer(
            bufferMetres * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments
          ).wkb())
      }
    }
    return Zone(
      runs, originX: place.x, originY: place.y,
      groundArea: ground.map { PolygonRepair.drawnArea($0.toGround(runs, site: site)) })
  }

  /// Sites without a polygon of their own, where an indicator without a buffer needs one.
  var pointSites: [Int] { shapes.polygonWKB.indices.filter { shapes.polygonWKB[$0] == nil } }
}
