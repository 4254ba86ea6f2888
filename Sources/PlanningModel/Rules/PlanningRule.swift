// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// One family of rules, stated twice: as rows of the model, and as a check of a placement against the problem
/// that never sees the model. The two are written apart so that a fault in one shows in the other.
protocol PlanningRule: Sendable {
  /// Adds the rows that enforce the rule.
  func addRows(to builder: inout FormulationBuilder) throws(ModelError)
  /// Recomputes the rule from the problem's inputs for a placement: one activity for each place and year it
  /// speaks of.
  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity]
}

/// All rules, in the order in which rows and report lines appear.
package enum PlanningRules {
  static let all: [any PlanningRule] = [
    DemandRule(), SupplyRule(), ConnectionRule(), SitePowerRule(), SiteLandRule(), BlocksKeptRule(),
    CampusMinimumRule(), ZoneHeadroomRule(), EUControlRule(), NonEUOwnerRule(), SecNumCloudClassRule(),
    RegionShareRule(), SiteCountRule(), BudgetRule(), ForcedSiteRule(), LinearRules(), TrainingCampusRule(),
    GoalLimitRule(),
  ]

  /// Every rule of a problem, recomputed for a placement without the model.
  package static func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    all.flatMap { $0.activities(of: placement, in: problem) }
  }
}
