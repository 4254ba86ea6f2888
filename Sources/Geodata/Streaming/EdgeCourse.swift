// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Glibc

/// Lines and rings of a layer made ready to be carried to the measuring reference system.
///
/// An edge is straight in the coordinates of its source, and bent in any other system: a parallel over 25
/// degrees of longitude lies 70 km beside the chord of Lambert-93. So long edges get places between their
/// corners. What reaches from the surroundings of the sites to where the measuring system shows nothing
/// sensible, as a frame around the whole world does, is cut at the rim of these surroundings.
struct EdgeCourse {
  /// Nothing is measured farther from a site than this.
  static let reachM = 2_500_000.0
  /// Edges longer than this get places in between: a chord is then some 5 m beside its edge at most.
  static let stepDegrees = 0.2
  static let stepM = 20_000.0
  /// Most pieces of one edge.
  private static let pieceLimit = 4_096

  private let context: GEOSContext
  private let step: Double
  /// Surroundings of the sites in coordinates of the source, once for each way to number the same longitudes;
  /// empty where they cannot be told.
  private let windows: [Envelope]
  /// By how much the numbers of each of the surroundings differ from those of the first.
  private let shifts: [Double]
  /// The angle all around in units of the source; infinite for coordinates that are no angles.
  private let circle: Double

  /// Lines and rings as they can be carried over.
  struct Followed {
    var runs: WKBRuns
    /// Whether what lies far from all sites was cut off.
    var isCut = false
    /// Whether an edge goes more than half around the Earth, as one does that was meant to cross the
    /// antimeridian.
    var goesLongWay = false
  }

  /// - Parameter reference: Reference system of the layer's coordinates.
  init(_ reference: SpatialReference, sites: SiteTargets) {
    context = sites.context
    let places = Self.places(of: sites, in: reference)
    if let radians = reference.radiansPerUnit {
      step = Self.stepDegrees * (Double.pi / 180) / radians
      circle = 2 * Double.pi / radians
      shifts = [0, -circle, circle]
      windows = places.map { Self.windows(around: $0, unit: Double.pi / 180 / radians) } ?? []
    } else {
      step = Self.stepM / (reference.metresPerUnit ?? 1)
      circle = .infinity
      shifts = [0]
      windows = places.flatMap { Self.window(around: $0, sites, reference) }.map { [$0] } ?? []
    }
  }

  /// The least rectangle around the sites in the source's coordinates.
  private static func places(of sites: SiteTargets, in reference: SpatialReference) -> Envelope? {
    guard let measuring = try? sites.shapes.makeMeasuringReference(),
      let back = try? CoordinateTransform(from: measuring, to: reference),
      let found = try? back.transform(sites.shapes.measured)
    else { return nil }
    return found.compactMap { $0 }.reduce(nil) { box, place in
      let point = Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
      return box?.union(point) ?? point
    }
  }

  /// - Parameter unit: Units of the coordinates to a degree.
  private static func windows(around places: Envelope, unit: Double) -> [Envelope] {
    let reach = reachM / 6_371_000
    let latitude = max(places.minY.magnitude, places.maxY.magnitude) / unit * Double.pi / 180
    let sine = sin(reach) / max(1e-9, cos(min(latitude, Double.pi / 2)))
    let across = (sine < 1 ? asin(sine) * 180 / Double.pi : 180) * unit
    let up = reach * 180 / Double.pi * unit
    let middle = (places.minX + places.maxX) / 2
    let half = min(180 * unit, places.width / 2 + across)
    let (low, high) = (max(-90 * unit, places.minY - up), min(90 * unit, places.maxY + up))
    return [0, -360 * unit, 360 * unit].map {
      Envelope(minX: middle - half + $0, minY: low, maxX: middle + half + $0, maxY: high)
    }
  }

  private static func window(
    around places: Envelope, _ sites: SiteTargets, _ reference: SpatialReference
  ) -> Envelope? {
    guard let box = sites.whole?.grown(by: reachM),
      let measuring = try? sites.shapes.makeMeasuringReference(),
      let back = try? CoordinateTransform(from: measuring, to: reference),
      let found = try? back.transform(
        Envelope(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY), densification: 101),
      found.isFinite, found.minX <= places.minX, found.maxX >= places.maxX, found.minY <= places.minY,
      found.maxY >= places.maxY
    else { return nil }
    return found
  }

  /// The same lines and rings, cut and with places between corners where they need it.
  ///
  /// - Throws: `GEOSError`.
  func followed(_ runs: WKBRuns) throws -> Followed {
    var kept = WKBRuns()
    var found = Followed(runs: runs)
    var isChanged = false
    var run = 0
    if circle.isFinite { found.goesLongWay = goesLongWay(runs) }
    while run < runs.starts.count {
      // A polygon is taken with its holes.
      var next = run + 1
      while next < runs.starts.count, runs.roles[run] == .outerRing, runs.roles[next] == .hole { next += 1 }
      defer { run = next }
      if runs.roles[run] != .point, let parts = try cut(runs, run..<next) {
        for part in parts.starts.indices { append(part, of: parts, to: &kept) }
        isChanged = true
        found.isCut = true
        continue
      }
      for part in run..<next where append(part, of: runs, to: &kept) { isChanged = true }
    }
    if isChanged { found.runs = kept }
    return found
  }

  /// Whether an edge goes more than half around the Earth, without being the side of a frame around all of
  /// it.
  private func goesLongWay(_ runs: WKBRuns) -> Bool {
    for run in runs.starts.indices where runs.roles[run] != .point {
      for place in runs.coordinates(of: run).dropFirst() {
        let width = (runs.x[place] - runs.x[place - 1]).magnitude
        if width > 0.5 * circle, width < 0.999 * circle { return true }
      }
    }
    return false
  }

  /// Adds a run with places between corners that lie far apart.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  private func append(_ run: Int, of runs: WKBRuns, to kept: inout WKBRuns) -> Bool {
    let range = runs.coordinates(of: run)
    func length(_ place: Int) -> Double {
      max((runs.x[place] - runs.x[place - 1]).magnitude, (runs.y[place] - runs.y[place - 1]).magnitude)
    }
    guard range.count > 1, range.dropFirst().contains(where: { length($0) > step }) else {
      kept.append(runs.roles[run], runs.x[range], runs.y[range])
      return false
    }
    var (x, y) = ([runs.x[range.lowerBound]], [runs.y[range.lowerBound]])
    for place in range.dropFirst() {
      let pieces = (length(place) / step).rounded(.up)
      if pieces.isFinite, pieces > 1 {
        let count = Int(min(pieces, Double(Self.pieceLimit)))
        let (dx, dy) = (runs.x[place] - runs.x[place - 1], runs.y[place] - runs.y[place - 1])
        for piece in 1..<count {
          let share = Double(piece) / Double(count)
          x.append(runs.x[place - 1] + share * dx)
          y.append(runs.y[place - 1] + share * dy)
        }
      }
      x.append(runs.x[place])
      y.append(runs.y[place])
    }
    kept.append(runs.roles[run], x[...], y[...])
    return true
  }

  /// A line, or a polygon with its holes, within the surroundings of the sites; nil where it lies inside or
  /// outside as a whole.
  private func cut(_ runs: WKBRuns, _ part: Range<Int>) throws -> WKBRuns? {
    guard !windows.isEmpty, let box = Self.box(runs, runs.coordinates(of: part.lowerBound)) else {
      return nil
    }
    let near = windows.indices.filter { windows[$0].intersects(box) }
    guard !near.isEmpty, !near.contains(where: { Self.holds(windows[$0], box) }) else { return nil }
    var alone = WKBRuns()
    for run in part {
      let range = runs.coordinates(of: run)
      alone.append(runs.roles[run], runs.x[range], runs.y[range])
    }
    var batch = FeatureBatch()
    batch.append(id: nil, ordinal: 0, alone)
    // What is no geometry for GEOS, as an open ring, is cut ring by ring; the check of rings mends it later.
    let shape = try? Shape(wkb: batch.wkb(of: 0), in: context)
    let isLine = runs.roles[part.lowerBound] == .line
    var kept = WKBRuns()
    for number in near {
      let window = windows[number]
      var found: WKBRuns
      if let shape, shape.isValid {
        let bounds = Bounds(minX: window.minX, minY: window.minY, maxX: window.maxX, maxY: window.maxY)
        found = try WKBRuns(shape.intersection(Shape.rectangle(bounds, in: context)).wkb())
      } else {
        found = Self.cutRings(alone, at: window)
      }
      for place in found.x.indices { found.x[place] -= shifts[number] }
      for run in found.starts.indices
      where isLine == (found.roles[run] == .line) && found.roles[run] != .point {
        let range = found.coordinates(of: run)
        kept.append(found.roles[run], found.x[range], found.y[range])
      }
    }
    if near.count > 1, !isLine, shape?.isValid == true { kept = try joined(kept) }
    return kept.starts.isEmpty ? nil : kept
  }

  /// Polygons that meet where two ways to number longitudes do, as one.
  private func joined(_ polygons: WKBRuns) throws -> WKBRuns {
    var parts: [Shape] = []
    var run = 0
    while run < polygons.starts.count {
      var alone = WKBRuns()
      repeat {
        let range = polygons.coordinates(of: run)
        alone.append(polygons.roles[run], polygons.x[range], polygons.y[range])
        run += 1
      } while run < polygons.starts.count && polygons.roles[run] == .hole
      var batch = FeatureBatch()
      batch.append(id: nil, ordinal: 0, alone)
      parts.append(try Shape(wkb: batch.wkb(of: 0), in: context))
    }
    return try WKBRuns(Shape.union(parts, in: context).wkb())
  }

  private static func box(_ runs: WKBRuns, _ range: Range<Int>) -> Envelope? {
    var box: Envelope?
    for place in range {
      guard runs.x[place].isFinite, runs.y[place].isFinite else { return nil }
      guard let found = box else {
        box = Envelope(minX: runs.x[place], minY: runs.y[place], maxX: runs.x[place], maxY: runs.y[place])
        continue
      }
      if runs.x[place] < found.minX { box?.minX = runs.x[place] }
      if runs.x[place] > found.maxX { box?.maxX = runs.x[place] }
      if runs.y[place] < found.minY { box?.minY = runs.y[place] }
      if runs.y[place] > found.maxY { box?.maxY = runs.y[place] }
    }
    return box
  }

  private static func holds(_ window: Envelope, _ box: Envelope) -> Bool {
    box.minX >= window.minX && box.maxX <= window.maxX && box.minY >= window.minY && box.maxY <= window.maxY
  }

  /// Rings cut at a rectangle side by side (Sutherland and Hodgman); lines as they are.
  private static func cutRings(_ runs: WKBRuns, at window: Envelope) -> WKBRuns {
    var kept = WKBRuns()
    var keepsHoles = false
    for run in runs.starts.indices {
      let range = runs.coordinates(of: run)
      guard runs.roles[run] != .line else {
        kept.append(.line, runs.x[range], runs.y[range])
        continue
      }
      var places = range.map { (x: runs.x[$0], y: runs.y[$0]) }
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
      if runs.roles[run] == .outerRing { keepsHoles = places.count >= 4 }
      guard places.count >= 4, keepsHoles else { continue }
      kept.append(runs.roles[run], places.map(\.x)[...], places.map(\.y)[...])
    }
    return kept
  }
}
