// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import PlanningModel
package import Quantities
import Wording

/// Rules in words for people.
package enum RuleLabel {
  /// What a family of rules asks, in a few words.
  package static func words(_ family: RowKey.Family) -> Phrase {
    switch family {
    case .oneConnection: "One connection a site"
    case .connectionKept: "Connection not before its first year"
    case .sitePower: "Power of the site and its connection"
    case .siteLand: "Land of the site"
    case .blocksKept: "Blocks stay in service"
    case .blockTotals: "National totals"
    case .campusMinimum: "Smallest campus"
    case .demand: "GPUs asked for"
    case .supply: "GPUs that can be delivered"
    case .zoneHeadroom: "Free power of the demand zone"
    case .euControlled: "GPUs under EU control"
    case .nonEUOwner: "GPUs on sites with a non-EU owner"
    case .secNumCloudClass: "GPUs on SecNumCloud-class sites"
    case .regionShare: "GPUs in one region"
    case .siteCount: "Number of sites"
    case .budget: "Budget"
    case .forcedSite: "Sites decided by the planner"
    case .linear: "Further rules"
    case .connectedAmount: "What a site puts on a substation"
    case .trainingCampus: "Campus for training"
    case .goal: "What was sought before"
    case .strengthening: "Strengthening"
    case .wellFormed: "Decisions that make sense"
    }
  }

  /// What a rule asks, in a few words; a linear rule by its family.
  package static func words(_ rule: RowKey) -> Phrase {
    guard let family = rule.linearFamily else { return words(rule.family) }
    if let words = linearFamilies[family] { return words }
    let words = family.replacing("_", with: " ")
    return Phrase(word: words.prefix(1).uppercased() + words.dropFirst())
  }

  /// What a family of rules asks, in a few English words.
  package static func text(_ family: RowKey.Family) -> String { words(family).english }

  /// What a rule asks, in a few English words.
  package static func text(_ rule: RowKey) -> String { words(rule).english }

  /// What is known about a plan, in an English sentence.
  package static func text(_ plan: Plan) -> String { words(plan).english }

  /// What became of a candidate, in English.
  package static func text(_ verdict: PlannedSite.Verdict) -> String { words(verdict).english }

  /// What each family of linear rules asks, by its identifier.
  package static let linearFamilies: [String: Phrase] = [
    "carbon_per_year": "Carbon of the electricity in a year",
    "carbon_total": "Carbon of the electricity within the horizon",
    "demand_exaflops": "Arithmetic asked for",
    "demand_inference": "GPUs near the hubs",
    "demand_it_mw": "IT power asked for",
    "heat_reuse": "IT power with a user for its heat",
    "loss_of_one_site": "GPUs that remain when a site is lost",
    "loss_of_one_substation": "GPUs that remain when a substation is lost",
    "loss_of_one_zone": "GPUs that remain when a grid zone is lost",
    "min_distance": "Distance between sites",
    "per_departement_max": "Sites in one departement",
    "planner_rule": "Rule of the planner's own",
    "power_ramp": "Grid power added a year",
    "region_power": "Grid power in one region",
    "site_in_use": "An open site holds a block",
    "site_logic": "Sites that go together or not",
    "site_power_ramp": "Grid power added a year on one site",
    "sites_min": "Fewest sites",
    "sovereignty_share": "GPUs by sovereignty of their site",
    "substation_headroom": "Free power of the substation",
    "water": "Water for cooling",
  ]

  /// What is known about a plan, in a sentence.
  package static func words(_ plan: Plan) -> Phrase {
    switch plan.status {
    case .optimal:
      return plan.seeksCostAlone
        ? "Proven: no plan that meets all rules is cheaper."
        : "Proven: no plan that meets all rules is better at \(aims(plan))."
    case .gap:
      let (gap, asked) = (gap(plan) ?? "unknown", Phrase.percent(plan.gapAsked, decimals: 2))
      return plan.seeksCostAlone
        ? "Proven: no plan that meets all rules is cheaper by more than \(gap) (asked: \(asked))."
        : "Proven: no plan that meets all rules is better at \(aims(plan)) by more than \(gap) (asked: \(asked))."
    case .limit: return "\(limit(plan.termination)): the plan meets all rules, and \(rest(plan))."
    case .infeasible: return "Proven: no plan meets all rules. See below which would have to give way."
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
  private static func aims(_ plan: Plan) -> Phrase {
    var words: [Phrase] = []
    for goal in plan.goals { words.append(Phrase(word: goals[goal.name] ?? goal.name)) }
    guard let first = words.first else { return .empty }
    return words.dropFirst().reduce(first) { "\($0), then \($1)" }
  }

  /// What is sought, by its name in files.
  package static let goals: [String: String] = [
    "carbon_t": "carbon", "discounted_cost_eur": "discounted cost", "exaflops": "arithmetic in service",
    "gpu_years": "GPU-years", "gpus": "GPUs in service", "sites": "the number of sites",
    "water_m3": "water", "weighted_cost_eur": "weighted cost",
  ]

  /// What became of a candidate, in words.
  package static func words(_ verdict: PlannedSite.Verdict) -> Phrase {
    switch verdict {
    case .chosen: "chosen"
    case .notChosen: "not chosen"
    case .excluded: "left out"
    }
  }
}
