// SPDX-License-Identifier: GPL-3.0-or-later

/// An objective in terms of a problem's decisions: what the model minimises or maximises, and what a plan is
/// recomputed by.
package struct Objective: Sendable, Equatable, Codable {
  /// What counts, for example `gpus`.
  package var name: String
  /// Unit of the amount.
  package var unit: String
  /// Whether more of it is better.
  package var isMaximised: Bool
  /// Share of the best value that later objectives may give up, as a ratio.
  package var tolerance: Double
  /// Whether the discounted cost is part of the amount; it is in EUR then.
  package var countsCost: Bool
  /// What else is part of it: a sum over decisions.
  package var terms: [LinearRule.Term]

  /// An objective in terms of a problem's decisions.
  package init(
    name: String, unit: String, isMaximised: Bool, tolerance: Double = 0, countsCost: Bool,
    terms: [LinearRule.Term] = []
  ) {
    self.name = name
    self.unit = unit
    self.isMaximised = isMaximised
    self.tolerance = tolerance
    self.countsCost = countsCost
    self.terms = terms
  }

  /// The lowest discounted cost.
  package static let discountedCost = Objective(
    name: PlanningObjective.Measure.discountedCostEUR.rawValue, unit: "EUR", isMaximised: false,
    countsCost: true)

  /// The amount in one unit of the model's objective.
  package var amountPerUnit: Double { countsCost ? Formulation.eurPerUnit : 1 }

  /// The amount of a placement, from the decisions and the problem alone.
  package func value(of placement: Placement, in problem: SitingProblem) -> Double {
    let cost = countsCost ? PlanCosts(of: placement, in: problem).discountedEUR : 0
    guard !terms.isEmpty else { return cost }
    return cost + LinearRule.value(of: terms, for: PlacementState(placement, in: problem))
  }

  /// The worst amount that stays within the tolerance of a best one.
  package func limit(best: Double) -> Double {
    best + (isMaximised ? -1 : 1) * tolerance * best.magnitude
  }
}

/// An earlier objective while a later one is sought: its amount must not get worse than a limit.
package struct ObjectiveLimit: Sendable, Equatable, Codable {
  /// The objective.
  package var objective: Objective
  /// Worst amount.
  package var limit: Double

  /// An earlier objective while a later one is sought.
  package init(_ objective: Objective, limit: Double) {
    self.objective = objective
    self.limit = limit
  }
}
