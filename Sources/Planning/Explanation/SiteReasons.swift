// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Quantities

/// Says in sentences why a candidate is or is not in a plan, from the problem and the placement alone.
struct SiteReasons {
  var problem: SitingProblem
  var placement: Placement
  /// Indicative discounted EUR per GPU of the most expensive chosen site; nil without one.
  private var mostExpensive: Double?
  private var limits: BoundTightening
  /// Shares by site that hold for all GPUs or for none at the end of the horizon, with the sites that count.
  private var wholeShares: [(name: String, isAll: Bool, sites: Set<Int>)] = []

  init(problem: SitingProblem, placement: Placement) {
    self.problem = problem
    self.placement = placement
    limits = BoundTightening(problem)
    for rule in problem.rules where rule.kind.inequality == .siteShare && rule.penaltyEURPerUnit == nil {
      guard rule.year == problem.years.last else { continue }
      let sites = Set(rule.terms.compactMap(\.quantity.site))
      if let share = rule.atLeast, share >= 1 { wholeShares.append((rule.name, true, sites)) }
      if let share = rule.atMost, share <= 0 { wholeShares.append((rule.name, false, sites)) }
    }
    mostExpensive =
      placement.sites.compactMap { placed -> Double? in
        let gpus = placed.gpus(year: problem.yearCount - 1, in: problem)
        return gpus > 0 ? PlanCosts(of: placed, in: problem).discountedEUR / Double(gpus) : nil
      }.max()
  }

  /// Why a chosen site is chosen.
  func reasonsChosen(_ placed: Placement.Site) -> [Phrase] {
    let site = problem.sites[placed.site]
    var reasons: [Phrase] = []
    if site.decision == .forcedIn { reasons.append("the scenario forces it in") }
    if let connection = placed.connection.map({ site.connections[$0] }) {
      let km = Phrase(numeral: "\(connection.distanceKm.rounded(decimals: 1))")
      reasons.append(
        connection.kind == .existing
          ? "in service from \(connection.firstYear) at the earliest, on the connection of \(connection.voltageKV) kV that is there"
          : "in service from \(connection.firstYear) at the earliest, at \(connection.voltageKV) kV, \(km) km from \(connection.substation)"
      )
    }
    let gpus = placed.gpus(year: problem.yearCount - 1, in: problem)
    if gpus == 0 {
      reasons.append(
        "holds no GPU: its connection costs \(Self.numeral(placed.connectionEUR(in: problem))) EUR all the same"
      )
    }
    if gpus > 0 {
      let cost = PlanCosts(of: placed, in: problem).discountedEUR / Double(gpus)
      reasons.append(
        "holds \(Self.numeral(Double(gpus))) GPUs at \(Self.numeral(cost.rounded())) EUR each, discounted")
    }
    if site.isEUControlled { reasons.append("every named owner and operator is under EU law") }
    return reasons
  }

  /// Why a site that could be chosen is not.
  func reasonsNotChosen(site i: Int) -> [Phrase] {
    let site = problem.sites[i]
    if let kept = problem.keptSiting, !kept.openings.contains(where: { $0.siteID == site.id }) {
      return ["the siting of an earlier plan is kept, and the site is not in it"]
    }
    if problem.keptSiting?.lost(in: problem).contains(site.id) ?? false {
      return ["the siting of an earlier plan is kept, and its connection of the site is not offered in time"]
    }
    var hard: [Phrase] = []
    for share in wholeShares where share.sites.contains(i) != share.isAll {
      hard.append(
        share.isAll
          ? "every GPU must stand on a site that counts for '\(share.name)', and it does not count"
          : "no GPU may stand on a site that counts for '\(share.name)', and it counts")
    }
    let last = problem.yearCount - 1
    let most = problem.blocks.indices.map { limits.blocks[i][$0][last] }.max() ?? 0
    if most == 0 {
      hard.append(
        "its power, land or zone, or the supply, does not allow one whole block at the end of the horizon")
    } else if largestITMW(site: i) < problem.campusMinITMW * (1 - 1e-9) {
      let largest = Phrase(
        numeral: "\(Self.roundedUp(largestITMW(site: i), below: problem.campusMinITMW))")
      let smallest = Phrase(numeral: "\(problem.campusMinITMW)")
      hard.append("holds at most \(largest) MW IT, less than the smallest campus of \(smallest) MW IT")
    }
    if !hard.isEmpty { return hard }
    return indication(site: i).map { [$0] } ?? []
  }

  /// IT power in MW that no plan exceeds on the site: that of its grid power at the end of the horizon.
  private func largestITMW(site i: Int) -> Double {
    let last = problem.yearCount - 1
    let gridMW = limits.powerMW[i].map { $0[last] }.max() ?? 0
    return gridMW / problem.sites[i].pue
  }

  /// A number rounded up, so that it is a most, to so many decimals that it stays below what it is less than.
  private static func roundedUp(_ value: Double, below limit: Double) -> Double {
    for power in [100.0, 1e4, 1e6, 1e9] {
      let rounded = (value * power).rounded(.up) / power
      if rounded < limit { return rounded }
    }
    return value
  }

  /// Whether GPUs are the only thing asked for, so that no site need hold more of them than that.
  private var asksForGPUsAlone: Bool {
    let asksForMore = problem.linearRules.contains { $0.atLeast != nil && $0.reference.isEmpty }
    return problem.demandGPUs.contains { $0 > 0 } && !asksForMore && problem.trainingCampus == nil
      && problem.objectives == [.discountedCost]
  }

  /// What the site would cost per GPU if it were filled, beside the most expensive chosen one; nil where
  /// nothing can be said.
  private func indication(site i: Int) -> Phrase? {
    let last = problem.yearCount - 1
    let wanted =
      asksForGPUsAlone
      ? Double(
        problem.years.indices.map { problem.demandGPUs[$0] - problem.existingGPUs(year: $0) }.max() ?? 0)
      : .infinity
    var best: (cost: Double, gpus: Int, year: Int)?
    for (o, option) in problem.sites[i].connections.enumerated() {
      guard let opens = (0...last).first(where: { limits.powerMW[i][o][$0] > 0 }) else { continue }
      for (k, block) in problem.blocks.enumerated() {
        let fits = limits.powerMW[i][o][last] / (block.itMW * problem.sites[i].pue) + 1e-9
        let needed = (wanted / Double(block.gpus)).rounded(.up)
        let count = Int(min(fits.rounded(.down), Double(limits.blocks[i][k][last]), needed))
        guard count > 0 else { continue }
        var byYear = Array(
          repeating: Array(repeating: 0, count: problem.yearCount), count: problem.blocks.count)
        byYear[k][last] = count
        let filled = Placement.Site(site: i, connection: o, opensYear: last, blocks: byYear)
        let each = PlanCosts(of: filled, in: problem).discountedEUR / Double(count * block.gpus)
        if best.map({ each < $0.cost }) ?? true {
          best = (each, count * block.gpus, max(option.firstYear, problem.years[opens]))
        }
      }
    }
    guard let best else { return nil }
    let text: Phrase =
      "could hold \(Self.numeral(Double(best.gpus))) GPUs by the end of \(problem.years[last]), "
      + "with power from \(best.year), at about \(Self.numeral(best.cost.rounded())) EUR each (filled in \(problem.years[last]), discounted)"
    guard let mostExpensive else { return text }
    let beside: Phrase =
      "\(text); the most expensive chosen site costs \(Self.numeral(mostExpensive.rounded())) EUR each"
    if best.cost >= mostExpensive { return beside }
    // Whether a cheaper plan was ruled out is for the status of the plan to say; here stands only what is
    // always true.
    return problem.objectives == [.discountedCost]
      ? "\(beside), so it is no more expensive when full: no plan with it was found that costs less as a whole"
      : "\(beside), so it is no more expensive when full: cost is not all that was sought"
  }

  /// A number for people.
  private static func numeral(_ value: Double) -> Phrase { Phrase(numeral: RelaxationText.number(value)) }
}

extension Placement.Site {
  /// Price of the connection in EUR, undiscounted; 0 without one.
  func connectionEUR(in problem: SitingProblem) -> Double {
    PlanCosts(of: self, in: problem).connectionEUR
  }
}
