// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel

/// Every rule recomputed from the inputs for a placement, without the model and without the solver.
package struct PlanAudit: Sendable, Equatable {
  /// Whether every rule holds.
  package var passed: Bool
  /// Number of rule activities recomputed.
  package var checked: Int
  /// The activities that fail, with their slack.
  package var failures: [RuleActivity]

  /// The audit of no plan: nothing to check.
  init() {
    failures = []
    checked = 0
    passed = true
  }

  /// Audits a placement.
  package init(of placement: Placement, in problem: SitingProblem) {
    let activities = PlanAudit.activities(of: placement, in: problem)
    failures = activities.filter { !$0.holds }
    checked = activities.count
    passed = failures.isEmpty
  }

  /// The activity of every rule, in report order. A placement whose shape does not fit the problem fails as a
  /// whole.
  package static func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    if let fault = shapeFault(of: placement, in: problem) { return [fault] }
    return PlanningRules.activities(of: placement, in: problem)
  }

  /// Whether indices, counts and order of a placement make sense at all.
  private static func shapeFault(of placement: Placement, in problem: SitingProblem) -> RuleActivity? {
    func fault(_ scope: String) -> RuleActivity {
      RuleActivity(RowKey(.wellFormed, scope: scope), activity: 0, atLeast: 1, unit: "placement")
    }
    var last = -1
    for placed in placement.sites {
      guard problem.sites.indices.contains(placed.site), placed.site > last else {
        return fault("site index \(placed.site)")
      }
      last = placed.site
      let site = problem.sites[placed.site]
      let fits =
        placed.blocks.count == problem.blocks.count
        && placed.blocks.allSatisfy { $0.count == problem.yearCount && $0.allSatisfy { $0 >= 0 } }
      let connectionFits = placed.connection.map(site.connections.indices.contains) ?? true
      let yearFits = placed.opensYear.map((0..<problem.yearCount).contains) ?? true
      let isWhole = (placed.connection == nil) == (placed.opensYear == nil)
      if !fits || !connectionFits || !yearFits || !isWhole { return fault(site.id) }
    }
    return nil
  }
}
