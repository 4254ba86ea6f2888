// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Rows that every plan satisfies anyway but that the relaxation does not: they are what makes the bound good.
///
/// For each requirement "at least b GPUs on a set of sites", the connections energised there must together be able to carry
/// b: sum of min(G, b) / b over their variables is at least 1, with G the most GPUs a connection can carry.
enum Strengthening {
  static func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
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

  /// One cover row. `most` caps what a single connection may count for, `mostInRegion` that of a site whose region is known.
  private static func cover(
    _ builder: inout FormulationBuilder, year t: Int, need: Double, most: Double,
    mostInRegion: Double? = nil, _ scope: String, where include: (CandidateSite) -> Bool
  ) throws(ModelError) {
    var sum = LinearExpression()
    for (i, site) in builder.problem.sites.enumerated() where include(site) {
      for o in site.connections.indices {
        if let variable = builder.key.energised[i][o][t] {
          // The share of a region caps the sites that lie in one; a site without a region is under no such rule.
          let cap = site.region == nil ? most : min(most, mostInRegion ?? most)
          sum.add(min(builder.limits.gpus[i][o][t], cap) / need, variable)
        }
      }
    }
    try builder.addRow(
      sum, lower: 1, RowKey(.strengthening, scope: scope, year: builder.problem.years[t]))
  }
}
