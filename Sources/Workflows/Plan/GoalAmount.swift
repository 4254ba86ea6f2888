// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import PlanningModel
import Quantities
import Reports

/// Amounts of a goal from values of the model's objective, which is minimised, in MEUR where cost counts.
struct GoalAmount {
  let goal: Goal

  /// Amount in one unit of the objective, with its sign.
  private var perUnit: Int {
    (goal.isMaximised ? -1 : 1) * (goal.countsCost ? Int(Formulation.eurPerUnit) : 1)
  }

  /// The amount of a value of the objective.
  func exact(_ objective: ExactNumber) -> ExactNumber { objective * ExactNumber(perUnit) }

  /// A bound as a number, rounded so that it stays one.
  func safe(_ bound: ExactBound) -> Double {
    goal.isMaximised ? exact(bound.value).roundedUp : exact(bound.value).roundedDown
  }

  /// A bound in decimal digits, rounded so that it stays one: money to the cent.
  func text(_ bound: ExactBound) -> String {
    exact(bound.value).decimal(places: goal.countsCost ? 2 : 6, down: !goal.isMaximised)
  }

  /// Whether a bound proves a claim in decimal digits; nil when these are none.
  func proves(_ bound: ExactBound, claim: String) -> Bool? {
    guard goal.isMaximised else { return exact(bound.value).isAtLeast(decimal: claim) }
    let opposite = claim.hasPrefix("-") ? String(claim.dropFirst()) : "-" + claim
    return (-exact(bound.value)).isAtLeast(decimal: opposite)
  }

  /// An amount for people; one that is proven is rounded so that no more is said.
  func shown(_ amount: Double, isProven: Bool = false) -> String {
    let step = goal.unit == "EUR" ? 1e5 : 0.1
    let rounding: FloatingPointRoundingRule = goal.isMaximised ? .up : .down
    let kept = isProven ? (amount / step).rounded(rounding) * step : amount
    return goal.unit == "EUR"
      ? "\(NumberText.millionEUR(kept)) MEUR" : "\(NumberText.grouped(kept, decimals: 1)) \(goal.unit)"
  }
}
