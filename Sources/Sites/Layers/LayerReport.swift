// SPDX-License-Identifier: GPL-3.0-or-later

/// What was found when a layer was read; goes into the manifest so that a result can be traced to its inputs.
package struct LayerReport: Sendable, Equatable, Codable {
  /// Name under which the layer is declared.
  package var name: String
  /// Source as declared, without its credentials.
  package var source: String
  /// Driver that opened it.
  package var driver: String
  /// Coordinate reference system found, for example `EPSG:4326`.
  package var crsFound: String
  /// Coordinate reference system in which distances were measured, for example `EPSG:2154`; empty when none
  /// were.
  package var crsMeasured: String
  /// Features or cells the source declares; nil when it does not say.
  package var featuresDeclared: Int?
  /// Features or cells read.
  package var featuresRead: Int
  /// Features that a filter or a search region let through; equal to `featuresRead` without one.
  package var featuresUsed: Int
  /// Features passed over because they have no geometry.
  package var nullGeometries: Int
  /// Features without a value, or cells without one, by field or band that was read; fields without any are
  /// left out.
  package var nullValues: [String: Int]
  /// Polygons that were invalid and were repaired before use.
  package var repairedGeometries: Int
  /// What was dropped, repaired, guessed or not recognised on the way, each once, in the order of the
  /// reading; a planner is reported each.
  package var remarks: [String]
  /// SHA-256 of the file; empty for a source that is not a file.
  package var sha256: String
  /// Vintage as declared.
  package var vintage: String
  /// Licence as declared.
  package var licence: String
  /// Attribution as declared.
  package var attribution: String
  /// Who made the data, as declared.
  package var sourceName: String
  /// Address of the data, as declared.
  package var sourceURL: String
  /// Months after which the source should be read again, as declared; nil when it does not age.
  package var refreshMonths: Int?
  /// Seconds spent on reading and deriving, summed over threads. Not part of a result that must be the same
  /// twice.
  package var elapsedSeconds: Double

  /// What was found when a layer was read, before any reading: what the declaration says.
  package init(declared: LayerSource) {
    name = declared.name
    source = Credentials.hidden(in: declared.source)
    driver = ""
    crsFound = ""
    crsMeasured = ""
    featuresRead = 0
    featuresUsed = 0
    nullGeometries = 0
    nullValues = [:]
    repairedGeometries = 0
    remarks = []
    sha256 = ""
    vintage = declared.vintage
    licence = declared.licence
    attribution = declared.attribution
    sourceName = declared.sourceName
    sourceURL = Credentials.hidden(in: declared.sourceURL)
    refreshMonths = declared.refreshMonths
    elapsedSeconds = 0
  }

  /// The remarks as a planner reads them: with the name of the layer before each.
  package var warnings: [String] { remarks.map { "layer '\(name)': \($0)" } }
}
