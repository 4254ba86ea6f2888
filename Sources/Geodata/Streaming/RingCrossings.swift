// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

/// Counts, up to a limit, how often the rings of a polygon cross each other or themselves. The work of a
/// repair grows with that number, so it is looked at before the repair begins; the answer depends on the
/// rings alone and not on a clock.
enum RingCrossings {
  /// Whether there are more crossings than a limit.
  ///
  /// Pairs of edges whose rectangles meet are looked at, a hundred for every crossing allowed and a hundred
  /// for every edge at most; a polygon that has more of them counts as one beyond the limit, too.
  static func exceed(_ limit: Int, in rings: WKBRuns) -> Bool {
    var starts: [Int32] = []
    var boxes: [Bounds] = []
    for run in rings.starts.indices {
      for place in rings.coordinates(of: run).dropLast() {
        starts.append(Int32(place))
        boxes.append(
          Bounds(x: rings.x[place], y: rings.y[place])
            .union(Bounds(x: rings.x[place + 1], y: rings.y[place + 1])))
      }
    }
    let tree = PackedIndex(boxes)
    let pairLimit = 100 * limit + 100 * boxes.count
    var (pairs, crossings) = (0, 0)
    var hits: [Int32] = []
    for (edge, box) in boxes.enumerated() {
      hits.removeAll(keepingCapacity: true)
      tree.items(in: box, into: &hits)
      pairs += hits.count
      for hit in hits where Int(hit) > edge && cross(rings, Int(starts[edge]), Int(starts[Int(hit)])) {
        crossings += 1
      }
      if crossings > limit || pairs > pairLimit { return true }
    }
    return false
  }

  /// Whether two edges cross inside both of them.
  @inline(__always)
  private static func cross(_ rings: WKBRuns, _ one: Int, _ other: Int) -> Bool {
    let (ax, ay, bx, by) = (rings.x[one], rings.y[one], rings.x[one + 1], rings.y[one + 1])
    let (cx, cy, dx, dy) = (rings.x[other], rings.y[other], rings.x[other + 1], rings.y[other + 1])
    func side(_ px: Double, _ py: Double, _ qx: Double, _ qy: Double, _ x: Double, _ y: Double) -> Double {
      (qx - px) * (y - py) - (qy - py) * (x - px)
    }
    let (c, d) = (side(ax, ay, bx, by, cx, cy), side(ax, ay, bx, by, dx, dy))
    guard c < 0 && d > 0 || c > 0 && d < 0 else { return false }
    let (a, b) = (side(cx, cy, dx, dy, ax, ay), side(cx, cy, dx, dy, bx, by))
    return a < 0 && b > 0 || a > 0 && b < 0
  }
}
