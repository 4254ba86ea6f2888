// SPDX-License-Identifier: GPL-3.0-or-later

/// The outline of a zone in columns and rows of a raster: closed rings, each adding or taking away what it
/// encloses.
struct PixelOutline {
  /// Columns of the corners, all rings one after the other. The last corner of a ring need not repeat the
  /// first.
  private(set) var x: [Double] = []
  /// Rows of the corners.
  private(set) var y: [Double] = []
  /// Where each ring ends in `x` and `y`, and the factor of what it encloses: 1 or -1 by role and sense of
  /// rotation.
  private(set) var rings: [(end: Int, factor: Double)] = []
  /// Area in cells: outer rings less holes.
  private(set) var area = 0.0

  /// Least and largest column and row; infinite without a corner.
  private(set) var minX = Double.infinity
  private(set) var maxX = -Double.infinity
  private(set) var minY = Double.infinity
  private(set) var maxY = -Double.infinity

  /// Forgets all rings and keeps the memory.
  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    rings.removeAll(keepingCapacity: true)
    area = 0
    (minX, maxX, minY, maxY) = (.infinity, -.infinity, .infinity, -.infinity)
  }

  /// Adds a corner to the ring under way.
  mutating func append(column: Double, row: Double) {
    x.append(column)
    y.append(row)
  }

  /// Ends the ring under way. An outer ring adds its inside and a hole takes it away, whichever way round its
  /// corners run.
  mutating func endRing(isHole: Bool) {
    let start = rings.last?.end ?? 0
    guard x.count > start else { return }
    // Twice the area by the shoelace formula, about the first corner so that large coordinates lose no
    // digits.
    var twice = 0.0
    let (x0, y0) = (x[start], y[start])
    for index in start..<x.count {
      let next = index + 1 < x.count ? index + 1 : start
      twice += (x[index] - x0) * (y[next] - y0) - (x[next] - x0) * (y[index] - y0)
      minX = min(minX, x[index])
      maxX = max(maxX, x[index])
      minY = min(minY, y[index])
      maxY = max(maxY, y[index])
    }
    let role: Double = isHole ? -1 : 1
    rings.append((x.count, twice < 0 ? -role : role))
    area += role * twice.magnitude / 2
  }
}
