// SPDX-License-Identifier: GPL-3.0-or-later

/// A format that this build of GDAL knows, and what it can do with it.
public struct DriverInfo: Sendable, Hashable {
  /// The short name used everywhere, e.g. `GPKG`, `ESRI Shapefile`.
  public let name: String
  /// The long name, e.g. `GeoPackage`.
  public let longName: String
  /// Whether it handles features.
  public let isVector: Bool
  /// Whether it handles grids of pixels.
  public let isRaster: Bool
  /// Whether it can read.
  public let canOpen: Bool
  /// Whether it can make a new dataset and be given its content piece by piece.
  public let canCreate: Bool
  /// Whether it can make a new dataset as a copy of a whole other one (rasters such as PNG have only this).
  public let canCreateCopy: Bool
  /// Whether it works on `/vsimem/` and the other virtual files.
  public let supportsVirtualFiles: Bool
  /// File name extensions without the dot, in the order of the driver, lower case; empty for databases and
  /// services.
  public let extensions: [String]
  /// The types of fields that it can store; nil when the driver does not say.
  public let fieldTypes: [FieldType]?
  /// Names of the options that it takes on opening, as it lists them; empty when it lists none.
  public let openOptions: [String]

  /// Whether it takes an option on opening, whatever the case of its name.
  public func takes(openOption name: String) -> Bool {
    let wanted = name.uppercased()
    return openOptions.contains { $0.uppercased() == wanted }
  }
}
