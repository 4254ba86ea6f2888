// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// The smallest campus.
  package static let campusMinimum = RuleKind("campus_minimum", "Smallest campus") {
    "a smallest campus of \($0.then) MW IT instead of \($0.now) MW IT"
  }
}

/// An open site holds at least the smallest campus the planner wants to run.
struct CampusMinimumRule: PlanningRule {
  private static let path = ["limits", "campus_min_it_mw"]
  private static let unit = "MW IT"

  var kinds: [RuleKind] { [.campusMinimum] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    guard problem.campusMinITMW > 0 else { return }
    let basis = Self.basis(problem)
    for (i, site) in problem.sites.enumerated() {
      for t in 0..<problem.yearCount {
        let open = builder.open(site: i, year: t)
        if open.columns.isEmpty { continue }
        var sum = builder.blocks(site: i, year: t) { problem.blocks[$0].itMW }
        sum.add(-problem.campusMinITMW, open)
        try builder.addRow(
          sum, lower: 0, RowKey(.campusMinimum, scope: site.id, year: problem.years[t]), basis: basis)
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
          activity: placed.itMW(year: t, in: problem), atLeast: problem.campusMinITMW, unit: Self.unit,
          basis: Self.basis(problem))
      }
    }
  }

  func ownLimits(in problem: SitingProblem) -> [RuleLimit] {
    guard problem.campusMinITMW > 0 else { return [] }
    return [RuleLimit(rule: RowKey(.campusMinimum), unit: Self.unit, basis: Self.basis(problem))]
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    if relaxation.setting.path == Self.path { problem.campusMinITMW = relaxation.value }
  }

  private static func basis(_ problem: SitingProblem) -> LimitBasis {
    LimitBasis(
      settings: [LimitSetting(path, form: .number, value: problem.campusMinITMW, highest: 20_000)])
  }
}
