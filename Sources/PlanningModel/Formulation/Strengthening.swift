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
enum Strengthening {
  static func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    try wholeBlocks(&builder)
    for rule in problem.linearRules { try cover(&builder, rule) }
    for t in 0..<problem.yearCount {
      let demand = Double(problem.demandGPUs[t])
      guard demand > 0 else { continue }
      let regionLimit = problem.regionShareMax ?? 1
      try cover(
        &builder, year: t, need: demand, most: demand, mostInRegion: regionLimit * demand, "all sites"
      ) { _ in true }
      let rules = problem.sovereignty
      if let share = rules.euControlledShareMin, share > 0 {
        try cover(&builder, year: t, need: share * demand, most: share * demand, "EU-controlled sites") {
          $0.isEUControlled
        }
      }
      if let share = rules.secNumCloudClassShareMin, share > 0 {
        try cover(&builder, year: t, need: share * demand, most: share * demand, "SecNumCloud-class sites") {
          $0.isSecNumCloudClass
        }
      }
      if let share = rules.nonEUOwnerShareMax, share < 1 {
        let need = (1 - share) * demand
        try cover(&builder, year: t, need: need, most: need, "sites without non-EU owner") {
          !$0.hasNonEUOwner
        }
      }
    }
  }

  /// One cover row for a hard linear rule that asks for at least so much of what blocks bring in one year,
  /// such as a demand in MW or FLOPS, or inference near a hub: the connections must be able to carry it.
  private static func cover(
    _ builder: inout FormulationBuilder, _ rule: LinearRule
  ) throws(ModelError) {
    guard rule.penaltyEURPerUnit == nil, rule.reference.isEmpty, let least = rule.atLeast,
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
      case .connectedBlocks, .open, .energised: return
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
    try builder.addRow(sum, lower: 1, RowKey(.strengthening, scope: rule.name, year: rule.year))
  }

  /// Largest share of all GPUs on one site, where losing it must leave the rest. A plan with more GPUs than
  /// are asked for scales down to one with as many, so the share of the demand caps what the site may count
  /// for.
  private static func siteShares(_ problem: SitingProblem, year t: Int) -> [String: Double] {
    var shares: [String: Double] = [:]
    for rule in problem.linearRules
    where rule.family == "loss_of_one_site" && rule.year == problem.years[t] && rule.penaltyEURPerUnit == nil
    {
      if let kept = rule.atLeast { shares[rule.scope] = min(shares[rule.scope] ?? 1, 1 - kept) }
    }
    return shares
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
          sum, upper: 0, RowKey(.strengthening, scope: site.id, year: problem.years[t]))
      }
    }
  }

  /// One cover row. `most` caps what a single connection may count for, `mostInRegion` that of a site whose
  /// region is known.
  private static func cover(
    _ builder: inout FormulationBuilder, year t: Int, need: Double, most: Double,
    mostInRegion: Double? = nil, _ scope: String, where include: (CandidateSite) -> Bool
  ) throws(ModelError) {
    var sum = LinearExpression()
    let demand = Double(builder.problem.demandGPUs[t])
    let shares = siteShares(builder.problem, year: t)
    for (i, site) in builder.problem.sites.enumerated() where include(site) {
      let most = min(most, shares[site.id].map { $0 * demand } ?? .infinity)
      for o in site.connections.indices {
        if let variable = builder.key.energised[i][o][t] {
          // The share of a region caps the sites that lie in one; a site without a region is under no such
          // rule.
          let cap = site.region == nil ? most : min(most, mostInRegion ?? most)
          sum.add(min(builder.limits.gpus[i][o][t], cap) / need, variable)
        }
      }
    }
    try builder.addRow(
      sum, lower: 1, RowKey(.strengthening, scope: scope, year: builder.problem.years[t]))
  }
}
