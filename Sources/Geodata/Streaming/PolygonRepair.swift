// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS
import Quantities

/// Makes polygons valid by their structure: every ring is mended for itself, a hole takes away what it
/// encloses of its own outer ring and nothing more, and ground that several parts cover counts once.
enum PolygonRepair {
  /// The ground of polygons with their holes, and the lines and points that remain of parts that enclose
  /// none.
  ///
  /// - Parameter runs: Outer rings, each followed by its holes; all closed, with four corners at least.
  /// - Throws: `GEOSError` for what cannot be mended.
  static func mended(_ runs: WKBRuns, in context: GEOSContext) throws -> WKBRuns {
    var parts: [Shape] = []
    var place = 0
    while place < runs.starts.count {
      var next = place + 1
      while next < runs.starts.count, runs.roles[next] == .hole { next += 1 }
      var part = try ring(place, of: runs, in: context)
      if next > place + 1 {
        let holes = try (place + 1..<next).map { try ring($0, of: runs, in: context) }
        part = try part.difference(Shape.union(holes.filter { $0.dimension == 2 }, in: context))
      }
      parts.append(part)
      place = next
    }
    return try WKBRuns(Shape.union(parts, in: context).wkb())
  }

  /// The ground that one ring encloses, whichever way round it goes and however often.
  private static func ring(_ run: Int, of runs: WKBRuns, in context: GEOSContext) throws -> Shape {
    let range = runs.coordinates(of: run)
    return try Shape.polygon(x: Array(runs.x[range]), y: Array(runs.y[range]), in: context).madeValid()
  }

  /// Area of the rings as they are drawn, in square metres: outer rings less holes, parts that overlap
  /// counted each.
  static func drawnArea(_ runs: WKBRuns) -> Double {
    var area = 0.0
    for run in runs.starts.indices where runs.roles[run] == .outerRing || runs.roles[run] == .hole {
      let range = runs.coordinates(of: run)
      guard range.count >= 3 else { continue }
      // About the first corner, so that large coordinates lose no digits.
      let (x0, y0) = (runs.x[range.lowerBound], runs.y[range.lowerBound])
      var twice = 0.0
      for corner in range.dropLast() {
        twice +=
          (runs.x[corner] - x0) * (runs.y[corner + 1] - y0) - (runs.x[corner + 1] - x0)
          * (runs.y[corner] - y0)
      }
      area += (runs.roles[run] == .outerRing ? 0.5 : -0.5) * twice.magnitude
    }
    return area
  }
}

/// Polygons that were mended, and how much ground they gained or lost by it.
struct RepairTally: Sendable, Equatable {
  /// Polygons that were invalid.
  private(set) var count = 0
  /// Area as drawn, in m2.
  private(set) var drawn = 0.0
  /// Area once mended, in m2.
  private(set) var mended = 0.0
  /// The first few by name, with their areas as drawn and mended in m2.
  private(set) var examples: [(name: String, drawn: Double, mended: Double)] = []

  /// Polygons of which no ground is left: how many, and the first few by name.
  private(set) var withoutGround: (count: Int, first: [String]) = (0, [])

  private static let exampleLimit = 3

  /// Counts a polygon that encloses no ground and so is taken for the line that is drawn.
  mutating func addLine(_ name: String) {
    withoutGround.count += 1
    if withoutGround.first.count < Self.exampleLimit { withoutGround.first.append(name) }
  }

  /// Counts a polygon.
  mutating func add(_ name: String, drawn: Double, mended: Double) {
    count += 1
    self.drawn += drawn
    self.mended += mended
    examples.append((name, drawn, mended))
    // Those whose area changed most tell most; the first come first on a tie.
    let order = examples.indices.sorted { one, other in
      let (a, b) = (examples[one], examples[other])
      let (first, second) = ((a.mended - a.drawn).magnitude, (b.mended - b.drawn).magnitude)
      return first == second ? one < other : first > second
    }
    examples = order.prefix(Self.exampleLimit).map { examples[$0] }
  }

  /// What was repaired, in words; nil for nothing.
  ///
  /// - Parameter noun: What the polygons are, in the plural and in the singular.
  func remark(_ noun: (many: String, one: String) = ("polygons", "polygon")) -> String? {
    guard count > 0 else { return nil }
    return repairRemark(noun) + groundRemark
  }

  private var groundRemark: String {
    let (count, first) = withoutGround
    guard count > 0 else { return "" }
    let more = count > first.count ? " and \(count - first.count) more" : ""
    return
      "; \(count == 1 ? "one encloses" : "\(count) enclose") no ground at all, since \(count == 1 ? "its ring folds" : "their rings fold") onto "
      + "\(count == 1 ? "itself, has" : "themselves, have") fewer than three corners or \(count == 1 ? "its hole takes" : "their holes take") everything, and "
      + "\(count == 1 ? "counts as a line" : "count as lines") (\(first.joined(separator: ", "))\(more))"
  }

  private func repairRemark(_ noun: (many: String, one: String)) -> String {
    let what =
      count == 1
      ? "1 \(noun.one) was invalid and was repaired" : "\(count) \(noun.many) were invalid and were repaired"
    let changed = examples.filter { Self.hasChanged($0.drawn, $0.mended) }
    guard !changed.isEmpty else { return "\(what); no area changed" }
    let list = changed.map { "\($0.name) from \(Self.hectares($0.drawn)) to \(Self.hectares($0.mended)) ha" }
    let total =
      count == 1
      ? ""
      : "together from \(Self.hectares(drawn)) to \(Self.hectares(mended)) ha\(Self.share(drawn, mended)), most of all "
    return
      "\(what): ground that parts cover twice counts once, and what a hole takes away beyond its own part stays; area as drawn and "
      + "repaired: \(total)\(list.joined(separator: ", "))\(count == 1 ? Self.share(drawn, mended) : "")"
  }

  private static func hasChanged(_ drawn: Double, _ mended: Double) -> Bool {
    (mended - drawn).magnitude > max(0.5, 1e-9 * drawn.magnitude)
  }

  private static func share(_ drawn: Double, _ mended: Double) -> String {
    guard drawn > 0 else { return "" }
    let percent = ((mended - drawn) / drawn * 1_000).rounded() / 10
    return " (\(percent > 0 ? "+" : "")\(NumberText.plain(percent)) %)"
  }

  /// Hectares for reading: two decimals below a hundred.
  private static func hectares(_ squareMetres: Double) -> String {
    let hectares = squareMetres / 10_000
    let scale = hectares.magnitude < 100 ? 100.0 : 10.0
    return NumberText.plain((hectares * scale).rounded() / scale)
  }

  static func == (one: RepairTally, other: RepairTally) -> Bool {
    one.count == other.count && one.withoutGround.count == other.withoutGround.count
      && one.drawn == other.drawn && one.mended == other.mended
  }
}
