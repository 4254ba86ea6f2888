// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS

/// Lines and rings of a layer made ready to be carried to the measuring reference system.
///
/// An edge is straight in the coordinates of its source, and bent in any other system: a parallel over 25
/// degrees of longitude lies 70 km beside the chord of Lambert-93. So long edges get places between their
/// corners. A polygon that is wider or higher than the surroundings of the sites, as a frame around the world
/// is, may be turned inside out by the measuring system, and so is cut at the rim of these surroundings.
struct EdgeCourse {
  /// Surroundings of the sites: how far they reach at least.
  static let reachM = 2_500_000.0
  /// Edges longer than this get places in between: a chord is then some 5 m beside its edge at most.
  private static let stepDegrees = 0.2
  private static let stepM = 20_000.0
  /// Most pieces of one edge.
  private static let pieceLimit = 4_096.0

  private let context: GEOSContext
  private let step: Double
  /// The angle all around in units of the source; infinite for coordinates that are no angles.
  private let circle: Double
  /// Polygons up to this size are no larger than any surroundings, in units of the source.
  private let narrow: Double
  /// Surroundings of the sites in coordinates of the source; nil where they cannot be known. Few layers have
  /// a polygon that asks for them.
  private lazy var window: Bounds? = Self.window(around: sites, in: reference, circle: circle)
  private let sites: SiteTargets
  private let reference: SpatialReference

  /// Lines and rings as they can be carried over.
  struct Followed {
    var runs = WKBRuns()
    /// Whether what lies far from all sites was cut off.
    var isCut = false
    /// Whether an edge goes more than half around the Earth and so is taken to cross the antimeridian.
    var leaps = false
  }

  /// - Parameter reference: Reference system of the layer's coordinates.
  init(_ reference: SpatialReference, sites: SiteTargets) {
    context = sites.context
    self.sites = sites
    self.reference = reference
    if let radians = reference.radiansPerUnit {
      step = Self.stepDegrees * (Double.pi / 180) / radians
      circle = 2 * Double.pi / radians
      narrow = circle / 20
    } else {
      step = Self.stepM / (reference.metresPerUnit ?? 1)
      circle = .infinity
      narrow = Self.reachM / 4 / (reference.metresPerUnit ?? 1)
    }
  }

  /// The least rectangle in the source's coordinates around a grid of places around the sites.
  private static func window(
    around sites: SiteTargets, in reference: SpatialReference, circle: Double
  ) -> Bounds? {
    guard let box = sites.whole?.grown(by: reachM),
      let measuring = try? sites.shapes.makeMeasuringReference(),
      let back = try? CoordinateTransform(from: measuring, to: reference)
    else { return nil }
    let shares = (0...20).map { Double($0) / 20 }
    let grid = shares.flatMap { up in
      shares.map { across in
        Coordinate(
          x: box.minX + across * (box.maxX - box.minX), y: box.minY + up * (box.maxY - box.minY))
      }
    }
    guard let places = try? back.transform(grid), let middle = places[grid.count / 2] else { return nil }
    var window = Bounds(x: middle.x, y: middle.y)
    for place in places {
      guard let place else { return nil }
      let turns = ((place.x - middle.x) / circle).rounded()
      window = window.union(Bounds(x: turns == 0 ? place.x : place.x - turns * circle, y: place.y))
    }
    return window
  }

  /// The same lines and rings, cut and with places between corners where they need it.
  ///
  /// - Throws: `GEOSError`.
  mutating func followed(_ runs: WKBRuns) throws -> Followed {
    // What is no place on Earth, as metres taken for degrees, is not carried over anyway.
    guard let box = Self.box(runs, runs.x.indices), max(box.maxY, -box.minY) <= circle / 4 * (1 + 1e-9),
      max(box.maxX - box.minX, box.maxY - box.minY) > step
    else { return Followed(runs: runs) }
    var found = Followed()
    var run = 0
    while run < runs.starts.count {
      // A polygon is taken with its holes.
      var next = run + 1
      while next < runs.starts.count, runs.roles[run] == .outerRing, runs.roles[next] == .hole { next += 1 }
      let leaps = (run..<next).contains { self.leaps(runs, $0) }
      if leaps { found.leaps = true }
      if runs.roles[run] == .outerRing, !leaps, let kept = try cut(runs, run..<next) {
        found.isCut = true
        for part in kept.starts.indices { append(part, of: kept, to: &found.runs) }
      } else {
        for part in run..<next { append(part, of: runs, to: &found.runs) }
      }
      run = next
    }
    return found
  }

  /// From a corner to the next: the short way around the Earth, unless it goes all around.
  private func way(_ runs: WKBRuns, to place: Int) -> (x: Double, y: Double, leaps: Bool) {
    let (x, y) = (runs.x[place] - runs.x[place - 1], runs.y[place] - runs.y[place - 1])
    guard x.magnitude > circle / 2, x.magnitude < circle * (1 - 1e-9) else { return (x, y, false) }
    return (x > 0 ? x - circle : x + circle, y, true)
  }

  private func leaps(_ runs: WKBRuns, _ run: Int) -> Bool {
    runs.coordinates(of: run).dropFirst().contains { way(runs, to: $0).leaps }
  }

  /// Adds a run with places between corners that lie far apart.
  private func append(_ run: Int, of runs: WKBRuns, to kept: inout WKBRuns) {
    let range = runs.coordinates(of: run)
    kept.starts.append(kept.x.count)
    kept.roles.append(runs.roles[run])
    for place in range {
      if place > range.lowerBound {
        let way = way(runs, to: place)
        let pieces = (max(way.x.magnitude, way.y.magnitude) / step).rounded(.up)
        if pieces > 1 {
          let count = min(pieces, Self.pieceLimit)
          for piece in 1..<Int(count) {
            kept.x.append(runs.x[place - 1] + Double(piece) / count * way.x)
            kept.y.append(runs.y[place - 1] + Double(piece) / count * way.y)
          }
        }
      }
      kept.x.append(runs.x[place])
      kept.y.append(runs.y[place])
    }
  }

  /// A polygon with its holes within the surroundings of the sites, however its longitudes are numbered;
  /// nil where it is no larger than these.
  private mutating func cut(_ runs: WKBRuns, _ part: Range<Int>) throws -> WKBRuns? {
    guard let box = Self.box(runs, runs.coordinates(of: part.lowerBound)),
      max(box.maxX - box.minX, box.maxY - box.minY) > narrow, let window,
      box.maxX - box.minX > window.maxX - window.minX || box.maxY - box.minY > window.maxY - window.minY
    else { return nil }
    var polygon = WKBRuns()
    for run in part { polygon.append(run, of: runs) }
    var kept = WKBRuns()
    for shift in circle.isFinite ? [0, -circle, circle] : [0] {
      kept = kept.appending(Self.rings(of: polygon, within: window, shift: shift))
    }
    var batch = FeatureBatch()
    batch.append(id: nil, ordinal: 0, polygon)
    // What is cut ring by ring touches itself along the rim. What was invalid before is reported when mended.
    guard !kept.starts.isEmpty, let shape = try? Shape(wkb: batch.wkb(of: 0), in: context), shape.isValid
    else { return kept }
    let mended = try PolygonRepair.mended(kept, in: context)
    kept = WKBRuns()
    for run in mended.starts.indices where mended.roles[run] == .outerRing || mended.roles[run] == .hole {
      kept.append(run, of: mended)
    }
    return kept
  }

  /// The least rectangle around some coordinates; nil where one of them is no number.
  private static func box(_ runs: WKBRuns, _ range: Range<Int>) -> Bounds? {
    guard let first = range.first,
      range.allSatisfy({ runs.x[$0].isFinite && runs.y[$0].isFinite })
    else { return nil }
    return range.reduce(Bounds(x: runs.x[first], y: runs.y[first])) {
      $0.union(Bounds(x: runs.x[$1], y: runs.y[$1]))
    }
  }

  /// Rings moved along the longitudes and cut at a rectangle, side by side (Sutherland and Hodgman).
  private static func rings(of polygon: WKBRuns, within window: Bounds, shift: Double) -> WKBRuns {
    var kept = WKBRuns()
    for run in polygon.starts.indices {
      var places = polygon.coordinates(of: run).map { (x: polygon.x[$0] + shift, y: polygon.y[$0]) }
      for (isX, limit, sign) in [
        (true, window.minX, 1.0), (true, window.maxX, -1), (false, window.minY, 1), (false, window.maxY, -1),
      ] {
        func inside(_ place: (x: Double, y: Double)) -> Double { sign * ((isX ? place.x : place.y) - limit) }
        var cut: [(x: Double, y: Double)] = []
        for (index, place) in places.enumerated() {
          let before = places[index == 0 ? places.count - 1 : index - 1]
          let (from, to) = (inside(before), inside(place))
          if (from < 0) != (to < 0) {
            let share = from / (from - to)
            cut.append((before.x + share * (place.x - before.x), before.y + share * (place.y - before.y)))
          }
          if to >= 0 { cut.append(place) }
        }
        places = cut
      }
      if let first = places.first, let last = places.last, first != last { places.append(first) }
      if places.count < 4 {
        if polygon.roles[run] == .outerRing { break }
        continue
      }
      kept.append(polygon.roles[run], places.map(\.x)[...], places.map(\.y)[...])
    }
    return kept
  }
}
