// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import PlanningModel
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
  /// Calendar year that lead times count from; nil where the assumption of the design holds.
  package var baseYear: Int?

  /// What the designs of a plan rest on beside its problem.
  package init(
    assumptions: DesignAssumptions = DesignAssumptions(), puePerDegC: Double? = nil,
    discountRate: Double? = nil, baseYear: Int? = nil
  ) {
    basis = DesignBasis(assumptions)
    self.puePerDegC = puePerDegC
    self.discountRate = discountRate
    self.baseYear = baseYear
  }

  /// The conditions of one site.
  ///
  /// - Throws: `SizingError` for a climate out of range.
  func conditions(
    site: CandidateSite, connection: ConnectionOption?, opensYear: Int?, table: SiteTable,
    problem: SitingProblem
  ) throws -> SpecificationConditions {
    var conditions = SpecificationConditions()
    if let row = table.row(of: site.id), let meanC = table.number(.meanTemperatureC, row: row) {
      conditions.climate = try SiteClimate(
        annualMeanC: meanC, meanDailyMaximumC: table.number(.maxTemperatureC, row: row),
        assumptions: basis.assumptions.cooling)
    }
    conditions.puePerDegC = puePerDegC
    conditions.shellCostFactor = site.shellCostFactor
    if let connection {
      conditions.connectionMW = connection.capacityMW > 0 ? connection.capacityMW : nil
      // Other voltages are those of distribution grids, which a design of this size does not hang on.
      if TransformerPlant.connectionVoltagesKV.contains(Double(connection.voltageKV)) {
        conditions.connectionKV = Double(connection.voltageKV)
      }
      conditions.ledger.connectionEUR = ValueBand(connection.costEUR)
    }
    if let baseYear, let opensYear {
      conditions.connectionYears = Double(min(max(0, opensYear - baseYear), 20))
    }
    // The price of the problem holds the excise.
    conditions.ledger.energyEURPerMWh = ValueBand(problem.energyEURPerMWh)
    conditions.ledger.exciseEURPerMWh = ValueBand(0)
    conditions.ledger.fixedOMEURPerITMWYear = ValueBand(problem.fixedOMEURPerITMWYear)
    conditions.ledger.discountRate = discountRate.map { ValueBand($0) }
    return conditions
  }
}
