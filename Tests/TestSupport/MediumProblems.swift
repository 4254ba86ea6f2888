// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities

extension RandomProblems {
  /// A problem too large to enumerate and small enough for any solver: 8 to 14 sites, 2 or 3 years, 2 or 3
  /// skus, every rule, linear rules of every shape, a campus for training, objectives of every kind,
  /// infeasible ones included.
  package static func medium(seed: UInt64) -> SitingProblem {
    let problem = medium(seed: seed, sizeMost: 3, sitesMost: 14)
    // The most GPUs at any price is a packing that takes minutes to prove on many sites; fewer are drawn
    // then, and fewer years and skus.
    return problem.objectives[0].isMaximised ? medium(seed: seed, sizeMost: 2, sitesMost: 8) : problem
  }

  private static func medium(seed: UInt64, sizeMost: Int, sitesMost: Int) -> SitingProblem {
    var random = SeededGenerator(seed: (seed &+ 90_000) &* 0x9E37_79B9_7F4A_7C15)
    let calendar = (0..<Int.random(in: 2...sizeMost, using: &random)).map { 2026 + $0 }
    let blocks = (0..<Int.random(in: 2...sizeMost, using: &random)).map { block(index: $0, &random) }
    let siteCount = Int.random(in: 8...sitesMost, using: &random)
    let regions = (0..<3).map { "Region \($0)" }
    let sites = (0..<siteCount).map { mediumSite(index: $0, years: calendar, regions.count, &random) }
    func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    let zones = ["North", "South"].map { name in
      GridZone(name: name, headroomMW: calendar.map { _ in Double.random(in: 8...30, using: &random) })
    }
    var demand = 0
    let demands = calendar.map { _ in
      demand += Int.random(in: 0...10, using: &random) * 110
      return demand
    }
    let supply = blocks.map { block in
      calendar.map { _ in chance(5) ? Optional(block.gpus * Int.random(in: 3...14, using: &random)) : nil }
    }
    let operatingWeight = calendar.map { _ in Double.random(in: 0.5...3, using: &random) }
    let usableShare = chance(4) ? 0.9 : 1
    let hasShare = (0..<3).map { _ in chance(4) }
    var problem = SitingProblem(
      years: calendar, discountFactor: calendar.map { 1 - 0.05 * Double($0 - calendar[0]) },
      operatingWeight: operatingWeight,
      operatingYearsAfter: 2, sites: sites, exclusions: [],
      forcedSites: sites.filter { $0.decision == .forcedIn }.map(\.id), blocks: blocks, demandGPUs: demands,
      supplyGPUs: supply, zones: zones, regions: regions, usableShare: usableShare,
      sitesMax: chance(4) ? Int.random(in: 3...6, using: &random) : nil,
      campusMinITMW: chance(4) ? 1.5 : 0, regionShareMax: chance(4) ? 0.6 : nil,
      budgetEUR: chance(5) ? Double.random(in: 300e6...900e6, using: &random) : nil,
      budgetByYearEUR: calendar.map { _ in chance(8) ? Double.random(in: 200e6...600e6, using: &random) : nil
      },
      energyEURPerMWh: 80, fixedOMEURPerITMWYear: 100_000)
    addShares(to: &problem, hasShare)
    addRules(to: &problem, most: 4, scale: 3, &random)
    // A generator of their own, so that a problem drawn again seeks the same.
    var objectiveRandom = SeededGenerator(seed: (seed &+ 50_000) &* 0x9E37_79B9_7F4A_7C15)
    problem.objectives = objectives(of: problem, &objectiveRandom)
    return problem
  }

  /// A site of a small problem with one to three times the power and land, in one of two zones or in none.
  private static func mediumSite(
    index: Int, years: [Int], _ regionCount: Int, _ random: inout SeededGenerator
  ) -> CandidateSite {
    var site = site(index: index, years: years, regionCount, &random)
    let scale = Double.random(in: 1...3, using: &random)
    site.id = index < 10 ? "site0\(index)" : "site\(index)"
    site.zone = [nil, 0, 1].randomElement(using: &random) ?? nil
    site.powerMW = site.powerMW.map { $0 * scale }
    site.landHa *= scale
    for o in site.connections.indices { site.connections[o].capacityMW *= scale }
    // Fewer forced sites than in a small problem, where one in nine leaves most problems without any.
    if Int.random(in: 0..<3, using: &random) > 0 { site.decision = .open }
    return site
  }
}
