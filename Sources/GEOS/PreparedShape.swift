// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS

/// A geometry with an index of its own parts, for many questions about the same one. It builds the index on
/// the first question, so it stays in its context's thread as any geometry does.
public final class PreparedShape {
  /// The geometry that was prepared.
  public let shape: Shape
  private let handle: OpaquePointer
  private var context: GEOSContext { shape.context }

  /// Prepares a geometry.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public init(_ shape: Shape) throws(GEOSError) {
    self.shape = shape
    let context = shape.context
    handle = try context.need("GEOSPrepare_r") { GEOSPrepare_r(context.handle, shape.handle) }
  }

  deinit { GEOSPreparedGeom_destroy_r(shape.context.handle, handle) }

  /// Least distance to another geometry; 0 where they meet.
  ///
  /// - Throws: `GEOSError`, for example on coordinates that are not finite.
  public func distance(to other: Shape) throws(GEOSError) -> Double {
    try context.number("GEOSPreparedDistance_r") {
      GEOSPreparedDistance_r(context.handle, handle, other.handle, $0)
    }
  }

  /// The points of this geometry and of another one that are nearest to each other.
  ///
  /// - Throws: `GEOSError`, for example when one of them is empty.
  public func nearestPoints(
    to other: Shape
  ) throws(GEOSError) -> (own: (x: Double, y: Double), other: (x: Double, y: Double)) {
    let points = try context.need("GEOSPreparedNearestPoints_r") {
      GEOSPreparedNearestPoints_r(context.handle, handle, other.handle)
    }
    defer { GEOSCoordSeq_destroy_r(context.handle, points) }
    var ends = (own: (x: 0.0, y: 0.0), other: (x: 0.0, y: 0.0))
    _ = try context.number("GEOSCoordSeq_getXY_r") { _ in
      GEOSCoordSeq_getXY_r(context.handle, points, 0, &ends.own.x, &ends.own.y)
    }
    _ = try context.number("GEOSCoordSeq_getXY_r") { _ in
      GEOSCoordSeq_getXY_r(context.handle, points, 1, &ends.other.x, &ends.other.y)
    }
    return ends
  }

  /// Whether two geometries have a point in common.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func intersects(_ other: Shape) throws(GEOSError) -> Bool {
    try context.answer("GEOSPreparedIntersects_r") {
      GEOSPreparedIntersects_r(context.handle, handle, other.handle)
    }
  }

  /// Whether no point of the other lies outside this one.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func covers(_ other: Shape) throws(GEOSError) -> Bool {
    try context.answer("GEOSPreparedCovers_r") {
      GEOSPreparedCovers_r(context.handle, handle, other.handle)
    }
  }

  /// Whether another geometry comes as near as a distance.
  ///
  /// - Throws: `GEOSError`, for example on coordinates that are not finite.
  public func isWithin(_ distance: Double, of other: Shape) throws(GEOSError) -> Bool {
    try context.answer("GEOSPreparedDistanceWithin_r") {
      GEOSPreparedDistanceWithin_r(context.handle, handle, other.handle, distance)
    }
  }
}
