// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Finding out that features are missing where the driver does not say so.
extension Layer {
  /// Before the first filtered read: makes sure that the file is whole.
  ///
  /// With a filter most drivers no longer tell how many features to expect, so the comparison of counts has
  /// nothing to compare: a FlatGeobuf file cut in the middle gives the matches of its first half and no
  /// error. Where there is a quick way, the last feature is fetched; else the layer is read once without its
  /// content. Databases report what they cannot read and need neither. Of a feature service only the region
  /// of the query is compared, where the service tells how many features that holds.
  func checkCompletenessOnce(_ handle: OGRLayerH, for query: FeatureQuery) throws(GDALError) {
    let databases = [
      "GPKG", "SQLite", "PostgreSQL", "MySQL", "MSSQLSpatial", "OpenFileGDB", "FileGDB", "Memory",
    ]
    guard !dataset.isChecked(handle), !databases.contains(dataset.driverName), countIsExact else { return }
    if dataset.driverName == "WFS", query.region != nil, try isComplete(within: query, handle) { return }
    let collector = MessageCollector()
    let (count, lastCame) = collector.collecting { () -> (Int, Bool?) in
      let count = Int(OGR_L_GetFeatureCount(handle, 0))
      return (count, count > 0 ? hasLast(of: count, handle) : true)
    }
    guard !collector.hasFailure else {
      throw GDALError(
        .readFailed, function: "OGR_L_GetFeature", at: place, said: collector.messages,
        hint: Self.readHint)
    }
    switch lastCame {
    case true?: break
    case false?: throw missingLast(of: count)
    case nil: try skim(handle, expecting: count)
    }
    dataset.markChecked(handle)
  }

  /// Compares what a service counts in the region of a query with what it sends; false when it does not
  /// count.
  private func isComplete(within query: FeatureQuery, _ handle: OGRLayerH) throws(GDALError) -> Bool {
    let region = FeatureQuery(in: query.region, fields: [], readsGeometry: false)
    let collector = MessageCollector()
    let (declared, count) = try collector.collecting { () throws(GDALError) -> (Int, Int) in
      try apply(region, to: handle, collector)
      defer { clearFilters(of: handle) }
      let declared = Int(OGR_L_GetFeatureCount(handle, 0))
      return (declared, declared < 0 ? 0 : skimmed(handle, collector))
    }
    guard !collector.hasFailure else {
      throw readError("OGR_L_GetNextFeature", region, collector, otherwise: "the features cannot be read")
    }
    guard declared >= 0 else { return false }
    guard count == declared else { throw incomplete(count, of: declared) }
    return true
  }

  /// Number of features that come.
  private func skimmed(_ handle: OGRLayerH, _ collector: MessageCollector) -> Int {
    OGR_L_ResetReading(handle)
    var count = 0
    while !collector.hasFailure, let feature = OGR_L_GetNextFeature(handle) {
      OGR_F_Destroy(feature)
      count += 1
    }
    return count
  }

  private func missingLast(of count: Int) -> GDALError {
    GDALError(
      .incompleteRead, function: "OGR_L_GetFeature",
      message: "the last of \(count) declared features is missing",
      hint: Self.countHint, path: dataset.path, layer: name)
  }

  /// What may be behind a reading that fails.
  static let readHint =
    "the file may be damaged or cut short, or hold what this driver cannot read: try another copy, or convert it with ogr2ogr"

  /// What may be behind a count that is not met.
  static let countHint =
    "the file may be damaged or cut short: get a fresh copy and compare the two"

  /// Whether the number of features that the driver states is that of the file, and not an estimate or what a
  /// description beside the file once said.
  var countIsExact: Bool {
    !["OSM", "MVT", "MBTiles", "PMTiles", "GML", "NAS", "LVBAG"].contains(dataset.driverName)
  }

  /// Reads all features without fields and geometry.
  private func skim(_ handle: OGRLayerH, expecting declared: Int) throws(GDALError) {
    let collector = MessageCollector()
    let count = try collector.collecting { () throws(GDALError) -> Int in
      try apply(FeatureQuery(fields: [], readsGeometry: false), to: handle, collector)
      defer { clearFilters(of: handle) }
      return skimmed(handle, collector)
    }
    guard !collector.hasFailure else {
      throw readError("OGR_L_GetNextFeature", .all, collector, otherwise: "the features cannot be read")
    }
    guard count == declared else { throw incomplete(count, of: declared) }
  }

  /// Whether the last of `count` features can be fetched; nil when there is no quick way to it.
  private func hasLast(of count: Int, _ handle: OGRLayerH) -> Bool? {
    let last: OGRFeatureH?
    if dataset.driverName == "FlatGeobuf", OGR_L_TestCapability(handle, OLCRandomRead) != 0 {
      // Ids of FlatGeobuf are positions in the file, and its index leads to each directly.
      last = OGR_L_GetFeature(handle, GIntBig(count - 1))
    } else if OGR_L_TestCapability(handle, OLCFastSetNextByIndex) != 0 {
      last = OGR_L_SetNextByIndex(handle, GIntBig(count - 1)) == 0 ? OGR_L_GetNextFeature(handle) : nil
    } else {
      return nil
    }
    OGR_F_Destroy(last)
    OGR_L_ResetReading(handle)
    return last != nil
  }

  /// Whether `missing` features of `declared` are missing for a good reason.
  ///
  /// A Shapefile keeps deleted features until it is packed, and counts them. Each is asked for by its number;
  /// the driver then says that it is marked as deleted, while it says something else, or delivers it, when
  /// the file is damaged.
  func isAccountedFor(missing: Int, of declared: Int, _ handle: OGRLayerH) -> Bool {
    guard dataset.driverName == "ESRI Shapefile", missing > 0 else { return false }
    var deleted = 0
    for number in 0..<declared {
      let collector = MessageCollector()
      collector.collecting {
        if let feature = OGR_L_GetFeature(handle, GIntBig(number)) { OGR_F_Destroy(feature) }
      }
      if collector.messages.contains(where: { $0.text.contains("marked deleted") }) { deleted += 1 }
    }
    return deleted == missing
  }
}
