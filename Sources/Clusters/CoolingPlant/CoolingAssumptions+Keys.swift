// SPDX-License-Identifier: GPL-3.0-or-later

extension CoolingAssumptions {
  package static let name = "cooling"

  package static let keys: [AssumptionKey<CoolingAssumptions>] = [
    AssumptionKey("cdu_approach_k", \.cduApproachK, 0...20),
    AssumptionKey("cdu_group", \.cduGroup, 1...1_000, whole: true),
    AssumptionKey("glycol_flow_factor", \.glycolFlowFactor, 1...2),
    AssumptionKey("pump_kw_per_l_min", \.pumpKWPerLPerMin, 0...1),
    AssumptionKey("rack_flow_limit_l_min", \.rackFlowLimitLPerMin, 1...10_000),
    AssumptionKey("air_handler_kw", \.airHandlerKW, 1...10_000),
    AssumptionKey("air_handler_group", \.airHandlerGroup, 1...1_000, whole: true),
    AssumptionKey("air_loop_supply_c", \.airLoopSupplyC, 5...40),
    AssumptionKey("dry_approach_k", \.dryApproachK, 0...30),
    AssumptionKey("adiabatic_drop_k", \.adiabaticDropK, 0...30),
    AssumptionKey("wet_bulb_depression_k", \.wetBulbDepressionK, 0...40),
    AssumptionKey("tower_approach_k", \.towerApproachK, 0...30),
    AssumptionKey("rejection_unit_kw", \.rejectionUnitKW, 1...100_000),
    AssumptionKey("rejection_group", \.rejectionGroup, 1...1_000, whole: true),
    AssumptionKey("tower_water_l_per_kwh", \.towerWaterLPerKWh, 0...10),
    AssumptionKey("adiabatic_water_l_per_kwh", \.adiabaticWaterLPerKWh, 0...10),
    AssumptionKey("weather_spread_k", \.weatherSpreadK, 0...30),
    AssumptionKey("seasonal_half_range_c", \.seasonalHalfRangeC, 0...40),
    AssumptionKey("daily_half_range_c", \.dailyHalfRangeC, 0...20),
    AssumptionKey("design_margin_c", \.designMarginC, 0...30),
    AssumptionKey("pue_per_deg_c", \.puePerDegC, 0...0.2),
    AssumptionKey("first_fill_m3_per_mw", \.firstFillM3PerMW, 0...1_000),
    AssumptionKey("reusable_share", \.reusableShare, 0...1),
    AssumptionKey("cdu_eur", \.cduEUR, 0...100_000_000),
    AssumptionKey("air_handler_eur", \.airHandlerEUR, 0...100_000_000),
    AssumptionKey("cooler_eur_per_kw", \.coolerEURPerKW, 0...1_000_000),
    AssumptionKey("chiller_eur_per_kw", \.chillerEURPerKW, 0...1_000_000),
  ]
}
