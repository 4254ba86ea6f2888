// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

extension Zone {
  /// Length in the plane of a straight piece, given from the origin, that lies in the zone.
  func length(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let whole = (dx * dx + dy * dy).squareRoot()
    guard whole > 0, max(ax, bx) >= bounds.minX, min(ax, bx) <= bounds.maxX, max(ay, by) >= bounds.minY,
      min(ay, by) <= bounds.maxY
    else { return 0 }
    // Inside the circle that touches the straight pieces of the rim from within, nothing has to be cut.
    if let innerSquare, ax * ax + ay * ay <= innerSquare, bx * bx + by * by <= innerSquare { return whole }
    // Places along the piece where it crosses the boundary, 0 at one end and 1 at the other.
    var cuts: [Double] = []
    for ring in 0..<(ringStarts.count - 1) {
      for place in ringStarts[ring]..<(ringStarts[ring + 1] - 1) {
        let ex = x[place + 1] - x[place]
        let ey = y[place + 1] - y[place]
        let cross = dx * ey - dy * ex
        guard cross != 0 else { continue }
        let along = ((x[place] - ax) * ey - (y[place] - ay) * ex) / cross
        let across = ((x[place] - ax) * dy - (y[place] - ay) * dx) / cross
        if along > 0, along < 1, across >= -1e-12, across <= 1 + 1e-12 { cuts.append(along) }
      }
    }
    cuts.append(1)
    cuts.sort()
    var share = 0.0
    var from = 0.0
    for cut in cuts where cut > from {
      let middle = (from + cut) / 2
      if contains(ax + middle * dx, ay + middle * dy) { share += cut - from }
      from = cut
    }
    return share * whole
  }
}
