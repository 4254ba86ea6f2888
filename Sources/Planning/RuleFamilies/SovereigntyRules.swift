// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities
package import Sites

extension RuleKind {
  /// GPUs of a tier or of sites that meet a condition.
  static let sovereigntyShare = RuleKind(
    "sovereignty_share", "GPUs by sovereignty of their site", inequality: .siteShare)
}

/// Shares of the GPUs in service by tier of sovereignty, or by any condition on the sites.
package struct SovereigntyRules: RuleFamily, Equatable, Codable {
  /// A share of the GPUs in service.
  package struct Share: Sendable, Equatable, Codable {
    /// Which sites count.
    package enum Scope: Sendable, Equatable, Codable {
      /// Those of a tier or a stronger one.
      case tier(String)
      /// Those for which a condition holds.
      case condition(SiteCondition)
    }

    /// The planner's name for it.
    package var name: String
    /// Which sites count.
    package var scope: Scope
    /// Smallest share by year, a ratio; nil for none.
    package var atLeast: YearlyLimit?
    /// Largest share by year, a ratio; nil for none.
    package var atMost: YearlyLimit?

    /// A share of the GPUs in service.
    package init(name: String, scope: Scope, atLeast: YearlyLimit? = nil, atMost: YearlyLimit? = nil) {
      self.name = name
      self.scope = scope
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  package static let kinds: [RuleKind] = [.sovereigntyShare]

  /// The tiers; nil where the scenario names no file of tiers.
  package var tiers: SovereigntyTiers?
  /// The shares, in order of the scenario.
  package var shares: [Share]

  /// Shares by tier of sovereignty.
  package init(tiers: SovereigntyTiers? = nil, shares: [Share] = []) {
    self.tiers = tiers
    self.shares = shares
  }

  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    for tier in tiers?.tiers ?? [] {
      for fault in tier.condition?.faults(in: context.table) ?? [] {
        context.finding("\(tiers?.file ?? "sovereignty.tiers"): tier '\(tier.name)': where: \(fault)")
      }
    }
    var rules: [LinearRule] = []
    for share in shares {
      guard let sites = sites(of: share, in: &context) else { continue }
      for (limit, name) in [(share.atLeast, "min"), (share.atMost, "max")] {
        if let limit { context.checkWithinHorizon(limit, key: "sovereignty.share '\(share.name)': \(name)") }
      }
      if let limit = share.atLeast { rules += Self.rules(share, limit, isLeast: true, sites, context) }
      if let limit = share.atMost { rules += Self.rules(share, limit, isLeast: false, sites, context) }
    }
    return rules
  }

  /// Candidates that count; nil when that cannot be known.
  private func sites(of share: Share, in context: inout RuleContext) -> [Int]? {
    let key = "sovereignty.share '\(share.name)'"
    let table = context.table
    switch share.scope {
    case .condition(let condition):
      let faults = condition.faults(in: table)
      for fault in faults { context.finding("\(key): where: \(fault)") }
      guard faults.isEmpty else { return nil }
      return context.problem.sites.indices.filter {
        condition.holds(row: context.row(ofSite: $0), in: table)
      }
    case .tier(let name):
      guard let tiers else {
        context.finding("\(key): tier: no tiers are defined; name a file by sovereignty.tiers = \"...\"")
        return nil
      }
      guard let rank = tiers.rank(of: name) else {
        let names = tiers.tiers.map(\.name)
        let near = nearestName(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
        context.finding(
          "\(key): tier: there is no tier '\(name)'; \(near)tiers: \(names.joined(separator: ", "))")
        return nil
      }
      let rankOf = Dictionary(
        tiers.statuses(in: table).map { ($0.siteID, $0.rank) }, uniquingKeysWith: { first, _ in first })
      let sites = context.problem.sites
      return sites.indices.filter { rankOf[sites[$0].id].map { $0 <= rank } ?? false }
    }
  }

  private static func rules(
    _ share: Share, _ limit: YearlyLimit, isLeast: Bool, _ sites: [Int], _ context: RuleContext
  ) -> [LinearRule] {
    var scope = ""
    if case .tier(let name) = share.scope { scope = name }
    return context.limits(limit).map { year, calendar, value in
      LinearRule(
        .sovereigntyShare, limit, at: ["sovereignty", "share", share.name, isLeast ? "min" : "max"], .share,
        name: share.name, scope: scope, year: calendar, unit: "GPU",
        terms: context.problem.gpus(on: sites, year: year),
        reference: context.problem.nationalGPUs(year: year), atLeast: isLeast ? value : nil,
        atMost: isLeast ? nil : value)
    }
  }
}
