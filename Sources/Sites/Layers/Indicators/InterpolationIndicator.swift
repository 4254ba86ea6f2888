// SPDX-License-Identifier: GPL-3.0-or-later

/// Values interpolated between the nearest stations by inverse distance, after each is brought to the
/// elevation of the site by a stated lapse rate. A site on a station takes that station's value.
package struct InterpolationIndicator: IndicatorSettings {
  package static let keyword = "interpolated"

  /// How values change with elevation.
  package struct Lapse: Sendable, Equatable, Codable {
    /// Field of the layer with the station's elevation in m.
    package var stationElevationField: String
    /// Attribute of the site with its elevation in m.
    package var siteElevationAttribute: String
    /// Change per km of height by attribute, in the attribute's unit, for example -6.5 for a temperature.
    package var perKm: [String: Double]

    /// How values change with elevation.
    package init(stationElevationField: String, siteElevationAttribute: String, perKm: [String: Double]) {
      self.stationElevationField = stationElevationField
      self.siteElevationAttribute = siteElevationAttribute
      self.perKm = perKm
    }
  }

  /// Numeric fields to interpolate, in ascending order of attribute.
  package var fields: [FieldMapping]
  /// Exponent of the distance.
  package var power: Double
  /// How many of the nearest stations with a value take part.
  package var neighbours: Int
  /// Stations farther than this, in km, do not take part; nil for any distance.
  package var maxKm: Double?
  /// How values change with elevation; nil for no correction.
  package var lapse: Lapse?

  /// Values interpolated between the nearest stations.
  package init(
    fields: [FieldMapping], power: Double = 2, neighbours: Int = 8, maxKm: Double? = nil, lapse: Lapse? = nil
  ) {
    self.fields = fields
    self.power = power
    self.neighbours = neighbours
    self.maxKm = maxKm
    self.lapse = lapse
  }

  package var outputs: [DerivedAttribute] { fields.map(\.output) }
  package var inputs: [String] { lapse.map { [$0.siteElevationAttribute] } ?? [] }
  package var fieldsRead: [String] {
    fields.map(\.field) + (lapse.map { [$0.stationElevationField] } ?? [])
  }
}
