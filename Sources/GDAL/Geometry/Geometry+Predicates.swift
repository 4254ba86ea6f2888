// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Geometry {
  /// Whether the two have a point in common.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`, as do the other predicates.
  public func intersects(_ other: Geometry) throws(GDALError) -> Bool {
    try Self.test("OGR_G_Intersects") { OGR_G_Intersects(handle, other.handle) }
  }

  /// Whether the other lies in this one and not only on its boundary.
  public func contains(_ other: Geometry) throws(GDALError) -> Bool {
    try Self.test("OGR_G_Contains") { OGR_G_Contains(handle, other.handle) }
  }

  /// Whether this one lies in the other and not only on its boundary.
  public func within(_ other: Geometry) throws(GDALError) -> Bool {
    try Self.test("OGR_G_Within") { OGR_G_Within(handle, other.handle) }
  }

  /// Whether boundaries meet but interiors do not.
  public func touches(_ other: Geometry) throws(GDALError) -> Bool {
    try Self.test("OGR_G_Touches") { OGR_G_Touches(handle, other.handle) }
  }

  /// Whether interiors meet in something of lower dimension than the greater of the two, e.g. a line running
  /// into a polygon.
  public func crosses(_ other: Geometry) throws(GDALError) -> Bool {
    try Self.test("OGR_G_Crosses") { OGR_G_Crosses(handle, other.handle) }
  }

  /// Whether two of the same dimension share some but not all of their interiors.
  public func overlaps(_ other: Geometry) throws(GDALError) -> Bool {
    try Self.test("OGR_G_Overlaps") { OGR_G_Overlaps(handle, other.handle) }
  }

  /// Whether both are the same set of points, however their coordinates are ordered and divided.
  ///
  /// OGR's own function of the name compares coordinates one by one (see `isIdentical`), so the definition is
  /// applied: each lies within the other.
  public func equals(_ other: Geometry) throws(GDALError) -> Bool {
    if isEmpty || other.isEmpty { return isEmpty && other.isEmpty }
    guard envelope == other.envelope, try within(other) else { return false }
    return try other.within(self)
  }

  /// Whether both have the same type and the same coordinates in the same order.
  public func isIdentical(to other: Geometry) -> Bool {
    MessageCollector().collecting { OGR_G_Equals(handle, other.handle) != 0 }
  }

  private static func test(_ function: String, _ body: () -> Int32) throws(GDALError) -> Bool {
    let collector = MessageCollector()
    let result = collector.collecting(body)
    // GDAL answers "no" when GEOS fails, so the answer counts only without a message.
    guard !collector.hasFailure else {
      throw GDALError(
        .geometryFailed, function: function, at: .nowhere, said: collector.messages, hint: repairHint)
    }
    return result != 0
  }
}
