// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// Grid power of a site.
  package static let sitePower = RuleKind(
    "site_power", "Power of the site and its connection", isPolicy: false)
}

/// Grid power drawn by a site stays within the usable share of its connection and of the power the site has
/// that year.
struct SitePowerRule: PlanningRule {
  var kinds: [RuleKind] { [.sitePower] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (i, site) in problem.sites.enumerated() {
      for t in 0..<problem.yearCount {
        var sum = builder.blocks(site: i, year: t) { problem.blocks[$0].itMW * site.pue }
        if sum.columns.isEmpty { continue }
        for o in site.connections.indices {
          // Energised by the end of a year: what that year and no later one gives is added for each of them.
          for opens in 0...t {
            guard let variable = builder.key.energised[i][o][opens] else { continue }
            let most = builder.limits.powerMW[i][o][t]
            func usableMW(_ year: Int) -> Double {
              min(
                most,
                problem.usableShare * problem.connectionMW(site: i, connection: o, year: t, openedIn: year))
            }
            let more = usableMW(opens) - (opens < t ? usableMW(opens + 1) : 0)
            if more > 0 { sum.add(-more, variable) }
          }
        }
        try builder.addRow(sum, upper: 0, RowKey(.sitePower, scope: site.id, year: problem.years[t]))
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    placement.sites.flatMap { placed -> [RuleActivity] in
      let site = problem.sites[placed.site]
      return (0..<problem.yearCount).map { t in
        var limitMW = 0.0
        if let connection = placed.connection, let opens = placed.opensYear, opens <= t {
          limitMW =
            problem.connectionMW(site: placed.site, connection: connection, year: t, openedIn: opens)
            * problem.usableShare
        }
        return RuleActivity(
          RowKey(.sitePower, scope: site.id, year: problem.years[t]),
          activity: placed.gridMW(year: t, in: problem), atMost: limitMW, unit: "MW")
      }
    }
  }
}
