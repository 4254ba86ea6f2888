// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the power usage effectiveness of a site from its annual mean temperature: a straight line through
/// the reference point, held within the band of the reference. Without a temperature the reference itself is
/// taken.
struct PowerUsageEstimate: EstimateRule {
  var parameters: EstimateParameters

  var output: DerivedAttribute { DerivedAttribute(.pue) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    let reference = parameters.pueReference
    guard let meanC = table.number(.meanTemperatureC, row: row) else {
      return SiteValue(
        .number(reference.value), basis: .estimated, source: "no climate_tmean_c: reference value",
        low: reference.low, high: reference.high)
    }
    let slope = parameters.puePerDegC.value
    let atReferenceC = parameters.pueReferenceTemperatureC.value
    let line = reference.value + slope * (meanC - atReferenceC)
    let held = max(reference.low ?? 1, min(line, reference.high ?? .infinity))
    let rounded = held.rounded(decimals: 4)
    let shownC = meanC.rounded(decimals: 2)
    return SiteValue(
      .number(rounded), basis: .estimated,
      source: "\(reference.value) + \(slope) x (\(shownC) - \(atReferenceC)) degC, annual mean",
      low: reference.low, high: reference.high)
  }
}
