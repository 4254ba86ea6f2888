// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Figures

/// Says in sentences why a candidate is or is not in a plan, from the problem and the placement alone.
struct SiteVerdict {
  var problem: SitingProblem
  var placement: Placement
  /// Indicative discounted EUR per GPU of the dearest chosen site; nil without one.
  private var dearest: Double?
  private var limits: TightLimits

  init(problem: SitingProblem, placement: Placement) {
    self.problem = problem
    self.placement = placement
    limits = TightLimits(problem)
    dearest =
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
      let km = Phrase(numeral: "\((connection.distanceKm * 10).rounded() / 10)")
      reasons.append(
        "power from \(connection.firstYear) at \(connection.voltageKV) kV, \(km) km from \(connection.substation)"
      )
    }
    let gpus = placed.gpus(year: problem.yearCount - 1, in: problem)
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
    var hard: [Phrase] = []
    let rules = problem.sovereignty
    if let share = rules.euControlledShareMin, share >= 1, !site.isEUControlled {
      hard.append("every GPU must be under EU control; its owner or operator is not, or is not known to be")
    }
    if let share = rules.nonEUOwnerShareMax, share <= 0, site.hasNonEUOwner {
      hard.append("no GPU may stand on a site with a non-EU owner")
    }
    let most = problem.blocks.indices.map { k in limits.blocks[i][k].max() ?? 0 }.max() ?? 0
    if most == 0 {
      hard.append("its power, land or zone, or the supply, does not allow one whole block within the horizon")
    }
    if !hard.isEmpty { return hard }
    return [indication(site: i)]
  }

  /// What the site would cost per GPU if it were filled, beside the dearest chosen one.
  private func indication(site i: Int) -> Phrase {
    let last = problem.yearCount - 1
    let target = problem.demandGPUs[last]
    var best: (cost: Double, gpus: Int, year: Int)?
    for (o, option) in problem.sites[i].connections.enumerated() {
      guard let opens = (0...last).first(where: { limits.powerMW[i][o][$0] > 0 }) else { continue }
      for (k, block) in problem.blocks.enumerated() {
        let fits = limits.powerMW[i][o][last] / (block.itMW * problem.sites[i].pue)
        let needed = (Double(target) / Double(block.gpus)).rounded(.up)
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
    guard let best else { return "does not hold one whole block within the horizon" }
    let text: Phrase =
      "could hold \(Self.numeral(Double(best.gpus))) GPUs from \(best.year) at about "
      + "\(Self.numeral(best.cost.rounded())) EUR each (filled in \(problem.years[last]), discounted)"
    guard let dearest else { return text }
    let beside: Phrase = "\(text); the dearest chosen site costs \(Self.numeral(dearest.rounded())) EUR each"
    if best.cost >= dearest { return beside }
    return
      "\(beside), so it is no dearer when full: it is the whole of the plan, with its rules, that costs less without it"
  }

  /// A number for people.
  private static func numeral(_ value: Double) -> Phrase { Phrase(numeral: ConcessionText.number(value)) }
}
