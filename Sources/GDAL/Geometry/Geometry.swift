// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// A point, line, polygon or collection of them, with the operations of GEOS.
///
/// A geometry never changes after it is made: operations return new ones. It carries no reference system; the
/// layer it came from has one. All lengths and areas are in the unit of the coordinates, in the plane:
/// transform longitude and latitude into a projected system before measuring. An object belongs to one thread
/// at a time; hand `wkb()` to another.
public final class Geometry {
  /// The C object; this object owns it.
  let handle: OGRGeometryH

  /// Takes ownership of a C object.
  init(owning handle: OGRGeometryH) { self.handle = handle }

  deinit { OGR_G_DestroyGeometry(handle) }

  /// The type, with height and measure.
  public var type: GeometryType { GeometryType(OGR_G_GetGeometryType(handle)) }

  /// Whether it has no point at all.
  public var isEmpty: Bool { OGR_G_IsEmpty(handle) != 0 }

  /// 0 for points, 1 for lines, 2 for surfaces; the highest among the parts of a collection.
  public var dimension: Int { Int(OGR_G_GetDimension(handle)) }

  /// The smallest upright rectangle around it; nil when it is empty.
  public var envelope: Envelope? {
    guard !isEmpty else { return nil }
    var c = OGREnvelope()
    OGR_G_GetEnvelope(handle, &c)
    return Envelope(c)
  }

  /// The parts of a collection or multi-geometry, else the geometry itself alone; copies.
  public var parts: [Geometry] {
    switch type.base {
    case .multiPoint, .multiLineString, .multiPolygon, .geometryCollection, .multiCurve, .multiSurface,
      .polyhedralSurface, .tin:
      return (0..<OGR_G_GetGeometryCount(handle)).compactMap { index in
        OGR_G_GetGeometryRef(handle, index).flatMap { OGR_G_Clone($0) }.map(Geometry.init(owning:))
      }
    default: return OGR_G_Clone(handle).map { [Geometry(owning: $0)] } ?? []
    }
  }

  /// Calls a C function that makes a geometry, and takes ownership of what it made.
  static func making(_ function: String, _ body: () -> OGRGeometryH?) throws(GDALError) -> Geometry {
    let collector = MessageCollector()
    let made = collector.collecting(body)
    guard let made, !collector.hasFailure else {
      OGR_G_DestroyGeometry(made)
      throw GDALError(
        .geometryFailed, function: function, at: .nowhere, said: collector.messages, hint: Self.repairHint)
    }
    return Geometry(owning: made)
  }

  /// What helps against most failures of GEOS.
  static let repairHint = "check validity() and repair the geometry with madeValid()"
}

extension Geometry: CustomStringConvertible {
  /// The geometry as WKT, cut after 200 characters; for messages.
  public var description: String {
    guard let text = try? wkt() else { return "\(type)" }
    return text.utf8.count <= 200 ? text : "\(text.prefix(200))..."
  }
}
