// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS

/// A geometry in the plane. It keeps its context alive and stays in its context's thread.
public final class Shape {
  /// The context it belongs to.
  public let context: GEOSContext
  let handle: OpaquePointer

  /// Takes over a geometry of the C library.
  init(owning handle: OpaquePointer, in context: GEOSContext) {
    self.handle = handle
    self.context = context
  }

  deinit { GEOSGeom_destroy_r(context.handle, handle) }

  /// Whether it has no point.
  public var isEmpty: Bool { GEOSisEmpty_r(context.handle, handle) == 1 }

  /// Whether it keeps the rules of its kind: rings closed and free of crossings, holes inside.
  public var isValid: Bool { GEOSisValid_r(context.handle, handle) == 1 }

  /// 0 for points, 1 for lines, 2 for polygons; the largest of its parts in a collection.
  public var dimension: Int { Int(GEOSGeom_getDimensions_r(context.handle, handle)) }

  /// Area in square units; 0 for points and lines.
  public var area: Double {
    var value = 0.0
    return GEOSArea_r(context.handle, handle, &value) == 1 ? value : 0
  }

  /// Length of lines, perimeter of polygons.
  public var length: Double {
    var value = 0.0
    return GEOSLength_r(context.handle, handle, &value) == 1 ? value : 0
  }

  /// The least upright rectangle that holds it; nil when it is empty.
  public var bounds: Bounds? {
    var box = Bounds(x: 0, y: 0)
    guard !isEmpty, GEOSGeom_getXMin_r(context.handle, handle, &box.minX) == 1,
      GEOSGeom_getYMin_r(context.handle, handle, &box.minY) == 1,
      GEOSGeom_getXMax_r(context.handle, handle, &box.maxX) == 1,
      GEOSGeom_getYMax_r(context.handle, handle, &box.maxY) == 1
    else { return nil }
    return box
  }

  /// Copies of the parts of a collection; a copy of itself for anything else.
  ///
  /// - Throws: `GEOSError` when memory runs out.
  public func parts() throws(GEOSError) -> [Shape] {
    var parts: [Shape] = []
    for index in 0..<max(0, GEOSGetNumGeometries_r(context.handle, handle)) {
      let copy = try context.need("GEOSGeom_clone_r") { () -> OpaquePointer? in
        guard let part = GEOSGetGeometryN_r(context.handle, handle, index) else { return nil }
        return GEOSGeom_clone_r(context.handle, part)
      }
      parts.append(Shape(owning: copy, in: context))
    }
    return parts
  }
}
