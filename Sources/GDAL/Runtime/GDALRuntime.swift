// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL
import Glibc

/// The GDAL library as loaded: registration, versions, drivers.
///
/// Nothing here needs to be called first; every way to a driver registers the drivers by itself.
public enum GDALRuntime {
  /// Registers all drivers, once.
  ///
  /// Registering from several threads at a time is not safe in GDAL; a static of Swift is made once, and the
  /// other threads wait.
  private static let registration: Void = {
    MessageCollector().collecting {
      for (name, value) in connectionLimits where CPLGetConfigOption(name, nil) == nil {
        CPLSetConfigOption(name, value)
      }
      GDALAllRegister()
    }
  }()

  /// How long servers may let us wait, where the environment does not say: GDAL's own limits are none.
  ///
  /// Less than 10 bytes a second for 30 s is no answer. libpq has its limit from the environment alone.
  private static let connectionLimits: [(name: String, value: String)] = {
    setenv("PGCONNECT_TIMEOUT", "30", 0)
    return [
      ("GDAL_HTTP_CONNECTTIMEOUT", "30"), ("GDAL_HTTP_LOW_SPEED_TIME", "30"),
      ("GDAL_HTTP_LOW_SPEED_LIMIT", "10"),
      ("GDAL_HTTP_MAX_RETRY", "2"), ("GDAL_HTTP_RETRY_DELAY", "1"),
    ]
  }()

  /// Runs `body` with another limit on how long servers may let this thread wait; nil changes nothing.
  public static func withServerLimit<Result, Failure: Error>(
    seconds: Int?, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    register()
    guard let seconds else { return try body() }
    return try withThreadOptions(
      ["GDAL_HTTP_CONNECTTIMEOUT": "\(seconds)", "GDAL_HTTP_LOW_SPEED_TIME": "\(seconds)"], body)
  }

  /// Makes sure that the drivers are registered; cheap after the first time, safe from any thread.
  public static func register() { _ = registration }

  /// The version of the loaded library, e.g. `3.6.2`.
  public static let version: String = CStrings.copy(GDALVersionInfo("RELEASE_NAME")) ?? "unknown"

  /// The version of the loaded library as a number: 3060200 for 3.6.2.
  public static let versionNumber: Int =
    CStrings.copy(GDALVersionInfo("VERSION_NUM")).flatMap { Int($0) } ?? 0

  /// The version number of the headers this wrapper was built with; `isCompatible` compares the two.
  public static let headerVersionNumber = Int(CGDAL_headerVersionNumber())

  /// Whether the loaded library is at least the minor version that the wrapper was built with.
  ///
  /// An older library may lack functions; a newer one keeps the old functions within a major version.
  public static let isCompatible: Bool =
    versionNumber / 10_000 >= headerVersionNumber / 10_000
    && versionNumber / 1_000_000 == headerVersionNumber / 1_000_000

  /// The version of GEOS, which does the geometry operations, e.g. `3.11.1`; nil when GDAL was built without
  /// it.
  public static let geosVersion: String? = {
    var major: Int32 = 0
    var minor: Int32 = 0
    var micro: Int32 = 0
    return OGRGetGEOSVersion(&major, &minor, &micro) ? "\(major).\(minor).\(micro)" : nil
  }()

  /// The version of PROJ, which does the coordinate transformations, e.g. `9.1.1`.
  public static let projVersion: String = {
    var major: Int32 = 0
    var minor: Int32 = 0
    var micro: Int32 = 0
    OSRGetPROJVersion(&major, &minor, &micro)
    return "\(major).\(minor).\(micro)"
  }()

  /// All drivers, in GDAL's own order, which is also the order in which they are tried on opening.
  public static let drivers: [DriverInfo] = {
    register()
    return (0..<GDALGetDriverCount()).compactMap { index in GDALGetDriver(index).map(describe) }
  }()

  /// The driver of that name, whatever its case.
  ///
  /// - Throws: `GDALError` with reason `driverUnknown`, naming the nearest driver.
  public static func driver(named name: String) throws(GDALError) -> DriverInfo {
    let wanted = name.lowercased()
    if let driver = drivers.first(where: { $0.name.lowercased() == wanted }) { return driver }
    throw GDALError(
      .driverUnknown, function: "GDALGetDriverByName",
      message: "GDAL \(version) has no driver named \"\(name)\"",
      hint: suggestion(for: name, among: drivers.map(\.name), what: "some that it has")
        ?? "GDAL was built without drivers")
  }

  /// The first driver that can create vector files with the extension of `path`.
  ///
  /// - Throws: `GDALError` with reason `driverUnknown` when there is no extension or no such driver.
  public static func vectorDriver(forCreating path: String) throws(GDALError) -> DriverInfo {
    let fileName = path.split(separator: "/").last ?? ""
    let wanted = fileName.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?
      .lowercased()
    if let wanted, !wanted.isEmpty {
      let driver = drivers.first { $0.isVector && $0.canCreate && $0.extensions.contains(wanted) }
      if let driver { return driver }
    }
    throw GDALError(
      .driverUnknown, function: "GDALGetDriverByName",
      message: wanted.map { "no driver of GDAL \(version) writes vector files ending in \".\($0)\"" }
        ?? "the name has no extension to choose a driver by",
      hint: "name the driver, e.g. GPKG, GeoJSON, FlatGeobuf, ESRI Shapefile or CSV", path: path)
  }

  private static func describe(_ driver: GDALDriverH) -> DriverInfo {
    func has(_ capability: String) -> Bool { item(capability)?.uppercased() == "YES" }
    func item(_ name: String) -> String? { CStrings.copy(GDALGetMetadataItem(driver, name, nil)) }
    let extensions = (item(GDAL_DMD_EXTENSIONS) ?? item(GDAL_DMD_EXTENSION) ?? "").lowercased()
    return DriverInfo(
      name: CStrings.copy(GDALGetDriverShortName(driver)) ?? "",
      longName: CStrings.copy(GDALGetDriverLongName(driver)) ?? "", isVector: has(GDAL_DCAP_VECTOR),
      isRaster: has(GDAL_DCAP_RASTER), canOpen: has(GDAL_DCAP_OPEN), canCreate: has(GDAL_DCAP_CREATE),
      canCreateCopy: has(GDAL_DCAP_CREATECOPY), supportsVirtualFiles: has(GDAL_DCAP_VIRTUALIO),
      extensions: extensions.split(whereSeparator: { $0 == " " || $0 == "/" }).map { $0.drop { $0 == "." } }
        .map(
          String.init),
      fieldTypes: item(GDAL_DMD_CREATIONFIELDDATATYPES).map { names in
        names.split(separator: " ").compactMap { FieldType(creationName: String($0)) }
      }, openOptions: optionNames(in: item(GDAL_DMD_OPENOPTIONLIST) ?? ""))
  }

  /// The names in a driver's list of options, which is XML: `<Option name='X' .../>`.
  private static func optionNames(in list: String) -> [String] {
    list.split(separator: "<").filter { $0.hasPrefix("Option ") }.compactMap { element in
      guard let key = element.firstRange(of: "name=") else { return nil }
      let rest = element[key.upperBound...]
      guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
      return String(rest.dropFirst().prefix { $0 != quote })
    }
  }
}
