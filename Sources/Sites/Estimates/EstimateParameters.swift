// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Figures behind the rules that fill missing site attributes. Every filled value carries basis `estimated`.
package struct EstimateParameters: FieldSet, Equatable, Codable {
  /// Grid power a hectare of site can carry, in MW/ha, with the range of real sites as its band.
  package var powerMWPerHa = Quantity.unstated
  /// Power of a site without area beside a 225 kV substation, in MW.
  package var power225MW = Quantity.unstated
  /// Power of a site without area beside a 400 kV substation, in MW.
  package var power400MW = Quantity.unstated
  /// Power of a site without area far from both, in MW.
  package var powerDistributionMW = Quantity.unstated
  /// Distance up to which a substation counts as beside the site, in km.
  package var besideKm = Quantity.unstated
  /// First year of the RTE fast track for sites the ministry named.
  package var fastTrackYear = Quantity.unstated
  /// Power usage effectiveness at the reference temperature, a ratio.
  package var pueReference = Quantity.unstated
  /// Annual mean temperature at which `pueReference` holds, in degC.
  package var pueReferenceTemperatureC = Quantity.unstated
  /// Increase of power usage effectiveness per degC of annual mean temperature.
  package var puePerDegC = Quantity.unstated
  /// Which figure of its band an estimate brings to a plan.
  package var use = EstimateUse.conservative
  /// Figures behind the inputs that are computed from what layers give.
  package var derivedInputs = DerivedInputParameters()

  /// Figures that are still to be read; those behind inputs from layers at their defaults.
  package init() {}

  package static let fields: [Field<EstimateParameters>] =
    [
      Field(
        "power_mw_per_ha", \.powerMWPerHa, unit: "MW/ha", .positive(upTo: 1_000),
        meaning: "Grid power that a hectare of site can carry; the band is the range of real sites."),
      Field(
        "power_225kv_mw", \.power225MW, unit: "MW", .positive(upTo: 20_000),
        meaning: "Power of a site without area beside a 225 kV substation."),
      Field(
        "power_400kv_mw", \.power400MW, unit: "MW", .positive(upTo: 20_000),
        meaning: "Power of a site without area beside a 400 kV substation."),
      Field(
        "power_distribution_mw", \.powerDistributionMW, unit: "MW", .positive(upTo: 20_000),
        meaning: "Power of a site without area far from both."),
      Field(
        "beside_km", \.besideKm, unit: "km", .upTo(500),
        meaning: "Distance up to which a substation counts as beside the site."),
      Field(
        "fast_track_year", \.fastTrackYear, unit: "year", .year,
        meaning: "First year of the RTE fast track for sites that the ministry named."),
      Field(
        "pue_reference", \.pueReference, unit: "", .from(1, to: 3),
        meaning: "Power usage effectiveness at the reference temperature."),
      Field(
        "pue_reference_temperature_c", \.pueReferenceTemperatureC, unit: "degC", .from(-30, to: 40),
        meaning: "Annual mean temperature at which pue_reference holds."),
      Field(
        "pue_per_deg_c", \.puePerDegC, unit: "1/degC", .upTo(0.2),
        meaning: "Rise of the power usage effectiveness for each degree of annual mean temperature."),
    ] + DerivedInputParameters.fields.map { $0.lifted(\.derivedInputs) }
}
