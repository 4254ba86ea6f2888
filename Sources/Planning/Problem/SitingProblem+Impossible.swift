// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Quantities
import Sites

extension SitingProblem {
  /// What no plan can do, with numbers, as far as sums over the sites show it without a solve: nothing to
  /// choose from, a demand beyond all sites together, a site that is forced in and cannot be chosen. Empty
  /// does not mean that there is a plan.
  ///
  /// - Parameter tableSites: Number of sites in the table, excluded ones included.
  package func impossibilities(of tableSites: Int) -> [String] {
    if let nobody = noCandidate(of: tableSites) { return [nobody] }
    let most = MostOfSites(self)
    var found = forcedButExcluded()
    found += gpusBeyondSites(most)
    found += linearRules.compactMap { most.shortfall(of: $0) }
    if let campus = trainingCampus, campus.penaltyEUR == nil {
      let largest = sites.indices.map { (most.gpus[$0][campus.year], sites[$0].id) }.max { $0 < $1 }
      if let (gpus, id) = largest, gpus < Double(campus.gpus) {
        found.append(
          "demand.training_campus: \(RelaxationText.number(Double(campus.gpus))) GPUs on one site by \(years[campus.year]) are "
            + "asked for, and the largest, '\(id)', holds at most \(RelaxationText.number(gpus))")
      }
    }
    let forced = sites.filter { $0.decision == .forcedIn }.count
    if let limit = sitesMax, forced > limit {
      found.append("limits.sites_max: at most \(limit) sites, and sites.force_in forces \(forced) in")
    }
    return found
  }

  /// That no site can be chosen, with the rules that excluded most; nil where some can.
  ///
  /// - Parameter tableSites: Number of sites in the table.
  package func noCandidate(of tableSites: Int) -> String? {
    guard sites.isEmpty, tableSites > 0 else { return nil }
    var excluded: [String: Set<String>] = [:]
    for exclusion in exclusions { excluded[exclusion.rule, default: []].insert(exclusion.siteID) }
    let rules = excluded.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    let words = listed(rules.map { "\($0.value.count) by \($0.key)" }, atMost: 4)
    return "no site can be chosen: all \(tableSites) are excluded, \(words)"
  }

  private func forcedButExcluded() -> [String] {
    forcedSites.compactMap { id in
      let reasons = exclusions.filter { $0.siteID == id }
      guard !reasons.isEmpty else { return nil }
      let why = reasons.map(\.words.english).joined(separator: "; ")
      return "sites.force_in: '\(id)' cannot be chosen: \(why)"
    }
  }

  private func gpusBeyondSites(_ most: MostOfSites) -> [String] {
    years.indices.compactMap { t in
      let together = most.nationalGPUs(year: t)
      let existing = existingGPUs(year: t)
      guard Double(demandGPUs[t] - existing) > together else { return nil }
      let asked = RelaxationText.number(Double(demandGPUs[t]))
      let beside = existing > 0 ? " beside the \(RelaxationText.number(Double(existing))) in service" : ""
      return
        "demand.gpus: \(asked) GPUs are asked for by the end of \(years[t]), and\(beside) all "
        + "\(sites.count) sites that can be chosen hold at most \(RelaxationText.number(together)) together, by their power, land "
        + "and zones and by what is delivered"
    }
  }
}

/// The most that the sites of a problem can bring, by their own limits, free power of zones and deliveries.
private struct MostOfSites {
  let problem: SitingProblem
  /// GPUs: `[site][year]`.
  let gpus: [[Double]]
  private let limits: BoundTightening

  init(_ problem: SitingProblem) {
    self.problem = problem
    limits = BoundTightening(problem)
    gpus = limits.gpus.map { byConnection in
      problem.years.indices.map { t in byConnection.map { $0[t] }.max() ?? 0 }
    }
  }

  /// GPUs of all sites together in a year: zones and deliveries are shared.
  func nationalGPUs(year t: Int) -> Double {
    var sum = 0.0
    var byZone = problem.zones.map { _ in 0.0 }
    for (i, site) in problem.sites.enumerated() {
      if let zone = site.zone { byZone[zone] += gpus[i][t] } else { sum += gpus[i][t] }
    }
    for (z, zone) in problem.zones.enumerated() {
      let pue = problem.sites.filter { $0.zone == z }.map(\.pue).min() ?? 1
      let perMW = problem.blocks.map { Double($0.gpus) / ($0.itMW * pue) }.max() ?? 0
      sum += min(byZone[z], zone.headroomMW[t] * perMW * (1 + 1e-9))
    }
    guard problem.supplyGPUs.allSatisfy({ $0[t] != nil }) else { return sum }
    return min(sum, problem.supplyGPUs.reduce(0) { $0 + Double($1[t] ?? 0) })
  }

  /// Says that a hard rule asks for more than all sites bring; nil where it does not, or where sums cannot
  /// tell.
  func shortfall(of rule: LinearRule) -> String? {
    guard rule.penaltyEURPerUnit == nil, rule.reference.isEmpty, let least = rule.atLeast else { return nil }
    var worth = problem.sites.map { _ in [Double](repeating: 0, count: problem.blocks.count) }
    var fixed = rule.constant
    let years = Set(rule.terms.map(\.year))
    guard years.count <= 1, let t = rule.terms.first?.year ?? problem.years.indices.last else { return nil }
    for term in rule.terms {
      switch term.quantity {
      case .blocks(let site, let sku): worth[site][sku] += term.coefficient
      // What is lost with a connection need not be lost: the site may have another one.
      case .connectedBlocks(let site, let sku, _): worth[site][sku] += max(0, term.coefficient)
      case .national(let sku): for site in worth.indices { worth[site][sku] += term.coefficient }
      // No rule asks for contracts; nothing is known of what they could come to.
      case .contracted: return nil
      case .open, .energised: fixed += max(0, term.coefficient)
      }
    }
    let most = worth.indices.reduce(fixed) { $0 + value(of: worth[$1], site: $1, year: t) }
    guard most < least - 1e-6 * max(1, least.magnitude) else { return nil }
    let place = [rule.name, rule.scope].filter { !$0.isEmpty }.joined(separator: ", ")
    return
      "\(place): at least \(RelaxationText.number(least)) \(rule.unit) are asked for\(rule.year.map { " in \($0)" } ?? ""), and "
      + "all sites that can be chosen bring at most \(RelaxationText.number(most)) together"
  }

  /// Most that the blocks of a site bring, each sku worth so much a block: within the power, and within the
  /// blocks of each sku.
  private func value(of worth: [Double], site i: Int, year t: Int) -> Double {
    let powerMW = limits.powerMW[i].map { $0[t] }.max() ?? 0
    var byPower = 0.0
    var byBlocks = 0.0
    for (k, block) in problem.blocks.enumerated() where worth[k] > 0 {
      byPower = max(byPower, worth[k] / (block.itMW * problem.sites[i].pue) * powerMW)
      byBlocks += worth[k] * Double(limits.blocks[i][k][t])
    }
    return min(byPower * (1 + 1e-9), byBlocks)
  }
}
