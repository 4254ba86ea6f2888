// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

/// Ground that at least one of many polygons covers inside a zone, by a level line that sweeps upwards:
/// between two neighbouring heights at which an edge begins, ends or crosses another one, the covered part of
/// the line changes evenly, so that its length half-way up times the height is exact. Needs no valid polygons
/// and no overlay.
struct CoverSweep {
  /// Sorts an edge into the zone itself.
  private static let zoneOwner: Int32 = -1

  private struct Edge {
    var lowX: Double
    var lowY: Double
    var highY: Double
    var slope: Double
    var owner: Int32

    @inline(__always)
    func x(at y: Double) -> Double { lowX + (y - lowY) * slope }
  }

  /// An edge in the present slab: where it is at the bottom, at the top and half-way.
  private struct Active {
    var edge: Int32
    var bottom: Double
    var top: Double
    var middle: Double { bottom + top }
  }

  private var edges: [Edge] = []
  /// Edges in ascending order of their lower ends.
  private var order: [(lowY: Double, edge: Int32)] = []
  private var parity: [Bool]
  /// Inversions of less than this, in metres, are taken for edges that meet.
  private let tolerance: Double
  /// Covered area in square metres.
  private(set) var area = 0.0
  /// Outline of the union as edges of one polygon; empty unless asked for.
  private(set) var outline = CoverEdges()
  private let wantsOutline: Bool
  private var openSince: [Double] = []
  private var wasOutline: [Bool] = []

  /// Sweeps over polygons in a zone.
  ///
  /// - Parameter wantsOutline: Whether to keep the outline of the union as well.
  init(_ zone: Zone, _ covers: CoverEdges, wantsOutline: Bool = false) {
    self.wantsOutline = wantsOutline
    parity = [Bool](repeating: false, count: Int(covers.owners))
    tolerance = 1e-10 * max(zone.bounds.maxX - zone.bounds.minX, zone.bounds.maxY - zone.bounds.minY)
    edges.reserveCapacity(covers.count + zone.x.count)
    for ring in 0..<(zone.ringStarts.count - 1) {
      for place in zone.ringStarts[ring]..<max(zone.ringStarts[ring], zone.ringStarts[ring + 1] - 1) {
        let (a, b) = zone.y[place] < zone.y[place + 1] ? (place, place + 1) : (place + 1, place)
        guard zone.y[a] < zone.y[b] else { continue }
        append(zone.x[a], zone.y[a], zone.x[b], zone.y[b], Self.zoneOwner)
      }
    }
    for edge in 0..<covers.count {
      append(covers.lowX[edge], covers.lowY[edge], covers.highX[edge], covers.highY[edge], covers.owner[edge])
    }
    order = edges.indices.map { (edges[$0].lowY, Int32($0)) }
    order.sort { $0.lowY < $1.lowY }
    if wantsOutline {
      openSince = [Double](repeating: 0, count: edges.count)
      wasOutline = [Bool](repeating: false, count: edges.count)
      outline.beginOwner()
    }
    sweep()
  }

  private mutating func append(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ owner: Int32) {
    edges.append(Edge(lowX: x0, lowY: y0, highY: y1, slope: (x1 - x0) / (y1 - y0), owner: owner))
  }

  private mutating func sweep() {
    var heights: [Double] = []
    heights.reserveCapacity(2 * edges.count)
    for edge in edges {
      heights.append(edge.lowY)
      heights.append(edge.highY)
    }
    heights.sort()
    var active: [Active] = []
    var next = 0
    var bottom = heights.first ?? 0
    for top in heights where top > bottom {
      var kept = 0
      for place in active.indices where edges[Int(active[place].edge)].highY > bottom {
        if kept != place { active[kept] = active[place] }
        kept += 1
      }
      active.removeLast(active.count - kept)
      while next < order.count, order[next].lowY <= bottom {
        active.append(Active(edge: order[next].edge, bottom: 0, top: 0))
        next += 1
      }
      slab(&active, bottom, top, depth: 0)
      bottom = top
    }
    if wantsOutline { closeOutline() }
  }

  /// Adds what is covered between two heights; cuts the slab where edges cross in it.
  private mutating func slab(_ active: inout [Active], _ bottom: Double, _ top: Double, depth: Int) {
    for place in active.indices {
      let edge = edges[Int(active[place].edge)]
      active[place].bottom = edge.x(at: bottom)
      active[place].top = edge.x(at: top)
    }
    // Nearly sorted from the slab below.
    for place in active.indices.dropFirst() {
      let moved = active[place]
      var hole = place
      while hole > 0, active[hole - 1].middle > moved.middle {
        active[hole] = active[hole - 1]
        hole -= 1
      }
      active[hole] = moved
    }
    if depth < 64, let height = firstCrossing(active, bottom, top) {
      slab(&active, bottom, height, depth: depth + 1)
      slab(&active, height, top, depth: depth + 1)
      return
    }
    area += coveredWidth(active) * (top - bottom)
    if wantsOutline { trace(active, bottom) }
  }

  /// Length of the covered part of the level line half-way up a slab.
  private mutating func coveredWidth(_ active: [Active]) -> Double {
    var covering = 0
    var isInZone = false
    var from = 0.0
    var width = 0.0
    for place in active.indices {
      if isInZone, covering > 0 { width += active[place].middle - from }
      from = active[place].middle
      let owner = edges[Int(active[place].edge)].owner
      if owner == Self.zoneOwner { isInZone.toggle() } else { covering += crossed(owner) }
    }
    if covering > 0 { forgetParity(active) }
    return width / 2
  }

  /// Notes which edges of a slab are part of the union's outline; of edges on top of each other at most one
  /// is.
  private mutating func trace(_ active: [Active], _ bottom: Double) {
    var covering = 0
    var place = 0
    while place < active.count {
      let wasCovered = covering > 0
      var end = place
      var last = -1
      while end < active.count, active[end].middle - active[place].middle <= 2 * tolerance {
        let number = Int(active[end].edge)
        end += 1
        guard edges[number].owner != Self.zoneOwner else { continue }
        covering += crossed(edges[number].owner)
        if last >= 0 { note(last, isOutline: false, at: bottom) }
        last = number
      }
      if last >= 0 { note(last, isOutline: wasCovered != (covering > 0), at: bottom) }
      place = end
    }
    if covering > 0 { forgetParity(active) }
  }

  /// Goes over an edge of a polygon: 1 into it, -1 out of it.
  private mutating func crossed(_ owner: Int32) -> Int {
    parity[Int(owner)].toggle()
    return parity[Int(owner)] ? 1 : -1
  }

  /// What lies right of the zone is not drawn, so that polygons may be open there.
  private mutating func forgetParity(_ active: [Active]) {
    for place in active.indices {
      let owner = edges[Int(active[place].edge)].owner
      if owner != Self.zoneOwner { parity[Int(owner)] = false }
    }
  }

  /// Height of a crossing between neighbours in a slab; nil when there is none.
  private func firstCrossing(_ active: [Active], _ bottom: Double, _ top: Double) -> Double? {
    guard active.count > 1 else { return nil }
    for place in 1..<active.count {
      let below = active[place].bottom - active[place - 1].bottom
      let above = active[place].top - active[place - 1].top
      guard min(below, above) < -tolerance, max(below, above) > tolerance else { continue }
      let height = bottom + (top - bottom) * (below / (below - above))
      if height > bottom, height < top { return height }
    }
    return nil
  }

  /// Notes whether an edge is part of the union's outline from a height on.
  private mutating func note(_ edge: Int, isOutline: Bool, at height: Double) {
    guard isOutline != wasOutline[edge] else { return }
    if isOutline { openSince[edge] = height } else { keep(edge, upTo: height) }
    wasOutline[edge] = isOutline
  }

  private mutating func closeOutline() {
    for edge in edges.indices where wasOutline[edge] { keep(edge, upTo: edges[edge].highY) }
  }

  private mutating func keep(_ edge: Int, upTo height: Double) {
    let found = edges[edge]
    outline.append(found.x(at: openSince[edge]), openSince[edge], found.x(at: height), height)
  }
}
