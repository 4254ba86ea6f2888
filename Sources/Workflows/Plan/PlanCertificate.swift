// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import Optimization
import Planning
import PlanningModel
import Results

/// Makes the certificate of a search: what its row multipliers prove, worked out in exact arithmetic.
struct PlanCertificate {
  /// Solver for the multipliers of a contradiction, which a search does not give.
  let solver: any Solver
  /// When it should stop.
  let options: SolveOptions

  /// A certificate of what a search found out at the root for the last objective that it sought.
  ///
  /// - Returns: Nil where the root was not solved to its end, or where it did not settle that there is no
  ///   plan: then that rests on the solver's tree.
  /// - Throws: What the solver throws when it fails itself.
  func certificate(of answer: PlanSearch.Answer, problem: SitingProblem) throws -> BoundCertificate? {
    let model = answer.formulation.model
    if answer.outcome.status == .infeasible { return try contradiction(in: model) }
    let number = answer.outcome.objectives.count
    guard problem.objectives.indices.contains(number - 1), let given = answer.result.rootMultipliers else {
      return nil
    }
    let multipliers = Self.usable(given, in: model)
    guard let bound = try? ExactBound(model: model, rowMultipliers: multipliers) else { return nil }
    let objective = problem.objectives[number - 1]
    return BoundCertificate(
      claim: .bound(
        BoundCertificate.ObjectiveBound(
          number: number, name: objective.name, unit: objective.unit, isMaximised: objective.isMaximised,
          amount: ObjectiveAmount(objective: objective).text(bound),
          notCovered: problem.objectives(besides: number - 1))),
      modelSHA256: model.sha256, rowMultipliers: multipliers)
  }

  /// Multipliers under which the rows contradict each other; nil where fractions satisfy them all.
  private func contradiction(in model: Model) throws -> BoundCertificate? {
    let result = try solver.solve(model.leastViolations(), options: options, progress: nil)
    guard let given = result.rootMultipliers,
      let proof = try? InfeasibilityProof(model: model, rowMultipliers: given)
    else { return nil }
    // What plays no part in the proof is left out, so that every number of the file has a meaning.
    var multipliers = given.map { _ in 0.0 }
    for row in proof.rows { multipliers[row] = given[row] }
    return BoundCertificate(claim: .infeasible, modelSHA256: model.sha256, rowMultipliers: multipliers)
  }

  /// The multipliers with those at 0 that ask for a side which their row does not have: they prove nothing.
  private static func usable(_ multipliers: [Double], in model: Model) -> [Double] {
    guard multipliers.count == model.rowCount else { return multipliers }
    let sign = model.sense == .minimize ? 1.0 : -1.0
    return multipliers.enumerated().map { row, multiplier in
      let side = sign * multiplier > 0 ? model.rowLower[row] : model.rowUpper[row]
      return side.isFinite ? multiplier : 0
    }
  }
}

extension SitingProblem {
  /// Names of all objectives but one, of which a certificate of that one proves nothing.
  ///
  /// - Parameter place: Its place, from 0.
  func objectives(besides place: Int) -> [String] {
    objectives.enumerated().filter { $0.offset != place }.map(\.element.name)
  }
}
