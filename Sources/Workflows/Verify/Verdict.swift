// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Reports

/// What verification comes to, in one sentence that also says what of it rests on the solver.
struct Verdict {
  private let plan: Plan
  private let certificate: CertificateCheck

  init(_ plan: Plan, _ certificate: CertificateCheck) {
    self.plan = plan
    self.certificate = certificate
  }

  /// The sentence for a result that nothing was found against.
  var sentence: String {
    switch plan.status {
    case .infeasible:
      certificate.provesInfeasibility
        ? "stands; that no plan meets all rules is proven exactly, and what would have to be relaxed rests on the solver's search"
        : "not proven here: that no plan meets all rules, and what would have to be relaxed, rests on the solver's search; all else stands"
    case .unknown: "stands; no plan was found before the search ended, and none is claimed not to be"
    case .optimal, .gap, .limit: "stands; " + bound + before
    }
  }

  /// Whether anything of the claim rests on the solver.
  var restsOnSolver: Bool {
    switch plan.status {
    case .infeasible, .unknown: true
    case .optimal, .gap, .limit: !isProven || !before.isEmpty
    }
  }

  private var objective: Plan.ObjectiveOutcome? {
    plan.objectives.indices.contains(certificate.objective) && certificate.provenAmount != nil
      ? plan.objectives[certificate.objective]
      : plan.objectives.last { $0.bound != nil } ?? plan.objectives.last
  }

  /// Whether the certificate proves all of the bound that is stated.
  private var isProven: Bool {
    guard let objective, let proven = certificate.provenAmount, let stated = objective.bound else {
      return false
    }
    return (objective.isMaximised ? proven - stated : stated - proven) <= 1e-9 * stated.magnitude
  }

  private var claim: String {
    let gap = (plan.status == .gap ? plan.gap ?? 0 : plan.gap).map {
      NumberText.rounded($0 * 100, digits: 2) + " %"
    }
    // A certificate of the last of several objectives holds those before it to what was reached, which it
    // does not prove.
    guard let objective, !others.isEmpty, certificate.provenAmount != nil else {
      if plan.status == .optimal { return "optimality" }
      return gap.map { "that it is within \($0) of the optimum" } ?? "its bound"
    }
    let held = "with \(others.joined(separator: ", ")) held to what was reached"
    if plan.status == .optimal { return "that \(objective.name) cannot be better \(held)" }
    return gap.map { "that \(objective.name) is within \($0) of the best \(held)" } ?? "its bound"
  }

  /// Names of the objectives that no certificate speaks of.
  private var others: [String] {
    guard plan.objectives.count > 1 else { return [] }
    return plan.objectives.enumerated().filter {
      $1.best != nil && !($0 == certificate.objective && certificate.provenAmount != nil)
    }.map(\.element.name)
  }

  private var bound: String {
    guard let objective else { return "nothing is claimed of the optimum" }
    let what =
      plan.objectives.count > 1 || objective.name != Objective.discountedCost.name
      ? " on \(objective.name)" : ""
    guard objective.bound != nil else {
      return certificate.provenAmount.map {
        "it states no bound, and that of \(shown($0, objective))\(what) is proven exactly"
      } ?? "it states no bound, so that its distance from the optimum is not known"
    }
    guard let proven = certificate.provenAmount else {
      return "\(claim) rests on the solver's search alone: no bound\(what) is proven"
    }
    return isProven
      ? "\(claim) is proven exactly by the bound of \(shown(proven, objective))\(what)"
      : "\(claim) rests on the solver's search beyond the proven bound of \(shown(proven, objective))\(what)"
  }

  private func shown(_ amount: Double, _ objective: Plan.ObjectiveOutcome) -> String {
    let step = objective.unit == "EUR" ? 1e4 : 0.1
    let kept = (amount / step).rounded(objective.isMaximised ? .up : .down) * step
    return objective.unit == "EUR"
      ? "\(NumberText.millionEUR(kept, decimals: 2)) MEUR"
      : "\(NumberText.grouped(kept, decimals: 1)) \(objective.unit)"
  }

  /// What no certificate speaks of where several objectives were sought.
  private var before: String {
    guard !others.isEmpty, certificate.provenAmount != nil else { return "" }
    return "; that \(others.joined(separator: ", ")) cannot be better rests on the solver's search alone"
  }
}
