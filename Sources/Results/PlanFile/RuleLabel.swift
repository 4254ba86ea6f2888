// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Quantities
import Wording

/// Statuses and objectives in words for people.
package enum RuleLabel {
  /// What is known about a plan, in an English sentence.
  package static func text(_ plan: Plan) -> String { words(plan).english }

  /// What became of a candidate, in English.
  package static func text(_ status: PlannedSite.Status) -> String { words(status).english }

  /// What is known about a plan, in a sentence.
  package static func words(_ plan: Plan) -> Phrase {
    switch plan.status {
    case .optimal:
      return plan.seeksCostAlone
        ? "Proven: no plan that meets all rules is cheaper."
        : "Proven: no plan that meets all rules is better at \(objectives(plan))."
    case .gap:
      let (gap, asked) = (gap(plan) ?? "unknown", Phrase.percent(plan.gapAsked, decimals: 2))
      return plan.seeksCostAlone
        ? "Proven: no plan that meets all rules is cheaper by more than \(gap) (asked: \(asked))."
        : "Proven: no plan that meets all rules is better at \(objectives(plan)) by more than \(gap) (asked: \(asked))."
    case .limit: return "\(limit(plan.termination)): the plan meets all rules, and \(rest(plan))."
    case .infeasible: return "Proven: no plan meets all rules. See below which would have to be relaxed."
    case .unknown:
      return
        "A limit came before any plan was found (\(plan.termination)); whether one exists is not known. Give it more time."
    }
  }

  /// Why the proof is not complete.
  private static func limit(_ termination: String) -> Phrase {
    switch termination {
    case "imported": "Taken over from another solver"
    case "timeLimit": "The time limit came before the proof"
    case "nodeLimit": "The limit on nodes came before the proof"
    case "cancelled": "Interrupted before the proof"
    default: "A limit came before the proof (\(termination))"
    }
  }

  /// How much better than a plan without a complete proof another may be.
  private static func rest(_ plan: Plan) -> Phrase {
    if let gap = gap(plan) {
      return plan.seeksCostAlone
        ? "one that is up to \(gap) cheaper may exist" : "one that is up to \(gap) better may exist"
    }
    let unknown: Phrase =
      plan.seeksCostAlone
      ? "how much cheaper another may be is not known" : "how much better another may be is not known"
    return plan.termination == "imported" ? "\(unknown) (--bound finds a limit to it)" : unknown
  }

  private static func gap(_ plan: Plan) -> Phrase? {
    guard let gap = plan.gap else { return nil }
    return .percent(gap, decimals: gap < 0.001 ? 4 : 2)
  }

  /// What was sought, in order.
  private static func objectives(_ plan: Plan) -> Phrase {
    var words: [Phrase] = []
    for objective in plan.objectives {
      words.append(Phrase(word: objectives[objective.name] ?? objective.name))
    }
    guard let first = words.first else { return .empty }
    return words.dropFirst().reduce(first) { "\($0), then \($1)" }
  }

  /// What is sought, by its name in files.
  package static let objectives: [String: String] = [
    "carbon_t": "carbon", "discounted_cost_eur": "discounted cost", "exaflops": "arithmetic in service",
    "gpu_years": "GPU-years", "gpus": "GPUs in service", "sites": "the number of sites",
    "water_m3": "water", "weighted_cost_eur": "weighted cost",
  ]

  /// What became of a candidate, in words.
  package static func words(_ status: PlannedSite.Status) -> Phrase {
    switch status {
    case .chosen: "chosen"
    case .notChosen: "not chosen"
    case .excluded: "left out"
    }
  }
}
