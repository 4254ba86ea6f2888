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
    var hits: [Int32] = []
    for site in 0..<sites.count {
      if !fromPoints, let area = sites.area(of: site) {
        try withUnsafeMutablePointer(to: &lists) { lists in
          try search(index, sites, site, area, hasAreas: hasAreas, lists, mask)
        }
        continue
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
