// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the first year in which a site has power: the fast-track year for the sites the ministry named,
/// otherwise the base year plus the ordinary lead time of the lowest voltage.
struct ConnectionYearEstimate: EstimateRule {
  var parameters: EstimateParameters
  var grid: GridParameters

  var output: DerivedAttribute { DerivedAttribute(.connectionYear) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    if table.text(.status, row: row) == "fast-track" {
      let year = parameters.fastTrackYear
      return SiteValue(
        .number(year.value), basis: .estimated, source: "RTE fast track: \(year.source)",
        low: year.low, high: year.high)
    }
    guard let lead = grid.connections.first?.leadTimeYears else { return nil }
    let base = Double(grid.baseYear)
    return SiteValue(
      .number((base + lead.value).rounded(.up)), basis: .estimated,
      source: "\(grid.baseYear) plus the ordinary lead time of \(lead.value) years",
      low: lead.low.map { (base + $0).rounded(.up) }, high: lead.high.map { (base + $0).rounded(.up) })
  }
}
