// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import Optimization
import Planning
import PlanningModel
import Results

/// Proves again, in exact arithmetic and without a solver, what the certificate of a result claims, and says
/// which part of the plan's bound that is.
struct CertificateCheck {
  /// Why the certificate does not stand; empty when it does, or when there is none.
  private(set) var findings: [String] = []
  /// What is proven and what is not, for a person.
  private(set) var line = ""
  /// The bound that the multipliers prove, in the unit of the objective, rounded so that it stays one; nil
  /// where they prove none.
  private(set) var proven: String?
  /// The same as a number that is still a bound; nil where none is proven.
  private(set) var provenAmount: Double?
  /// Place of the objective that is bounded, from 0.
  private(set) var objective = 0
  /// Whether it is proven that there is no plan.
  private(set) var provesInfeasibility = false
  /// The certificate with the same multipliers as it would be written for these inputs; nil where there is
  /// none.
  private(set) var canonical: BoundCertificate?

  private let plan: Plan

  /// Checks the certificate in a directory.
  ///
  /// - Parameters:
  ///   - plan: The plan made again from its decisions.
  ///   - problem: Its problem.
  ///   - folder: The directory.
  /// - Throws: `WorkflowFailure` for a file that is no certificate.
  init(of plan: Plan, problem: SitingProblem, folder: PlanFolder) throws {
    self.plan = plan
    line = Self.unproven(plan)
    guard folder.bytes(BoundCertificate.fileName) != nil else { return }
    let certificate: BoundCertificate
    do {
      certificate = try BoundCertificate(folder.json(BoundCertificate.fileName))
    } catch let error as PlanReadingError {
      throw WorkflowFailure(error, in: "\(folder.path)/\(BoundCertificate.fileName)")
    }
    canonical = certificate
    switch certificate.claim {
    case .infeasible:
      try checkContradiction(certificate, model: Formulation(problem).model)
    case .bound(let claim):
      guard let stage = stage(of: claim, problem) else { return }
      try checkBound(
        claim, certificate, objective: problem.objectives[claim.number - 1], model: Formulation(stage).model,
        notCovered: problem.objectives(besides: claim.number - 1))
    }
  }

  private mutating func report(_ message: String) {
    findings.append("\(BoundCertificate.fileName): \(message)")
  }

  /// The problem with the objectives before the one of a claim held to what they reached; nil when there is
  /// no such objective.
  private mutating func stage(
    of claim: BoundCertificate.ObjectiveBound, _ problem: SitingProblem
  ) -> SitingProblem? {
    guard claim.number <= problem.objectives.count, problem.objectives[claim.number - 1].name == claim.name
    else {
      report("objective \(claim.number) of the scenario is not '\(claim.name)'")
      return nil
    }
    let objective = problem.objectives[claim.number - 1]
    if objective.unit != claim.unit || objective.isMaximised != claim.isMaximised {
      report("unit and sense are not those of the objective '\(claim.name)'")
    }
    var stage = problem
    for index in 0..<claim.number - 1 {
      guard let best = plan.objectives[index].best else {
        report("the plan says of objective \(index + 1) not what was reached, on which the proof rests")
        return nil
      }
      let objective = problem.objectives[index]
      stage.objectiveLimits.append(ObjectiveLimit(objective, limit: objective.limit(best: best)))
    }
    return stage
  }

  /// Whether multipliers are those of the model; a wrong number of them proves nothing.
  private mutating func fits(_ certificate: BoundCertificate, _ model: Model) -> Bool {
    let digest = model.sha256
    canonical?.modelSHA256 = digest
    if certificate.modelSHA256 != digest {
      report("is of another model than these inputs give in this version of Arpent (SHA-256 differs)")
    }
    let count = certificate.rowMultipliers.count
    guard count == model.rowCount else {
      report("holds \(count) row multipliers, and the model has \(model.rowCount) rows")
      return false
    }
    return true
  }

  private mutating func checkBound(
    _ claim: BoundCertificate.ObjectiveBound, _ certificate: BoundCertificate, objective: Objective,
    model: Model,
    notCovered: [String]
  ) {
    guard fits(certificate, model) else { return }
    if claim.notCovered != notCovered {
      report("not_covered: must name the other objectives, of which it proves nothing: \(notCovered)")
    }
    let bound: ExactBound
    do {
      bound = try ExactBound(model: model, rowMultipliers: certificate.rowMultipliers)
    } catch {
      report("\(error)")
      return
    }
    let amount = ObjectiveAmount(objective: objective)
    let text = amount.text(bound)
    proven = text
    provenAmount = amount.safe(bound)
    self.objective = claim.number - 1
    var stated = claim
    stated.amount = text
    stated.notCovered = notCovered
    canonical?.claim = .bound(stated)
    if amount.proves(bound, claim: claim.amount) == nil {
      report("bound: '\(claim.amount)' is no decimal number")
    } else if claim.amount != text {
      report(
        "claims a bound of \(claim.amount) \(objective.unit), and its multipliers prove \(text) \(objective.unit)"
      )
    }
    if bound.repairedMultipliers > 0 { reportUseless(bound.repairedMultipliers) }
    if plan.status == .infeasible {
      report("proves a bound, and the plan says that there is none; it proves nothing of that")
    }
    let outcome = plan.objectives[claim.number - 1]
    let safe = amount.safe(bound)
    // Solvers hold rules to a tolerance, so that a plan may be that much better than any exact one.
    if let value = outcome.value,
      (objective.isMaximised ? value - safe : safe - value) > 1e-6 * max(1, value.magnitude)
    {
      report(
        "proves that no plan comes to \(objective.isMaximised ? "more" : "less") than \(text) \(objective.unit), and this one is "
          + "said to come to \(value) \(objective.unit)")
    }
    line = Self.text(proven: safe, outcome, amount)
  }

  private mutating func checkContradiction(_ certificate: BoundCertificate, model: Model) {
    if plan.status != .infeasible {
      report("claims that there is no plan, and the status is '\(plan.status.rawValue)'")
    }
    guard fits(certificate, model) else { return }
    do {
      let proof = try InfeasibilityProof(model: model, rowMultipliers: certificate.rowMultipliers)
      provesInfeasibility = true
      let useless = certificate.rowMultipliers.count { $0 != 0 } - proof.rows.count
      if useless > 0 { reportUseless(useless) }
      line = "no plan: proven exactly, by \(proof.rows.count) rows of the model that contradict each other"
    } catch {
      report("\(error)")
    }
  }

  /// Multipliers that play no part in the proof are 0 in what Arpent writes.
  private mutating func reportUseless(_ count: Int) {
    report("row_multipliers: \(count) of them ask for a side that their row does not have, and prove nothing")
  }

  /// Which part of a stated bound is proven.
  private static func text(proven: Double, _ outcome: Plan.ObjectiveOutcome, _ amount: ObjectiveAmount)
    -> String
  {
    let what = outcome.name == Objective.discountedCost.name ? "bound" : "bound on \(outcome.name)"
    let shown = amount.shown(proven, isProven: true)
    guard let stated = outcome.bound else {
      return "\(what): \(shown) proven exactly at the root; the plan states none"
    }
    let rest = outcome.isMaximised ? proven - stated : stated - proven
    if rest <= 0 { return "\(what): \(amount.shown(stated)) proven exactly at the root" }
    if rest <= 1e-9 * stated.magnitude {
      return "\(what): \(amount.shown(stated)) proven exactly at the root, to one part in a thousand million"
    }
    return
      "\(what): \(shown) proven exactly at the root; the rest, to \(amount.shown(stated)), rests on the solver's tree"
  }

  /// What to say where nothing is proven here.
  private static func unproven(_ plan: Plan) -> String {
    if plan.status == .infeasible { return "no plan: that rests on the solver; nothing of it is proven here" }
    let isStated = plan.objectives.contains { $0.bound != nil }
    return isStated
      ? "bound: rests on the solver; nothing of it is proven here" : "bound: the plan states none"
  }
}
