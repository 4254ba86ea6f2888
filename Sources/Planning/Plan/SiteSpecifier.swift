// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import PlanningModel
import Quantities
import Sites

/// Hands what a plan knows of a site to the detailed design of its cluster: climate, connection, prices.
///
/// Prices are the plan's, so that the ledger of a design and the money of the plan are the same where they
/// count the same thing.
package struct SiteSpecifier: Sendable, Equatable {
  /// Figures and choices of the design.
  package var basis: DesignBasis
  /// Rise of the PUE with the outside temperature, 1/C; nil for the assumption of the design.
  package var puePerDegC: Double?
  /// Discount rate of the plan, share a year; nil for the assumption of the design.
  package var discountRate: Double?

  /// What the designs of a plan rest on beside its problem.
  package init(
    assumptions: DesignAssumptions = DesignAssumptions(), puePerDegC: Double? = nil,
    discountRate: Double? = nil
  ) {
    basis = DesignBasis(assumptions)
    self.puePerDegC = puePerDegC
    self.discountRate = discountRate
  }

  /// The conditions of one site.
  ///
  /// - Throws: `SizingError` for a climate out of range.
  func conditions(
    site: CandidateSite, placed: Placement.Site, costs: PlanCosts, table: SiteTable, problem: SitingProblem
  ) throws -> SpecificationConditions {
    var conditions = SpecificationConditions()
    if let row = table.row(of: site.id), let meanC = table.number(.meanTemperatureC, row: row) {
      conditions.climate = try SiteClimate(
        annualMeanC: meanC, meanDailyMaximumC: table.number(.maxTemperatureC, row: row),
        assumptions: basis.assumptions.cooling)
    }
    conditions.puePerDegC = puePerDegC
    conditions.shellCostFactor = site.shellCostFactor
    if let connection = placed.connection.map({ site.connections[$0] }) {
      conditions.connectionMW = connection.capacityMW > 0 ? connection.capacityMW : nil
      // Other voltages are those of distribution grids, which a design of this size does not hang on.
      if TransformerPlant.connectionVoltagesKV.contains(Double(connection.voltageKV)) {
        conditions.connectionKV = Double(connection.voltageKV)
      }
      conditions.ledger.connectionEUR = ValueBand(costs.connectionEUR)
      if let decision = problem.decisionDate {
        conditions.planned = PlannedSchedule(
          calendar: connection.calendar, phases: phases(placed, after: decision, in: problem))
      }
    }
    // The price of the problem holds the excise.
    conditions.ledger.energyEURPerMWh = ValueBand(problem.energyEURPerMWh)
    conditions.ledger.exciseEURPerMWh = ValueBand(0)
    conditions.ledger.fixedOMEURPerITMWYear = ValueBand(problem.fixedOMEURPerITMWYear)
    conditions.ledger.discountRate = discountRate.map { ValueBand($0) }
    return conditions
  }

  /// What runs at the end of each year of a plan in which something is added.
  private func phases(
    _ placed: Placement.Site, after decision: CalendarDay, in problem: SitingProblem
  ) -> [BuildPhase] {
    guard let connection = placed.connection, let opens = placed.opensYear else { return [] }
    var phases: [BuildPhase] = []
    for t in problem.years.indices {
      let gpus = placed.gpus(year: t, in: problem)
      guard gpus > (phases.last?.gpus ?? 0) else { continue }
      phases.append(
        BuildPhase(
          yearsAfterDecision: Double(problem.years[t] + 1) - decision.decimalYear,
          availableMW: problem.connectionMW(
            site: placed.site, connection: connection, year: t, openedIn: opens) * problem.usableShare,
          usedMW: placed.gridMW(year: t, in: problem),
          scalableUnits: placed.blocks.reduce(0) { $0 + $1[t] }, gpus: gpus))
    }
    return phases
  }
}
