// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Heat and water.
extension CoolingPlant {
  private static let monthNames: [Phrase] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// - Parameter climateIsStated: Whether the climate is that of the site; else it is that of Paris.
  func lines(climateIsStated: Bool) -> [SpecificationLine] {
    [
      .group(
        "climate",
        [
          .text("", climateIsStated ? "as stated" : "Paris, as no climate is stated", "climate"),
          .number("annual_mean_c", climate.annualMeanC, 1, "mean of the year outside", "C"),
          .number("mean_daily_maximum_c", climate.meanDailyMaximumC),
          .number("mean_daily_minimum_c", climate.meanDailyMinimumC),
          .number("seasonal_half_range_c", climate.seasonalHalfRangeC),
          .flag("seasonal_half_range_is_assumed", climate.seasonalHalfRangeIsAssumed),
          .number("design_dry_bulb_c", climate.designDryBulbC, 1, "design temperature outside", "C"),
          .flag("design_dry_bulb_is_assumed", climate.designDryBulbIsAssumed, "design temperature assumed"),
        ]),
      .number("pue", pue, 3, "PUE of the year", "", .summary),
      .number("pue_per_c", puePerDegC, .significant, "rise of the PUE outside", "1/C"),
      .number("supply_temperature_c", supplyTemperatureC, 1, "coolant supply", "C"),
      .number(
        "", supplyTemperatureC.map { _ in CoolantFlowRule.returnTemperatureC }, 1, "coolant return", "C"),
      .number("coolant_flow_l_per_min", coolantFlowLPerMin, 0, "coolant flow, water", "l/min"),
      .number("glycol_flow_l_per_min", glycolFlowLPerMin, 0, "coolant flow, 25 % propylene glycol", "l/min"),
      .number("pump_kw", pumpKW, 0, "coolant pumps", "kW"),
      .number("liquid_share", liquidShare, .percent, "share of the heat that goes to liquid"),
      .group("liquid_loop", liquid.lines("liquid", indoorUnit: "coolant distribution units")),
      .group("air_loop", air.lines("air", indoorUnit: "air handlers")),
      .rows("months", months, "PUE and water by month, at average load", .summary) {
        [
          .count("month", $0.month, "month").reading(Self.monthNames[($0.month - 1) % 12]),
          .number("days", $0.days),
          .number("mean_c", $0.meanC, 1, "outside C"),
          .number("pue", $0.pue, 3, "PUE"),
          .number("wue_l_per_kwh", $0.wueLPerKWh, 3, "WUE l/kWh"),
          .number("grid_mwh", $0.gridMWh, 0, "MWh at the meter"),
          .number("water_m3", $0.waterM3, 0, "water, m3"),
        ]
      },
      .number("water_m3_per_year", waterM3PerYear, 0, "water", "m3 a year", .summary),
      .number("wue_l_per_kwh", wueLPerKWh, 3, "WUE of the year", "l/kWh", .summary),
      .number("first_fill_m3", firstFillM3, 0, "first fill", "m3"),
      .group("reuse", reuse.lines),
      .rows("duties", duties, "Duties") { duty in
        [
          .text("law", duty.law.rawValue),
          .number("threshold_mw", duty.thresholdMW),
          .number("site_mw", duty.siteMW),
          .flag("applies", duty.applies),
          .sentence("sentence", duty.sentence, duty.applies ? "applies" : "does not apply"),
        ]
      },
    ]
  }
}

extension CoolingLoop {
  /// - Parameters:
  ///   - name: What the heat leaves the systems by.
  ///   - indoorUnit: What its indoor units are called.
  fileprivate func lines(_ name: Phrase, indoorUnit: Phrase) -> [SpecificationLine] {
    [
      .number("heat_mw", heatMW, 2, "heat to \(name)", "MW", .summary),
      .count("indoor_units_needed", indoorUnitsNeeded, "\(indoorUnit), needed"),
      .count("indoor_units", indoorUnits, "\(indoorUnit), built"),
      .count("outdoor_units", outdoorUnits, "heat to \(name): outdoor units, built", "", .summary),
      .number("outdoor_unit_kw", outdoorUnitKW, 0, "heat to \(name): an outdoor unit", "kW"),
      .group("rejection", rejection?.lines(name)),
    ]
  }
}

extension HeatRejection {
  fileprivate func lines(_ name: Phrase) -> [SpecificationLine] {
    [
      .text("plant", plant.rawValue, "heat to \(name) leaves by", .summary, shown: plant.words),
      .sentence("reason", reason, "heat to \(name)"),
      .number("facility_water_c", facilityWaterC),
      .number("dry_cooler_reaches_c", dryCoolerReachesC),
      .number("adiabatic_reaches_c", adiabaticReachesC),
      .number("tower_reaches_c", towerReachesC),
      .number("dry_limit_c", dryLimitC),
      .flag("allows_evaporation", allowsEvaporation),
    ]
  }
}

extension HeatReuse {
  fileprivate var lines: [SpecificationLine] {
    [
      .number(
        "temperature_c", temperatureC, .significant, "exportable heat, behind the coolant distribution units",
        "C",
        .summary),
      .number("heat_mw", heatMW),
      .number("average_mw", averageMW, 2, "exportable heat on average", "MW", .summary),
      .number("share", share, .percent, "share of it that a heat network takes over the year"),
      .number("reusable_mwh_per_year", reusableMWhPerYear, 0, "exportable heat", "MWh a year", .summary),
    ]
  }
}

extension HeatRejection.Plant {
  /// What a plant is called.
  fileprivate var words: Phrase {
    switch self {
    case .dryCooler: "dry coolers"
    case .adiabaticCooler: "adiabatic coolers"
    case .coolingTower: "cooling towers"
    case .chiller: "chillers with free cooling"
    }
  }
}
