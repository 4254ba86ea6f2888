// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// Rows that every plan satisfies anyway but that the relaxation does not: they are what makes the bound
/// good.
///
/// For each requirement "at least b GPUs on a set of sites", the connections energised there must together be
/// able to carry b: sum of min(G, b) / b over their variables is at least 1, with G the most GPUs that whole
/// blocks on a connection give. And the GPUs of a site stay within G of its connection, where the relaxation
/// would fill the power to the last kW.
enum ValidInequalities {
  static func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    let hard = problem.rules.filter { $0.penaltyEURPerUnit == nil }
    try wholeBlocks(&builder)
    for rule in hard where rule.kind.inequality == .amount { try cover(&builder, rule) }
    for t in 0..<problem.yearCount {
      let rules = hard.filter { $0.year == problem.years[t] }
      func of(_ inequality: RuleKind.ValidInequality) -> [LinearRule] {
        rules.filter { $0.kind.inequality == inequality }
      }
      guard let demand = of(.demand).compactMap(\.atLeast).max() else { continue }
      let caps = DemandCaps(
        demand: demand, regionShare: of(.regionShare).compactMap(\.atMost).min(), lost: of(.lostSite))
      try cover(&builder, year: t, need: demand, caps, cappedByRegion: true, "all sites") { _ in true }
      for rule in of(.siteShare) {
        guard let share = rule.atLeast, share > 0 else { continue }
        let counted = Set(rule.terms.compactMap(\.quantity.site))
        try cover(&builder, year: t, need: share * demand, caps, rule.name, where: counted.contains)
      }
      for rule in of(.siteShare) {
        guard let share = rule.atMost, share < 1 else { continue }
        let counted = Set(rule.terms.compactMap(\.quantity.site))
        try cover(&builder, year: t, need: (1 - share) * demand, caps, "not \(rule.name)") {
          !counted.contains($0)
        }
      }
    }
  }

  /// One cover inequality for a hard linear rule that asks for at least so much of what blocks bring in one
  /// year, such as a demand in MW or FLOPS, or inference near a hub: the connections must be able to carry
  /// it.
  private static func cover(
    _ builder: inout FormulationBuilder, _ rule: LinearRule
  ) throws(ModelError) {
    guard !rule.isShare, let least = rule.atLeast,
      let t = rule.terms.first?.year
    else { return }
    let need = least - rule.constant
    // Most that a block brings: `[site][sku]`. What brings less than nothing is left out, which only loosens
    // the row.
    let problem = builder.problem
    var worth = problem.sites.map { _ in [Double](repeating: 0, count: problem.blocks.count) }
    for term in rule.terms {
      guard term.year == t else { return }
      switch term.quantity {
      case .blocks(let site, let sku): worth[site][sku] += term.coefficient
      case .national(let sku): for site in worth.indices { worth[site][sku] += term.coefficient }
      case .connectedBlocks, .contracted, .open, .energised: return
      }
    }
    guard need > 0 else { return }
    var sum = LinearExpression()
    for (i, site) in problem.sites.enumerated() {
      var perMW = 0.0
      for (k, block) in problem.blocks.enumerated() {
        perMW = max(perMW, worth[i][k] / (block.itMW * site.pue))
      }
      guard perMW > 0 else { continue }
      for o in site.connections.indices {
        if let variable = builder.key.energised[i][o][t] {
          sum.add(min(builder.limits.powerMW[i][o][t] * perMW, need) / need, variable)
        }
      }
    }
    try builder.addRow(sum, lower: 1, RowKey(.validInequality, scope: rule.name, year: rule.year))
  }

  /// GPUs of each site against the most that whole blocks give.
  private static func wholeBlocks(_ builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (i, site) in problem.sites.enumerated() {
      let density = problem.blocks.map { Double($0.gpus) / ($0.itMW * site.pue) }.max() ?? 0
      for t in 0..<problem.yearCount {
        var sum = builder.blocks(site: i, year: t) { Double(problem.blocks[$0].gpus) }
        var cuts = false
        for o in site.connections.indices {
          guard let variable = builder.key.energised[i][o][t] else { continue }
          let whole = builder.limits.gpus[i][o][t]
          if whole < builder.limits.powerMW[i][o][t] * density - 0.5 { cuts = true }
          sum.add(-whole, variable)
        }
        guard cuts, !sum.columns.isEmpty else { continue }
        try builder.addRow(
          sum, upper: 0, RowKey(.validInequality, scope: site.id, year: problem.years[t]))
      }
    }
  }

  /// One cover inequality: the connections of the sites that count must together be able to carry what is
  /// needed, each for no more than that, nor than the caps leave.
  private static func cover(
    _ builder: inout FormulationBuilder, year t: Int, need: Double, _ caps: DemandCaps,
    cappedByRegion: Bool = false, _ scope: String, where counts: (Int) -> Bool
  ) throws(ModelError) {
    var sum = LinearExpression()
    for (i, site) in builder.problem.sites.enumerated() where counts(i) {
      let most = min(need, caps.most(on: site, cappedByRegion: cappedByRegion))
      for o in site.connections.indices {
        if let variable = builder.key.energised[i][o][t] {
          sum.add(min(builder.limits.gpus[i][o][t], most) / need, variable)
        }
      }
    }
    try builder.addRow(
      sum, lower: 1, RowKey(.validInequality, scope: scope, year: builder.problem.years[t]))
  }
}

/// What shares of the GPUs in service leave to a site. A plan with more GPUs than are asked for scales down
/// to one with as many, so that a share of the demand caps what a site may count for.
private struct DemandCaps {
  private let demand: Double
  private let regionShare: Double
  /// Largest share on one site, where losing it must leave the rest, by site.
  private var siteShares: [String: Double] = [:]

  init(demand: Double, regionShare: Double?, lost: [LinearRule]) {
    self.demand = demand
    self.regionShare = regionShare ?? 1
    for rule in lost {
      if let kept = rule.atLeast { siteShares[rule.scope] = min(siteShares[rule.scope] ?? 1, 1 - kept) }
    }
  }

  /// The most GPUs that a site may count for. The share of a region caps the sites that lie in one; a site
  /// without a region is under no such rule.
  func most(on site: CandidateSite, cappedByRegion: Bool) -> Double {
    let most = siteShares[site.id].map { $0 * demand } ?? .infinity
    return site.region == nil || !cappedByRegion ? most : min(most, regionShare * demand)
  }
}
