// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures

/// Everything a planner decides or assumes apart from the sites and the hardware. Values are checked where
/// they are read; `ProblemBuilder` joins them with the site table.
public struct SitingParameters: Sendable, Equatable, Codable {
  /// Planning years and discounting.
  public var horizon: Horizon
  /// GPUs that must be in service at the end of a year; years not named carry the last target forward.
  public var demandGPUs: [Int: Int]
  /// Identifiers of the skus the planner allows, in order of the scenario.
  public var skus: [String]
  /// GPUs of a sku that can be delivered up to the end of a year, cumulative; absent years carry the last
  /// limit forward, absent skus are unlimited.
  public var supplyGPUs: [String: [Int: Int]]
  /// Grid connection.
  public var grid: GridParameters
  /// Ownership and jurisdiction.
  public var sovereignty: SovereigntyParameters
  /// Limits on the portfolio.
  public var limits: PortfolioLimits
  /// Prices.
  public var costs: CostParameters
  /// Rules that fill missing site figures.
  public var estimates: EstimateParameters
  /// Sites that must be in the plan.
  public var forceIn: [String]
  /// Sites that must not be in the plan.
  public var forceOut: [String]
  /// Families of rules that compile to linear rules.
  public var families = RuleFamilies()
  /// A campus for training that one site must hold; nil for none.
  public var trainingCampus: TrainingCampusDemand?
  /// What a plan shall be best at.
  public var objective = PlanningObjective()

  /// Everything a planner decides or assumes.
  public init(
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
public struct Horizon: Sendable, Equatable, Codable {
  /// Years in which something may be decided, ascending, without repeats.
  public var years: [Int]
  /// Real discount rate a year, as a ratio.
  public var discountRate: Figure
  /// Years of operation after the last planning year whose running cost is counted.
  public var operatingYearsAfter: Int

  /// Planning years and discounting.
  public init(years: [Int], discountRate: Figure, operatingYearsAfter: Int) {
    self.years = years
    self.discountRate = discountRate
    self.operatingYearsAfter = operatingYearsAfter
  }
}

/// One way to connect a site: a voltage with its prices, limits and lead times.
public struct ConnectionClass: Sendable, Equatable, Codable {
  /// Nominal voltage in kV: 225 or 400.
  public var voltageKV: Int
  /// Largest power one connection of this voltage gives a site, in MW.
  public var maxMW: Figure
  /// Longest route considered, in km.
  public var maxKm: Figure
  /// Price of bays and transformers, in EUR a connection.
  public var fixedEUR: Figure
  /// Price of the line, in EUR per km of route.
  public var eurPerKm: Figure
  /// Price of shared works, in EUR per MW of connection.
  public var eurPerMW: Figure
  /// Years from the base year until energisation where no year is published.
  public var leadTimeYears: Figure

  /// One way to connect a site.
  public init(
    voltageKV: Int, maxMW: Figure, maxKm: Figure, fixedEUR: Figure, eurPerKm: Figure,
    eurPerMW: Figure, leadTimeYears: Figure
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
public struct GridParameters: Sendable, Equatable, Codable {
  /// Share of a connection that may be used, between 0 and 1.
  public var usableShare: Figure
  /// Route length over straight distance.
  public var routeFactor: Figure
  /// Ways to connect, ascending by voltage.
  public var connections: [ConnectionClass]
  /// Year from which lead times count.
  public var baseYear: Int
  /// Distance from the centre of a demand zone up to which a site draws on it, in km.
  public var zoneRadiusKm: Figure
  /// Free power of a demand zone by year in MW, replacing the layer's figure; years not named carry forward.
  public var zoneHeadroomMW: [String: [Int: Double]]
  /// Years from a site's first power to its full power where no steps are published.
  public var rampYears: Figure

  /// Grid connection.
  public init(
    usableShare: Figure, routeFactor: Figure, connections: [ConnectionClass], baseYear: Int,
    zoneRadiusKm: Figure, zoneHeadroomMW: [String: [Int: Double]] = [:], rampYears: Figure
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
public struct SovereigntyParameters: Sendable, Equatable, Codable {
  /// Smallest share on sites whose named owners and operators are all under EU law.
  public var euControlledShareMin: Double?
  /// Largest share on sites with an owner or operator from outside the EU.
  public var nonEUOwnerShareMax: Double?
  /// Smallest share on sites whose ownership meets the shareholding limits of a SecNumCloud-class service.
  public var secNumCloudClassShareMin: Double?

  /// Ownership and jurisdiction.
  public init(
    euControlledShareMin: Double? = nil, nonEUOwnerShareMax: Double? = nil,
    secNumCloudClassShareMin: Double? = nil
  ) {
    self.euControlledShareMin = euControlledShareMin
    self.nonEUOwnerShareMax = nonEUOwnerShareMax
    self.secNumCloudClassShareMin = secNumCloudClassShareMin
  }
}

/// Limits on the portfolio; nil states no rule.
public struct PortfolioLimits: Sendable, Equatable, Codable {
  /// Most sites opened over the horizon.
  public var sitesMax: Int?
  /// Smallest IT power an open site must hold, in MW.
  public var campusMinITMW: Double?
  /// Largest share of the GPUs in service that one region may hold.
  public var regionShareMax: Double?
  /// Largest undiscounted capital spending over the horizon, in EUR.
  public var budgetEUR: Double?
  /// Largest undiscounted capital spending in one year, in EUR.
  public var budgetByYearEUR: [Int: Double]

  /// Limits on the portfolio.
  public init(
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
public struct CostParameters: Sendable, Equatable, Codable {
  /// Price of electricity without tax, in EUR/MWh.
  public var energyEURPerMWh: Figure
  /// Excise tax on electricity, in EUR/MWh.
  public var exciseEURPerMWh: Figure
  /// Yearly cost of staff and maintenance, in EUR per MW of IT power and year.
  public var fixedOpexEURPerITMWYear: Figure

  /// Prices of running the plan.
  public init(
    energyEURPerMWh: Figure, exciseEURPerMWh: Figure, fixedOpexEURPerITMWYear: Figure
  ) {
    self.energyEURPerMWh = energyEURPerMWh
    self.exciseEURPerMWh = exciseEURPerMWh
    self.fixedOpexEURPerITMWYear = fixedOpexEURPerITMWYear
  }
}

/// Figures behind the rules that fill missing site attributes. Every filled value carries basis `estimated`.
public struct EstimateParameters: Sendable, Equatable, Codable {
  /// Grid power a hectare of site can carry, in MW/ha, with the range of real sites as its band.
  public var powerMWPerHa: Figure
  /// Power of a site without area beside a 225 kV substation, in MW.
  public var power225MW: Figure
  /// Power of a site without area beside a 400 kV substation, in MW.
  public var power400MW: Figure
  /// Power of a site without area far from both, in MW.
  public var powerDistributionMW: Figure
  /// Distance up to which a substation counts as beside the site, in km.
  public var besideKm: Figure
  /// First year of the RTE fast track for sites the ministry named.
  public var fastTrackYear: Figure
  /// Power usage effectiveness at the reference temperature, a ratio.
  public var pueReference: Figure
  /// Annual mean temperature at which `pueReference` holds, in degC.
  public var pueReferenceTemperatureC: Figure
  /// Increase of power usage effectiveness per degC of annual mean temperature.
  public var puePerDegC: Figure
  /// Figures behind the inputs that are computed from what layers give.
  public var derivedInputs: DerivedInputParameters

  /// Figures behind the rules that fill missing site attributes.
  public init(
    powerMWPerHa: Figure, power225MW: Figure, power400MW: Figure, powerDistributionMW: Figure,
    besideKm: Figure, fastTrackYear: Figure, pueReference: Figure,
    pueReferenceTemperatureC: Figure, puePerDegC: Figure,
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
