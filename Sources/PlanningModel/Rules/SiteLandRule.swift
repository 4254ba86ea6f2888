// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// Land of a site.
  package static let siteLand = RuleKind("site_land", "Land of the site", isPolicy: false)
}

/// Blocks on a site fit on its land.
struct SiteLandRule: PlanningRule {
  var kinds: [RuleKind] { [.siteLand] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (i, site) in problem.sites.enumerated() {
      for t in 0..<problem.yearCount {
        var sum = builder.blocks(site: i, year: t) { problem.blocks[$0].landHa }
        // Where even the power cannot fill the land, the row says nothing.
        let fullHa = problem.blocks.indices.map { k in
          let block = problem.blocks[k]
          let most = builder.limits.powerMW[i].map { $0[t] }.max() ?? 0
          return block.landHa * most / (block.itMW * site.pue)
        }.max()
        guard !sum.columns.isEmpty, (fullHa ?? 0) > site.landHa else { continue }
        sum.add(-site.landHa, builder.open(site: i, year: t))
        try builder.addRow(sum, upper: 0, RowKey(.siteLand, scope: site.id, year: problem.years[t]))
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    placement.sites.map { placed in
      let last = problem.yearCount - 1
      let usedHa = problem.blocks.indices.reduce(0.0) {
        $0 + problem.blocks[$1].landHa * Double(placed.blocks[$1][last])
      }
      return RuleActivity(
        RowKey(.siteLand, scope: problem.sites[placed.site].id, year: problem.years[last]),
        activity: usedHa, atMost: problem.sites[placed.site].landHa, unit: "ha")
    }
  }
}
