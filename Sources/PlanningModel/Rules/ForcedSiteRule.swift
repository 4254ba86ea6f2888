// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Sites

/// A site that the planner has decided for is open at the end of the horizon.
struct ForcedSiteRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    for (i, site) in builder.problem.sites.enumerated() where site.decision == .forcedIn {
      try builder.addRow(
        builder.open(site: i, year: builder.problem.yearCount - 1), lower: 1,
        RowKey(.forcedSite, scope: site.id))
    }
    for id in Self.forcedButExcluded(builder.problem) {
      try builder.addRow(LinearExpression(), lower: 1, RowKey(.forcedSite, scope: id))
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    let open = Set(placement.sites.filter { $0.opensYear != nil }.map { problem.sites[$0.site].id })
    let forced =
      problem.sites.filter { $0.decision == .forcedIn }.map(\.id) + Self.forcedButExcluded(problem)
    return forced.map {
      RuleActivity(
        RowKey(.forcedSite, scope: $0), activity: open.contains($0) ? 1 : 0, atLeast: 1, unit: "site")
    }
  }

  /// Sites the planner has decided for but which cannot be chosen: the problem has no plan, and this row says
  /// why.
  private static func forcedButExcluded(_ problem: SitingProblem) -> [String] {
    let excluded = Set(problem.exclusions.map(\.siteID))
    return problem.forcedSites.filter(excluded.contains)
  }
}
