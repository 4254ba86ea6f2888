// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
package import Quantities
package import Sites

/// Everything a planner decides or assumes apart from the sites and the hardware. Values are checked where
/// they are read; `ProblemBuilder` joins them with the site table.
package struct SitingParameters: Sendable, Equatable, Codable {
  /// Planning years and discounting.
  package var horizon: Horizon
  /// GPUs that must be in service at the end of a year; years not named carry the last target forward.
  package var demandGPUs: [Int: Int]
  /// Identifiers of the skus the planner allows, in order of the scenario.
  package var skus: [String]
  /// GPUs of a sku that can be delivered up to the end of a year, cumulative; absent years carry the last
  /// limit forward, absent skus are unlimited.
  package var supplyGPUs: [String: [Int: Int]]
  /// Grid connection.
  package var grid: GridParameters
  /// Limits on the portfolio.
  package var limits: PortfolioLimits
  /// Prices.
  package var costs: CostParameters
  /// Rules that fill missing site figures.
  package var estimates: EstimateParameters
  /// Sites that must be in the plan.
  package var forceIn: [String]
  /// Sites that must not be in the plan.
  package var forceOut: [String]
  /// Families of rules that compile to linear rules.
  package var families = RuleFamilies()
  /// GPUs in service whatever is decided.
  package var existing: [ExistingFleet] = []
  /// A campus for training that one site must hold; nil for none.
  package var trainingCampus: TrainingCampusDemand?
  /// What a plan minimises or maximises.
  package var objective = PlanningObjective()

  /// Everything a planner decides or assumes.
  package init(
    horizon: Horizon, demandGPUs: [Int: Int], skus: [String], supplyGPUs: [String: [Int: Int]] = [:],
    grid: GridParameters,
    limits: PortfolioLimits = PortfolioLimits(), costs: CostParameters, estimates: EstimateParameters,
    forceIn: [String] = [], forceOut: [String] = []
  ) {
    self.horizon = horizon
    self.demandGPUs = demandGPUs
    self.skus = skus
    self.supplyGPUs = supplyGPUs
    self.grid = grid
    self.limits = limits
    self.costs = costs
    self.estimates = estimates
    self.forceIn = forceIn
    self.forceOut = forceOut
  }
}

/// Planning years and discounting.
package struct Horizon: FieldSet, Equatable, Codable {
  /// Years in which something may be decided, ascending, without repeats.
  package var years: [Int]
  /// Real discount rate a year, as a ratio.
  package var discountRate: Quantity
  /// Years of operation after the last planning year whose running cost is counted.
  package var operatingYearsAfter: Int
  /// The day on which it is decided to build; every lead time counts from it.
  package var decisionDate: CalendarDay

  /// Planning years and discounting.
  package init(
    years: [Int], discountRate: Quantity = .unstated, operatingYearsAfter: Int, decisionDate: CalendarDay
  ) {
    self.years = years
    self.decisionDate = decisionDate
    self.discountRate = discountRate
    self.operatingYearsAfter = operatingYearsAfter
  }

  package static let fields: [Field<Horizon>] = [
    Field(
      "discount_rate", \.discountRate, unit: "", .upTo(0.5),
      meaning: "Real discount rate a year.")
  ]
}

/// Limits on the portfolio; nil states no rule.
package struct PortfolioLimits: Sendable, Equatable, Codable {
  /// Most sites opened over the horizon.
  package var sitesMax: Int?
  /// Smallest IT power an open site must hold, in MW.
  package var campusMinITMW: Double?
  /// Largest share of the GPUs in service that one region may hold.
  package var regionShareMax: Double?
  /// Largest undiscounted capital spending over the horizon, in EUR.
  package var budgetEUR: Double?
  /// Largest undiscounted capital spending in one year, in EUR.
  package var budgetByYearEUR: [Int: Double]

  /// Limits on the portfolio.
  package init(
    sitesMax: Int? = nil, campusMinITMW: Double? = nil, regionShareMax: Double? = nil,
    budgetEUR: Double? = nil, budgetByYearEUR: [Int: Double] = [:]
  ) {
    self.sitesMax = sitesMax
    self.campusMinITMW = campusMinITMW
    self.regionShareMax = regionShareMax
    self.budgetEUR = budgetEUR
    self.budgetByYearEUR = budgetByYearEUR
  }
}

/// Prices of running the plan; prices of hardware and buildings come with the cluster options.
package struct CostParameters: FieldSet, Equatable, Codable {
  /// Price of electricity without tax, in EUR/MWh.
  package var energyEURPerMWh: Quantity
  /// Excise tax on electricity, in EUR/MWh.
  package var exciseEURPerMWh: Quantity
  /// Yearly cost of fixed O&M, in EUR per MW of IT power and year.
  package var fixedOMEURPerITMWYear: Quantity

  /// Prices of running the plan.
  package init(
    energyEURPerMWh: Quantity = .unstated, exciseEURPerMWh: Quantity = .unstated,
    fixedOMEURPerITMWYear: Quantity = .unstated
  ) {
    self.energyEURPerMWh = energyEURPerMWh
    self.exciseEURPerMWh = exciseEURPerMWh
    self.fixedOMEURPerITMWYear = fixedOMEURPerITMWYear
  }

  package static let fields: [Field<CostParameters>] = [
    Field(
      "energy_eur_per_mwh", \.energyEURPerMWh, unit: "EUR/MWh", .upTo(10_000),
      meaning: "Price of electricity without tax."),
    Field(
      "excise_eur_per_mwh", \.exciseEURPerMWh, unit: "EUR/MWh", .upTo(1_000),
      meaning: "Excise tax on electricity."),
    Field(
      "fixed_om_eur_per_it_mw_year", \.fixedOMEURPerITMWYear, unit: "EUR/MW/year", .upTo(1e8),
      meaning: "Fixed operation and maintenance of a year for each MW of IT power.",
      formerly: ["fixed_opex_eur_per_it_mw_year"]),
  ]
}
