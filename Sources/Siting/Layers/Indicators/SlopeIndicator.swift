// SPDX-License-Identifier: GPL-3.0-or-later

/// Slope of the ground by Horn's formula over the eight neighbours of a cell (B. K. P. Horn, Hill shading and
/// the reflectance map, Proc. IEEE 69, 1981): at the cell under the site, or the mean of the cells in a
/// circle around it.
public struct SlopeIndicator: IndicatorSettings {
  public static let keyword = "slope"
  public static let readsRaster = true

  /// How the slope is stated.
  public enum Unit: String, Sendable, Equatable, Codable, CaseIterable {
    /// Rise over run, times 100.
    case percent
    /// Angle to the horizontal.
    case degrees
  }

  /// Attribute that takes the slope.
  public var valueAttribute: String
  /// How the slope is stated.
  public var unit: Unit
  /// Band with the elevation in metres, from 1.
  public var band: Int
  /// Radius in km of the circle over which the slope is averaged; nil for the cell under the site.
  public var bufferKm: Double?

  /// Slope of the ground.
  public init(valueAttribute: String, unit: Unit = .percent, band: Int = 1, bufferKm: Double? = nil) {
    self.valueAttribute = valueAttribute
    self.unit = unit
    self.band = band
    self.bufferKm = bufferKm
  }

  public var outputs: [DerivedAttribute] { [DerivedAttribute(valueAttribute, unit: unit.rawValue)] }
}
