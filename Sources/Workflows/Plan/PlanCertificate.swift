// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import Optimization
import Reports
import Siting

/// Makes the certificate of a search: what its row multipliers prove, worked out in exact arithmetic.
struct PlanCertificate {
  /// Solver for the multipliers of a contradiction, which a search does not give.
  let solver: any Solver
  /// When it should stop.
  let options: SolveOptions

  /// A certificate of what a search found out at the root for the last goal that it sought.
  ///
  /// - Returns: Nil where the root was not solved to its end, or where it did not settle that there is no plan: then that rests on
  ///   the solver's tree.
  /// - Throws: What the solver throws when it fails itself.
  func certificate(of answer: PlanSearch.Answer, problem: SitingProblem) throws -> BoundCertificate? {
    let model = answer.formulation.model
    if answer.outcome.status == .infeasible { return try contradiction(in: model) }
    let number = answer.outcome.goals.count
    guard problem.goals.indices.contains(number - 1), let multipliers = answer.result.rootMultipliers,
      let bound = try? ExactBound(model: model, rowMultipliers: multipliers)
    else { return nil }
    let goal = problem.goals[number - 1]
    return BoundCertificate(
      claim: .bound(
        BoundCertificate.GoalBound(
          number: number, name: goal.name, unit: goal.unit, isMaximised: goal.isMaximised,
          amount: GoalAmount(goal: goal).text(bound))),
      modelSHA256: model.sha256, rowMultipliers: multipliers)
  }

  /// Multipliers under which the rows contradict each other; nil where fractions satisfy them all.
  private func contradiction(in model: Model) throws -> BoundCertificate? {
    let result = try solver.solve(model.leastMisses(), options: options, progress: nil)
    guard let multipliers = result.rootMultipliers,
      (try? InfeasibilityProof(model: model, rowMultipliers: multipliers)) != nil
    else { return nil }
    return BoundCertificate(claim: .infeasible, modelSHA256: model.sha256, rowMultipliers: multipliers)
  }
}
