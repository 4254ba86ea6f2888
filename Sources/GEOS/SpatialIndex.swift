// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS

/// A tree over rectangles that finds quickly which of them meet another one (a sort-tile-recursive tree of
/// GEOS).
public final class SpatialIndex {
  /// Number of rectangles.
  public let count: Int
  private let context: GEOSContext
  private let tree: OpaquePointer

  /// A tree over rectangles, known by their position in the list.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public init(_ bounds: [Bounds], in context: GEOSContext) throws(GEOSError) {
    self.context = context
    count = bounds.count
    tree = try context.need("GEOSSTRtree_create_r") { GEOSSTRtree_create_r(context.handle, 10) }
    for (number, box) in bounds.enumerated() {
      let shape = try Self.diagonal(of: box, in: context)
      // An item is a pointer that nobody follows: the position in the list, from 1 since 0 would be no
      // pointer.
      GEOSSTRtree_insert_r(
        context.handle, tree, shape.handle, UnsafeMutableRawPointer(bitPattern: number + 1))
    }
  }

  deinit { GEOSSTRtree_destroy_r(context.handle, tree) }

  /// Positions of the rectangles that meet another one, edges included, ascending.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public func items(in bounds: Bounds) throws(GEOSError) -> [Int] {
    var found: [Int] = []
    try items(in: bounds, into: &found)
    found.sort()
    return found
  }

  /// Appends the positions of the rectangles that meet another one, in no stated order.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public func items(in bounds: Bounds, into found: inout [Int]) throws(GEOSError) {
    guard count > 0 else { return }
    let shape = try Self.diagonal(of: bounds, in: context)
    withUnsafeMutablePointer(to: &found) { list in
      GEOSSTRtree_query_r(
        context.handle, tree, shape.handle,
        { item, list in
          guard let item, let list else { return }
          list.assumingMemoryBound(to: [Int].self).pointee.append(Int(bitPattern: item) - 1)
        }, list)
    }
  }

  /// Positions of all rectangles at the least distance, measured between rectangles, from another one,
  /// ascending, with that distance; nil for an empty tree. For points that is the nearest point itself.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public func nearest(to bounds: Bounds, among boxes: [Bounds]) throws(GEOSError) -> (
    items: [Int], distance: Double
  )? {
    guard count > 0 else { return nil }
    let shape = try Self.diagonal(of: bounds, in: context)
    return try boxes.withUnsafeBufferPointer { boxes throws(GEOSError) -> (items: [Int], distance: Double)? in
      var question = NearestQuestion(boxes: boxes, asked: bounds)
      let first = try context.need("GEOSSTRtree_nearest_generic_r") {
        withUnsafeMutablePointer(to: &question) { question in
          GEOSSTRtree_nearest_generic_r(
            context.handle, tree, UnsafeRawPointer(bitPattern: Int.max), shape.handle,
            NearestQuestion.distance,
            question)
        }
      }
      let distance = boxes[Int(bitPattern: first) - 1].distance(to: bounds)
      // The tree returns any one of several at the same distance; the rule that picks one needs them all.
      var ties = try items(in: bounds.grown(by: distance.nextUp))
      ties.removeAll { boxes[$0].distance(to: bounds) > distance }
      return (ties, distance)
    }
  }

  /// What the tree asks back while it looks for the nearest rectangle.
  private struct NearestQuestion {
    var boxes: UnsafeBufferPointer<Bounds>
    var asked: Bounds

    /// Distance between two items of the tree, one of which may be the question itself.
    static let distance: GEOSDistanceCallback = { one, other, result, data in
      guard let result, let data else { return 0 }
      let question = data.assumingMemoryBound(to: NearestQuestion.self).pointee
      let bounds = { (item: UnsafeRawPointer?) -> Bounds in
        let number = Int(bitPattern: item)
        return number == Int.max ? question.asked : question.boxes[number - 1]
      }
      result.pointee = bounds(one).distance(to: bounds(other))
      return 1
    }
  }

  /// The cheapest geometry with a given rectangle: a point, or the line between two corners.
  private static func diagonal(of box: Bounds, in context: GEOSContext) throws(GEOSError) -> Shape {
    if box.minX == box.maxX, box.minY == box.maxY {
      return try Shape.point(x: box.minX, y: box.minY, in: context)
    }
    return try Shape.line(x: [box.minX, box.maxX], y: [box.minY, box.maxY], in: context)
  }
}
