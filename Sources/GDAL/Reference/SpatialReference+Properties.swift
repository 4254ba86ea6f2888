// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension SpatialReference {
  /// The name, e.g. `RGF93 v1 / Lambert-93`; `unnamed` when it has none.
  public var name: String { CStrings.copy(OSRGetName(handle)) ?? "unnamed" }

  /// The authority's identifier of the whole system, e.g. `EPSG:2154`; nil for a system of one's own.
  public var authorityCode: String? {
    guard let authority = CStrings.copy(OSRGetAuthorityName(handle, nil)),
      let code = CStrings.copy(OSRGetAuthorityCode(handle, nil))
    else { return nil }
    return "\(authority):\(code)"
  }

  /// Whether coordinates are angles (longitude and latitude).
  public var isGeographic: Bool { OSRIsGeographic(handle) != 0 }

  /// Whether coordinates are lengths on a map plane.
  public var isProjected: Bool { OSRIsProjected(handle) != 0 }

  /// The linear unit's length in metres (1 for metres, 0.3048 for feet); nil unless the system is projected.
  public var metresPerUnit: Double? { isProjected ? OSRGetLinearUnits(handle, nil) : nil }

  /// The unit of the coordinates, e.g. `metre`, `degree`.
  public var unitName: String {
    var name: UnsafeMutablePointer<CChar>?
    if isGeographic { OSRGetAngularUnits(handle, &name) } else { OSRGetLinearUnits(handle, &name) }
    // The string belongs to the reference.
    return CStrings.copy(name) ?? "unknown"
  }

  /// Where the system is meant to be used, in degrees of longitude (x) and latitude (y); nil when unknown.
  ///
  /// The west edge exceeds the east edge for an area across the antimeridian; such an area gives nil, since
  /// no envelope can say it.
  public var areaOfUse: Envelope? {
    var west = 0.0
    var south = 0.0
    var east = 0.0
    var north = 0.0
    guard OSRGetAreaOfUse(handle, &west, &south, &east, &north, nil) != 0, west > -1000, west <= east else {
      return nil
    }
    return Envelope(minX: west, minY: south, maxX: east, maxY: north)
  }

  /// The full description as WKT 2 (ISO 19162:2019) on one line.
  ///
  /// - Throws: `GDALError` with reason `referenceInvalid` for a system that WKT cannot express.
  public func wkt() throws(GDALError) -> String { try wkt(format: "WKT2_2019") }

  /// The description as WKT 1, which older software reads (`.prj` files).
  ///
  /// - Throws: `GDALError` with reason `referenceInvalid` for a system that WKT 1 cannot express.
  public func wkt1() throws(GDALError) -> String { try wkt(format: "WKT1_GDAL") }

  private func wkt(format: String) throws(GDALError) -> String {
    let (text, _) = try call("OSRExportToWktEx", .referenceInvalid) {
      CStrings.withConstantOptions(["FORMAT": format, "MULTILINE": "NO"]) { options -> String? in
        var text: UnsafeMutablePointer<CChar>?
        let status = OSRExportToWktEx(handle, &text, options)
        let copy = CStrings.take(text)
        return status == 0 ? copy : nil
      }
    }
    return text
  }

  /// Whether both mean the same system, whatever their names and however they are written.
  public func isSame(as other: SpatialReference) -> Bool {
    MessageCollector().collecting {
      CStrings.withConstantOptions(["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING": "YES", "CRITERION": "EQUIVALENT"])
      { options in
        OSRIsSameEx(handle, other.handle, options) != 0
      }
    }
  }
}

extension SpatialReference: CustomStringConvertible {
  /// Name and code, e.g. `WGS 84 (EPSG:4326)`.
  public var description: String { authorityCode.map { "\(name) (\($0))" } ?? name }
}
