// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities

/// Finds the best plan of a small problem by trying every one, objective after objective. It reads the
/// problem alone: no model, no audit, no cost function of the planner is used, so that it can contradict all
/// three.
package struct BruteForcePlanner {
  /// Everything one decision for one site adds to the country's sums.
  private struct Choice {
    var isOpen: Bool
    /// Connection and year of energisation; -1 where there is none.
    var connection: Int
    var opens: Int
    var cost: Double
    var spent: [Double]
    var gpus: [Int]
    var gridMW: [Double]
    var blocks: [[Int]]
  }

  private let problem: SitingProblem
  private var choices: [[Choice]] = []
  private var best: Double?
  /// Best amounts of the objectives before the one that is sought.
  private var reached: [Double] = []

  /// Amount of the first objective in the best plan, or nil when there is none.
  package static func optimum(of problem: SitingProblem) -> Double? {
    var planner = BruteForcePlanner(problem)
    planner.search(site: 0, picked: [])
    return planner.best
  }

  /// Best amounts of all objectives, one after the other within the tolerances, or nil when there is no plan.
  package static func optima(of problem: SitingProblem) -> [Double]? {
    var planner = BruteForcePlanner(problem)
    for _ in problem.objectives {
      planner.best = nil
      planner.search(site: 0, picked: [])
      guard let best = planner.best else { return nil }
      planner.reached.append(best)
    }
    return planner.reached
  }

  private init(_ problem: SitingProblem) {
    self.problem = problem
    choices = problem.sites.indices.map { choices(site: $0) }
  }

  /// Every decision that a site allows when looked at alone.
  private func choices(site i: Int) -> [Choice] {
    let site = problem.sites[i]
    let years = problem.years.count
    let zeros = Array(repeating: 0.0, count: years)
    var found: [Choice] = []
    if site.decision == .open {
      found.append(
        Choice(
          isOpen: false, connection: -1, opens: -1, cost: 0, spent: zeros,
          gpus: Array(repeating: 0, count: years),
          gridMW: zeros,
          blocks: Array(repeating: Array(repeating: 0, count: years), count: problem.blocks.count)))
    }
    let sequences = problem.blocks.map { block in
      monotone(upTo: Int(5 / block.itMW), years: years).filter { counts in
        counts.indices.allSatisfy { t in
          let year = problem.years[t]
          let isOnSale = year >= block.firstYear ?? year && year <= block.lastYear ?? year
          return isOnSale || counts[t] == (t > 0 ? counts[t - 1] : 0)
        }
      }
    }
    for (o, option) in site.connections.enumerated() {
      for t in 0..<years where problem.years[t] >= option.firstYear {
        for first in sequences[0] {
          for second in sequences.count > 1 ? sequences[1] : [[]] {
            let blocks = second.isEmpty ? [first] : [first, second]
            if var choice = evaluate(site: site, option: option, opens: t, blocks: blocks) {
              choice.connection = o
              found.append(choice)
            }
          }
        }
      }
    }
    return found
  }

  /// Every never-decreasing sequence of counts.
  private func monotone(upTo most: Int, years: Int) -> [[Int]] {
    var sequences: [[Int]] = [[]]
    for _ in 0..<years {
      sequences = sequences.flatMap { head in ((head.last ?? 0)...most).map { head + [$0] } }
    }
    return sequences
  }

  private func evaluate(
    site: CandidateSite, option: ConnectionOption, opens: Int, blocks: [[Int]]
  ) -> Choice? {
    let years = problem.years.count
    var choice = Choice(
      isOpen: true, connection: 0, opens: opens, cost: 0,
      spent: Array(repeating: 0, count: years), gpus: Array(repeating: 0, count: years),
      gridMW: Array(repeating: 0, count: years), blocks: blocks)
    var contractedMW = 0.0
    for t in 0..<years {
      var itMW = 0.0
      var landHa = 0.0
      for (k, block) in problem.blocks.enumerated() {
        let count = Double(blocks[k][t])
        let added = count - Double(t > 0 ? blocks[k][t - 1] : 0)
        let price =
          block.systemsCapexEUR + block.networkAndStorageCapexEUR + block.shellCapexEUR * site.shellCostFactor
        itMW += count * block.itMW
        landHa += count * block.landHa
        choice.gpus[t] += blocks[k][t] * block.gpus
        choice.spent[t] += added * price
        choice.cost += added * price * problem.discountFactor[t]
        let running =
          block.averageITMW * site.pue * 8_760 * problem.energyEURPerMWh
          + block.itMW * problem.fixedOMEURPerITMWYear
        choice.cost += count * running * problem.operatingWeight[t]
      }
      let gridMW = itMW * site.pue
      choice.gridMW[t] = gridMW
      var limitMW = 0.0
      if t >= opens {
        // What the connection has grown to since it was energised, and what the site has this year.
        let age = Double(problem.years[t] - problem.years[opens])
        let grownMW = option.ramp.map { $0.firstMW + $0.mwPerYear * age } ?? .infinity
        limitMW = min(grownMW, option.capacityMW, site.powerMW[t]) * problem.usableShare
        let neededMW = max(option.leastMW, gridMW / problem.usableShare)
        let price = (t == opens ? option.fixedEUR : 0) + option.eurPerMW * (neededMW - contractedMW)
        contractedMW = neededMW
        choice.spent[t] += price
        choice.cost += price * problem.discountFactor[t]
      }
      if gridMW > limitMW + 1e-9 || landHa > site.landHa + 1e-9 { return nil }
      if t >= opens, itMW < problem.campusMinITMW - 1e-9 { return nil }
    }
    return choice
  }

  private mutating func search(site i: Int, picked: [Choice]) {
    if i == problem.sites.count {
      let amount = amount(of: problem.objectives[reached.count], picked)
      let sign = problem.objectives[reached.count].isMaximised ? -1.0 : 1.0
      if let best, sign * amount >= sign * best { return }
      if satisfiesCountry(picked), satisfiesRules(picked), keepsObjectives(picked) { best = amount }
      return
    }
    for choice in choices[i] { search(site: i + 1, picked: picked + [choice]) }
  }

  /// How much of a quantity a plan has by the end of a year.
  private func count(_ quantity: LinearRule.Quantity, _ t: Int, _ picked: [Choice]) -> Double {
    switch quantity {
    case .blocks(let i, let k): return Double(picked[i].blocks[k][t])
    case .connectedBlocks(let i, let k, let through):
      return through.contains(picked[i].connection) ? Double(picked[i].blocks[k][t]) : 0
    case .national(let k):
      var all = 0
      for choice in picked { all += choice.blocks[k][t] }
      return Double(all)
    case .contracted(let i, let through):
      guard let first = through.first, through.contains(picked[i].connection) else { return 0 }
      let leastMW = problem.sites[i].connections[first].leastMW
      return max(leastMW, picked[i].gridMW[t] / problem.usableShare) - leastMW
    case .open(let i): return picked[i].isOpen && picked[i].opens <= t ? 1 : 0
    case .energised(let i, let o):
      return picked[i].isOpen && picked[i].connection == o && picked[i].opens <= t ? 1 : 0
    }
  }

  private func total(_ terms: [LinearRule.Term], _ picked: [Choice]) -> Double {
    var sum = 0.0
    for term in terms { sum += term.coefficient * count(term.quantity, term.year, picked) }
    return sum
  }

  /// By how much a linear rule is violated.
  private func violation(_ rule: LinearRule, _ picked: [Choice]) -> Double {
    let sum = rule.constant + total(rule.terms, picked)
    let whole = rule.reference.isEmpty ? 1 : total(rule.reference, picked)
    var violation = 0.0
    if let least = rule.atLeast { violation = max(violation, least * whole - sum) }
    if let most = rule.atMost { violation = max(violation, sum - most * whole) }
    return violation
  }

  private func lacksCampus(_ picked: [Choice]) -> Bool {
    guard let campus = problem.trainingCampus else { return false }
    return !picked.contains { $0.gpus[campus.year] >= campus.gpus }
  }

  private func amount(of objective: Objective, _ picked: [Choice]) -> Double {
    var sum = total(objective.terms, picked)
    guard objective.countsCost else { return sum }
    for choice in picked { sum += choice.cost }
    for rule in problem.linearRules {
      guard let price = rule.penaltyEURPerUnit else { continue }
      let years = (rule.terms + rule.reference).map(\.year)
      sum += price * violation(rule, picked) * problem.discountFactor[years.max() ?? 0]
    }
    if let campus = problem.trainingCampus, let price = campus.penaltyEUR, lacksCampus(picked) {
      sum += price * problem.discountFactor[campus.year]
    }
    return sum
  }

  private func satisfiesRules(_ picked: [Choice]) -> Bool {
    if problem.trainingCampus?.penaltyEUR == nil, lacksCampus(picked) { return false }
    return problem.linearRules.allSatisfy { $0.penaltyEURPerUnit != nil || violation($0, picked) <= 1e-6 }
  }

  private func keepsObjectives(_ picked: [Choice]) -> Bool {
    for (objective, best) in zip(problem.objectives, reached) {
      let found = amount(of: objective, picked)
      let room = objective.tolerance * best.magnitude + 1e-7 * max(1, best.magnitude)
      if objective.isMaximised ? found < best - room : found > best + room { return false }
    }
    return true
  }

  /// The rules that tie sites together.
  private func satisfiesCountry(_ picked: [Choice]) -> Bool {
    if let most = problem.sitesMax, picked.filter(\.isOpen).count > most { return false }
    var total = 0.0
    for t in problem.years.indices {
      let gpus = picked.map { Double($0.gpus[t]) }
      let all = gpus.reduce(0, +)
      var served = all
      for fleet in problem.existing where fleet.serves && fleet.year <= problem.years[t] {
        served += Double(fleet.gpus)
      }
      if served < Double(problem.demandGPUs[t]) { return false }
      func share(_ include: (CandidateSite) -> Bool) -> Double {
        zip(problem.sites, gpus).reduce(0) { include($1.0) ? $0 + $1.1 : $0 }
      }
      if let most = problem.regionShareMax {
        for r in problem.regions.indices where share({ $0.region == r }) > most * all + 1e-6 { return false }
      }
      for (z, zone) in problem.zones.enumerated() {
        let drawn = zip(problem.sites, picked).reduce(0.0) {
          $1.0.zone == z ? $0 + $1.1.gridMW[t] : $0
        }
        if drawn > zone.headroomMW[t] + 1e-9 { return false }
      }
      for (k, block) in problem.blocks.enumerated() {
        let delivered = picked.reduce(0) { $0 + $1.blocks[k][t] } * block.gpus
        if let limit = problem.supplyGPUs[k][t], delivered > limit { return false }
      }
      let spent = picked.reduce(0.0) { $0 + $1.spent[t] }
      total += spent
      if let limit = problem.budgetByYearEUR[t], spent > limit + 1e-3 { return false }
    }
    if let limit = problem.budgetEUR, total > limit + 1e-3 { return false }
    return true
  }
}
