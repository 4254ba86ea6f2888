// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Sites

/// Under whose law each site stands: the tiers of the scenario where it states some, and otherwise what is
/// read from owners and operators.
package struct SovereigntyTiers {
  /// Names of the tiers, the strongest first.
  let labels: [Phrase]
  private let ranks: [String: Int]
  /// Whether the scenario states tiers.
  let isStated: Bool

  init(plan: Plan, problem: SitingProblem) {
    let statuses = problem.sovereigntyStatuses
    isStated = !statuses.isEmpty
    guard isStated else {
      ranks = [:]
      labels = ["EU control", "other or unknown control"]
      return
    }
    var names: [Int: String] = [:]
    for status in statuses { names[status.rank] = status.tier }
    let order = names.keys.sorted()
    var labels = order.map { Phrase(word: names[$0] ?? "") }
    let known = Set(statuses.map(\.siteID))
    if plan.sites.contains(where: { !known.contains($0.id) }) { labels.append("not classed") }
    self.labels = labels
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    ranks = Dictionary(
      statuses.compactMap { status in places[status.rank].map { (status.siteID, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Index of the tier of a site among the labels.
  func tier(of site: PlannedSite) -> Int {
    if isStated { return ranks[site.id] ?? labels.count - 1 }
    return site.isEUControlled == true ? 0 : 1
  }
}
