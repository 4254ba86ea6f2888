// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

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
  /// Ownership and jurisdiction.
  package var sovereignty: SovereigntyParameters
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
  /// A campus for training that one site must hold; nil for none.
  package var trainingCampus: TrainingCampusDemand?
  /// What a plan shall be best at.
  package var objective = PlanningObjective()

  /// Everything a planner decides or assumes.
  package init(
    horizon: Horizon, demandGPUs: [Int: Int], skus: [String], supplyGPUs: [String: [Int: Int]] = [:],
    grid: GridParameters, sovereignty: SovereigntyParameters = SovereigntyParameters(),
    limits: PortfolioLimits = PortfolioLimits(), costs: CostParameters, estimates: EstimateParameters,
    forceIn: [String] = [], forceOut: [String] = []
  ) {
    self.horizon = horizon
    self.demandGPUs = demandGPUs
    self.skus = skus
    self.supplyGPUs = supplyGPUs
    self.grid = grid
    self.sovereignty = sovereignty
    self.limits = limits
    self.costs = costs
    self.estimates = estimates
    self.forceIn = forceIn
    self.forceOut = forceOut
  }
}

/// Planning years and discounting.
package struct Horizon: Sendable, Equatable, Codable {
  /// Years in which something may be decided, ascending, without repeats.
  package var years: [Int]
  /// Real discount rate a year, as a ratio.
  package var discountRate: Quantity
  /// Years of operation after the last planning year whose running cost is counted.
  package var operatingYearsAfter: Int

  /// Planning years and discounting.
  package init(years: [Int], discountRate: Quantity, operatingYearsAfter: Int) {
    self.years = years
    self.discountRate = discountRate
    self.operatingYearsAfter = operatingYearsAfter
  }
}

/// One way to connect a site: a voltage with its prices, limits and lead times.
package struct ConnectionClass: Sendable, Equatable, Codable {
  /// Nominal voltage in kV: 225 or 400.
  package var voltageKV: Int
  /// Largest power one connection of this voltage gives a site, in MW.
  package var maxMW: Quantity
  /// Longest route considered, in km.
  package var maxKm: Quantity
  /// Price of bays and transformers, in EUR a connection.
  package var fixedEUR: Quantity
  /// Price of the line, in EUR per km of route.
  package var eurPerKm: Quantity
  /// Price of shared works, in EUR per MW of connection.
  package var eurPerMW: Quantity
  /// Years from the base year until energisation where no year is published.
  package var leadTimeYears: Quantity

  /// One way to connect a site.
  package init(
    voltageKV: Int, maxMW: Quantity, maxKm: Quantity, fixedEUR: Quantity, eurPerKm: Quantity,
    eurPerMW: Quantity, leadTimeYears: Quantity
  ) {
    self.voltageKV = voltageKV
    self.maxMW = maxMW
    self.maxKm = maxKm
    self.fixedEUR = fixedEUR
    self.eurPerKm = eurPerKm
    self.eurPerMW = eurPerMW
    self.leadTimeYears = leadTimeYears
  }
}

/// Grid connection.
package struct GridParameters: Sendable, Equatable, Codable {
  /// Share of a connection that may be used, between 0 and 1.
  package var usableShare: Quantity
  /// Route length over straight distance.
  package var routeFactor: Quantity
  /// Ways to connect, ascending by voltage.
  package var connections: [ConnectionClass]
  /// Year from which lead times count.
  package var baseYear: Int
  /// Distance from the centre of a demand zone up to which a site draws on it, in km.
  package var zoneRadiusKm: Quantity
  /// Free power of a demand zone by year in MW, replacing the layer's figure; years not named carry forward.
  package var zoneHeadroomMW: [String: [Int: Double]]
  /// Years from a site's first power to its full power where no steps are published.
  package var rampYears: Quantity

  /// Grid connection.
  package init(
    usableShare: Quantity, routeFactor: Quantity, connections: [ConnectionClass], baseYear: Int,
    zoneRadiusKm: Quantity, zoneHeadroomMW: [String: [Int: Double]] = [:], rampYears: Quantity
  ) {
    self.usableShare = usableShare
    self.routeFactor = routeFactor
    self.connections = connections
    self.baseYear = baseYear
    self.zoneRadiusKm = zoneRadiusKm
    self.zoneHeadroomMW = zoneHeadroomMW
    self.rampYears = rampYears
  }
}

/// Ownership and jurisdiction. Shares are of the GPUs in service, between 0 and 1; nil states no rule.
package struct SovereigntyParameters: Sendable, Equatable, Codable {
  /// Smallest share on sites whose named owners and operators are all under EU law.
  package var euControlledShareMin: Double?
  /// Largest share on sites with an owner or operator from outside the EU.
  package var nonEUOwnerShareMax: Double?
  /// Smallest share on sites whose ownership meets the shareholding limits of a SecNumCloud-class service.
  package var secNumCloudClassShareMin: Double?

  /// Ownership and jurisdiction.
  package init(
    euControlledShareMin: Double? = nil, nonEUOwnerShareMax: Double? = nil,
    secNumCloudClassShareMin: Double? = nil
  ) {
    self.euControlledShareMin = euControlledShareMin
    self.nonEUOwnerShareMax = nonEUOwnerShareMax
    self.secNumCloudClassShareMin = secNumCloudClassShareMin
  }
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
package struct CostParameters: Sendable, Equatable, Codable {
  /// Price of electricity without tax, in EUR/MWh.
  package var energyEURPerMWh: Quantity
  /// Excise tax on electricity, in EUR/MWh.
  package var exciseEURPerMWh: Quantity
  /// Yearly cost of staff and maintenance, in EUR per MW of IT power and year.
  package var fixedOpexEURPerITMWYear: Quantity

  /// Prices of running the plan.
  package init(
    energyEURPerMWh: Quantity, exciseEURPerMWh: Quantity, fixedOpexEURPerITMWYear: Quantity
  ) {
    self.energyEURPerMWh = energyEURPerMWh
    self.exciseEURPerMWh = exciseEURPerMWh
    self.fixedOpexEURPerITMWYear = fixedOpexEURPerITMWYear
  }
}

/// Figures behind the rules that fill missing site attributes. Every filled value carries basis `estimated`.
package struct EstimateParameters: Sendable, Equatable, Codable {
  /// Grid power a hectare of site can carry, in MW/ha, with the range of real sites as its band.
  package var powerMWPerHa: Quantity
  /// Power of a site without area beside a 225 kV substation, in MW.
  package var power225MW: Quantity
  /// Power of a site without area beside a 400 kV substation, in MW.
  package var power400MW: Quantity
  /// Power of a site without area far from both, in MW.
  package var powerDistributionMW: Quantity
  /// Distance up to which a substation counts as beside the site, in km.
  package var besideKm: Quantity
  /// First year of the RTE fast track for sites the ministry named.
  package var fastTrackYear: Quantity
  /// Power usage effectiveness at the reference temperature, a ratio.
  package var pueReference: Quantity
  /// Annual mean temperature at which `pueReference` holds, in degC.
  package var pueReferenceTemperatureC: Quantity
  /// Increase of power usage effectiveness per degC of annual mean temperature.
  package var puePerDegC: Quantity
  /// Figures behind the inputs that are computed from what layers give.
  package var derivedInputs: DerivedInputParameters

  /// Figures behind the rules that fill missing site attributes.
  package init(
    powerMWPerHa: Quantity, power225MW: Quantity, power400MW: Quantity, powerDistributionMW: Quantity,
    besideKm: Quantity, fastTrackYear: Quantity, pueReference: Quantity,
    pueReferenceTemperatureC: Quantity, puePerDegC: Quantity,
    derivedInputs: DerivedInputParameters = .defaults
  ) {
    self.powerMWPerHa = powerMWPerHa
    self.power225MW = power225MW
    self.power400MW = power400MW
    self.powerDistributionMW = powerDistributionMW
    self.besideKm = besideKm
    self.fastTrackYear = fastTrackYear
    self.pueReference = pueReference
    self.pueReferenceTemperatureC = pueReferenceTemperatureC
    self.puePerDegC = puePerDegC
    self.derivedInputs = derivedInputs
  }
}
