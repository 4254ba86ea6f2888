// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

extension PackedIndex {
  /// Positions of rectangles in the order of their centres on a Hilbert curve, which keeps neighbours
  /// together; equal places keep the order of the list.
  static func curveOrder(of items: [Bounds], within whole: Bounds) -> [Int32] {
    guard items.count > 16 else { return (0..<Int32(items.count)).map { $0 } }
    let cells = 65_535.0
    let scaleX = whole.maxX > whole.minX ? cells / (whole.maxX - whole.minX) : 0
    let scaleY = whole.maxY > whole.minY ? cells / (whole.maxY - whole.minY) : 0
    var keys = items.map { box in
      hilbert(
        UInt32(max(0, min(cells, ((box.minX + box.maxX) / 2 - whole.minX) * scaleX))),
        UInt32(max(0, min(cells, ((box.minY + box.maxY) / 2 - whole.minY) * scaleY))))
    }
    var order = (0..<Int32(items.count)).map { $0 }
    // Sorted by 11 bits at a time, low ones first; each round keeps the order of the one before.
    var nextKeys = keys
    var nextOrder = order
    for shift in [UInt32(0), 11, 22] {
      var starts = [Int](repeating: 0, count: 2_049)
      for key in keys { starts[Int(key >> shift & 0x7ff) + 1] += 1 }
      for digit in 1...2_048 { starts[digit] += starts[digit - 1] }
      for place in keys.indices {
        let digit = Int(keys[place] >> shift & 0x7ff)
        nextKeys[starts[digit]] = keys[place]
        nextOrder[starts[digit]] = order[place]
        starts[digit] += 1
      }
      swap(&keys, &nextKeys)
      swap(&order, &nextOrder)
    }
    return order
  }

  /// Distance along a Hilbert curve through a square of 2^16 by 2^16 cells.
  private static func hilbert(_ column: UInt32, _ row: UInt32) -> UInt32 {
    var x = column
    var y = row
    var distance: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side > 0 ? 1 : 0
      let upper: UInt32 = y & side > 0 ? 1 : 0
      distance = distance &+ side &* side &* ((3 * right) ^ upper)
      // Turns the quarter so that the curve goes on where it left the one before.
      if upper == 0 {
        if right == 1 {
          x = ~x & 0xffff
          y = ~y & 0xffff
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return distance
  }
}
