// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

/// Boundary of polygons inside the rectangle of a zone, as straight edges that go up, each with the polygon
/// it belongs to. What lies left of the rectangle is drawn onto its left side, which keeps the number of
/// edges left of any point inside odd or even as it was; what lies right of it, above or below is left out.
struct CoverEdges: Sendable {
  /// Lower ends, from the origin of the zone.
  var lowX: [Double] = []
  var lowY: [Double] = []
  /// Upper ends.
  var highX: [Double] = []
  var highY: [Double] = []
  /// The polygon an edge belongs to; 0 and up.
  var owner: [Int32] = []
  /// Number of polygons.
  private(set) var owners: Int32 = 0

  /// Number of edges.
  var count: Int { owner.count }

  /// Begins the next polygon.
  mutating func beginOwner() { owners += 1 }

  /// Adds an edge of the polygon begun last, cut to the zone's rectangle; level edges are left out, since no
  /// level line meets them.
  mutating func add(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, zone: Zone) {
    let box = zone.bounds
    if ay == by { return }
    var (x0, y0, x1, y1) = ay < by ? (ax, ay, bx, by) : (bx, by, ax, ay)
    guard y0 < box.maxY, y1 > box.minY, min(x0, x1) < box.maxX else { return }
    let slope = (x1 - x0) / (y1 - y0)
    if y0 < box.minY {
      x0 += (box.minY - y0) * slope
      y0 = box.minY
    }
    if y1 > box.maxY {
      x1 = x0 + (box.maxY - y0) * slope
      y1 = box.maxY
    }
    // Where it leaves the rectangle to the left it goes on along the left side.
    if x0 < box.minX, x1 < box.minX {
      append(box.minX, y0, box.minX, y1)
    } else if x0 < box.minX {
      let y = min(max(y0, y0 + (box.minX - x0) / slope), y1)
      append(box.minX, y0, box.minX, y)
      append(box.minX, y, x1, y1)
    } else if x1 < box.minX {
      let y = min(max(y0, y0 + (box.minX - x0) / slope), y1)
      append(x0, y0, box.minX, y)
      append(box.minX, y, box.minX, y1)
    } else {
      append(x0, y0, x1, y1)
    }
  }

  /// Adds a run of edges of which all lie left of the rectangle: only its ends matter.
  mutating func addLeft(fromY: Double, toY: Double, zone: Zone) {
    let box = zone.bounds
    let first = min(max(fromY, box.minY), box.maxY)
    let last = min(max(toY, box.minY), box.maxY)
    append(box.minX, min(first, last), box.minX, max(first, last))
  }

  /// Adds an edge that has been cut already.
  mutating func append(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    guard y1 > y0 else { return }
    lowX.append(x0)
    lowY.append(y0)
    highX.append(x1)
    highY.append(y1)
    owner.append(owners - 1)
  }

  /// Adds the rings of a feature that come near the zone.
  mutating func add(_ index: BatchIndex, feature: Int, zone: Zone) {
    beginOwner()
    let batch = index.batch
    var region = zone.measuredBounds
    region.minX = -.infinity
    let left = zone.measuredBounds.minX
    index.forEachRingPiece(of: feature, upTo: region) { piece in
      let start = Int(piece.start)
      let last = start + Int(piece.count) - 1
      var isLeft = true
      for place in start...last where batch.x[place] > left { isLeft = false }
      if isLeft {
        addLeft(fromY: batch.y[start] - zone.originY, toY: batch.y[last] - zone.originY, zone: zone)
        return
      }
      for place in start..<last {
        add(
          batch.x[place] - zone.originX, batch.y[place] - zone.originY, batch.x[place + 1] - zone.originX,
          batch.y[place + 1] - zone.originY, zone: zone)
      }
    }
  }
}
