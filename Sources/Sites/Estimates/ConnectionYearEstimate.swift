// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the first year in which a site has power: the fast-track year for the sites the ministry named,
/// otherwise the year in which the ordinary lead time of the lowest voltage after the decision ends.
struct ConnectionYearEstimate: EstimateRule {
  var parameters: EstimateParameters
  var grid: GridParameters
  var decision: CalendarDay

  var output: DerivedAttribute { DerivedAttribute(.connectionYear) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    if table.text(.status, row: row) == "fast-track" {
      let year = parameters.fastTrackYear
      return SiteValue(
        .number(year.value), basis: .estimated, source: "RTE fast track: \(year.source)",
        low: year.low, high: year.high)
    }
    guard let lead = grid.connections.first?.leadTimeYears else { return nil }
    func year(after years: Double) -> Double { (decision.decimalYear + years).rounded(.down) }
    return SiteValue(
      .number(year(after: lead.value)), basis: .estimated,
      source: "\(decision) plus the ordinary lead time of \(lead.value) years",
      low: lead.low.map(year), high: lead.high.map(year))
  }
}
