// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// No more sites than the planner wants to run.
struct SiteCountRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    guard let most = builder.problem.sitesMax else { return }
    var sum = LinearExpression()
    for i in builder.problem.sites.indices {
      sum.add(1, builder.open(site: i, year: builder.problem.yearCount - 1))
    }
    try builder.addRow(sum, upper: Double(most), RowKey(.siteCount))
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard let most = problem.sitesMax else { return [] }
    let open = placement.sites.filter { $0.opensYear != nil }.count
    return [
      RuleActivity(RowKey(.siteCount), activity: Double(open), atMost: Double(most), unit: "site")
    ]
  }
}
