// SPDX-License-Identifier: GPL-3.0-or-later

/// What was found when a layer was read; goes into the manifest so that a result can be traced to its inputs.
public struct LayerReport: Sendable, Equatable, Codable {
  /// Name under which the layer is declared.
  public var name: String
  /// Source as declared.
  public var source: String
  /// Driver that opened it.
  public var driver: String
  /// Coordinate reference system found, for example `EPSG:4326`.
  public var crsFound: String
  /// Coordinate reference system in which distances were measured, for example `EPSG:2154`; empty when none were.
  public var crsMeasured: String
  /// Features or cells the source declares; nil when it does not say.
  public var featuresDeclared: Int?
  /// Features or cells read.
  public var featuresRead: Int
  /// Features passed over because they have no geometry.
  public var nullGeometries: Int
  /// Polygons that were invalid and were repaired before use.
  public var repairedGeometries: Int
  /// SHA-256 of the file; empty for a source that is not a file.
  public var sha256: String
  /// Vintage as declared.
  public var vintage: String
  /// Licence as declared.
  public var licence: String
  /// Attribution as declared.
  public var attribution: String

  /// What was found when a layer was read.
  public init(
    name: String, source: String, driver: String, crsFound: String, crsMeasured: String,
    featuresDeclared: Int?, featuresRead: Int, nullGeometries: Int, repairedGeometries: Int,
    sha256: String, vintage: String, licence: String, attribution: String
  ) {
    self.name = name
    self.source = source
    self.driver = driver
    self.crsFound = crsFound
    self.crsMeasured = crsMeasured
    self.featuresDeclared = featuresDeclared
    self.featuresRead = featuresRead
    self.nullGeometries = nullGeometries
    self.repairedGeometries = repairedGeometries
    self.sha256 = sha256
    self.vintage = vintage
    self.licence = licence
    self.attribution = attribution
  }
}
