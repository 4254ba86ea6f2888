// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// Sites that draw on one shared demand zone stay together within its free power.
struct ZoneHeadroomRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (z, zone) in problem.zones.enumerated() {
      for t in 0..<problem.yearCount {
        var sum = LinearExpression()
        for (i, site) in problem.sites.enumerated() where site.zone == z {
          sum.add(1, builder.blocks(site: i, year: t) { problem.blocks[$0].itMW * site.pue })
        }
        if sum.columns.isEmpty || !zone.headroomMW[t].isFinite { continue }
        try builder.addRow(
          sum, upper: zone.headroomMW[t],
          RowKey(.zoneHeadroom, scope: zone.name, year: problem.years[t]))
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    problem.zones.indices.flatMap { z in
      (0..<problem.yearCount).filter { problem.zones[z].headroomMW[$0].isFinite }.map { t in
        let drawnMW = placement.sites.filter { problem.sites[$0.site].zone == z }
          .reduce(0) { $0 + $1.gridMW(year: t, in: problem) }
        return RuleActivity(
          RowKey(.zoneHeadroom, scope: problem.zones[z].name, year: problem.years[t]),
          activity: drawnMW, atMost: problem.zones[z].headroomMW[t], unit: "MW")
      }
    }
  }
}
