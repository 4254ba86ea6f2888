// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// The type of a geometry or of a layer's geometry column.
public struct GeometryType: Sendable, Hashable {
  /// The type without regard to height and measure; the numbers are those of OGC well-known binary.
  public enum Base: UInt32, Sendable, Hashable, CaseIterable {
    /// Any type, or a mixture.
    case unknown = 0
    /// One position.
    case point = 1
    /// Straight segments.
    case lineString = 2
    /// A surface with an outer ring and holes.
    case polygon = 3
    /// Several points.
    case multiPoint = 4
    /// Several line strings.
    case multiLineString = 5
    /// Several polygons.
    case multiPolygon = 6
    /// Parts of any type.
    case geometryCollection = 7
    /// Circular arcs.
    case circularString = 8
    /// Arcs and straight pieces joined.
    case compoundCurve = 9
    /// A polygon whose rings have arcs.
    case curvePolygon = 10
    /// Several curves.
    case multiCurve = 11
    /// Several surfaces.
    case multiSurface = 12
    /// Any curve (of a column only).
    case curve = 13
    /// Any surface (of a column only).
    case surface = 14
    /// Polygons joined at their edges.
    case polyhedralSurface = 15
    /// Triangles joined at their edges.
    case tin = 16
    /// A polygon of three corners.
    case triangle = 17
    /// No geometry at all: a plain table.
    case none = 100
    /// A ring of a polygon.
    case linearRing = 101
  }

  /// The type without regard to height and measure.
  public var base: Base
  /// Whether each point has a height.
  public var hasZ: Bool
  /// Whether each point has a measure.
  public var hasM: Bool

  /// Makes a type.
  public init(_ base: Base, hasZ: Bool = false, hasM: Bool = false) {
    self.base = base
    self.hasZ = hasZ
    self.hasM = hasM
  }

  init(_ c: OGRwkbGeometryType) {
    self.init(
      Base(rawValue: OGR_GT_Flatten(c).rawValue) ?? .unknown, hasZ: OGR_GT_HasZ(c) != 0,
      hasM: OGR_GT_HasM(c) != 0)
  }

  /// The C constant.
  var c: OGRwkbGeometryType {
    OGR_GT_SetModifier(OGRwkbGeometryType(rawValue: base.rawValue), hasZ ? 1 : 0, hasM ? 1 : 0)
  }

  /// Whether it may contain circular arcs.
  public var isCurved: Bool {
    switch base {
    case .circularString, .compoundCurve, .curvePolygon, .multiCurve, .multiSurface, .curve, .surface: true
    default: false
    }
  }

  /// Any type of geometry.
  public static let unknown = GeometryType(.unknown)
  /// No geometry.
  public static let none = GeometryType(.none)
  /// Points.
  public static let point = GeometryType(.point)
  /// Line strings.
  public static let lineString = GeometryType(.lineString)
  /// Polygons.
  public static let polygon = GeometryType(.polygon)
  /// Multi-points.
  public static let multiPoint = GeometryType(.multiPoint)
  /// Multi-line strings.
  public static let multiLineString = GeometryType(.multiLineString)
  /// Multi-polygons.
  public static let multiPolygon = GeometryType(.multiPolygon)
}

extension GeometryType: CustomStringConvertible {
  /// The name as OGC writes it, e.g. `MultiPolygon Z`.
  public var description: String {
    let spelled = "\(base)"
    let name = base == .tin ? "TIN" : spelled.prefix(1).uppercased() + spelled.dropFirst()
    return name + (hasZ || hasM ? " " : "") + (hasZ ? "Z" : "") + (hasM ? "M" : "")
  }
}
