// SPDX-License-Identifier: GPL-3.0-or-later

/// A geospatial layer as a planner declares it: where it is, what it is, and what to derive from it for every site.
public struct LayerSource: Sendable, Equatable, Codable {
  /// Name under which the layer is declared, for example `substations`.
  public var name: String
  /// File path, `/vsi` path or connection string as GDAL takes it.
  public var source: String
  /// Layer inside the source; nil takes the only one.
  public var layer: String?
  /// Coordinate reference system that replaces the declared one, as an authority code such as `EPSG:2154`; nil trusts
  /// the source.
  public var crsOverride: String?
  /// Title to show.
  public var title: String
  /// Who made the data.
  public var sourceName: String
  /// Licence of the data.
  public var licence: String
  /// Line that must be shown with the data.
  public var attribution: String
  /// Year or year and month the data stand for, for example `2026-07`.
  public var vintage: String
  /// Months after which the source should be read again; nil when it does not age.
  public var refreshMonths: Int?
  /// What to derive from the layer, in order.
  public var derivations: [LayerDerivation]

  /// A declared layer.
  public init(
    name: String, source: String, layer: String? = nil, crsOverride: String? = nil, title: String = "",
    sourceName: String = "", licence: String = "", attribution: String = "", vintage: String = "",
    refreshMonths: Int? = nil, derivations: [LayerDerivation] = []
  ) {
    self.name = name
    self.source = source
    self.layer = layer
    self.crsOverride = crsOverride
    self.title = title
    self.sourceName = sourceName
    self.licence = licence
    self.attribution = attribution
    self.vintage = vintage
    self.refreshMonths = refreshMonths
    self.derivations = derivations
  }
}

/// One thing to derive from a layer for every site.
public struct LayerDerivation: Sendable, Equatable, Codable {
  /// How the value is found.
  public enum Indicator: String, Sendable, Codable, CaseIterable {
    /// Distance to the nearest feature, and fields of that feature.
    case nearest
    /// Fields of the polygon that contains the site; where none does, of the nearest polygon within
    /// `toleranceKm`, since borders are drawn coarsely.
    case within
    /// Value of the raster cell under the site.
    case rasterValue = "raster_value"
  }

  /// A field of the layer that becomes a site attribute.
  public struct FieldMapping: Sendable, Equatable, Codable {
    /// Field of the layer.
    public var field: String
    /// Site attribute it becomes.
    public var attribute: String
    /// Unit of its numbers; empty for texts.
    public var unit: String

    /// A field of the layer that becomes a site attribute.
    public init(field: String, attribute: String, unit: String = "") {
      self.field = field
      self.attribute = attribute
      self.unit = unit
    }
  }

  /// How the value is found.
  public var indicator: Indicator
  /// Filter on the layer's features in OGR SQL; nil for all.
  public var filter: String?
  /// Site attribute that takes the distance in km (`nearest`).
  public var distanceAttribute: String?
  /// Fields that become site attributes (`nearest`, `within`), in ascending order of attribute.
  public var fields: [FieldMapping]
  /// Site attribute that takes the cell value (`raster_value`).
  public var valueAttribute: String?
  /// Unit of the cell value (`raster_value`).
  public var valueUnit: String
  /// How far outside every polygon a site may lie and still take the nearest one's fields, in km (`within`).
  public var toleranceKm: Double

  /// One thing to derive from a layer for every site.
  public init(
    indicator: Indicator, filter: String? = nil, distanceAttribute: String? = nil,
    fields: [FieldMapping] = [], valueAttribute: String? = nil, valueUnit: String = "",
    toleranceKm: Double = 0
  ) {
    self.indicator = indicator
    self.filter = filter
    self.distanceAttribute = distanceAttribute
    self.fields = fields
    self.valueAttribute = valueAttribute
    self.valueUnit = valueUnit
    self.toleranceKm = toleranceKm
  }
}
