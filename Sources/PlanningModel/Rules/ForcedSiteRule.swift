// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension RuleKind {
  /// Sites that are forced in.
  package static let forcedSite = RuleKind("force_in", "Sites decided by the planner") { limit in
    let left: Phrase = "\(limit.scope) left out although the scenario forces it in"
    let reasons = limit.problem.exclusions.filter { $0.siteID == limit.scope }.map(\.words)
    return reasons.isEmpty ? left : "\(left), for it cannot be chosen: \(.joined(reasons, separator: "; "))"
  }
}

/// A site that the planner has decided for is open at the end of the horizon. One that cannot be chosen has a
/// rule without terms: the problem has no plan, and the row says why.
struct ForcedSiteRule: PlanningRule {
  private static let path = ["sites", "force_in"]

  var kinds: [RuleKind] { [.forcedSite] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    let excluded = Set(problem.exclusions.map(\.siteID))
    let forced = problem.sites.indices.filter { problem.sites[$0].decision == .forcedIn }
    return forced.map { i in
      Self.rule(problem.sites[i].id, terms: [.init(.open(site: i), year: problem.yearCount - 1, 1)])
    } + problem.forcedSites.filter(excluded.contains).map { Self.rule($0, terms: []) }
  }

  private static func rule(_ id: String, terms: [LinearRule.Term]) -> LinearRule {
    LinearRule(
      .forcedSite, scope: id, unit: "site", terms: terms, atLeast: 1,
      settings: [LimitSetting(path, form: .element(id))])
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    guard case .element(let id) = relaxation.setting.form, relaxation.setting.path == Self.path else {
      return
    }
    problem.forcedSites.removeAll { $0 == id }
    for i in problem.sites.indices where problem.sites[i].id == id { problem.sites[i].decision = .open }
  }
}
