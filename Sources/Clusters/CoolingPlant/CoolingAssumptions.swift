// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the cooling plant rests on beside the design and the climate.
package struct CoolingAssumptions: AssumptionSet {
  /// Temperature that a coolant distribution unit loses between the facility water and the coolant.
  package var cduApproachK = Quantity(
    3.5, unit: "K", basis: .derived,
    source: "3 K of a CoolIT CHx1000 and 3 to 4 K between the tiers of Lenovo's facility and IT loops",
    low: 3, high: 5)
  /// Units that share one spare.
  package var cduGroup = Quantity(
    6, unit: "count", basis: .estimated, source: "n+1 in a row of units; a planner's choice", low: 3, high: 8)
  /// More flow that 25 % propylene glycol needs than water.
  package var glycolFlowFactor = Quantity(
    1.05, unit: "", basis: .estimated, source: "about 5 % more than water, its heat capacity being lower",
    low: 1.03,
    high: 1.08)
  /// Pump power for a flow.
  package var pumpKWPerLPerMin = Quantity(
    13.7 / 1_200, unit: "kW per l/min", basis: .derived,
    source: "Vertiv XDU1350: 13.7 kW for 1,200 l/min, 20.5 kW for 1,800 (vertiv.com, XDU1350 data sheet)",
    low: 0.008, high: 0.0125)
  /// Most flow of one rack by the open specification.
  package var rackFlowLimitLPerMin = Quantity(
    130, unit: "l/min", basis: .published,
    source:
      "MGX rack of 120 kW: https://www.opencompute.org/documents/mgx-accelerated-computing-rack-and-trays-"
      + "specification-1-1-pdf-1")
  /// Rating of one air handler.
  package var airHandlerKW = Quantity(
    400, unit: "kW", basis: .estimated, source: "fan walls of 200 to 600 kW; no data sheet was read",
    low: 200,
    high: 600)
  /// Air handlers that share one spare.
  package var airHandlerGroup = Quantity(
    5, unit: "count", basis: .estimated, source: "n+1 a hall; a planner's choice", low: 3, high: 8)
  /// Facility water that the air handlers need.
  package var airLoopSupplyC = Quantity(
    20, unit: "C", basis: .estimated, source: "air of 24 to 27 C at the racks less the approach of the coil",
    low: 17, high: 27)
  /// Air to water in a dry cooler.
  package var dryApproachK = Quantity(
    6, unit: "K", basis: .estimated, source: "5 to 8 K in a generous dry cooler; no data sheet was read",
    low: 5,
    high: 10)
  /// What wetted pads take off the air at the design dry-bulb temperature.
  package var adiabaticDropK = Quantity(
    8, unit: "K", basis: .estimated, source: "some 60 % of the way to the wet bulb of a hot French day",
    low: 5,
    high: 12)
  /// Dry-bulb less wet-bulb temperature at the design dry-bulb temperature.
  package var wetBulbDepressionK = Quantity(
    14, unit: "K", basis: .estimated, source: "35 C at 30 % humidity has a wet bulb of about 21 C", low: 10,
    high: 16)
  /// Wet bulb to water in a cooling tower.
  package var towerApproachK = Quantity(
    4, unit: "K", basis: .estimated, source: "3 to 5 K in usual towers; no data sheet was read", low: 3,
    high: 6)
  /// Heat that one outdoor unit rejects: dry or adiabatic cooler, tower or chiller.
  package var rejectionUnitKW = Quantity(
    1_000, unit: "kW", basis: .estimated, source: "a usual size; makers sell 0.2 to 2 MW", low: 500,
    high: 2_000)
  /// Outdoor units that share one spare.
  package var rejectionGroup = Quantity(
    8, unit: "count", basis: .estimated, source: "n+1 a block; a planner's choice", low: 4, high: 12)
  /// Water of a tower for the heat that it rejects.
  package var towerWaterLPerKWh = Quantity(
    1.8, unit: "l/kWh", basis: .derived,
    source:
      "evaporation of flow times cooling range over 600 K (https://kuehltuerme-deutschland.de/en/wissenswertes/"
      + "?name_directory_startswith=E) is 1.44 l/kWh; blow-down at five cycles adds a quarter", low: 1.44,
    high: 2.9)
  /// Water of an adiabatic cooler for the heat rejected while its pads are wet.
  package var adiabaticWaterLPerKWh = Quantity(
    1, unit: "l/kWh", basis: .estimated,
    source: "part of the heat only leaves by evaporation; between dry and tower",
    low: 0.4, high: 1.8)
  /// Hours of a month far from its mean: half the spread of hourly temperatures beyond the daily half-range.
  package var weatherSpreadK = Quantity(
    7, unit: "K", basis: .estimated, source: "day-to-day swing about the monthly mean; a planner's choice",
    low: 5,
    high: 10)
  /// Half the difference between the hottest and the coldest month.
  package var seasonalHalfRangeC = Quantity(
    8.1, unit: "C", basis: .derived,
    source:
      "half the median range of monthly means at 15 French towns, Brest 10.2 to Lyon, Grenoble and Strasbourg "
      + "18.6 C: https://fbertran.github.io/homepage/enseignement/Master1_2020/temperature.txt", low: 5.1,
    high: 9.3)
  /// Half the mean difference between the highest and the lowest temperature of a day.
  package var dailyHalfRangeC = Quantity(
    4.6, unit: "C", basis: .derived,
    source: "median of 95 French towns, Météo-France normals 1991-2020", low: 2.5, high: 7.4)
  /// Design dry-bulb temperature above the mean daily maximum of the hottest month.
  package var designMarginC = Quantity(
    10, unit: "C", basis: .estimated,
    source: "Paris 25 C in July, plant usually made for 35 C; records are higher",
    low: 6, high: 17)
  /// Rise of the PUE with the outside temperature.
  package var puePerDegC = Quantity(
    0.01, unit: "1/C", basis: .estimated,
    source:
      "a planner's choice, the slope that the scenario of the French sites takes; no measured slope was found",
    low: 0, high: 0.02)
  /// Water that fills the loops once, for each MW of heat to liquid.
  package var firstFillM3PerMW = Quantity(
    20, unit: "m3/MW", basis: .estimated,
    source:
      "Fairwater tells of one fill as large as the yearly use of 20 homes: some 8,000 m3 in 350 MW, at 1.1 m3 "
      + "a day and home", low: 5, high: 30)
  /// Share of the heat to liquid that a heat network can take over the year.
  package var reusableShare = Quantity(
    0.5, unit: "", basis: .estimated,
    source: "heat is wanted in the cold half of the year; a planner's choice", low: 0,
    high: 0.9)
  /// Price of a coolant distribution unit, to weigh the items of the cooling line.
  package var cduEUR = Quantity(
    200_000, unit: "EUR", basis: .estimated, source: "order of size only; no price list found")
  /// Price of an air handler, to weigh the items of the cooling line.
  package var airHandlerEUR = Quantity(
    60_000, unit: "EUR", basis: .estimated, source: "order of size only; no price list found")
  /// Price of a dry or adiabatic cooler or tower, to weigh the items of the cooling line.
  package var coolerEURPerKW = Quantity(
    100, unit: "EUR/kW", basis: .estimated, source: "order of size only; no price list found")
  /// Price of a chiller, to weigh the items of the cooling line.
  package var chillerEURPerKW = Quantity(
    250, unit: "EUR/kW", basis: .estimated, source: "order of size only; no price list found")

  /// The defaults.
  package init() {}
}
