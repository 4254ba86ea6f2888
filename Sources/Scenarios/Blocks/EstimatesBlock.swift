// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// `[estimates]`: figures behind the rules that fill what is not published about a site.
struct EstimatesBlock {
  var parameters: EstimateParameters?

  init(_ table: ConfigTable) {
    let density = table.figure("power_mw_per_ha", unit: "MW/ha", .positive(upTo: 1_000))
    let power225 = table.figure("power_225kv_mw", unit: "MW", .positive(upTo: 20_000))
    let power400 = table.figure("power_400kv_mw", unit: "MW", .positive(upTo: 20_000))
    let powerFar = table.figure("power_distribution_mw", unit: "MW", .positive(upTo: 20_000))
    let beside = table.figure("beside_km", unit: "km", .upTo(500))
    let fastTrack = table.figure("fast_track_year", unit: "year", .year)
    let pue = table.figure("pue_reference", unit: "", .from(1, to: 3))
    let pueTemperature = table.figure("pue_reference_temperature_c", unit: "degC", .from(-30, to: 40))
    let pueSlope = table.figure("pue_per_deg_c", unit: "1/degC", .upTo(0.2))
    let derivedInputs = DerivedInputsBlock(table).parameters
    guard let density, let power225, let power400, let powerFar, let beside, let fastTrack, let pue,
      let pueTemperature, let pueSlope
    else { return }
    parameters = EstimateParameters(
      powerMWPerHa: density, power225MW: power225, power400MW: power400, powerDistributionMW: powerFar,
      besideKm: beside, fastTrackYear: fastTrack, pueReference: pue,
      pueReferenceTemperatureC: pueTemperature, puePerDegC: pueSlope, derivedInputs: derivedInputs)
  }
}
