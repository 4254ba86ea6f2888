// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import PlanningModel
import Quantities
import Reports

/// Amounts of an objective from values of the model's objective, which is minimised, in MEUR where cost
/// counts.
struct ObjectiveAmount {
  let objective: Objective

  /// Amount in one unit of the objective, with its sign.
  private var perUnit: Int {
    (objective.isMaximised ? -1 : 1) * (objective.countsCost ? Int(Formulation.eurPerUnit) : 1)
  }

  /// The amount of a value of the objective.
  func exact(_ objective: ExactNumber) -> ExactNumber { objective * ExactNumber(perUnit) }

  /// A bound as a number, rounded so that it stays one.
  func safe(_ bound: ExactBound) -> Double {
    objective.isMaximised ? exact(bound.value).roundedUp : exact(bound.value).roundedDown
  }

  /// A bound in decimal digits, rounded so that it stays one: money to the cent.
  func text(_ bound: ExactBound) -> String {
    exact(bound.value).decimal(places: objective.countsCost ? 2 : 6, down: !objective.isMaximised)
  }

  /// Whether a bound proves a claim in decimal digits; nil when these are none.
  func proves(_ bound: ExactBound, claim: String) -> Bool? {
    guard objective.isMaximised else { return exact(bound.value).isAtLeast(decimal: claim) }
    let opposite = claim.hasPrefix("-") ? String(claim.dropFirst()) : "-" + claim
    return (-exact(bound.value)).isAtLeast(decimal: opposite)
  }

  /// An amount for people; one that is proven is rounded so that no more is said.
  func shown(_ amount: Double, isProven: Bool = false) -> String {
    let step = objective.unit == "EUR" ? 1e5 : 0.1
    let rounding: FloatingPointRoundingRule = objective.isMaximised ? .up : .down
    let kept = isProven ? (amount / step).rounded(rounding) * step : amount
    return objective.unit == "EUR"
      ? "\(NumberText.millionEUR(kept)) MEUR" : "\(NumberText.grouped(kept, decimals: 1)) \(objective.unit)"
  }
}
