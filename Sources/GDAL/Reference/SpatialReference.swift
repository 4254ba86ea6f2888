// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// A coordinate reference system, always in the axis order of GIS files: x is east or longitude, y is north
/// or latitude.
///
/// The authorities define EPSG:4326 and many others with latitude first, and GDAL follows them unless asked
/// otherwise; a program that forgets it puts Paris into the Indian Ocean. Every reference of this type is
/// made by one initialiser, which tells GDAL.
///
/// An object belongs to one thread at a time.
public final class SpatialReference {
  /// The C object; this object owns it.
  let handle: OGRSpatialReferenceH

  /// What GDAL remarked while making it, e.g. that a deprecated code was replaced by its successor.
  public let warnings: [GDALMessage]

  /// The one designated initialiser: takes ownership and sets the axis order.
  init(owning handle: OGRSpatialReferenceH, warnings: [GDALMessage] = []) {
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
    self.handle = handle
    self.warnings = warnings
  }

  deinit { OSRDestroySpatialReference(handle) }

  /// An independent copy of a reference that GDAL owns; nil for NULL and for what a GeoPackage stores in
  /// place of none.
  static func copy(of borrowed: OGRSpatialReferenceH?) -> SpatialReference? {
    guard let borrowed, let clone = OSRClone(borrowed) else { return nil }
    let reference = SpatialReference(owning: clone)
    // Rows 0 and -1 of the table of reference systems that every GeoPackage has; GDAL makes systems of these
    // names out of them.
    return ["Undefined geographic SRS", "Undefined Cartesian SRS"].contains(reference.name) ? nil : reference
  }

  /// Which axis of the definition each coordinate belongs to, e.g. [2, 1] where the authority puts latitude
  /// first.
  var axisMapping: [Int32] { Self.axisMapping(of: handle) }

  static func axisMapping(of handle: OGRSpatialReferenceH?) -> [Int32] {
    guard let handle else { return [] }
    var count: Int32 = 0
    guard let mapping = OSRGetDataAxisToSRSAxisMapping(handle, &count) else { return [] }
    // Only the plane matters; height keeps its place.
    return Array(UnsafeBufferPointer(start: mapping, count: Int(count)).prefix(2))
  }
}

// Making one.
extension SpatialReference {
  /// The reference with an EPSG code, e.g. 4326 (WGS 84), 2154 (RGF93 / Lambert-93), 3857 (web Mercator).
  ///
  /// - Throws: `GDALError` with reason `referenceInvalid` for an unknown code.
  public convenience init(epsg code: Int) throws(GDALError) {
    let (handle, said) = try Self.importing(
      "OSRImportFromEPSG", what: "EPSG:\(code)",
      hint: "give the code of a geographic or projected system, e.g. 4326"
    ) { handle in
      // A code beyond 32 bits cannot be passed and is unknown anyhow.
      Int32(exactly: code).map { OSRImportFromEPSG(handle, $0) } ?? OGRErr(7)
    }
    self.init(owning: handle, warnings: said)
  }

  /// The reference described by WKT of any generation (WKT 1, ESRI, WKT 2).
  ///
  /// - Throws: `GDALError` with reason `referenceInvalid`.
  public convenience init(wkt: String) throws(GDALError) {
    try CStrings.require(wkt, isFor: "the WKT", function: "OSRImportFromWkt")
    let (handle, said) = try Self.importing(
      "OSRImportFromWkt", what: "this WKT", hint: "check brackets and quotes, or give an EPSG code instead"
    ) { handle in
      wkt.withCString { text -> OGRErr in
        guard let copy = VSIStrdup(text) else { return 2 }
        defer { VSIFree(copy) }
        var cursor: UnsafeMutablePointer<CChar>? = copy
        return OSRImportFromWkt(handle, &cursor)
      }
    }
    self.init(owning: handle, warnings: said)
  }

  /// The reference described by a PROJ string, e.g. `+proj=laea +lat_0=52 +lon_0=10`.
  ///
  /// - Throws: `GDALError` with reason `referenceInvalid`.
  public convenience init(proj: String) throws(GDALError) {
    try CStrings.require(proj, isFor: "the PROJ string", function: "OSRImportFromProj4")
    let (handle, said) = try Self.importing(
      "OSRImportFromProj4", what: "the PROJ string \"\(proj)\"",
      hint: "check the spelling of +proj and its parameters"
    ) { handle in OSRImportFromProj4(handle, proj) }
    self.init(owning: handle, warnings: said)
  }

  /// The reference that a user wrote in any common form: `EPSG:2154`, WKT, a PROJ string, PROJJSON, an OGC
  /// URN, a name such as `WGS 84`, or the name of a file that holds one of these. Nothing is fetched from the
  /// network.
  ///
  /// - Throws: `GDALError` with reason `referenceInvalid`.
  public convenience init(userInput text: String) throws(GDALError) {
    try CStrings.require(text, isFor: "the reference", function: "OSRSetFromUserInput")
    let hint = "write e.g. \"EPSG:4326\" or \"EPSG:2154\""
    let lowered = text.lowercased()
    // GDAL would download any other address; a reference must not depend on what a server answers today.
    if lowered.hasPrefix("http"), !lowered.contains("opengis.net/def/crs") {
      throw GDALError(
        .referenceInvalid, function: "OSRSetFromUserInput",
        message: "\"\(text)\" would have to be downloaded",
        hint: hint)
    }
    let (handle, said) = try Self.importing("OSRSetFromUserInput", what: "\"\(text)\"", hint: hint) {
      handle in
      OSRSetFromUserInput(handle, text)
    }
    self.init(owning: handle, warnings: said)
  }

  /// Imports something into an empty reference; the caller owns the result.
  private static func importing(
    _ function: String, what: String, hint: String, _ body: (OGRSpatialReferenceH) -> OGRErr
  ) throws(GDALError) -> (OGRSpatialReferenceH, [GDALMessage]) {
    guard let handle = OSRNewSpatialReference(nil) else {
      throw GDALError(.referenceInvalid, function: "OSRNewSpatialReference", message: "not enough memory")
    }
    let collector = MessageCollector()
    let status = collector.collecting { body(handle) }
    guard status == 0 else {
      OSRDestroySpatialReference(handle)
      var error = GDALError(
        .referenceInvalid, function: function, at: .nowhere, said: collector.messages,
        otherwise: words(forStatus: status), hint: hint)
      error.message = "\(what) is no coordinate reference system: \(error.message)"
      throw error
    }
    return (handle, collector.messages)
  }
}
