// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the area of a site in hectares: its largest power divided by MW per hectare.
struct AreaEstimate: EstimateRule {
  var parameters: EstimateParameters

  var output: DerivedAttribute { DerivedAttribute(.areaHa) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    guard let powerMW = table.number(.powerMaxMW, row: row) else { return nil }
    let density = parameters.powerMWPerHa
    return SiteValue(
      .number(powerMW / density.value), basis: .estimated,
      source: "power \(powerMW) MW / \(density.value) MW/ha",
      low: density.high.map { powerMW / $0 }, high: density.low.map { powerMW / $0 })
  }
}
