// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// An open site holds at least the smallest campus the planner wants to run.
struct CampusMinimumRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    guard problem.campusMinITMW > 0 else { return }
    for (i, site) in problem.sites.enumerated() {
      for t in 0..<problem.yearCount {
        let open = builder.open(site: i, year: t)
        if open.columns.isEmpty { continue }
        var sum = builder.blocks(site: i, year: t) { problem.blocks[$0].itMW }
        sum.add(-problem.campusMinITMW, open)
        try builder.addRow(sum, lower: 0, RowKey(.campusMinimum, scope: site.id, year: problem.years[t]))
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard problem.campusMinITMW > 0 else { return [] }
    return placement.sites.flatMap { placed -> [RuleActivity] in
      guard let opens = placed.opensYear else { return [] }
      return (opens..<problem.yearCount).map { t in
        RuleActivity(
          RowKey(.campusMinimum, scope: problem.sites[placed.site].id, year: problem.years[t]),
          activity: placed.itMW(year: t, in: problem), atLeast: problem.campusMinITMW, unit: "MW IT")
      }
    }
  }
}
