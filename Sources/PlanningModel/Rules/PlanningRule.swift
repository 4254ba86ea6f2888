// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

/// One family of rules, stated twice: as rows of the model, and as a check of a placement against the problem
/// that never sees the model. The two are written apart so that a fault in one shows in the other. What is a
/// sum of decisions against a limit states its linear rules, which have one row and one check for all.
protocol PlanningRule: Sendable {
  /// Kinds of its rows and activities.
  var kinds: [RuleKind] { get }
  /// The linear rules of a problem; none where rows and check are its own.
  func rules(in problem: SitingProblem) -> [LinearRule]
  /// Adds the rows that enforce the rule.
  func addRows(to builder: inout FormulationBuilder) throws(ModelError)
  /// Recomputes the rule from the problem's inputs for a placement: one activity for each place and year it
  /// speaks of.
  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity]
  /// Limits of its own that a planner could relax, beside those of its linear rules.
  func ownLimits(in problem: SitingProblem) -> [RuleLimit]
  /// Makes a relaxation in a problem where it is one of a setting of the rule.
  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem)
}

extension PlanningRule {
  func rules(in problem: SitingProblem) -> [LinearRule] { [] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    for rule in rules(in: builder.problem) { try builder.add(rule) }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    let rules = rules(in: problem)
    guard !rules.isEmpty else { return [] }
    let state = PlacementState(placement, in: problem)
    return rules.map { $0.activity(for: state) }
  }

  func ownLimits(in problem: SitingProblem) -> [RuleLimit] { [] }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {}
}

/// All rules, in the order in which rows and report lines appear.
package enum PlanningRules {
  static let all: [any PlanningRule] = [
    DemandRule(), SupplyRule(), ConnectionRule(), SitePowerRule(), SiteLandRule(), BlocksKeptRule(),
    CampusMinimumRule(), ZoneHeadroomRule(),
    RegionShareRule(), SiteCountRule(), BudgetRule(), ForcedSiteRule(), LinearRules(), TrainingCampusRule(),
    ObjectiveLimitRule(),
  ]

  /// Kinds of all rules, and of what is no rule of a planner.
  package static let kinds: [RuleKind] = all.flatMap(\.kinds) + [.validInequality, .wellFormed]

  /// Every rule of a problem, recomputed for a placement without the model.
  package static func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    all.flatMap { $0.activities(of: placement, in: problem) }
  }
}

extension RuleKind {
  /// Rows that every plan satisfies anyway.
  package static let validInequality = RuleKind("valid_inequality", "Valid inequality", isPolicy: false)
  /// Decisions that make sense at all.
  package static let wellFormed = RuleKind("well_formed", "Decisions that make sense", isPolicy: false)
}

extension SitingProblem {
  /// Every rule that is linear in what is decided, in the order of the rows.
  package var rules: [LinearRule] { PlanningRules.all.flatMap { $0.rules(in: self) } }

  /// Every limit that a planner could relax, in the order of the rows.
  package var relaxableLimits: [RuleLimit] {
    PlanningRules.all.flatMap { family in
      family.rules(in: self).map {
        RuleLimit(rule: RowKey(linear: $0), name: $0.name, unit: $0.unit, basis: $0.basis)
      } + family.ownLimits(in: self)
    }.filter { !$0.basis.settings.isEmpty }
  }

  /// The problem with relaxations made in it; those of settings that it does not know change nothing.
  package func applying(_ relaxations: [Relaxation]) -> SitingProblem {
    var changed = self
    for relaxation in relaxations {
      for rule in PlanningRules.all { rule.relax(relaxation, in: &changed) }
    }
    return changed
  }
}
