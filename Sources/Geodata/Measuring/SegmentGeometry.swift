// SPDX-License-Identifier: GPL-3.0-or-later

/// Measures on straight pieces given as two columns of coordinates.
enum SegmentGeometry {
  /// Square of the least distance from a point to a run of coordinates joined by straight pieces; a single
  /// coordinate is a point.
  @inline(__always)
  static func squaredDistance(
    _ px: Double, _ py: Double, x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
    start: Int, count: Int
  ) -> Double {
    var ax = x[start] - px
    var ay = y[start] - py
    var best = ax * ax + ay * ay
    var place = start + 1
    let end = start + count
    while place < end {
      let bx = x[place] - px
      let by = y[place] - py
      let dx = bx - ax
      let dy = by - ay
      let along = -(ax * dx + ay * dy)
      let square = dx * dx + dy * dy
      // Beyond the ends the nearest point is an end; those are looked at as such, exactly.
      if along > 0, along < square {
        let cross = ax * dy - ay * dx
        best = min(best, cross * cross / square)
      }
      best = min(best, bx * bx + by * by)
      ax = bx
      ay = by
      place += 1
    }
    return best
  }

  /// Counts crossings of the ray from a point to the right with a run of coordinates.
  ///
  /// - Returns: Number of crossings; -1 when the point lies on the run.
  @inline(__always)
  static func crossings(
    _ px: Double, _ py: Double, x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
    start: Int, count: Int
  ) -> Int {
    var found = 0
    var ax = x[start] - px
    var ay = y[start] - py
    var place = start + 1
    let end = start + count
    while place < end {
      let bx = x[place] - px
      let by = y[place] - py
      if (ay > 0) != (by > 0) {
        // The piece passes the height of the point. The sign of the area tells on which side.
        let area = ax * by - bx * ay
        if area == 0 { return -1 }
        if (area > 0) == (by > ay) { found += 1 }
      } else if ay == 0, by == 0 {
        if min(ax, bx) <= 0, max(ax, bx) >= 0 { return -1 }
      } else if (ax == 0 && ay == 0) || (bx == 0 && by == 0) {
        return -1
      }
      ax = bx
      ay = by
      place += 1
    }
    return found
  }
}
