// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
package import PlanningModel
import Quantities

/// Seeded small planning problems that between them use every rule, infeasible ones included.
package enum RandomProblems {
  /// A problem small enough to enumerate.
  package static func small(seed: UInt64) -> SitingProblem {
    var random = SeededGenerator(seed: seed)
    let skuCount = Int.random(in: 1...2, using: &random)
    let siteCount = skuCount == 1 ? Int.random(in: 2...4, using: &random) : 2
    let years = Int.random(in: 1...2, using: &random)
    let calendar = (0..<years).map { 2026 + $0 * Int.random(in: 1...2, using: &random) }
    let blocks = (0..<skuCount).map { block(index: $0, &random) }
    let regionCount = 2
    let zones = [
      GridZone(
        name: "Zone", headroomMW: calendar.map { _ in Double.random(in: 2...9, using: &random) })
    ]
    let sites = (0..<siteCount).map { site(index: $0, years: calendar, regionCount, &random) }
    var demand = 0
    let demands = calendar.map { _ in
      demand += Int.random(in: 0...2, using: &random) * 110
      return demand
    }
    let chance = { (random: inout SeededGenerator) in Int.random(in: 0..<4, using: &random) == 0 }
    let supply = blocks.map { block in
      calendar.map { _ in chance(&random) ? Optional(block.gpus * Int.random(in: 1...4, using: &random)) : nil
      }
    }
    let forced = sites.filter { $0.decision == .forcedIn }.map(\.id)
    let operatingWeight = calendar.map { _ in Double.random(in: 0.5...3, using: &random) }
    let usableShare = chance(&random) ? 0.9 : 1
    let hasShare = (0..<3).map { _ in chance(&random) }
    var problem = SitingProblem(
      years: calendar,
      discountFactor: calendar.map { 1 - 0.05 * Double($0 - calendar[0]) },
      operatingWeight: operatingWeight,
      operatingYearsAfter: 2,
      sites: sites,
      exclusions: [],
      forcedSites: forced,
      blocks: blocks,
      demandGPUs: demands,
      supplyGPUs: supply,
      zones: zones,
      regions: (0..<regionCount).map { "Region \($0)" },
      usableShare: usableShare,
      sitesMax: chance(&random) ? Int.random(in: 1...2, using: &random) : nil,
      campusMinITMW: chance(&random) ? 1.5 : 0,
      regionShareMax: chance(&random) ? 0.7 : nil,
      budgetEUR: chance(&random) ? Double.random(in: 60e6...300e6, using: &random) : nil,
      budgetByYearEUR: calendar.map { _ in
        chance(&random) ? Double.random(in: 50e6...200e6, using: &random) : nil
      },
      energyEURPerMWh: 80,
      fixedOMEURPerITMWYear: 100_000)
    addShares(to: &problem, hasShare)
    return problem
  }

  /// Shares of the GPUs on sites under EU control, on those that are not, and on those of published figures,
  /// as far as the problem has each.
  static func addShares(to problem: inout SitingProblem, _ hasShare: [Bool]) {
    if hasShare[0] { addShare("eu", of: { $0.isEUControlled }, atLeast: 0.5, to: &problem) }
    if hasShare[1] { addShare("non-eu", of: { !$0.isEUControlled }, atMost: 0.6, to: &problem) }
    if hasShare[2] { addShare("published", of: { $0.basis == .published }, atLeast: 0.3, to: &problem) }
  }

  /// A share of the GPUs in every year, as `[[sovereignty.share]]` states it.
  package static func addShare(
    _ name: String, of include: (CandidateSite) -> Bool, atLeast: Double? = nil, atMost: Double? = nil,
    to problem: inout SitingProblem
  ) {
    let sites = problem.sites(where: include)
    for t in problem.years.indices {
      problem.linearRules.append(
        LinearRule(
          RuleFamilies.kind("sovereignty_share"), name: name, year: problem.years[t], unit: "GPU",
          terms: problem.gpus(on: sites, year: t), reference: problem.nationalGPUs(year: t),
          atLeast: atLeast, atMost: atMost))
    }
  }

  static func block(index: Int, _ random: inout SeededGenerator) -> ClusterOption {
    ClusterOption(
      skuID: "sku\(index)", gpus: [128, 192, 80][index], systems: 2, racks: 2,
      systemsMW: 0.9, itMW: Double.random(in: 0.8...1.3, using: &random), averageITMW: 0.8,
      liquidShare: 0.8, whiteSpaceM2: 100, landHa: Double.random(in: 0.1...0.4, using: &random),
      systemsCapexEUR: Double.random(in: 10e6...14e6, using: &random),
      networkAndStorageCapexEUR: 2e6, shellCapexEUR: 12e6,
      basis: ClusterBasis(
        capacity: .estimated, power: .estimated, energy: .estimated, space: .estimated, cost: .estimated))
  }

  static func site(
    index: Int, years: [Int], _ regionCount: Int, _ random: inout SeededGenerator
  ) -> CandidateSite {
    let eu = Bool.random(using: &random)
    let powerMW = Double.random(in: 1.5...5, using: &random)
    let first = Int.random(in: 2024...2026, using: &random)
    let connections = [225, 400].prefix(Int.random(in: 1...2, using: &random)).map { kilovolts in
      ConnectionOption(
        voltageKV: kilovolts, substation: "S", distanceKm: 3,
        capacityMW: kilovolts == 225 ? min(2.5, powerMW) : powerMW,
        firstYear: first + (kilovolts == 400 ? Int.random(in: 0...1, using: &random) : 0),
        fixedEUR: Double.random(in: 1e6...20e6, using: &random))
    }
    let full = years.map { $0 >= first ? powerMW : 0 }
    var site = CandidateSite(
      id: "site\(index)", region: Int.random(in: 0..<regionCount, using: &random),
      zone: Bool.random(using: &random) ? 0 : nil,
      landHa: Double.random(in: 0.3...1.2, using: &random), powerMW: full,
      pue: Double.random(in: 1.05...1.25, using: &random), shellCostFactor: [1, 1.1, 1.25][index % 3],
      isEUControlled: eu, connections: connections, decision: .open,
      basis: eu && Bool.random(using: &random) ? .published : .estimated)
    if Int.random(in: 0..<9, using: &random) == 0 { site.decision = .forcedIn }
    return site
  }
}
