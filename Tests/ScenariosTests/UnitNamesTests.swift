// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Scenarios

@Suite struct UnitNamesTests {
  @Test(arguments: [
    ("time_limit_ms", ["time_limit_s", "gap"], "time_limit_s"),
    ("power_max_kw", ["power_mw_max", "power_mw_initial"], "power_mw_max"),
    ("discount_rate_percent", ["discount_rate", "years"], "discount_rate"),
    ("budget_meur", ["budget_eur", "budget_by_year_eur"], "budget_eur"),
    ("region_percent_max", ["region_share_max"], "region_share_max"),
    ("energy_eur_per_kwh", ["energy_eur_per_mwh", "excise_eur_per_mwh"], "energy_eur_per_mwh"),
    ("lead_time_months", ["lead_time_years"], "lead_time_years"),
  ])
  func `knows the same thing in another unit`(_ key: String, _ valid: [String], _ wanted: String) {
    #expect(UnitNames.sameInOtherUnit(key, among: valid) == wanted)
  }

  @Test(arguments: [
    ("time_limit_s", ["time_limit_s"]), ("mw_power_max", ["power_mw_max"]), ("keur_per_km", ["eur_per_km"]),
    ("route_facter", ["route_factor"]),
  ])
  func `a key in the right unit or of another name is none`(_ key: String, _ valid: [String]) {
    #expect(UnitNames.sameInOtherUnit(key, among: valid) == nil)
  }

  @Test(arguments: [
    (60_000.0, "limit_ms", "limit_s", 60.0), (7, "rate_percent", "rate", 0.07),
    (0.07, "p_eur_per_kwh", "p_eur_per_mwh", 70), (92.5, "q_keur_per_mw", "q_eur_per_mw", 92_500),
    (70, "p_eur_per_mwh", "p_eur_per_kwh", 0.07), (18, "t_months", "t_years", 1.5),
    (20, "a_km2", "a_ha", 2_000), (3.3, "p_gw", "p_mw", 3_300),
  ])
  func `converts`(_ value: Double, _ from: String, _ to: String, _ wanted: Double) throws {
    let result = try #require(UnitNames.converted(value, from: from, to: to))
    #expect(abs(result - wanted) <= 1e-12 * abs(wanted))
  }

  @Test(arguments: [("p_mw", "p_km"), ("p_eur", "p_usd"), ("p_eur_per_mw", "p_eur"), ("p", "p_mw")])
  func `does not convert what has another dimension`(_ from: String, _ to: String) {
    #expect(UnitNames.converted(1, from: from, to: to) == nil)
  }
}
