// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Every operation throws `GDALError` with reason `geometryFailed` when GEOS fails, mostly on an invalid
/// geometry.
extension Geometry {
  /// How `madeValid` repairs a surface.
  public enum RepairMethod: String, Sendable, Hashable {
    /// Keeps every edge: what is enclosed an odd number of times is inside.
    case linework = "LINEWORK"
    /// Repairs each ring first, then takes outer rings together and cuts holes out.
    case structure = "STRUCTURE"
  }

  /// What both cover.
  public func intersection(_ other: Geometry) throws(GDALError) -> Geometry {
    try Self.making("OGR_G_Intersection") { OGR_G_Intersection(handle, other.handle) }
  }

  /// What either covers.
  public func union(_ other: Geometry) throws(GDALError) -> Geometry {
    try Self.making("OGR_G_Union") { OGR_G_Union(handle, other.handle) }
  }

  /// What this one covers and the other does not.
  public func difference(_ other: Geometry) throws(GDALError) -> Geometry {
    try Self.making("OGR_G_Difference") { OGR_G_Difference(handle, other.handle) }
  }

  /// What exactly one of the two covers.
  public func symmetricDifference(_ other: Geometry) throws(GDALError) -> Geometry {
    try Self.making("OGR_G_SymDifference") { OGR_G_SymDifference(handle, other.handle) }
  }

  /// What any of many polygons covers, much faster than one union after the other. Parts that are not
  /// surfaces are refused.
  public static func union(ofPolygons polygons: [Geometry]) throws(GDALError) -> Geometry {
    let whole = try collection([], as: .multiPolygon)
    for polygon in polygons {
      for part in polygon.parts where !part.isEmpty {
        try callStatus("OGR_G_AddGeometry", .geometryFailed) { OGR_G_AddGeometry(whole.handle, part.handle) }
      }
    }
    return whole.isEmpty ? whole : try making("OGR_G_UnionCascaded") { OGR_G_UnionCascaded(whole.handle) }
  }

  /// Everything within `distance` units; a negative distance shrinks a surface.
  ///
  /// - Parameter quadrantSegments: Chords for a quarter of a circle; with 30 the area of a full circle is
  ///   0.05 % too small.
  public func buffer(_ distance: Double, quadrantSegments: Int = 30) throws(GDALError) -> Geometry {
    guard distance.isFinite else {
      throw GDALError(
        .badArgument, function: "OGR_G_Buffer", message: "the distance \(distance) is not finite",
        hint: "give a distance in units of the coordinates")
    }
    let segments = Int32(clamping: max(1, quadrantSegments))
    return try Self.making("OGR_G_Buffer") { OGR_G_Buffer(handle, distance, segments) }
  }

  /// The centre of gravity, which may lie outside the geometry. Empty for an empty geometry.
  public func centroid() throws(GDALError) -> Geometry {
    let point = try Self.empty(.point)
    let collector = MessageCollector()
    let status = collector.collecting { OGR_G_Centroid(handle, point.handle) }
    guard status == 0, !collector.hasFailure else {
      throw GDALError(
        .geometryFailed, function: "OGR_G_Centroid", at: .nowhere, said: collector.messages,
        hint: Self.repairHint)
    }
    return point
  }

  /// A point that certainly lies in the geometry, for a label or a lookup.
  public func pointOnSurface() throws(GDALError) -> Geometry {
    try Self.making("OGR_G_PointOnSurface") { OGR_G_PointOnSurface(handle) }
  }

  /// The smallest convex geometry around it.
  public func convexHull() throws(GDALError) -> Geometry {
    try Self.making("OGR_G_ConvexHull") { OGR_G_ConvexHull(handle) }
  }

  /// The lines around a surface, or the ends of a line.
  public func boundary() throws(GDALError) -> Geometry {
    try Self.making("OGR_G_Boundary") { OGR_G_Boundary(handle) }
  }

  /// A similar geometry with fewer points, none farther off than `tolerance` units.
  ///
  /// - Parameter preservesTopology: Keeps surfaces valid and from vanishing, at some cost.
  public func simplified(tolerance: Double, preservesTopology: Bool = true) throws(GDALError) -> Geometry {
    guard tolerance.isFinite, tolerance >= 0 else {
      throw GDALError(
        .badArgument, function: "OGR_G_Simplify", message: "the tolerance \(tolerance) is not a length",
        hint: "give 0 or more units of the coordinates")
    }
    return preservesTopology
      ? try Self.making("OGR_G_SimplifyPreserveTopology") {
        OGR_G_SimplifyPreserveTopology(handle, tolerance)
      }
      : try Self.making("OGR_G_Simplify") { OGR_G_Simplify(handle, tolerance) }
  }

  /// The same shape with additional points, so that no segment is longer than `maxLength` units; for
  /// projecting long lines.
  public func densified(maxLength: Double) throws(GDALError) -> Geometry {
    guard maxLength.isFinite, maxLength > 0 else {
      throw GDALError(
        .badArgument, function: "OGR_G_Segmentize", message: "the length \(maxLength) is not above 0",
        hint: "give the longest segment in units of the coordinates")
    }
    return try Self.making("OGR_G_Segmentize") {
      let dense = OGR_G_Clone(handle)
      OGR_G_Segmentize(dense, maxLength)
      return dense
    }
  }

  /// A valid geometry as near to this one as GEOS can make it; a copy when it is valid already.
  public func madeValid(_ method: RepairMethod = .linework) throws(GDALError) -> Geometry {
    try Self.making("OGR_G_MakeValidEx") {
      CStrings.withOptions(["METHOD": method.rawValue]) { OGR_G_MakeValidEx(handle, $0) }
    }
  }

  /// The geometry in another reference system. All of its points must be transformable.
  ///
  /// - Throws: `GDALError` with reason `transformFailed`.
  public func transformed(by transform: CoordinateTransform) throws(GDALError) -> Geometry {
    let copy = try Self.making("OGR_G_Clone") { OGR_G_Clone(handle) }
    do {
      try callStatus("OGR_G_Transform", .transformFailed) { OGR_G_Transform(copy.handle, transform.handle) }
    } catch {
      var error = error
      error.message = "the geometry cannot be transformed \(transform.route): \(error.message)"
      error.hint = "check the reference system and the order of the axes (x, y)"
      throw error
    }
    // GDAL notes the target system in the geometry; ours carry none.
    OGR_G_AssignSpatialReference(copy.handle, nil)
    if let envelope = copy.envelope, !envelope.isFinite {
      throw GDALError(
        .transformFailed, function: "OGR_G_Transform",
        message: "a point of the geometry became infinite on the way \(transform.route)",
        hint: "clip the geometry to the area of use of the target system first")
    }
    return copy
  }
}
