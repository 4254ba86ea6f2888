// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Geometry {
  /// Reads well-known text, e.g. `POINT (2.35 48.86)`.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`, also when something follows the geometry.
  public convenience init(wkt: String) throws(GDALError) {
    try CStrings.require(wkt, isFor: "the WKT", function: "OGR_G_CreateFromWkt")
    var made: OGRGeometryH?
    var rest = ""
    let collector = MessageCollector()
    let status = collector.collecting {
      wkt.withCString { text -> OGRErr in
        guard let copy = VSIStrdup(text) else { return 2 }
        defer { VSIFree(copy) }
        var cursor: UnsafeMutablePointer<CChar>? = copy
        let status = OGR_G_CreateFromWkt(&cursor, nil, &made)
        rest = CStrings.copy(cursor) ?? ""
        return status
      }
    }
    guard status == 0, let made, !collector.hasFailure, rest.allSatisfy(\.isWhitespace) else {
      OGR_G_DestroyGeometry(made)
      let cause =
        status == 0 ? "unexpected text at the end: \"\(rest.prefix(40))\"" : words(forStatus: status)
      throw GDALError(
        .geometryFailed, function: "OGR_G_CreateFromWkt", at: .nowhere, said: collector.messages,
        otherwise: "\"\(wkt.prefix(60))\" is no WKT geometry: \(cause)",
        hint: "write e.g. \"POINT (2.35 48.86)\"")
    }
    self.init(owning: made)
  }

  /// Reads well-known binary, plain, extended or ISO.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public convenience init(wkb: [UInt8]) throws(GDALError) {
    var made: OGRGeometryH?
    let collector = MessageCollector()
    let status = collector.collecting {
      wkb.withUnsafeBytes { OGR_G_CreateFromWkbEx($0.baseAddress, nil, &made, $0.count) }
    }
    guard status == 0, let made, !collector.hasFailure else {
      OGR_G_DestroyGeometry(made)
      throw GDALError(
        .geometryFailed, function: "OGR_G_CreateFromWkbEx", at: .nowhere, said: collector.messages,
        otherwise: "these \(wkb.count) bytes are no WKB geometry: \(words(forStatus: status))")
    }
    self.init(owning: made)
  }

  /// Reads the `geometry` object of a GeoJSON feature.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public convenience init(geoJSON: String) throws(GDALError) {
    try CStrings.require(geoJSON, isFor: "the GeoJSON", function: "OGR_G_CreateGeometryFromJson")
    var made: OGRGeometryH?
    let collector = MessageCollector()
    collector.collecting { made = OGR_G_CreateGeometryFromJson(geoJSON) }
    guard let made, !collector.hasFailure else {
      OGR_G_DestroyGeometry(made)
      throw GDALError(
        .geometryFailed, function: "OGR_G_CreateGeometryFromJson", at: .nowhere, said: collector.messages,
        otherwise: "\"\(geoJSON.prefix(60))\" is no GeoJSON geometry",
        hint: "write e.g. {\"type\": \"Point\", \"coordinates\": [2.35, 48.86]}")
    }
    // Data of GeoJSON is WGS 84 by definition, and GDAL notes that in the geometry; ours carry no reference
    // system.
    OGR_G_AssignSpatialReference(made, nil)
    self.init(owning: made)
  }

  /// The geometry as ISO well-known binary, little-endian.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func wkb() throws(GDALError) -> [UInt8] {
    let size = OGR_G_WkbSizeEx(handle)
    var bytes = [UInt8](repeating: 0, count: size)
    try callStatus("OGR_G_ExportToIsoWkb", .geometryFailed) { OGR_G_ExportToIsoWkb(handle, wkbNDR, &bytes) }
    return bytes
  }

  /// The geometry as ISO well-known text, with up to 15 significant digits.
  ///
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func wkt() throws(GDALError) -> String {
    let (text, _) = try call("OGR_G_ExportToIsoWkt", .geometryFailed) { () -> String? in
      var text: UnsafeMutablePointer<CChar>?
      let status = OGR_G_ExportToIsoWkt(handle, &text)
      let copy = CStrings.take(text)
      return status == 0 ? copy : nil
    }
    return text
  }

  /// The geometry as a GeoJSON object.
  ///
  /// - Parameter decimals: Digits after the point; RFC 7946 finds 7 enough for degrees.
  /// - Throws: `GDALError` with reason `geometryFailed`.
  public func geoJSON(decimals: Int = 7) throws(GDALError) -> String {
    let (text, _) = try call("OGR_G_ExportToJsonEx", .geometryFailed) {
      CStrings.withOptions(["COORDINATE_PRECISION": "\(max(0, min(decimals, 15)))"]) { options in
        CStrings.take(OGR_G_ExportToJsonEx(handle, options))
      }
    }
    return text
  }
}
