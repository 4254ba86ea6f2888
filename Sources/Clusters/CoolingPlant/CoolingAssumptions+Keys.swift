// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension CoolingAssumptions {
  package static let name = "cooling"

  package static let fields: [Field<CoolingAssumptions>] = [
    Field("cdu_approach_k", \.cduApproachK, 0...20),
    Field("cdu_group", \.cduGroup, 1...1_000, whole: true),
    Field("glycol_flow_factor", \.glycolFlowFactor, 1...2),
    Field("pump_kw_per_l_min", \.pumpKWPerLPerMin, 0...1),
    Field("rack_flow_limit_l_min", \.rackFlowLimitLPerMin, 1...10_000),
    Field("air_handler_kw", \.airHandlerKW, 1...10_000),
    Field("air_handler_group", \.airHandlerGroup, 1...1_000, whole: true),
    Field("air_loop_supply_c", \.airLoopSupplyC, 5...40),
    Field("dry_approach_k", \.dryApproachK, 0...30),
    Field("adiabatic_drop_k", \.adiabaticDropK, 0...30),
    Field("wet_bulb_depression_k", \.wetBulbDepressionK, 0...40),
    Field("tower_approach_k", \.towerApproachK, 0...30),
    Field("rejection_unit_kw", \.rejectionUnitKW, 1...100_000),
    Field("rejection_group", \.rejectionGroup, 1...1_000, whole: true),
    Field("tower_water_l_per_kwh", \.towerWaterLPerKWh, 0...10),
    Field("adiabatic_water_l_per_kwh", \.adiabaticWaterLPerKWh, 0...10),
    Field("weather_spread_k", \.weatherSpreadK, 0...30),
    Field("seasonal_half_range_c", \.seasonalHalfRangeC, 0...40),
    Field("daily_half_range_c", \.dailyHalfRangeC, 0...20),
    Field("design_margin_c", \.designMarginC, 0...30),
    Field("pue_per_deg_c", \.puePerDegC, 0...0.2),
    Field("first_fill_m3_per_mw", \.firstFillM3PerMW, 0...1_000),
    Field("reusable_share", \.reusableShare, 0...1),
    Field("cdu_eur", \.cduEUR, 0...100_000_000),
    Field("air_handler_eur", \.airHandlerEUR, 0...100_000_000),
    Field("cooler_eur_per_kw", \.coolerEURPerKW, 0...1_000_000),
    Field("chiller_eur_per_kw", \.chillerEURPerKW, 0...1_000_000),
  ]
}
