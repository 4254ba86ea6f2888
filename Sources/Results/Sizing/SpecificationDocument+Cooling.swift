// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents

extension SpecificationDocument {
  /// Heat and water.
  static func cooling(_ plant: CoolingPlant) -> JSONValue {
    [
      "climate": climate(plant.climate),
      "pue": .number(plant.pue),
      "pue_per_c": .number(plant.puePerDegC),
      "supply_temperature_c": .optional(plant.supplyTemperatureC),
      "coolant_flow_l_per_min": .number(plant.coolantFlowLPerMin),
      "glycol_flow_l_per_min": .number(plant.glycolFlowLPerMin),
      "pump_kw": .number(plant.pumpKW),
      "liquid_share": .number(plant.liquidShare),
      "liquid_loop": loop(plant.liquid),
      "air_loop": loop(plant.air),
      "months": .array(
        plant.months.map {
          [
            "month": .integer($0.month), "days": .number($0.days), "mean_c": .number($0.meanC),
            "pue": .number($0.pue), "wue_l_per_kwh": .number($0.wueLPerKWh), "grid_mwh": .number($0.gridMWh),
            "water_m3": .number($0.waterM3),
          ]
        }),
      "water_m3_per_year": .number(plant.waterM3PerYear),
      "wue_l_per_kwh": .number(plant.wueLPerKWh),
      "first_fill_m3": .number(plant.firstFillM3),
      "reuse": [
        "temperature_c": .optional(plant.reuse.temperatureC),
        "heat_mw": .number(plant.reuse.heatMW),
        "average_mw": .number(plant.reuse.averageMW),
        "share": .number(plant.reuse.share),
        "reusable_mwh_per_year": .number(plant.reuse.reusableMWhPerYear),
      ],
      "duties": .array(
        plant.duties.map {
          [
            "law": .string($0.law.rawValue), "threshold_mw": .number($0.thresholdMW),
            "site_mw": .number($0.siteMW), "applies": .bool($0.applies), "sentence": .string($0.sentence),
          ]
        }),
    ]
  }

  private static func climate(_ climate: SiteClimate) -> JSONValue {
    [
      "annual_mean_c": .number(climate.annualMeanC),
      "mean_daily_maximum_c": .number(climate.meanDailyMaximumC),
      "mean_daily_minimum_c": .number(climate.meanDailyMinimumC),
      "seasonal_half_range_c": .number(climate.seasonalHalfRangeC),
      "seasonal_half_range_is_assumed": .bool(climate.seasonalHalfRangeIsAssumed),
      "design_dry_bulb_c": .number(climate.designDryBulbC),
      "design_dry_bulb_is_assumed": .bool(climate.designDryBulbIsAssumed),
    ]
  }

  private static func loop(_ loop: CoolingLoop) -> JSONValue {
    [
      "heat_mw": .number(loop.heatMW),
      "indoor_units_needed": .integer(loop.indoorUnitsNeeded),
      "indoor_units": .integer(loop.indoorUnits),
      "outdoor_units": .integer(loop.outdoorUnits),
      "outdoor_unit_kw": .number(loop.outdoorUnitKW),
      "rejection": loop.rejection.map(rejection) ?? .null,
    ]
  }

  private static func rejection(_ rejection: HeatRejection) -> JSONValue {
    [
      "plant": .string(rejection.plant.rawValue),
      "reason": .string(rejection.reason),
      "facility_water_c": .number(rejection.facilityWaterC),
      "dry_cooler_reaches_c": .number(rejection.dryCoolerReachesC),
      "adiabatic_reaches_c": .number(rejection.adiabaticReachesC),
      "tower_reaches_c": .number(rejection.towerReachesC),
      "dry_limit_c": .number(rejection.dryLimitC),
      "allows_evaporation": .bool(rejection.allowsEvaporation),
    ]
  }
}
