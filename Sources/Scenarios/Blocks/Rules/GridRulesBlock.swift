// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// Keys of `[grid]` that limit grid power beyond the limits of sites and demand zones.
struct GridRulesBlock {
  /// What is stated; nil for nothing.
  var rules: GridRules?

  init(_ table: ConfigTable) {
    var rules = GridRules()
    rules.substationHeadroomMW = table.namedLimits(
      "substation_headroom_mw", .upTo(100_000), penaltyUnit: "mw")
    rules.regionPowerMaxMW = table.namedLimits("region_power_max_mw", .upTo(1_000_000), penaltyUnit: "mw")
    rules.rampMWPerYear = table.limit("ramp_mw_per_year", .upTo(1_000_000), penaltyUnit: "mw")
    rules.siteRampMWPerYear = table.limit("site_ramp_mw_per_year", .upTo(100_000), penaltyUnit: "mw")
    self.rules = rules == GridRules() ? nil : rules
  }
}
