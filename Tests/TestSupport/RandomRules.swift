// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel

extension RandomProblems {
  /// A small problem with linear rules of every shape that a family compiles to, hard and soft, a campus
  /// for training, and objectives of every kind.
  package static func rich(seed: UInt64) -> SitingProblem {
    var problem = small(seed: seed)
    var random = SeededGenerator(seed: seed &+ 7_000)
    addRules(to: &problem, most: 3, scale: 1, &random)
    problem.objectives = objectives(of: problem, &random)
    return problem
  }

  /// Adds linear rules, hard and soft, and a campus for training. Absolute limits are those of a small
  /// problem times the scale.
  static func addRules(
    to problem: inout SitingProblem, most: Int, scale: Double, _ random: inout SeededGenerator
  ) {
    for family in families.shuffled(using: &random).prefix(Int.random(in: 0...most, using: &random)) {
      if var rule = rule(family, of: problem, scale: scale, &random) {
        rule.name = "test"
        if Int.random(in: 0..<3, using: &random) == 0 {
          rule.penaltyEURPerUnit = Double.random(in: 1e3...1e6, using: &random)
        }
        problem.linearRules.append(rule)
      }
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      problem.trainingCampus = TrainingCampus(
        gpus: Int.random(in: 100...500, using: &random),
        year: problem.years.indices.randomElement(using: &random) ?? 0,
        penaltyEUR: Bool.random(using: &random) ? Double.random(in: 1e6...50e6, using: &random) : nil)
    }
  }

  /// Shapes of rules, by a family that has that shape.
  package static let families = [
    "substation_headroom", "region_power", "ramp", "loss_of_site", "demand_it_mw", "inference_hub",
    "water_basin",
    "carbon_total", "heat_reuse", "exclusive", "requires", "sites_min", "sovereignty_share", "rule_sum",
  ]

  private static func rule(
    _ family: String, of problem: SitingProblem, scale: Double, _ random: inout SeededGenerator
  ) -> LinearRule? {
    let years = problem.years.indices
    let t = years.randomElement(using: &random) ?? 0
    let sites = problem.sites.indices
    let some = sites.filter { _ in Bool.random(using: &random) }
    func blocks(_ chosen: [Int], year: Int, _ weight: (Int, ClusterOption) -> Double) -> [LinearRule.Term] {
      var terms: [LinearRule.Term] = []
      for i in chosen {
        for (k, block) in problem.blocks.enumerated() {
          terms.append(LinearRule.Term(.blocks(site: i, sku: k), year: year, weight(i, block)))
        }
      }
      return terms
    }
    func national(year: Int, _ weight: (ClusterOption) -> Double) -> [LinearRule.Term] {
      problem.blocks.enumerated().map { LinearRule.Term(.national(sku: $0), year: year, weight($1)) }
    }
    let gridMW = { (i: Int, block: ClusterOption) in block.itMW * problem.sites[i].pue }
    var rule = LinearRule(RuleKind(family), year: problem.years[t], unit: "", terms: [])
    switch family {
    case "substation_headroom":
      rule.terms = some.map { LinearRule.Term(.energised(site: $0, connection: 0), year: t, 2) }
      rule.atMost = scale * Double.random(in: 1...5, using: &random)
    case "region_power":
      rule.terms = blocks(some, year: t, gridMW)
      rule.atMost = scale * Double.random(in: 1...6, using: &random)
    case "ramp":
      rule.terms = blocks(Array(sites), year: t, gridMW)
      if t > 0 { rule.terms += blocks(Array(sites), year: t - 1) { -gridMW($0, $1) } }
      rule.atMost = scale * Double.random(in: 1...6, using: &random)
    case "loss_of_site":
      guard let lost = sites.randomElement(using: &random) else { return nil }
      rule.terms = blocks(sites.filter { $0 != lost }, year: t) { Double($1.gpus) }
      rule.reference = national(year: t) { Double($0.gpus) }
      rule.atLeast = Double.random(in: 0.2...0.6, using: &random)
    case "demand_it_mw":
      rule.terms = national(year: t) { $0.itMW }
      rule.atLeast = scale * Double.random(in: 0.5...4, using: &random)
    case "inference_hub":
      rule.terms = blocks(some, year: t) { Double($1.gpus) }
      rule.atLeast = scale * Double.random(in: 50...400, using: &random)
    case "water_basin":
      rule.terms = blocks(some, year: t) { 1_000 * $1.itMW * problem.sites[$0].pue }
      rule.atMost = scale * Double.random(in: 500...5_000, using: &random)
    case "carbon_total":
      rule.year = nil
      for year in years { rule.terms += blocks(Array(sites), year: year) { 400 * gridMW($0, $1) } }
      rule.atMost = scale * Double.random(in: 500...5_000, using: &random)
    case "heat_reuse":
      rule.terms = blocks(some, year: t) { $1.itMW }
      rule.reference = national(year: t) { $0.itMW }
      rule.atLeast = Double.random(in: 0.1...0.8, using: &random)
    case "exclusive":
      rule.terms = sites.prefix(2).map { LinearRule.Term(.open(site: $0), year: t, 1) }
      rule.atMost = 1
    case "requires":
      rule.terms = [.init(.open(site: 1), year: t, 1), .init(.open(site: 0), year: t, -1)]
      rule.atLeast = 0
    case "sites_min":
      rule.terms = sites.map { LinearRule.Term(.open(site: $0), year: t, 1) }
      rule.atLeast = Double(Int.random(in: 1...2, using: &random)) * scale.rounded()
    case "sovereignty_share":
      rule.terms = blocks(some, year: t) { Double($1.gpus) }
      rule.reference = national(year: t) { Double($0.gpus) }
      rule.atLeast = Double.random(in: 0...0.3, using: &random)
      rule.atMost = Double.random(in: 0.5...1, using: &random)
    default:
      rule.terms = blocks(some, year: t) { Double($0 + 1) * Double($1.gpus) }
      rule.constant = Double.random(in: -100...100, using: &random)
      rule.atMost = scale * Double.random(in: 200...1_500, using: &random)
    }
    return rule
  }

  static func objectives(of problem: SitingProblem, _ random: inout SeededGenerator) -> [Objective] {
    let last = problem.yearCount - 1
    let most = Objective(
      name: "gpus", unit: "GPU", isMaximised: true,
      tolerance: [0, 0.05, 0.3].randomElement(using: &random) ?? 0, countsCost: false,
      terms: problem.blocks.enumerated().map { .init(.national(sku: $0), year: last, Double($1.gpus)) })
    var early = most
    early.name = "gpu_years"
    early.terms = problem.years.indices.flatMap { t in
      problem.blocks.enumerated().map { .init(.national(sku: $0), year: t, Double($1.gpus)) }
    }
    let fewest = Objective(
      name: "sites", unit: "site", isMaximised: false, countsCost: false,
      terms: problem.sites.indices.map { .init(.open(site: $0), year: last, 1) })
    var carbon = Objective(
      name: "carbon_t", unit: "t", isMaximised: false, tolerance: 0.1, countsCost: false)
    var weighted = Objective(name: "weighted_cost_eur", unit: "EUR", isMaximised: false, countsCost: true)
    for t in problem.years.indices {
      for (i, site) in problem.sites.enumerated() {
        for (k, block) in problem.blocks.enumerated() {
          carbon.terms.append(.init(.blocks(site: i, sku: k), year: t, 180 * block.averageITMW * site.pue))
          weighted.terms.append(.init(.blocks(site: i, sku: k), year: t, 2e5 * Double(i) - 3e5))
        }
      }
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return [most, .discountedCost]
    case 1: return [early]
    case 2: return [fewest, .discountedCost]
    case 3: return [carbon, fewest, .discountedCost]
    case 4: return [weighted]
    default: return [.discountedCost]
    }
  }
}
