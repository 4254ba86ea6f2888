// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Geometry {
  /// A point.
  ///
  /// - Throws: `GDALError` with reason `badArgument` when a coordinate is not finite.
  public static func point(x: Double, y: Double) throws(GDALError) -> Geometry {
    try requireFinite([Coordinate(x: x, y: y)])
    let point = try empty(.point)
    OGR_G_SetPoint_2D(point.handle, 0, x, y)
    return point
  }

  /// A point.
  ///
  /// - Throws: As `point(x:y:)`.
  public static func point(_ c: Coordinate) throws(GDALError) -> Geometry { try point(x: c.x, y: c.y) }

  /// A line string through the given points, of which there must be two or more.
  ///
  /// - Throws: `GDALError` with reason `badArgument` for fewer points or one that is not finite.
  public static func lineString(_ coordinates: [Coordinate]) throws(GDALError) -> Geometry {
    guard coordinates.count >= 2 else {
      throw GDALError(
        .badArgument, function: "OGR_G_SetPoints", message: "a line needs 2 points, not \(coordinates.count)",
        hint: "use a point or an empty geometry instead")
    }
    let line = try empty(.lineString)
    try fill(line, with: coordinates)
    return line
  }

  /// A polygon from its outer ring and its holes. Rings are closed when they are not.
  ///
  /// - Throws: `GDALError` with reason `badArgument` for a ring of fewer than three corners or a corner that
  ///   is not finite.
  public static func polygon(outer: [Coordinate], holes: [[Coordinate]] = []) throws(GDALError) -> Geometry {
    let polygon = try empty(.polygon)
    for corners in [outer] + holes {
      let isClosed = corners.count > 1 && corners.first == corners.last
      guard corners.count - (isClosed ? 1 : 0) >= 3, let first = corners.first else {
        throw GDALError(
          .badArgument, function: "OGR_G_AddGeometry",
          message: "a ring needs 3 corners, not \(corners.count)",
          hint: "leave the ring out")
      }
      let ring = try empty(GeometryType(.linearRing))
      try fill(ring, with: isClosed ? corners : corners + [first])
      try callStatus("OGR_G_AddGeometry", .geometryFailed) { OGR_G_AddGeometry(polygon.handle, ring.handle) }
    }
    return polygon
  }

  /// A multi-geometry or collection of copies of `parts`; `base` says which kind.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed` when a part does not fit the kind.
  public static func collection(_ parts: [Geometry], as base: GeometryType.Base) throws(GDALError) -> Geometry
  {
    let whole = try empty(GeometryType(base))
    for part in parts {
      try callStatus("OGR_G_AddGeometry", .geometryFailed) { OGR_G_AddGeometry(whole.handle, part.handle) }
    }
    return whole
  }

  /// An empty geometry of a type.
  ///
  /// - Throws: `GDALError` with reason `badArgument` for a type no geometry can have, such as `unknown` or
  ///   `none`.
  public static func empty(_ type: GeometryType) throws(GDALError) -> Geometry {
    switch type.base {
    case .unknown, .none, .curve, .surface:
      throw GDALError(
        .badArgument, function: "OGR_G_CreateGeometry", message: "no geometry has the type \(type)",
        hint: "name a concrete type, e.g. point or polygon")
    default: return try making("OGR_G_CreateGeometry") { OGR_G_CreateGeometry(type.c) }
    }
  }

  /// The rectangle of an envelope as a polygon; a polygon without area when the envelope has none.
  ///
  /// - Throws: `GDALError` with reason `badArgument` when an edge is not finite.
  public static func rectangle(_ e: Envelope) throws(GDALError) -> Geometry {
    try polygon(outer: [
      Coordinate(x: e.minX, y: e.minY), Coordinate(x: e.maxX, y: e.minY), Coordinate(x: e.maxX, y: e.maxY),
      Coordinate(x: e.minX, y: e.maxY),
    ])
  }

  private static func fill(_ geometry: Geometry, with coordinates: [Coordinate]) throws(GDALError) {
    try requireFinite(coordinates)
    guard let count = Int32(exactly: coordinates.count) else {
      throw GDALError(
        .badArgument, function: "OGR_G_SetPoints",
        message: "\(coordinates.count) points are too many for one line")
    }
    // A coordinate is two doubles side by side: x and y are columns with a stride.
    let stride = Int32(MemoryLayout<Coordinate>.stride)
    coordinates.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      OGR_G_SetPoints(
        geometry.handle, count, start, stride, start + MemoryLayout<Double>.stride, stride, nil, 0)
    }
  }

  private static func requireFinite(_ coordinates: [Coordinate]) throws(GDALError) {
    guard let index = coordinates.firstIndex(where: { !($0.x.isFinite && $0.y.isFinite) }) else { return }
    let c = coordinates[index]
    throw GDALError(
      .badArgument, function: "OGR_G_SetPoint",
      message: "coordinate \(index), (\(c.x), \(c.y)), is not finite",
      hint: "leave the coordinate out or find out why it has no value")
  }
}
