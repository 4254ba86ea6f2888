// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// What an indicator gives: columns for the table and what was found on the way.
struct IndicatorOutput {
  /// One column an attribute, in the order of the settings' `outputs`, values in table order.
  var columns: [SiteTable.Column] = []
  /// Driver that opened the source.
  var driver = ""
  /// Reference system found, as an authority code where there is one.
  var crsFound = ""
  /// Features or cells the source declares; nil when it does not say.
  var featuresDeclared: Int?
  /// Features or cells read.
  var featuresRead = 0
  /// Features or cells that a filter or a region let through.
  var featuresUsed = 0
  /// Features passed over because they have no usable geometry.
  var nullGeometries = 0
  /// Features without a value, or cells without one, by field or band.
  var nullValues: [String: Int] = [:]
  /// Features that have no position and took no part.
  var unplaced = UnplacedFeatures()
  /// Polygons repaired before use.
  var repair = RepairTally()
  /// What was dropped, repaired, guessed or not recognised, without the name of the layer: what features
  /// lack, what the driver said.
  var remarks: [String] = []
  /// Files that make up the source, as GDAL names them; empty for a database or a service.
  var files: [String] = []
  /// Time spent on reading the source, as opposed to deriving from it.
  var readingTime = Duration.zero
}
