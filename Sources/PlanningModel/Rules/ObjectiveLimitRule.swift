// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

extension RuleKind {
  /// What an objective reached.
  package static let objective = RuleKind("objective", "What was sought before", isPolicy: false)
}

/// Objectives that were sought before stay within the tolerance of what they reached.
struct ObjectiveLimitRule: PlanningRule {
  var kinds: [RuleKind] { [.objective] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    for held in builder.problem.objectiveLimits {
      let amount = try builder.amount(of: held.objective)
      let side = held.limit / held.objective.amountPerUnit
      try builder.addRow(
        amount, lower: held.objective.isMaximised ? side : -.infinity,
        upper: held.objective.isMaximised ? .infinity : side, RowKey(.objective, scope: held.objective.name))
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    problem.objectiveLimits.map { held in
      RuleActivity(
        RowKey(.objective, scope: held.objective.name),
        activity: held.objective.value(of: placement, in: problem),
        atLeast: held.objective.isMaximised ? held.limit : nil,
        atMost: held.objective.isMaximised ? nil : held.limit,
        unit: held.objective.unit)
    }
  }
}
