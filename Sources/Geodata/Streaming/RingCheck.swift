// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

/// Makes the polygons of a batch valid: most are, and a cheap look shows it; the others are shown to GEOS.
struct RingCheck {
  let context: GEOSContext
  /// Most places at which the rings of one polygon may cross: past that the repair would take minutes.
  var crossingLimit = 200_000
  /// Polygons that were repaired.
  private(set) var tally = RepairTally()

  /// Number of polygons that were repaired.
  var repaired: Int { tally.count }

  init(context: GEOSContext) { self.context = context }

  /// Looks at every polygon of a batch and repairs those that are invalid.
  ///
  /// - Throws: `Fault` for one that cannot be repaired.
  mutating func repair(_ batch: inout FeatureBatch) throws {
    for feature in 0..<batch.count where batch.kinds[feature].contains(.polygons) {
      let runs = batch.runs(of: feature)
      if runs.count == 1, Self.isPlainlyValid(batch, run: runs.lowerBound) { continue }
      let wasWhole = Self.closeRings(of: feature, in: &batch)
      let (rings, others) = Self.parts(of: feature, in: batch)
      do {
        let drawn = PolygonRepair.drawnArea(rings)
        if try isValid(rings) {
          if !wasWhole {
            tally.add(batch.name(of: feature), drawn: drawn, mended: drawn)
            if rings.starts.isEmpty { tally.addLine(batch.name(of: feature)) }
          }
          continue
        }
        let segments = rings.x.count
        guard !RingCrossings.exceed(crossingLimit, in: rings) else {
          throw Fault(
            feature: batch.name(of: feature),
            reason: "its rings of \(segments) corners cross at more than \(crossingLimit) places")
        }
        var mended = try PolygonRepair.mended(rings, in: context)
        tally.add(batch.name(of: feature), drawn: drawn, mended: PolygonRepair.drawnArea(mended))
        if !mended.roles.contains(.outerRing) {
          tally.addLine(batch.name(of: feature))
          if mended.starts.isEmpty { mended = Self.outlines(of: rings) }
        }
        batch.replaceRuns(of: feature, with: others.appending(mended))
      } catch let fault as Fault {
        throw fault
      } catch {
        throw Fault(feature: batch.name(of: feature), reason: "\(error)")
      }
    }
  }

  /// A polygon that cannot be repaired.
  struct Fault: Error {
    var feature: String
    var reason: String
  }

  /// Whether all polygons of a feature together are a valid multipolygon: also those of a collection, which
  /// may overlap each other, cover ground once only.
  private func isValid(_ rings: WKBRuns) throws -> Bool {
    guard !rings.starts.isEmpty else { return true }
    var alone = FeatureBatch()
    alone.append(id: nil, ordinal: 0, rings)
    return try Shape(wkb: alone.wkb(of: 0), in: context).isValid
  }

  /// Outer rings as lines: what is left of a polygon whose holes take everything.
  private static func outlines(of rings: WKBRuns) -> WKBRuns {
    var lines = WKBRuns()
    for run in rings.starts.indices where rings.roles[run] == .outerRing {
      let range = rings.coordinates(of: run)
      lines.append(.line, rings.x[range], rings.y[range])
    }
    return lines
  }

  /// Rings of a feature, and its lines and points.
  private static func parts(
    of feature: Int, in batch: borrowing FeatureBatch
  ) -> (rings: WKBRuns, others: WKBRuns) {
    var rings = WKBRuns()
    var others = WKBRuns()
    for run in batch.runs(of: feature) {
      let role = batch.runRole[run]
      let range = batch.coordinates(of: run)
      if role == .outerRing || role == .hole {
        rings.append(role, batch.x[range], batch.y[range])
      } else {
        others.append(role, batch.x[range], batch.y[range])
      }
    }
    return (rings, others)
  }

  /// Whether a ring alone is a convex polygon, which is always valid. Says no when in doubt.
  static func isPlainlyValid(_ batch: borrowing FeatureBatch, run: Int) -> Bool {
    let range = batch.coordinates(of: run)
    let count = range.count - 1
    let start = range.lowerBound
    guard batch.runRole[run] == .outerRing, count >= 3, count <= 64, batch.x[start] == batch.x[start + count],
      batch.y[start] == batch.y[start + count]
    else { return false }
    var turn = 0.0
    var reversals = 0
    var before = batch.x[start] - batch.x[start + count - 1]
    for corner in 0..<count {
      let next = start + (corner + 1) % count
      let afterNext = start + (corner + 2) % count
      let ax = batch.x[next] - batch.x[start + corner]
      let ay = batch.y[next] - batch.y[start + corner]
      let bx = batch.x[afterNext] - batch.x[next]
      let by = batch.y[afterNext] - batch.y[next]
      let cross = ax * by - ay * bx
      // Flat corners and turns either way are left to GEOS.
      guard cross.magnitude > 1e-9 * (ax.magnitude + ay.magnitude) * (bx.magnitude + by.magnitude) else {
        return false
      }
      if turn == 0 { turn = cross } else if (turn > 0) != (cross > 0) { return false }
      if ax != 0 {
        if before != 0, (before > 0) != (ax > 0) { reversals += 1 }
        before = ax
      }
    }
    // More than one way round turns back more than twice.
    return reversals <= 2
  }

  /// Closes rings that are open and makes lines of those with too few corners for a ring, since GEOS refuses
  /// both.
  ///
  /// - Returns: Whether nothing had to be done.
  private static func closeRings(of feature: Int, in batch: inout FeatureBatch) -> Bool {
    let runs = batch.runs(of: feature)
    let isWhole = runs.allSatisfy { run in
      guard batch.runRole[run] == .outerRing || batch.runRole[run] == .hole else { return true }
      let range = batch.coordinates(of: run)
      return range.count >= 4 && batch.x[range.lowerBound] == batch.x[range.upperBound - 1]
        && batch.y[range.lowerBound] == batch.y[range.upperBound - 1]
    }
    if isWhole { return true }
    var whole = WKBRuns()
    var keepsHoles = false
    for run in runs {
      let role = batch.runRole[run]
      let range = batch.coordinates(of: run)
      guard role == .outerRing || role == .hole else {
        whole.append(role, batch.x[range], batch.y[range])
        continue
      }
      var x = Array(batch.x[range])
      var y = Array(batch.y[range])
      if let firstX = x.first, let firstY = y.first, firstX != x.last || firstY != y.last {
        x.append(firstX)
        y.append(firstY)
      }
      if role == .outerRing { keepsHoles = x.count >= 4 }
      if x.count >= 4 {
        if keepsHoles { whole.append(role, x[...], y[...]) }
      } else if role == .outerRing {
        whole.append(.line, x[...], y[...])
      }
    }
    batch.replaceRuns(of: feature, with: whole)
    return false
  }
}
