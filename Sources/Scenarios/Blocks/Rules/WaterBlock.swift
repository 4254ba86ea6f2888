// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[water]`: water for cooling and its limits.
struct WaterBlock {
  /// What is stated; nil where there is no such block.
  var rules: WaterRules?

  init(_ table: ConfigTable) {
    var rules = WaterRules()
    let most = NumberRange.upTo(1e12)
    if let wue = table.figure("wue_l_per_kwh", unit: "l/kWh", .upTo(20), .optional) {
      rules.wueLitresPerKWh = wue
    }
    rules.maxM3PerYear = table.limit("max_m3_per_year", most, penaltyUnit: "m3")
    rules.basinMaxM3PerYear = table.namedLimits("basin_max_m3_per_year", most, penaltyUnit: "m3")
    rules.regionMaxM3PerYear = table.namedLimits("region_max_m3_per_year", most, penaltyUnit: "m3")
    rules.stressMaxM3PerYear = table.limit("stress_max_m3_per_year", most, penaltyUnit: "m3")
    if let level = table.number("stress_level", .from(1, to: 5)) { rules.stressLevel = level }
    self.rules = table.isPresent ? rules : nil
  }
}
