// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the cooling plant rests on beside the design and the climate.
/// What each figure is, and where it is from, stands in `Defaults/cooling.toml`.
package struct CoolingAssumptions: AssumptionSet {
  package var cduApproachK = Quantity.unread
  package var cduGroup = Quantity.unread
  package var glycolFlowFactor = Quantity.unread
  package var pumpKWPerLPerMin = Quantity.unread
  package var rackFlowLimitLPerMin = Quantity.unread
  package var airHandlerKW = Quantity.unread
  package var airHandlerGroup = Quantity.unread
  package var airLoopSupplyC = Quantity.unread
  package var dryApproachK = Quantity.unread
  package var adiabaticDropK = Quantity.unread
  package var wetBulbDepressionK = Quantity.unread
  package var towerApproachK = Quantity.unread
  package var rejectionUnitKW = Quantity.unread
  package var rejectionGroup = Quantity.unread
  package var towerWaterLPerKWh = Quantity.unread
  package var adiabaticWaterLPerKWh = Quantity.unread
  package var weatherSpreadK = Quantity.unread
  package var seasonalHalfRangeC = Quantity.unread
  package var dailyHalfRangeC = Quantity.unread
  package var designMarginC = Quantity.unread
  package var puePerDegC = Quantity.unread
  package var firstFillM3PerMW = Quantity.unread
  package var reusableShare = Quantity.unread
  package var cduEUR = Quantity.unread
  package var airHandlerEUR = Quantity.unread
  package var coolerEURPerKW = Quantity.unread
  package var chillerEURPerKW = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<CoolingAssumptions>(
    "cooling", PackageResources.cooling_toml,
    [
      "cdu_approach_k": \.cduApproachK,
      "cdu_group": \.cduGroup,
      "glycol_flow_factor": \.glycolFlowFactor,
      "pump_kw_per_l_min": \.pumpKWPerLPerMin,
      "rack_flow_limit_l_min": \.rackFlowLimitLPerMin,
      "air_handler_kw": \.airHandlerKW,
      "air_handler_group": \.airHandlerGroup,
      "air_loop_supply_c": \.airLoopSupplyC,
      "dry_approach_k": \.dryApproachK,
      "adiabatic_drop_k": \.adiabaticDropK,
      "wet_bulb_depression_k": \.wetBulbDepressionK,
      "tower_approach_k": \.towerApproachK,
      "rejection_unit_kw": \.rejectionUnitKW,
      "rejection_group": \.rejectionGroup,
      "tower_water_l_per_kwh": \.towerWaterLPerKWh,
      "adiabatic_water_l_per_kwh": \.adiabaticWaterLPerKWh,
      "weather_spread_k": \.weatherSpreadK,
      "seasonal_half_range_c": \.seasonalHalfRangeC,
      "daily_half_range_c": \.dailyHalfRangeC,
      "design_margin_c": \.designMarginC,
      "pue_per_deg_c": \.puePerDegC,
      "first_fill_m3_per_mw": \.firstFillM3PerMW,
      "reusable_share": \.reusableShare,
      "cdu_eur": \.cduEUR,
      "air_handler_eur": \.airHandlerEUR,
      "cooler_eur_per_kw": \.coolerEURPerKW,
      "chiller_eur_per_kw": \.chillerEURPerKW,
    ])
}
