// SPDX-License-Identifier: GPL-3.0-or-later

/// Value of a raster band at the site. A site outside the raster or on a cell without value gets none.
package struct RasterValueIndicator: IndicatorSettings {
  package static let keyword = "raster_value"
  package static let readsRaster = true

  /// How the value is taken.
  package enum Method: String, Sendable, Equatable, Codable, CaseIterable {
    /// The cell under the site.
    case nearest
    /// Weighted by distance between the four nearest cell centres; missing when one of them has no value,
    /// held constant in the outer half of the border cells.
    case bilinear
  }

  /// Attribute that takes the value.
  package var valueAttribute: String
  /// Unit of the value.
  package var unit: String
  /// Band, from 1; nil where none is stated, and the first is read.
  package var band: Int?
  /// How the value is taken.
  package var method: Method

  /// Value of a raster band at the site.
  package init(valueAttribute: String, unit: String = "", band: Int? = nil, method: Method = .nearest) {
    self.valueAttribute = valueAttribute
    self.unit = unit
    self.band = band
    self.method = method
  }

  package var outputs: [DerivedAttribute] { [DerivedAttribute(valueAttribute, unit: unit)] }
}
