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

/// Four sites that differ in the length of their connection alone, so that the cheapest plan of four blocks
/// takes the first two: three blocks fit each site, and `a` is nearer than `b`, `b` than `c`, `c` than `d`.
enum SiteRuleFixture {
  static let block = ClusterOption(
    skuID: "sku", gpus: 576, systems: 8, racks: 8, systemsMW: 1.1, itMW: 1.2, averageITMW: 0.9,
    liquidShare: 0.85, whiteSpaceM2: 40, landHa: 0.1, systemsCapexEUR: 20e6,
    networkAndStorageCapexEUR: 4e6, shellCapexEUR: 14e6,
    basis: ClusterBasis(
      capacity: .published, power: .published, energy: .estimated, space: .estimated, cost: .estimated))

  /// Kilometres of connection, owner country, whether an operator is named, departement, water in m3/MW,
  /// longitude, latitude.
  private static let rows: [(String, Double, String?, String, String, Double?, Double, Double)] = [
    ("a", 1, "US", "yes", "59", 100, 3.0, 50.0),
    ("b", 2, "FR", "yes", "59", 200, 3.0, 50.09),
    ("c", 4, nil, "no", "62", 50, 2.0, 45.0),
    ("d", 7, "FR|US", "yes", "13", nil, 5.0, 43.0),
  ]

  static func table() throws -> SiteTable {
    var table = try SiteTable(
      sites: rows.map { ($0.0, $0.0.uppercased(), SiteTable.Position(longitude: $0.6, latitude: $0.7)) })
    func add(_ name: String, _ unit: String, _ cells: [SiteValue.Content?]) throws {
      try table.set(
        SiteTable.Column(
          name: name, unit: unit,
          values: cells.map { cell in
            cell.map { SiteValue($0, basis: .published, source: "test") } ?? .missing("not in the test")
          }))
    }
    for attribute in SiteAttribute.allCases {
      try add(
        attribute.rawValue, attribute.unit,
        rows.map { row -> SiteValue.Content? in
          switch attribute {
          case .substation225Km: .number(row.1)
          case .substation225Name: .text("Substation \(row.0)")
          case .substation400Km: .number(90)
          case .connectionYear: .number(2026)
          case .powerMaxMW: .number(5)
          case .ownerCountry: row.2.map { .text($0) }
          case .operatorNamed: .text(row.3)
          case .departementCode: .text(row.4)
          default: nil
          }
        })
    }
    try add("water_m3_per_mw", "m3/MW", rows.map { row in row.5.map { .number($0) } })
    return table
  }

  static func builder(
    _ families: RuleFamilies, table: SiteTable? = nil, forceIn: [String] = []
  ) throws -> ProblemBuilder {
    let filled = try (table ?? self.table()).fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    var grid = Samples.grid
    grid.rampYears = Samples.figure(0)
    var parameters = SitingParameters(
      horizon: Horizon(
        years: [2026, 2027], discountRate: Samples.figure(0.05), operatingYearsAfter: 3,
        decisionDate: Samples.decision),
      demandGPUs: [2027: 4 * block.gpus], skus: ["sku"], grid: grid, costs: Samples.costs,
      estimates: Samples.estimates, forceIn: forceIn)
    parameters.families = families
    return ProblemBuilder(table: filled, parameters: parameters, blocks: [block], schedule: Samples.instant)
  }

  /// The problem with some rules.
  static func problem(_ change: (inout RuleFamilies) throws -> Void = { _ in }) throws -> SitingProblem {
    var families = RuleFamilies()
    try change(&families)
    return try builder(families).problem()
  }

  /// Everything that is wrong with some rules; empty when nothing is.
  static func findings(_ change: (inout RuleFamilies) throws -> Void) throws -> [String] {
    do {
      _ = try problem(change)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.description)
    }
  }

  /// The answer of the solver, whose audit must pass; nil where there is no plan.
  static func answer(_ problem: SitingProblem) throws -> PlanSearch.Answer? {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard answer.outcome.status == .optimal else { return nil }
    #expect(PlanAudit(of: answer.placement, in: problem).passed)
    return answer
  }

  /// Sites of the cheapest plan; nil where there is none.
  static func chosen(_ problem: SitingProblem) throws -> [String]? {
    try answer(problem)?.placement.sites.filter { $0.opensYear != nil }.map { problem.sites[$0.site].id }
  }

  /// Sites of the cheapest plan under some rules. The plan without them must break one of them, which the
  /// audit must see.
  static func chosen(_ change: (inout RuleFamilies) throws -> Void) throws -> [String]? {
    let ruled = try problem(change)
    let free = try problem()
    if free.sites == ruled.sites, let answer = try answer(free) {
      let audit = PlanAudit(of: answer.placement, in: ruled)
      #expect(!audit.passed, "the cheapest plan must break the rule")
    }
    return try chosen(ruled)
  }
}
