// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Quantities
package import Sites

/// A complete instance of the planning question: which sites, on which connection, how many blocks of which
/// sku, in which year. Nothing is missing in it and nothing needs interpretation; it is all that the model
/// and the audit see.
///
/// Years are indices into `years` and run over the same range everywhere; so are skus (into `blocks`), zones
/// and regions.
package struct SitingProblem: Sendable, Equatable {
  /// Planning years, ascending.
  package var years: [Int]
  /// Value at the base year of one EUR spent in each year.
  package var discountFactor: [Double]
  /// Discounted number of operating years that the state at the end of each year stands for. The last year
  /// also stands for the operating years after the horizon.
  package var operatingWeight: [Double]
  /// Operating years after the horizon that count as the last planning year does.
  package var operatingYearsAfter: Int
  /// Candidate sites that may be chosen, in ascending order of identifier.
  package var sites: [CandidateSite]
  /// Sites that cannot be chosen, with every reason, in ascending order of identifier.
  package var exclusions: [SiteExclusion]
  /// Identifiers of the sites the planner has decided for, also those that cannot be chosen; ascending.
  package var forcedSites: [String]
  /// Blocks that may be placed, one a sku.
  package var blocks: [ClusterOption]
  /// GPUs that must be in service at the end of each year.
  package var demandGPUs: [Int]
  /// GPUs of each sku that can have been delivered by the end of each year; nil for no limit. `[sku][year]`.
  package var supplyGPUs: [[Int?]]
  /// Shared demand zones of the grid.
  package var zones: [GridZone]
  /// Names of the regions.
  package var regions: [String]
  /// Share of a connection that may be used.
  package var usableShare: Double
  /// Largest number of sites; nil for none.
  package var sitesMax: Int?
  /// Smallest IT power of an open site in MW; zero for none.
  package var campusMinITMW: Double
  /// Largest share of the GPUs in service in one region; nil for none.
  package var regionShareMax: Double?
  /// Largest undiscounted capital spending over the horizon in EUR; nil for none.
  package var budgetEUR: Double?
  /// Largest undiscounted capital spending in each year in EUR; nil for none.
  package var budgetByYearEUR: [Double?]
  /// Price of electricity with tax, in EUR/MWh.
  package var energyEURPerMWh: Double
  /// Yearly cost of fixed O&M, in EUR per MW of IT power.
  package var fixedOMEURPerITMWYear: Double

  /// Rules that are linear in what is decided, from every family that compiles to them, in report order.
  package var linearRules: [LinearRule] = []
  /// Tier of sovereignty of every site of the table, in its order, with what says so; empty where the
  /// scenario defines no tiers.
  package var sovereigntyStatuses: [SovereigntyStatus] = []

  /// A campus for training that one site must hold; nil for none.
  package var trainingCampus: TrainingCampus?
  /// What is sought, in order of importance.
  package var objectives: [Objective] = [.discountedCost]
  /// A siting that must be kept, so that only blocks are decided; nil where all is free.
  package var keptSiting: KeptSiting?
  /// Objectives that were sought before, while a later one is.
  package var objectiveLimits: [ObjectiveLimit] = []
  /// In which years the limits of planning years are written.
  package var statedYears = StatedYears()
  /// GPUs in service whatever is decided.
  package var existing: [ExistingFleet] = []
  /// The day from which lead times count; nil where none is known.
  package var decisionDate: CalendarDay?

  /// Number of planning years.
  package var yearCount: Int { years.count }

  /// Grid power that a connection gives a site at the end of a year, in MW: what the connection has grown to
  /// and what the site has that year. 0 before it is energised.
  ///
  /// - Parameters:
  ///   - t: Index of the year.
  ///   - opens: Index of the year in which the connection is energised.
  package func connectionMW(site i: Int, connection o: Int, year t: Int, openedIn opens: Int) -> Double {
    guard opens <= t else { return 0 }
    return min(
      sites[i].connections[o].capacityMW(yearsAfterOpening: years[t] - years[opens]), sites[i].powerMW[t])
  }

  /// Price of a building of one block of a sku on a site, in EUR: what natural hazards there make of the
  /// general price.
  package func shellEUR(site i: Int, sku k: Int) -> Double {
    blocks[k].shellCapexEUR * sites[i].shellCostFactor
  }

  /// Price of one block of a sku on a site, in EUR: systems, network and storage, building.
  package func capexEUR(site i: Int, sku k: Int) -> Double {
    blocks[k].itCapexEUR + shellEUR(site: i, sku: k)
  }

  /// What every plan spends on systems for the GPUs asked for, in discounted EUR: each new GPU at the lowest
  /// price of any sku, bought in the year that asks for it. Later purchases would be cheaper only if the
  /// demand came later.
  package var unavoidableEUR: Double {
    let cheapest = blocks.map { $0.itCapexEUR / Double($0.gpus) }.min() ?? 0
    var asked = 0
    var sum = 0.0
    for (t, demand) in demandGPUs.enumerated() {
      let needed = demand - existingGPUs(year: t)
      guard needed > asked else { continue }
      sum += Double(needed - asked) * cheapest * discountFactor[t]
      asked = needed
    }
    return sum
  }

  /// A complete instance; every list runs over the same years, skus, zones and regions.
  package init(
    years: [Int], discountFactor: [Double], operatingWeight: [Double], operatingYearsAfter: Int,
    sites: [CandidateSite], exclusions: [SiteExclusion], forcedSites: [String], blocks: [ClusterOption],
    demandGPUs: [Int], supplyGPUs: [[Int?]], zones: [GridZone], regions: [String], usableShare: Double,
    sitesMax: Int?, campusMinITMW: Double, regionShareMax: Double?,
    budgetEUR: Double?, budgetByYearEUR: [Double?], energyEURPerMWh: Double, fixedOMEURPerITMWYear: Double
  ) {
    self.years = years
    self.discountFactor = discountFactor
    self.operatingWeight = operatingWeight
    self.operatingYearsAfter = operatingYearsAfter
    self.sites = sites
    self.exclusions = exclusions
    self.forcedSites = forcedSites
    self.blocks = blocks
    self.demandGPUs = demandGPUs
    self.supplyGPUs = supplyGPUs
    self.zones = zones
    self.regions = regions
    self.usableShare = usableShare
    self.sitesMax = sitesMax
    self.campusMinITMW = campusMinITMW
    self.regionShareMax = regionShareMax
    self.budgetEUR = budgetEUR
    self.budgetByYearEUR = budgetByYearEUR
    self.energyEURPerMWh = energyEURPerMWh
    self.fixedOMEURPerITMWYear = fixedOMEURPerITMWYear
  }
}

/// A site that may be chosen.
package struct CandidateSite: Sendable, Equatable, Codable {
  /// Whether the planner has already decided.
  package enum Decision: String, Sendable, Codable {
    case open
    case forcedIn
  }

  /// Identifier in the site table.
  package var id: String
  /// Index into the problem's regions; nil when the region is unknown.
  package var region: Int?
  /// Index into the problem's zones; nil when the site draws on none.
  package var zone: Int?
  /// Land available, in ha.
  package var landHa: Double
  /// Grid power the site may draw at the end of each year, in MW.
  package var powerMW: [Double]
  /// Facility power over IT power.
  package var pue: Double
  /// Price of a building on this site over the general price; 1 where no hazard adds to it or none is known.
  package var shellCostFactor: Double
  /// Whether every owner and operator is under EU law, as far as their countries show, named or assumed.
  package var isEUControlled: Bool
  /// Ways to connect the site, ascending by voltage; never empty.
  package var connections: [ConnectionOption]
  /// Whether the planner has already decided.
  package var decision: Decision
  /// What the power, area, year and jurisdiction of the site rest on, the weakest first counted.
  package var basis: Basis

  /// A site that may be chosen.
  package init(
    id: String, region: Int?, zone: Int?, landHa: Double, powerMW: [Double], pue: Double,
    shellCostFactor: Double = 1, isEUControlled: Bool, connections: [ConnectionOption],
    decision: Decision, basis: Basis
  ) {
    self.id = id
    self.region = region
    self.zone = zone
    self.landHa = landHa
    self.powerMW = powerMW
    self.pue = pue
    self.shellCostFactor = shellCostFactor
    self.isEUControlled = isEUControlled
    self.connections = connections
    self.decision = decision
    self.basis = basis
  }
}

/// A shared demand zone of the grid.
package struct GridZone: Sendable, Equatable, Codable {
  /// Name of the zone.
  package var name: String
  /// Free power at the end of each year, in MW; infinite where none is known.
  package var headroomMW: [Double]

  /// A shared demand zone of the grid.
  package init(name: String, headroomMW: [Double]) {
    self.name = name
    self.headroomMW = headroomMW
  }
}
