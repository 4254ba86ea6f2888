// SPDX-License-Identifier: GPL-3.0-or-later

/// Slope of the ground by Horn's formula over the eight neighbours of a cell (B. K. P. Horn, Hill shading and
/// the reflectance map, Proc. IEEE 69, 1981): at the cell under the site, or the mean of the cells in a
/// circle around it.
package struct SlopeIndicator: IndicatorSettings {
  package static let keyword = "slope"
  package static let readsRaster = true

  /// How the slope is stated.
  package enum Unit: String, Sendable, Equatable, Codable, CaseIterable {
    /// Rise over run, times 100.
    case percent
    /// Angle to the horizontal.
    case degrees
  }

  /// Attribute that takes the slope.
  package var valueAttribute: String
  /// How the slope is stated.
  package var unit: Unit
  /// Band with the elevation in metres, from 1; nil where none is stated, and the first is read.
  package var band: Int?
  /// Radius in km of the circle over which the slope is averaged; nil for the cell under the site.
  package var bufferKm: Double?

  /// Slope of the ground.
  package init(valueAttribute: String, unit: Unit = .percent, band: Int? = nil, bufferKm: Double? = nil) {
    self.valueAttribute = valueAttribute
    self.unit = unit
    self.band = band
    self.bufferKm = bufferKm
  }

  package var outputs: [DerivedAttribute] { [DerivedAttribute(valueAttribute, unit: unit.rawValue)] }
}
