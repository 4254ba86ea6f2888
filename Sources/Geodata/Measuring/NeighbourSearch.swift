// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS

/// Looks in a batch for the features nearest to every site.
enum NeighbourSearch {
  /// Offers to every site the features of a batch that may enter its list.
  ///
  /// - Parameters:
  ///   - mask: One flag a feature: those with false take no part; nil lets all in.
  ///   - fromPoints: Measures from the point of a site also where the site is an area.
  /// - Throws: `GEOSError`.
  static func search(
    _ index: BatchIndex, _ sites: SiteTargets, into lists: inout NeighbourLists, mask: [Bool]? = nil,
    fromPoints: Bool = false
  ) throws {
    let hasAreas = index.batch.kinds.contains { $0.contains(.polygons) }
    for site in 0..<sites.count {
      let search = SiteSearch(
        index: index, sites: sites, site: site, hasAreas: hasAreas, mask: mask, fromPoints: fromPoints)
      guard let ground = sites.ground else {
        try search.inPlane(into: &lists)
        continue
      }
      // What is nearest in the plane need not be nearest on the ground, but it is nearly so: all that the
      // distortion may put before it is measured on the ground.
      let limit = lists.limit(of: site).squareRoot()
      let reach = limit.isFinite ? limit * ground.ratio(from: site, upTo: 1.1 * limit).upperBound : nil
      var near = NeighbourLists(
        only: site, capacity: lists.capacity, maxMetres: reach)
      try search.inPlane(into: &near)
      let found = near.count(of: site)
      guard found > 0 else { continue }
      let farthest = near.square(site, found - 1).squareRoot()
      let ratio = ground.ratio(from: site, upTo: 1.1 * farthest)
      let widened = farthest * ratio.upperBound / ratio.lowerBound
      let within = found < lists.capacity ? reach ?? .infinity : min(widened, reach ?? .infinity)
      try search.onGround(ground, withinPlane: within, into: &lists)
    }
  }
}

/// The search from one site in one batch.
private struct SiteSearch {
  let index: BatchIndex
  let sites: SiteTargets
  let site: Int
  let hasAreas: Bool
  let mask: [Bool]?
  let fromPoints: Bool

  /// Offers what is nearest in the plane, with distances in the plane.
  func inPlane(into lists: inout NeighbourLists) throws {
    var hits: [Int32] = []
    if !fromPoints, let area = sites.area(of: site) {
      try withUnsafeMutablePointer(to: &lists) { lists in
        try Self.search(index, sites, site, area, hasAreas: hasAreas, lists, mask)
      }
      return
    }
    let place = sites.point(of: site)
    let box = Bounds(x: place.x, y: place.y)
    if hasAreas {
      hits.removeAll(keepingCapacity: true)
      index.areas.tree.items(in: box, into: &hits)
      for hit in hits {
        let feature = Int(index.areas.features[Int(hit)])
        guard mask?[feature] ?? true, index.contains(place.x, place.y, feature: feature) else { continue }
        lists.offer(site, square: 0, ordinal: index.batch.ordinal[feature])
      }
    }
    withUnsafeMutablePointer(to: &lists) { lists in
      var visitor = PointVisitor(
        index: index, x: place.x, y: place.y, site: site, lists: lists, mask: mask)
      index.tree.visitNearest(to: box, &visitor)
    }
  }

  /// Offers everything within a distance in the plane, with distances on the ground.
  func onGround(_ ground: GroundMeasure, withinPlane metres: Double, into lists: inout NeighbourLists) throws
  {
    let area = fromPoints ? nil : sites.area(of: site)
    let place = sites.point(of: site)
    let box = area == nil ? Bounds(x: place.x, y: place.y) : sites.bounds[site]
    var collector = Collector(limitSquare: metres * metres)
    index.tree.visitNearest(to: box, &collector)
    var inside: [Int32] = []
    if hasAreas { index.areas.tree.items(in: box, into: &inside) }
    let around = inside.map { index.areas.features[Int($0)] }
    guard let area else {
      for feature in around where mask?[Int(feature)] ?? true {
        if index.contains(place.x, place.y, feature: Int(feature)) {
          lists.offer(site, square: 0, ordinal: index.batch.ordinal[Int(feature)])
        }
      }
      for piece in collector.items {
        let feature = Int(index.pieces[piece].feature)
        guard mask?[feature] ?? true else { continue }
        let nearest = index.nearestPlace(place.x, place.y, piece: piece)
        guard nearest.square <= metres * metres else { continue }
        let found = ground.metres(from: site, toX: nearest.x, y: nearest.y)
        lists.offer(site, square: found * found, ordinal: index.batch.ordinal[feature])
      }
      return
    }
    let features = Set(collector.items.map { index.pieces[$0].feature }).union(around).sorted()
    for feature in features where mask?[Int(feature)] ?? true {
      let shape = try index.shape(of: Int(feature), in: sites.context)
      guard try area.distance(to: shape) <= metres else { continue }
      let ends = try area.nearestPoints(to: shape)
      let found = ground.metres(
        Coordinate(x: ends.own.x, y: ends.own.y), Coordinate(x: ends.other.x, y: ends.other.y))
      lists.offer(site, square: found * found, ordinal: index.batch.ordinal[Int(feature)])
    }
  }

  /// Collects all pieces near enough.
  private struct Collector: NearestVisitor {
    var limitSquare: Double
    var items: [Int] = []

    mutating func visit(_ item: Int, boxSquare: Double) { items.append(item) }
  }

  /// Measures from a point.
  private struct PointVisitor: NearestVisitor {
    let index: BatchIndex
    let x: Double
    let y: Double
    let site: Int
    let lists: UnsafeMutablePointer<NeighbourLists>
    let mask: [Bool]?

    var limitSquare: Double { lists.pointee.limit(of: site) }

    mutating func visit(_ item: Int, boxSquare: Double) {
      let feature = Int(index.pieces[item].feature)
      if let mask, !mask[feature] { return }
      let square = index.pieces[item].count == 1 ? boxSquare : index.squaredDistance(x, y, piece: item)
      guard square <= lists.pointee.limit(of: site) else { return }
      lists.pointee.offer(site, square: square, ordinal: index.batch.ordinal[feature])
    }
  }

  /// Offers to a site that is an area what may enter its list.
  private static func search(
    _ index: BatchIndex, _ sites: SiteTargets, _ site: Int, _ area: PreparedShape, hasAreas: Bool,
    _ lists: UnsafeMutablePointer<NeighbourLists>, _ mask: [Bool]?
  ) throws {
    var visitor = AreaVisitor(
      index: index, context: sites.context, area: area, site: site, lists: lists, mask: mask)
    if hasAreas {
      // A polygon around the site may have its boundary far off.
      var hits: [Int32] = []
      index.areas.tree.items(in: sites.bounds[site], into: &hits)
      for hit in hits { visitor.measure(index.areas.features[Int(hit)]) }
    }
    index.tree.visitNearest(to: sites.bounds[site], &visitor)
    if let failure = visitor.failure { throw failure }
  }

  /// Measures from an area, feature by feature.
  private struct AreaVisitor: NearestVisitor {
    let index: BatchIndex
    let context: GEOSContext
    let area: PreparedShape
    let site: Int
    let lists: UnsafeMutablePointer<NeighbourLists>
    let mask: [Bool]?
    var seen: Set<Int32> = []
    var failure: (any Error)?

    var limitSquare: Double { failure == nil ? lists.pointee.limit(of: site) : -1 }

    mutating func visit(_ item: Int, boxSquare: Double) { measure(index.pieces[item].feature) }

    mutating func measure(_ feature: Int32) {
      if let mask, !mask[Int(feature)] { return }
      guard failure == nil, seen.insert(feature).inserted else { return }
      do {
        let metres = try area.distance(to: index.shape(of: Int(feature), in: context))
        lists.pointee.offer(site, square: metres * metres, ordinal: index.batch.ordinal[Int(feature)])
      } catch {
        failure = error
      }
    }
  }
}
