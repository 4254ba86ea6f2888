// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

extension RuleKind {
  /// What a goal reached.
  package static let goal = RuleKind("objective", "What was sought before", isPolicy: false)
}

/// Goals that were sought before stay within the tolerance of what they reached.
struct GoalLimitRule: PlanningRule {
  var kinds: [RuleKind] { [.goal] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    for held in builder.problem.goalLimits {
      let amount = try builder.amount(of: held.goal)
      let side = held.limit / held.goal.amountPerUnit
      try builder.addRow(
        amount, lower: held.goal.isMaximised ? side : -.infinity,
        upper: held.goal.isMaximised ? .infinity : side, RowKey(.goal, scope: held.goal.name))
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    problem.goalLimits.map { held in
      RuleActivity(
        RowKey(.goal, scope: held.goal.name), activity: held.goal.value(of: placement, in: problem),
        atLeast: held.goal.isMaximised ? held.limit : nil, atMost: held.goal.isMaximised ? nil : held.limit,
        unit: held.goal.unit)
    }
  }
}
