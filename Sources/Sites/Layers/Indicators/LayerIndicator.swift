// SPDX-License-Identifier: GPL-3.0-or-later

/// What to derive from a layer for every site, with its settings. One case an indicator; each has a file of
/// its own.
package enum LayerIndicator: Sendable, Equatable, Codable {
  /// Distance to the nearest feature, and fields of that feature.
  case nearest(NearestIndicator)
  /// Distances to the k nearest features, and fields of each.
  case neighbours(NeighboursIndicator)
  /// Number of features within a radius, and sums of their fields.
  case count(CountIndicator)
  /// Fields of the polygon that contains the site.
  case within(WithinIndicator)
  /// Share of a zone around the site that the layer's polygons cover.
  case cover(CoverIndicator)
  /// Length of the layer's lines within a radius.
  case length(LengthIndicator)
  /// Value of a raster at the site.
  case rasterValue(RasterValueIndicator)
  /// Statistics of the raster cells in a zone around the site.
  case zonal(ZonalIndicator)
  /// Slope of the ground from an elevation raster.
  case slope(SlopeIndicator)
  /// Values interpolated between stations.
  case interpolation(InterpolationIndicator)
  /// Fields of the row with the same key.
  case join(JoinIndicator)

  /// The settings, whatever the case.
  package var settings: any IndicatorSettings {
    switch self {
    case .nearest(let settings): settings
    case .neighbours(let settings): settings
    case .count(let settings): settings
    case .within(let settings): settings
    case .cover(let settings): settings
    case .length(let settings): settings
    case .rasterValue(let settings): settings
    case .zonal(let settings): settings
    case .slope(let settings): settings
    case .interpolation(let settings): settings
    case .join(let settings): settings
    }
  }
}

extension LayerIndicator {
  /// Whether a column of the indicator holds distances to what lies nearest.
  package func givesDistance(_ column: String) -> Bool {
    switch self {
    case .nearest(let settings): return column == settings.distanceAttribute
    case .neighbours(let settings):
      guard let name = settings.distanceAttribute else { return false }
      return (1...max(1, settings.count)).contains { column == "\(name)_\($0)" }
    case .count, .within, .cover, .length, .rasterValue, .zonal, .slope, .interpolation, .join: return false
    }
  }
}

/// What all indicators have in common.
package protocol IndicatorSettings: Sendable, Equatable, Codable {
  /// Name of the indicator in a layer declaration, for example `nearest`.
  static var keyword: String { get }
  /// Attributes that every site gets, in the order of the columns.
  var outputs: [DerivedAttribute] { get }
  /// Attributes of the site that must be there before.
  var inputs: [String] { get }
  /// Fields of the layer that are read.
  var fieldsRead: [String] { get }
  /// Whether it reads a raster rather than features.
  static var readsRaster: Bool { get }
}

extension IndicatorSettings {
  package var inputs: [String] { [] }
  package var fieldsRead: [String] { [] }
  package static var readsRaster: Bool { false }
}

/// An attribute that an indicator gives.
package struct DerivedAttribute: Sendable, Equatable, Codable {
  /// Name of the attribute.
  package var name: String
  /// Unit of its numbers; empty for texts, counts and shares.
  package var unit: String

  /// An attribute that an indicator gives.
  package init(_ name: String, unit: String = "") {
    self.name = name
    self.unit = unit
  }
}

/// A field of a layer that becomes a site attribute.
package struct FieldMapping: Sendable, Equatable, Codable {
  /// Field of the layer.
  package var field: String
  /// Site attribute it becomes.
  package var attribute: String
  /// Unit of its numbers; empty for texts.
  package var unit: String

  /// A field of a layer that becomes a site attribute.
  package init(field: String, attribute: String, unit: String = "") {
    self.field = field
    self.attribute = attribute
    self.unit = unit
  }

  /// The attribute it gives.
  package var output: DerivedAttribute { DerivedAttribute(attribute, unit: unit) }
}
