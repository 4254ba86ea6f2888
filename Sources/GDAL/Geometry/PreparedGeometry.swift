// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// A geometry indexed once for many tests against others: point in polygon, for instance, becomes tens of
/// times faster.
///
/// Answers equal those of `Geometry`. An object belongs to one thread at a time.
public final class PreparedGeometry {
  private let handle: OGRPreparedGeometryH

  /// The geometry that was prepared.
  public let geometry: Geometry

  private let envelope: Envelope?

  /// Prepares a geometry.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public init(_ geometry: Geometry) throws(GDALError) {
    self.geometry = geometry
    envelope = geometry.envelope
    (handle, _) = try call(
      "OGRCreatePreparedGeometry", .geometryFailed, discard: { OGRDestroyPreparedGeometry($0) }
    ) {
      OGRCreatePreparedGeometry(geometry.handle)
    }
  }

  deinit { OGRDestroyPreparedGeometry(handle) }

  /// Whether the two have a point in common.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func intersects(_ other: Geometry) throws(GDALError) -> Bool {
    try test("OGRPreparedGeometryIntersects") { OGRPreparedGeometryIntersects(handle, other.handle) }
  }

  /// Whether the other lies in this one and not only on its boundary.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func contains(_ other: Geometry) throws(GDALError) -> Bool {
    try test("OGRPreparedGeometryContains") { OGRPreparedGeometryContains(handle, other.handle) }
  }

  /// For each position, whether it has a point in common with the geometry: inside or on the boundary.
  ///
  /// Positions that are not finite are nowhere, hence false.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func intersects(_ coordinates: [Coordinate]) throws(GDALError) -> [Bool] {
    let point = try Geometry.empty(.point)
    let envelope = envelope
    let collector = MessageCollector()
    let flags = collector.collecting {
      coordinates.map { c in
        guard let envelope, envelope.contains(c) else { return false }
        OGR_G_SetPoint_2D(point.handle, 0, c.x, c.y)
        return OGRPreparedGeometryIntersects(handle, point.handle) != 0
      }
    }
    guard !collector.hasFailure else { throw failure("OGRPreparedGeometryIntersects", collector) }
    return flags
  }

  private func test(_ function: String, _ body: () -> Int32) throws(GDALError) -> Bool {
    let collector = MessageCollector()
    let result = collector.collecting(body)
    guard !collector.hasFailure else { throw failure(function, collector) }
    return result != 0
  }

  private func failure(_ function: String, _ collector: MessageCollector) -> GDALError {
    GDALError(
      .geometryFailed, function: function, at: .nowhere, said: collector.messages, hint: Geometry.repairHint)
  }
}
