// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS

extension Shape {
  /// A geometry from well-known binary.
  ///
  /// - Throws: `GEOSError` for bytes that are none.
  public convenience init(wkb: [UInt8], in context: GEOSContext) throws(GEOSError) {
    let handle = try context.need("GEOSGeomFromWKB_buf_r") {
      GEOSGeomFromWKB_buf_r(context.handle, wkb, wkb.count)
    }
    self.init(owning: handle, in: context)
  }

  /// A geometry from well-known text.
  ///
  /// - Throws: `GEOSError` for a text that is none.
  public convenience init(wkt: String, in context: GEOSContext) throws(GEOSError) {
    let handle = try context.need("GEOSGeomFromWKT_r") { GEOSGeomFromWKT_r(context.handle, wkt) }
    self.init(owning: handle, in: context)
  }

  /// A point.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public static func point(x: Double, y: Double, in context: GEOSContext) throws(GEOSError) -> Shape {
    let handle = try context.need("GEOSGeom_createPointFromXY_r") {
      GEOSGeom_createPointFromXY_r(context.handle, x, y)
    }
    return Shape(owning: handle, in: context)
  }

  /// A line through points.
  ///
  /// - Throws: `GEOSError` for fewer than two points or lists of unequal length.
  public static func line(x: [Double], y: [Double], in context: GEOSContext) throws(GEOSError) -> Shape {
    let points = try sequence(x, y, context)
    let handle = try context.need("GEOSGeom_createLineString_r") {
      GEOSGeom_createLineString_r(context.handle, points)
    }
    return Shape(owning: handle, in: context)
  }

  /// A polygon without holes; its ring must end where it begins.
  ///
  /// - Throws: `GEOSError` for an open ring, fewer than four points or lists of unequal length.
  public static func polygon(x: [Double], y: [Double], in context: GEOSContext) throws(GEOSError) -> Shape {
    let points = try sequence(x, y, context)
    let ring = try context.need("GEOSGeom_createLinearRing_r") {
      GEOSGeom_createLinearRing_r(context.handle, points)
    }
    let handle = try context.need("GEOSGeom_createPolygon_r") {
      GEOSGeom_createPolygon_r(context.handle, ring, nil, 0)
    }
    return Shape(owning: handle, in: context)
  }

  /// An upright rectangle.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public static func rectangle(_ bounds: Bounds, in context: GEOSContext) throws(GEOSError) -> Shape {
    try polygon(
      x: [bounds.minX, bounds.maxX, bounds.maxX, bounds.minX, bounds.minX],
      y: [bounds.minY, bounds.minY, bounds.maxY, bounds.maxY, bounds.minY], in: context)
  }

  /// Well-known binary, little-endian, two dimensions.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public func wkb() throws(GEOSError) -> [UInt8] {
    var size = 0
    let bytes = try context.need("GEOSGeomToWKB_buf_r") {
      GEOSGeomToWKB_buf_r(context.handle, handle, &size)
    }
    defer { GEOSFree_r(context.handle, bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// A coordinate sequence; the geometry made of it takes it over.
  private static func sequence(
    _ x: [Double], _ y: [Double], _ context: GEOSContext
  ) throws(GEOSError) -> OpaquePointer {
    guard x.count == y.count else {
      throw GEOSError(
        function: "GEOSCoordSeq_copyFromArrays_r", message: "\(x.count) x and \(y.count) y do not pair up")
    }
    return try context.need("GEOSCoordSeq_copyFromArrays_r") {
      GEOSCoordSeq_copyFromArrays_r(context.handle, x, y, nil, nil, UInt32(x.count))
    }
  }
}
