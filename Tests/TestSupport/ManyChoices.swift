// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
package import PlanningModel
import Quantities
import Sites

extension RandomProblems {
  /// A problem in which up to 10 sites can choose between a common substation and one of their own or of a
  /// few, with the rules about substations, 5 to 9 overlapping hubs, and rules of every other shape: sizes on
  /// both sides of every number that a formulation might stop at. Some have no plan.
  ///
  /// - Throws: `SiteTableError` never in practice: identifiers are distinct.
  package static func manyChoices(seed: UInt64) throws -> SitingProblem {
    var random = SeededGenerator(seed: (seed &+ 300_000) &* 0x9E37_79B9_7F4A_7C15)
    func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    var problem = small(seed: seed)
    let count = chance(3) ? Int.random(in: 2...5, using: &random) : Int.random(in: 6...10, using: &random)
    let scale = Double(count) / 2
    problem.sites = (0..<count).map { index in
      var site = site(index: index, years: problem.years, problem.regions.count, &random)
      site.id = index < 10 ? "site0\(index)" : "site\(index)"
      site.decision = .open
      let powerMW = Double.random(in: 2...7, using: &random)
      site.powerMW = problem.years.map { _ in powerMW }
      site.landHa = Double.random(in: 0.6...2.5, using: &random)
      let other = chance(3) ? "C" : "B\(index)"
      let names = chance(8) ? ["A"] : chance(8) ? [other] : ["A", other]
      site.connections = names.enumerated().map { number, name in
        ConnectionOption(
          voltageKV: number == 0 ? 225 : 400, substation: name, distanceKm: 1,
          capacityMW: Double.random(in: 1...8, using: &random),
          firstYear: problem.years[0] + (chance(6) ? 1 : 0),
          fixedEUR: Double.random(in: 1e6...12e6, using: &random))
      }
      return site
    }
    problem.forcedSites = []
    var demand = 0
    problem.demandGPUs = problem.years.map { _ in
      demand += Int.random(in: 0...count, using: &random) * 110
      return demand
    }
    problem.supplyGPUs = problem.blocks.map { _ in problem.years.map { _ in nil } }
    for index in problem.zones.indices {
      problem.zones[index].headroomMW = problem.zones[index].headroomMW.map { $0 * scale }
    }
    problem.sitesMax = problem.sitesMax.map { $0 * count / 2 + 1 }
    problem.budgetEUR = problem.budgetEUR.map { $0 * 2 * scale }
    problem.budgetByYearEUR = problem.budgetByYearEUR.map { $0.map { $0 * 2 * scale } }
    let families = try families(for: problem, &random)
    problem.linearRules = families.rules
    addRules(to: &problem, most: 2, scale: scale, &random)
    problem.objectives = [.discountedCost]
    return problem
  }

  /// A small problem with rules of every shape, and one about the blocks of some sites while they have one of
  /// their connections: held from above, from below or from both sides, hard or soft.
  package static func connected(seed: UInt64) -> SitingProblem {
    var problem = rich(seed: seed)
    var random = SeededGenerator(seed: seed &+ 70_000)
    let t = problem.years.indices.randomElement(using: &random) ?? 0
    var rule = LinearRule(RuleKind("connected"), name: "test", year: problem.years[t], unit: "GPU", terms: [])
    for (i, site) in problem.sites.enumerated() where Int.random(in: 0..<4, using: &random) > 0 {
      let connection = site.connections.indices.randomElement(using: &random) ?? 0
      let sign = Int.random(in: 0..<4, using: &random) == 0 ? -1.0 : 1.0
      for (k, block) in problem.blocks.enumerated() {
        rule.terms.append(
          .init(
            .connectedBlocks(site: i, sku: k, connections: [connection]), year: t, sign * Double(block.gpus)))
      }
    }
    let side = Int.random(in: 0..<4, using: &random)
    if side != 1 { rule.atMost = Double.random(in: 0...500, using: &random) }
    if side == 1 || side == 2 { rule.atLeast = Double.random(in: -100...200, using: &random) }
    if let least = rule.atLeast, let most = rule.atMost { rule.atMost = max(least, most) }
    if Bool.random(using: &random) { rule.penaltyEURPerUnit = Double.random(in: 1e3...1e6, using: &random) }
    problem.linearRules.append(rule)
    return problem
  }

  /// Rules about substations, ramps and hubs, compiled as a scenario's are.
  private static func families(
    for problem: SitingProblem, _ random: inout SeededGenerator
  ) throws -> (rules: [LinearRule], hubs: Int) {
    func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    func price(_ most: Double) -> Double? { chance(3) ? Double.random(in: 1e3...most, using: &random) : nil }
    let count = Double(problem.sites.count)
    var table = try SiteTable(
      sites: problem.sites.map { ($0.id, $0.id, SiteTable.Position(longitude: 2, latitude: 48)) })
    var stated: [any RuleFamily] = []
    var grid = GridRules()
    if !chance(4) {
      let limit = YearlyLimit(
        value: count * Double.random(in: 0.2...1.6, using: &random), penaltyEURPerUnit: price(5e6))
      grid.substationHeadroomMW["A"] = limit
    }
    if chance(5) {
      grid.substationHeadroomMW["C"] = YearlyLimit(value: Double.random(in: 0...4, using: &random))
    }
    if chance(6) { grid.siteRampMWPerYear = YearlyLimit(value: Double.random(in: 1...4, using: &random)) }
    let known = Set(problem.sites.flatMap(\.connections).map(\.substation))
    grid.substationHeadroomMW = grid.substationHeadroomMW.filter { known.contains($0.key) }
    stated.append(grid)
    var resilience = ResilienceRules()
    if chance(2) {
      let share = Double.random(in: 0.1...0.7, using: &random)
      resilience.lossOfOneSubstationKeepsShare = YearlyLimit(value: share, penaltyEURPerUnit: price(2e5))
    }
    if chance(4) {
      resilience.lossOfOneSiteKeepsShare = YearlyLimit(value: Double.random(in: 0.1...0.6, using: &random))
    }
    stated.append(resilience)
    let hubs = chance(3) ? Int.random(in: 5...9, using: &random) : 0
    var demand = DemandRules()
    for hub in 0..<hubs {
      let near = problem.sites.indices.randomElement(using: &random) ?? 0
      let times = problem.sites.indices.map { $0 == near || chance(3) ? 1.0 : 9.0 }
      try table.set(
        SiteTable.Column(
          name: "latency_h\(hub)_rtt_ms", unit: "ms",
          values: times.map { SiteValue(.number($0), basis: .estimated, source: "test") }))
      let gpus = Double(Int.random(in: 0...150, using: &random))
      demand.inference.append(
        InferenceDemand(hub: "h\(hub)", latencyMs: 2, gpus: YearlyLimit(value: gpus)))
    }
    if hubs > 0 { stated.append(demand) }
    var context = RuleContext(problem: problem, table: table)
    let rules = stated.flatMap { $0.linearRules(in: &context) }
    precondition(context.findings.isEmpty, "\(context.findings)")
    return (rules, hubs)
  }
}
