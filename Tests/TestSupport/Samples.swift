// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Planning
package import Quantities
package import Sites

/// Round parameters for tests; no test may take them for facts.
package enum Samples {
  /// A figure of a test.
  package static func figure(
    _ value: Double, _ unit: String = "", low: Double? = nil, high: Double? = nil
  ) -> Quantity {
    Quantity(value, unit: unit, basis: .estimated, source: "test", low: low, high: high)
  }

  /// A day of decision.
  package static let decision = CalendarDay(year: 2026, month: 1, day: 1) ?? .firstOfCalendar

  /// Steps that take no time, so that a site is in service when its connection is.
  package static let instant: ScheduleAssumptions = {
    var instant = ScheduleAssumptions()
    instant.transformerWeeks.value = 0
    instant.orderMonths.value = 0
    instant.permitMonths.value = 0
    instant.constructionMonths.value = 0
    instant.systemMonths.value = 0
    instant.commissioningMonths.value = 0
    return instant
  }()

  /// Two connection classes.
  package static let grid = GridParameters(
    usableShare: figure(1),
    routeFactor: figure(1.2),
    connections: [
      ConnectionClass(
        voltageKV: 225, maxMW: figure(240, "MW"), maxKm: figure(20, "km"),
        fixedEUR: figure(10e6, "EUR"), eurPerKm: figure(2e6, "EUR/km"), eurPerMW: figure(50_000, "EUR/MW"),
        leadTimeYears: figure(4, "year", low: 3, high: 5)),
      ConnectionClass(
        voltageKV: 400, maxMW: figure(1_000, "MW"), maxKm: figure(30, "km"),
        fixedEUR: figure(40e6, "EUR"), eurPerKm: figure(5e6, "EUR/km"), eurPerMW: figure(50_000, "EUR/MW"),
        leadTimeYears: figure(5, "year", low: 3, high: 7)),
    ],
    zoneRadiusKm: figure(25, "km"),
    rampYears: figure(2, "year"))

  /// Estimate parameters.
  package static let estimates: EstimateParameters = {
    var e = EstimateParameters()
    e.use = .middle
    e.powerMWPerHa = figure(5, "MW/ha", low: 2, high: 17)
    e.power225MW = figure(100, "MW", low: 50, high: 200)
    e.power400MW = figure(300, "MW", low: 200, high: 1_000)
    e.powerDistributionMW = figure(30, "MW", low: 10, high: 50)
    e.besideKm = figure(15, "km")
    e.fastTrackYear = figure(2028, "year", low: 2028, high: 2029)
    e.pueReference = figure(1.15, low: 1.1, high: 1.25)
    e.pueReferenceTemperatureC = figure(12, "degC")
    e.puePerDegC = figure(0.01, "1/degC")
    return e
  }()

  /// Figures behind computed site inputs.
  package static let derivedInputs: DerivedInputParameters = {
    var e = DerivedInputParameters()
    e.freeCoolingABelowC = figure(10, "degC")
    e.freeCoolingBBelowC = figure(15, "degC")
    e.freeCoolingCBelowC = figure(20, "degC")
    e.seismicCostSharePerZone = figure(0.01, low: 0, high: 0.02)
    e.floodCostSharePerClass = figure(0.002)
    e.fireCostSharePerClass = figure(0)
    e.connectionReferenceMW = figure(80, "MW")
    e.fibreRouteFactor = figure(1.5, low: 1.2, high: 2)
    e.fibreGroupIndex = figure(1.5, low: 1.4, high: 1.5)
    return e
  }()

  /// Prices.
  package static let costs = CostParameters(
    energyEURPerMWh: figure(70, "EUR/MWh"), exciseEURPerMWh: figure(10, "EUR/MWh"),
    fixedOMEURPerITMWYear: figure(100_000, "EUR/MW"))
}
