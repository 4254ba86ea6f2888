// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities

extension RuleKind {
  /// Loss of a site.
  static let lossOfOneSite = RuleKind(
    "loss_of_one_site", "GPUs that remain when a site is lost", inequality: .lostSite)
  /// Loss of a substation.
  static let lossOfOneSubstation = RuleKind(
    "loss_of_one_substation", "GPUs that remain when a substation is lost")
  /// Loss of a demand zone.
  static let lossOfOneZone = RuleKind("loss_of_one_zone", "GPUs that remain when a grid zone is lost")
}

/// Shares of the GPUs in service that must remain when any one thing is lost.
package struct ResilienceRules: RuleFamily, Equatable, Codable {
  /// Share that remains when a site is lost.
  package var lossOfOneSiteKeepsShare: YearlyLimit?
  /// Share that remains when a substation is lost with all sites energised on it.
  package var lossOfOneSubstationKeepsShare: YearlyLimit?
  /// Share that remains when a demand zone of the grid is lost with all sites that draw on it.
  package var lossOfOneZoneKeepsShare: YearlyLimit?

  package static let kinds: [RuleKind] = [.lossOfOneSite, .lossOfOneSubstation, .lossOfOneZone]

  /// No rule.
  package init() {}

  /// The rules: sites, substations, zones. A loss whose limit follows from `limits.region_share_max` gets no
  /// row, since all it takes lies in one region.
  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    if let limit = lossOfOneSiteKeepsShare { rules += sites(limit, context) }
    if let limit = lossOfOneSubstationKeepsShare { rules += substations(limit, context) }
    if let limit = lossOfOneZoneKeepsShare { rules += zones(limit, context) }
    return rules
  }

  /// Whether the share of one region is limited so that losing some sites of it cannot break the rule.
  private func isImplied(_ sites: [Int], keeps share: Double, in problem: SitingProblem) -> Bool {
    if sites.isEmpty || share <= 0 { return true }
    guard let most = problem.regionShareMax, most <= 1 - share, let region = problem.sites[sites[0]].region
    else { return false }
    for site in sites where problem.sites[site].region != region { return false }
    return true
  }

  /// What remains is all GPUs less those lost.
  private func rule(
    _ kind: RuleKind, scope: String, lost: [LinearRule.Term], _ limit: YearlyLimit,
    _ context: RuleContext, year: Int, keeps share: Double
  ) -> LinearRule {
    let all = context.problem.nationalGPUs(year: year)
    return LinearRule(
      kind, limit, at: ["resilience", "\(kind.identifier)_keeps_share"], .share, scope: scope,
      year: context.problem.years[year], unit: "GPU", terms: all + lost.times(-1), reference: all,
      atLeast: share)
  }

  private func sites(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    for (year, _, share) in context.limits(limit) {
      for (index, site) in context.problem.sites.enumerated()
      where !isImplied([index], keeps: share, in: context.problem) {
        rules.append(
          rule(
            .lossOfOneSite, scope: site.id, lost: context.problem.gpus(on: [index], year: year), limit,
            context,
            year: year,
            keeps: share))
      }
    }
    return rules
  }

  private func zones(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    for (year, _, share) in context.limits(limit) {
      for (number, zone) in context.problem.zones.enumerated() {
        let sites = context.problem.sites { $0.zone == number }
        if isImplied(sites, keeps: share, in: context.problem) { continue }
        rules.append(
          rule(
            .lossOfOneZone, scope: zone.name, lost: context.problem.gpus(on: sites, year: year), limit,
            context,
            year: year,
            keeps: share))
      }
    }
    return rules
  }

  private func substations(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    let problem = context.problem
    var rules: [LinearRule] = []
    for name in SubstationShares.names(in: problem) {
      let shares = SubstationShares(name, in: problem)
      for (year, _, share) in context.limits(limit) where !isImplied(shares.sites, keeps: share, in: problem)
      {
        rules.append(
          rule(
            .lossOfOneSubstation, scope: name, lost: shares.terms(problem.gpus(on: shares.sites, year: year)),
            limit,
            context, year: year, keeps: share))
      }
    }
    return rules
  }
}
