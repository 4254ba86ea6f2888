// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension RuleKind {
  /// Number of sites.
  package static let siteCount = RuleKind("sites_max", "Number of sites") {
    "\($0.then) sites instead of at most \($0.now)"
  }
}

/// No more sites than the planner wants to run.
struct SiteCountRule: PlanningRule {
  private static let path = ["limits", "sites_max"]

  var kinds: [RuleKind] { [.siteCount] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    guard let most = problem.sitesMax.map({ Double($0) }) else { return [] }
    return [
      LinearRule(
        .siteCount, unit: "site",
        terms: problem.sites.indices.map { .init(.open(site: $0), year: problem.yearCount - 1, 1) },
        atMost: most,
        settings: [LimitSetting(Self.path, form: .whole, value: most, lowest: 1, highest: 100_000)])
    ]
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    if relaxation.setting.path == Self.path { problem.sitesMax = Int(relaxation.value) }
  }
}
