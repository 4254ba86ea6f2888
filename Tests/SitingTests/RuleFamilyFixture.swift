// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport
import Testing

/// Tiny problems with round numbers for the families of rules: blocks of 100 GPUs and 1 MW, sites without
/// other limits.
enum RuleFamilyFixture {
  static let block = ClusterOption(
    skuID: "sku", gpus: 100, systems: 2, racks: 2, systemsMW: 0.9, itMW: 1, averageITMW: 0.5,
    liquidShare: 0.8,
    whiteSpaceM2: 100, landHa: 0.1, systemsCapexEUR: 10e6, networkAndStorageCapexEUR: 1e6,
    shellCapexEUR: 12e6,
    basis: ClusterBasis(
      capacity: .estimated, power: .estimated, energy: .estimated, space: .estimated, cost: .estimated))

  /// A connection to a substation.
  static func connection(_ substation: String, costEUR: Double, capacityMW: Double = 20) -> ConnectionOption {
    ConnectionOption(
      voltageKV: 225, substation: substation, distanceKm: 1, capacityMW: capacityMW, firstYear: 2026,
      fixedEUR: costEUR)
  }

  static func site(
    _ id: String, region: Int? = 0, zone: Int? = nil, pue: Double = 1.25, _ connections: ConnectionOption...
  ) -> CandidateSite {
    CandidateSite(
      id: id, region: region, zone: zone, landHa: 100, powerMW: [20, 20], pue: pue,
      // A block costs 0.12 MEUR more with each letter, so that no two plans are equally good.
      shellCostFactor: 1 + 0.01 * Double((id.utf8.first ?? 97) - 97), isEUControlled: true,
      connections: connections, decision: .open, basis: .estimated)
  }

  /// Three sites of which `a` is the cheapest and `c` the most expensive: regions North, North, South; zone Z
  /// for a and b.
  static let sites = [
    site("a", region: 0, zone: 0, connection("SUD", costEUR: 1e6)),
    site("b", region: 0, zone: 0, connection("SUD", costEUR: 2e6)),
    site("c", region: 1, connection("NORD", costEUR: 3e6)),
  ]

  static func problem(
    _ sites: [CandidateSite] = sites, years: [Int] = [2027, 2028], demandGPUs: [Int] = [400, 800],
    blocks: [ClusterOption] = [block]
  ) -> SitingProblem {
    SitingProblem(
      years: years, discountFactor: years.map { _ in 1 }, operatingWeight: years.map { _ in 1 },
      operatingYearsAfter: 3, sites: sites, exclusions: [], forcedSites: [], blocks: blocks,
      demandGPUs: demandGPUs, supplyGPUs: blocks.map { _ in years.map { _ in nil } },
      zones: [GridZone(name: "Z", headroomMW: years.map { _ in .infinity })], regions: ["North", "South"],
      usableShare: 1, sitesMax: nil, campusMinITMW: 0,
      regionShareMax: nil,
      budgetEUR: nil, budgetByYearEUR: years.map { _ in nil }, energyEURPerMWh: 80,
      fixedOMEURPerITMWYear: 100_000)
  }

  /// A table of the sites of a problem with some columns, one value a site.
  static func table(
    of problem: SitingProblem, _ columns: [(name: String, values: [SiteValue.Content])] = []
  ) throws -> SiteTable {
    var table = try SiteTable(
      sites: problem.sites.map { ($0.id, $0.id, SiteTable.Position(longitude: 2, latitude: 48)) })
    for column in columns {
      try table.set(
        SiteTable.Column(
          name: column.name, unit: "",
          values: column.values.map { SiteValue($0, basis: .published, source: "test") }))
    }
    return table
  }

  /// The rules of a family and what is wrong with it.
  static func compile(
    _ family: any RuleFamily, _ problem: SitingProblem = problem(),
    _ columns: [(name: String, values: [SiteValue.Content])] = []
  ) throws -> (rules: [LinearRule], findings: [String]) {
    var context = RuleContext(problem: problem, table: try table(of: problem, columns))
    let rules = family.linearRules(in: &context)
    return (rules, context.findings)
  }

  /// Blocks on each site at the end of each year of the cheapest plan, which must pass its audit; nil where
  /// there is no plan.
  static func blocks(_ problem: SitingProblem) throws -> [String: [Int]]? {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard answer.outcome.status == .optimal else { return nil }
    #expect(PlanAudit(of: answer.placement, in: problem).passed)
    var found: [String: [Int]] = [:]
    for placed in answer.placement.sites {
      var byYear = problem.years.map { _ in 0 }
      for counts in placed.blocks {
        for (year, count) in counts.enumerated() { byYear[year] += count }
      }
      if byYear.contains(where: { $0 > 0 }) { found[problem.sites[placed.site].id] = byYear }
    }
    return found
  }

  /// The plan with the rules of a family and nothing else.
  static func blocks(
    with family: any RuleFamily, _ problem: SitingProblem = problem(),
    _ columns: [(name: String, values: [SiteValue.Content])] = []
  ) throws -> [String: [Int]]? {
    let compiled = try compile(family, problem, columns)
    #expect(compiled.findings == [])
    var ruled = problem
    ruled.linearRules = compiled.rules
    return try blocks(ruled)
  }

  /// Which linear rules a placement breaks.
  static func broken(_ rules: [LinearRule], by placement: Placement, in problem: SitingProblem) -> [String] {
    var ruled = problem
    ruled.linearRules = rules
    let kinds = Set(rules.map(\.kind))
    return PlanAudit(of: placement, in: ruled).failures.filter { kinds.contains($0.rule.kind) }
      .map(\.rule.scope)
  }
}
