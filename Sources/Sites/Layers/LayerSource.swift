// SPDX-License-Identifier: GPL-3.0-or-later

/// A geospatial layer as a planner declares it: where it is, what it is, and what to derive from it for every
/// site.
package struct LayerSource: Sendable, Equatable, Codable {
  /// Name under which the layer is declared, for example `substations`.
  package var name: String
  /// File path, `/vsi` path or connection string as GDAL takes it.
  package var source: String
  /// Layer inside the source; nil takes the only one.
  package var layer: String?
  /// Coordinate reference system that replaces the declared one, as an authority code such as `EPSG:2154`;
  /// nil trusts the source.
  package var crsOverride: String?
  /// Columns that hold the coordinates of a table's features; nil takes geometries, or else columns of the
  /// usual names.
  package var pointColumns: PointColumns?
  /// Title to show.
  package var title: String
  /// Options handed to the driver that opens the source, for example `SEPARATOR = "SEMICOLON"`.
  package var openOptions: [String: String]
  /// The number that stands for "no value" in the cells or fields, where the source does not say so or says
  /// another; nil trusts the source.
  package var noData: Double?
  /// Seconds that its server may leave without an answer; nil for the usual limit.
  package var timeoutSeconds: Int?
  /// Who made the data.
  package var sourceName: String
  /// Address of the page where the data are described or fetched.
  package var sourceURL: String
  /// Licence of the data.
  package var licence: String
  /// Line that must be shown with the data.
  package var attribution: String
  /// Year or year and month the data stand for, for example `2026-07`.
  package var vintage: String
  /// Months after which the source should be read again; nil when it does not age.
  package var refreshMonths: Int?
  /// Where the layer is complete; nil when it is wherever the sites lie.
  package var coverage: LayerCoverage?
  /// What to derive from the layer, in order.
  package var derivations: [LayerDerivation]

  /// A declared layer.
  package init(
    name: String, source: String, layer: String? = nil, crsOverride: String? = nil, title: String = "",
    openOptions: [String: String] = [:], sourceName: String = "", sourceURL: String = "",
    licence: String = "", attribution: String = "", vintage: String = "",
    refreshMonths: Int? = nil, coverage: LayerCoverage? = nil, derivations: [LayerDerivation] = []
  ) {
    self.name = name
    self.source = source
    self.layer = layer
    self.crsOverride = crsOverride
    self.title = title
    self.openOptions = openOptions
    self.sourceName = sourceName
    self.sourceURL = sourceURL
    self.licence = licence
    self.attribution = attribution
    self.vintage = vintage
    self.refreshMonths = refreshMonths
    self.coverage = coverage
    self.derivations = derivations
  }
}

/// The columns of a table that hold the coordinates of its features.
package struct PointColumns: Sendable, Equatable, Codable {
  /// Column of the longitude or easting.
  package var x: String
  /// Column of the latitude or northing; the same as `x` where one column holds `latitude, longitude`.
  package var y: String

  /// The columns of the coordinates.
  package init(x: String, y: String) {
    self.x = x
    self.y = y
  }
}

/// One thing to derive from a layer for every site.
package struct LayerDerivation: Sendable, Equatable, Codable {
  /// What is derived.
  package var indicator: LayerIndicator
  /// Condition on the layer's features, as `FeatureFilter` reads it; nil for all. A raster has none.
  package var filter: String?

  /// One thing to derive from a layer for every site.
  package init(_ indicator: LayerIndicator, filter: String? = nil) {
    self.indicator = indicator
    self.filter = filter
  }
}
