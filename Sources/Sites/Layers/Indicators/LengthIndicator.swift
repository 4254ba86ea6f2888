// SPDX-License-Identifier: GPL-3.0-or-later

/// Length in km of the layer's lines within a radius of the site; a line drawn twice counts twice.
package struct LengthIndicator: IndicatorSettings {
  package static let keyword = "length_within"

  /// Radius in km.
  package var radiusKm: Double
  /// Attribute that takes the length in km.
  package var lengthAttribute: String

  /// Length in km of the layer's lines within a radius of the site.
  package init(radiusKm: Double, lengthAttribute: String) {
    self.radiusKm = radiusKm
    self.lengthAttribute = lengthAttribute
  }

  package var outputs: [DerivedAttribute] { [DerivedAttribute(lengthAttribute, unit: "km")] }
}
