// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Geometry {
  /// Whether a geometry follows the rules of OGC simple features.
  public enum Validity: Sendable, Hashable {
    /// It does.
    case valid
    /// It does not, and why, in the words of GEOS (e.g. `Self-intersection at or near point 1 1`).
    case invalid(reason: String)
  }

  /// The area of all surfaces, holes subtracted, in square units; 0 for points and lines.
  public var area: Double { dimension < 2 ? 0 : MessageCollector().collecting { OGR_G_Area(handle) } }

  /// The length of all lines, in units; 0 for points and surfaces (see `perimeter()`).
  public var length: Double { MessageCollector().collecting { OGR_G_Length(handle) } }

  /// The length of the boundary of a surface, holes included, in units.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func perimeter() throws(GDALError) -> Double { dimension < 2 ? 0 : try boundary().length }

  /// The shortest distance to another geometry, in units; 0 when they touch.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`; nothing has a distance to an empty geometry.
  public func distance(to other: Geometry) throws(GDALError) -> Double {
    guard !isEmpty, !other.isEmpty else {
      throw GDALError(
        .geometryFailed, function: "OGR_G_Distance", message: "an empty geometry has no distance to anything",
        hint: "leave features without a geometry out")
    }
    let (distance, _) = try call("OGR_G_Distance", .geometryFailed) { () -> Double? in
      let distance = OGR_G_Distance(handle, other.handle)
      return distance >= 0 ? distance : nil
    }
    return distance
  }

  /// Whether the geometry is valid, and if not, why.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed` when GEOS cannot even look at it (e.g. a ring of two
  ///   points).
  public func validity() throws(GDALError) -> Validity {
    let (isValid, messages) = try call("OGR_G_IsValid", .geometryFailed) { OGR_G_IsValid(handle) != 0 }
    return isValid ? .valid : .invalid(reason: messages.last?.text ?? "GEOS gave no reason")
  }

  /// Whether the geometry is valid; false also when GEOS cannot look at it.
  public var isValid: Bool { (try? validity()) == .valid }
}
