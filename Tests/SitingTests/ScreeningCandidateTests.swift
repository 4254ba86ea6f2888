// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport
import Testing

@Suite("A site that is screened out is no candidate")
struct ScreeningCandidateTests {
  private let block = ClusterOption(
    skuID: "sku", gpus: 576, systems: 8, racks: 8, systemsMW: 1.1, itMW: 1.2, averageITMW: 0.9,
    liquidShare: 0.85, whiteSpaceM2: 40, landHa: 0.1, systemsCapexEUR: 20e6,
    networkAndStorageCapexEUR: 4e6, shellCapexEUR: 14e6,
    basis: ClusterBasis(
      capacity: .published, power: .published, energy: .estimated, space: .estimated, cost: .estimated))

  private func problem(_ rules: [ScreeningRule]?) throws -> SitingProblem {
    var table = try SiteTable(
      sites: ["a", "b", "c"].map { ($0, $0, SiteTable.Position(longitude: 2, latitude: 48)) })
    func add(_ attribute: SiteAttribute, _ values: [Double]) throws {
      try table.set(
        SiteTable.Column(
          name: attribute.rawValue, unit: attribute.unit,
          values: values.map { SiteValue(.number($0), basis: .derived, source: "test") }))
    }
    try add(.substation225Km, [5, 12, 70])
    try add(.substation400Km, [90, 90, 90])
    try add(.powerMaxMW, [50, 60, 70])
    try add(.connectionYear, [2026, 2026, 2026])
    let filled = try table.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    let parameters = SitingParameters(
      horizon: Horizon(
        years: [2026, 2027], discountRate: Samples.figure(0.05), operatingYearsAfter: 3,
        decisionDate: Samples.decision),
      demandGPUs: [2026: 576], skus: ["sku"], grid: Samples.grid, costs: Samples.costs,
      estimates: Samples.estimates)
    let excluded =
      try rules.map {
        try Screening(table: filled, parameters: ScreeningParameters(rules: $0)).exclusions
      } ?? []
    return try ProblemBuilder(
      table: filled, parameters: parameters, blocks: [block], screenedOut: excluded,
      schedule: Samples.instant
    ).problem()
  }

  @Test("It is excluded with value, basis, source and limit, beside every other reason")
  func excluded() throws {
    let found = try problem([
      ScreeningRule(name: "near", attribute: "substation_225_km", limit: ScreeningLimit(max: 10)),
      ScreeningRule(name: "large", attribute: "power_mw_max", limit: ScreeningLimit(min: 55)),
    ])
    #expect(found.sites.isEmpty)
    let reasons = found.exclusions.map { "\($0.siteID) \($0.rule): \($0.value), \($0.limit)" }
    #expect(
      reasons == [
        "a screened out: large: power_mw_max 50 MW (derived: test), at least 55 MW",
        "b screened out: near: substation_225_km 12 km (derived: test), at most 10 km",
        "c grid.connection distance: 225 kV at 70.0 km, 400 kV at 90.0 km, 225 kV within 20.0 km or 400 kV within 30.0 km",
        "c screened out: near: substation_225_km 70 km (derived: test), at most 10 km",
      ])
  }

  @Test("A screening that excludes no site gives the very problem that there is without one")
  func untouched() throws {
    let none = try problem(nil)
    #expect(none.sites.map(\.id) == ["a", "b"])
    #expect(try problem([]) == none)
    let loose = ScreeningRule(name: "r", attribute: "power_mw_max", limit: ScreeningLimit(min: 1))
    #expect(try problem([loose]) == none)
  }
}
