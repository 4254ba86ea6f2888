// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[limits]`: limits on the portfolio. Every key is optional; absent means no rule.
struct LimitsBlock {
  var parameters: PortfolioLimits
  /// Budgets by year with their places.
  var budgets: [YearValue]

  init(_ table: ConfigTable) {
    budgets = table.byYear("budget_by_year_eur", .upTo(1e13))
    parameters = PortfolioLimits(
      sitesMax: table.integer("sites_max", .from(1, to: 100_000)),
      campusMinITMW: table.number("campus_min_it_mw", .upTo(20_000)),
      regionShareMax: table.number("region_share_max", .positive(upTo: 1)),
      budgetEUR: table.number("budget_eur", .upTo(1e13)),
      budgetByYearEUR: Dictionary(uniqueKeysWithValues: budgets.map { ($0.year, $0.value) }))
  }
}
