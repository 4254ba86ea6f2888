// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Geometry {
  /// All coordinates as runs: points, lines, and the rings of polygons, outer ring before its holes. Arcs are
  /// cut into chords.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed` when an arc cannot be cut.
  public func paths() throws(GDALError) -> [CoordinatePath] {
    let straight = type.isCurved || OGR_G_HasCurveGeometry(handle, 0) != 0 ? try linearized() : self
    var paths: [CoordinatePath] = []
    Self.collect(straight.handle, into: &paths)
    return paths
  }

  /// The position of a point.
  ///
  /// - Throws: `GDALError` with reason `badArgument` when it is no point or an empty one.
  public func coordinate() throws(GDALError) -> Coordinate {
    guard type.base == .point, !isEmpty else {
      throw GDALError(
        .badArgument, function: "OGR_G_GetX",
        message: isEmpty ? "an empty geometry has no position" : "a \(type) has no single position",
        hint: "take centroid() or pointOnSurface() first")
    }
    return Coordinate(x: OGR_G_GetX(handle, 0), y: OGR_G_GetY(handle, 0))
  }

  /// The same shape with arcs cut into chords.
  ///
  /// - Parameter stepDegrees: The longest arc one chord may stand for; 0 leaves it to GDAL (4 degrees).
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func linearized(stepDegrees: Double = 0) throws(GDALError) -> Geometry {
    try Self.making("OGR_G_GetLinearGeometry") { OGR_G_GetLinearGeometry(handle, stepDegrees, nil) }
  }

  /// The same shape without heights and measures.
  ///
  /// - Throws: `GDALError` when memory runs out.
  public func flattened() throws(GDALError) -> Geometry {
    let flat = try Self.making("OGR_G_Clone") { OGR_G_Clone(handle) }
    OGR_G_FlattenTo2D(flat.handle)
    return flat
  }

  private static func collect(_ handle: OGRGeometryH, into paths: inout [CoordinatePath]) {
    switch GeometryType(OGR_G_GetGeometryType(handle)).base {
    case .point: if OGR_G_IsEmpty(handle) == 0 { paths.append(path(handle, .point)) }
    case .lineString: if OGR_G_IsEmpty(handle) == 0 { paths.append(path(handle, .line)) }
    case .polygon, .triangle:
      for index in 0..<OGR_G_GetGeometryCount(handle) {
        guard let ring = OGR_G_GetGeometryRef(handle, index), OGR_G_IsEmpty(ring) == 0 else { continue }
        paths.append(path(ring, index == 0 ? .outerRing : .innerRing))
      }
    default:
      for index in 0..<OGR_G_GetGeometryCount(handle) {
        if let part = OGR_G_GetGeometryRef(handle, index) { collect(part, into: &paths) }
      }
    }
  }

  private static func path(_ handle: OGRGeometryH, _ role: CoordinatePath.Role) -> CoordinatePath {
    let count = Int(OGR_G_GetPointCount(handle))
    var x = [Double](repeating: 0, count: count)
    var y = [Double](repeating: 0, count: count)
    let stride = Int32(MemoryLayout<Double>.stride)
    OGR_G_GetPoints(handle, &x, stride, &y, stride, nil, 0)
    return CoordinatePath(role: role, x: x, y: y)
  }
}
