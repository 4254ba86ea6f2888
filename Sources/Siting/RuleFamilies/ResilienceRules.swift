// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// Shares of the GPUs in service that must remain when any one thing is lost.
public struct ResilienceRules: RuleFamily, Equatable, Codable {
  /// Share that remains when a site is lost.
  public var lossOfOneSiteKeepsShare: YearlyLimit?
  /// Share that remains when a substation is lost with all sites energised on it.
  public var lossOfOneSubstationKeepsShare: YearlyLimit?
  /// Share that remains when a demand zone of the grid is lost with all sites that draw on it.
  public var lossOfOneZoneKeepsShare: YearlyLimit?

  /// No rule.
  public init() {}

  /// The rules: sites, substations, zones. A loss whose limit follows from `limits.region_share_max` gets no row, since all it takes
  /// lies in one region.
  public func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    if let limit = lossOfOneSiteKeepsShare { rules += sites(limit, context) }
    if let limit = lossOfOneSubstationKeepsShare { rules += substations(limit, &context) }
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
    _ loss: String, scope: String, lost: [LinearRule.Term], _ limit: YearlyLimit,
    _ context: RuleContext, year: Int, keeps share: Double
  ) -> LinearRule {
    let all = context.problem.national(year: year) { Double($0.gpus) }
    return LinearRule(
      name: "resilience.loss_of_one_\(loss)_keeps_share", family: "loss_of_one_\(loss)", scope: scope,
      year: context.problem.years[year], unit: "GPU", terms: all + lost.times(-1), reference: all,
      atLeast: share, penaltyEURPerUnit: limit.penaltyEURPerUnit, source: limit.source)
  }

  private func sites(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    for (year, _, share) in context.limits(limit) {
      for (index, site) in context.problem.sites.enumerated()
      where !isImplied([index], keeps: share, in: context.problem) {
        rules.append(
          rule(
            "site", scope: site.id, lost: context.problem.gpus(on: [index], year: year), limit, context,
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
            "zone", scope: zone.name, lost: context.problem.gpus(on: sites, year: year), limit, context,
            year: year,
            keeps: share))
      }
    }
    return rules
  }

  private func substations(_ limit: YearlyLimit, _ context: inout RuleContext) -> [LinearRule] {
    let problem = context.problem
    let tight = TightLimits(problem, policies: false)
    var rules: [LinearRule] = []
    var mixed: Set<String> = []
    for name in SubstationShares.names(in: problem) {
      let shares = SubstationShares(name, in: problem)
      for (year, _, share) in context.limits(limit) {
        if isImplied(shares.sites, keeps: share, in: problem) { continue }
        if limit.penaltyEURPerUnit != nil, !shares.isOneRow {
          for choice in shares.exact { mixed.insert(problem.sites[choice.site].id) }
          continue
        }
        let rows = shares.rows(
          year: year, in: problem, carried: { problem.gpus(on: $0, year: year) },
          most: { tight.gpus[$0][$1][year] })
        for row in rows {
          rules.append(
            rule(
              "substation", scope: shares.scope(row), lost: row.terms, limit, context, year: year,
              keeps: share))
        }
      }
    }
    if !mixed.isEmpty {
      context.finding(
        "resilience.loss_of_one_substation_keeps_share: sites with a choice of substation "
          + "(\(mixed.sorted().prefix(4).joined(separator: ", "))\(mixed.count > 4 ? ", ..." : "")) leave a "
          + "missed share without a single price; leave penalty_eur_per_gpu out to make it hard")
    }
    return rules
  }
}
