// SPDX-License-Identifier: GPL-3.0-or-later

/// Length in km of the layer's lines within a radius of the site; a line drawn twice counts twice.
public struct LengthIndicator: IndicatorSettings {
  public static let keyword = "length_within"

  /// Radius in km.
  public var radiusKm: Double
  /// Attribute that takes the length in km.
  public var lengthAttribute: String

  /// Length in km of the layer's lines within a radius of the site.
  public init(radiusKm: Double, lengthAttribute: String) {
    self.radiusKm = radiusKm
    self.lengthAttribute = lengthAttribute
  }

  public var outputs: [DerivedAttribute] { [DerivedAttribute(lengthAttribute, unit: "km")] }
}
