// SPDX-License-Identifier: GPL-3.0-or-later

/// What a site, or a planner without one, states about a cluster beside its size.
package struct SpecificationConditions: Sendable, Equatable {
  /// Temperatures of the site; nil for those of Paris.
  package var climate: SiteClimate?
  /// Rise of the PUE with the outside temperature, 1/C; nil for the assumption.
  package var puePerDegC: Double?
  /// Whether water may be evaporated on the site.
  package var allowsEvaporation = true
  /// Power of the grid connection, MW; nil where none is stated.
  package var connectionMW: Double?
  /// Voltage of the grid connection, 225 or 400 kV; nil where it follows from the power.
  package var connectionKV: Double?
  /// What is there already, and when the connection comes.
  package var readiness = SiteReadiness()
  /// What a plan has decided of the schedule; nil to build as fast as the power comes.
  package var planned: PlannedSchedule?
  /// Load that the floor bears, kg/m2; nil for the assumption.
  package var floorLimitKgPerM2: Double?
  /// Price of a building on the site over the general price; the one that the design was made with.
  package var shellCostFactor = 1.0
  /// Prices of the site or the plan.
  package var ledger = LedgerConditions()

  /// Nothing stated.
  package init() {}
}

extension SiteClimate {
  /// Paris, station Luxembourg: annual mean and means of the daily extremes, Météo-France normals 1991-2020.
  /// The climate of a cluster without a site.
  ///
  /// - Throws: `SizingError` for assumptions out of range.
  package static func paris(_ assumptions: CoolingAssumptions = CoolingAssumptions()) throws -> SiteClimate {
    try SiteClimate(
      annualMeanC: 13.3, meanDailyMaximumC: 17.3, meanDailyMinimumC: 9.2, assumptions: assumptions)
  }
}
