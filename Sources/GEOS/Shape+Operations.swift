// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS

extension Shape {
  /// Least distance to another geometry; 0 where they meet.
  ///
  /// - Throws: `GEOSError`, for example on coordinates that are not finite.
  public func distance(to other: Shape) throws(GEOSError) -> Double {
    try context.number("GEOSDistance_r") { GEOSDistance_r(context.handle, handle, other.handle, $0) }
  }

  /// What two geometries have in common.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func intersection(_ other: Shape) throws(GEOSError) -> Shape {
    let handle = try context.need("GEOSIntersection_r") {
      GEOSIntersection_r(context.handle, self.handle, other.handle)
    }
    return Shape(owning: handle, in: context)
  }

  /// The part inside an upright rectangle; quicker than an intersection, and may give a geometry with
  /// touching rings.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func clipped(to bounds: Bounds) throws(GEOSError) -> Shape {
    let handle = try context.need("GEOSClipByRect_r") {
      GEOSClipByRect_r(context.handle, self.handle, bounds.minX, bounds.minY, bounds.maxX, bounds.maxY)
    }
    return Shape(owning: handle, in: context)
  }

  /// All points within a distance, with circles drawn as polygons.
  ///
  /// - Parameter quadrantSegments: Straight pieces a quarter circle.
  /// - Throws: `GEOSError` on coordinates that are not finite.
  public func buffer(_ distance: Double, quadrantSegments: Int = 16) throws(GEOSError) -> Shape {
    let handle = try context.need("GEOSBuffer_r") {
      GEOSBuffer_r(context.handle, self.handle, distance, Int32(quadrantSegments))
    }
    return Shape(owning: handle, in: context)
  }

  /// The geometry with its faults mended by its structure: every ring first for itself, then the ground of
  /// all outer rings together, less the holes. Lines and points that remain of a collapsed polygon are kept.
  ///
  /// - Throws: `GEOSError` when it cannot be mended.
  public func madeValid() throws(GEOSError) -> Shape {
    let settings = try context.need("GEOSMakeValidParams_create_r") {
      GEOSMakeValidParams_create_r(context.handle)
    }
    defer { GEOSMakeValidParams_destroy_r(context.handle, settings) }
    _ = GEOSMakeValidParams_setMethod_r(context.handle, settings, GEOS_MAKE_VALID_STRUCTURE)
    _ = GEOSMakeValidParams_setKeepCollapsed_r(context.handle, settings, 1)
    let handle = try context.need("GEOSMakeValidWithParams_r") {
      GEOSMakeValidWithParams_r(context.handle, self.handle, settings)
    }
    return Shape(owning: handle, in: context)
  }

  /// What this one covers and the other does not.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func difference(_ other: Shape) throws(GEOSError) -> Shape {
    let handle = try context.need("GEOSDifference_r") {
      GEOSDifference_r(context.handle, self.handle, other.handle)
    }
    return Shape(owning: handle, in: context)
  }

  /// The union of geometries of one context, ground covered twice counted once; empty for none.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public static func union(_ shapes: [Shape], in context: GEOSContext) throws(GEOSError) -> Shape {
    // The collection takes over its members, so it gets copies.
    var copies: [OpaquePointer?] = shapes.map { GEOSGeom_clone_r(context.handle, $0.handle) }
    let count = UInt32(copies.count)
    let collection = try context.need("GEOSGeom_createCollection_r") {
      GEOSGeom_createCollection_r(context.handle, Int32(GEOS_GEOMETRYCOLLECTION.rawValue), &copies, count)
    }
    defer { GEOSGeom_destroy_r(context.handle, collection) }
    let handle = try context.need("GEOSUnaryUnion_r") { GEOSUnaryUnion_r(context.handle, collection) }
    return Shape(owning: handle, in: context)
  }

  /// A point inside, of a polygon; on a line or one of the points otherwise.
  ///
  /// - Throws: `GEOSError` on an empty geometry.
  public func pointOnSurface() throws(GEOSError) -> (x: Double, y: Double) {
    let point = try context.need("GEOSPointOnSurface_r") { GEOSPointOnSurface_r(context.handle, handle) }
    defer { GEOSGeom_destroy_r(context.handle, point) }
    var place = (x: 0.0, y: 0.0)
    _ = try context.number("GEOSGeomGetX_r") { _ in GEOSGeomGetX_r(context.handle, point, &place.x) }
    _ = try context.number("GEOSGeomGetY_r") { _ in GEOSGeomGetY_r(context.handle, point, &place.y) }
    return place
  }

  /// Whether two geometries have a point in common.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func intersects(_ other: Shape) throws(GEOSError) -> Bool {
    try context.answer("GEOSIntersects_r") { GEOSIntersects_r(context.handle, handle, other.handle) }
  }

  /// Whether no point of the other lies outside this one.
  ///
  /// - Throws: `GEOSError` on an invalid geometry.
  public func covers(_ other: Shape) throws(GEOSError) -> Bool {
    try context.answer("GEOSCovers_r") { GEOSCovers_r(context.handle, handle, other.handle) }
  }
}
