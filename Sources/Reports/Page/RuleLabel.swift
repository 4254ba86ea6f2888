// SPDX-License-Identifier: GPL-3.0-or-later

public import Siting

/// Rules in words for people.
public enum RuleLabel {
  /// What a family of rules asks, in a few words.
  public static func text(_ family: RowKey.Family) -> String {
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
    case .trainingCampus: "Campus for training"
    case .goal: "What was sought before"
    case .strengthening: "Strengthening"
    case .wellFormed: "Decisions that make sense"
    }
  }

  /// What a rule asks, in a few words; a linear rule by the name of its family.
  public static func text(_ rule: RowKey) -> String {
    guard let family = rule.linearFamily else { return text(rule.family) }
    let words = family.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What is known about a plan, in a sentence.
  public static func text(_ plan: Plan) -> String {
    let gap = plan.gap.map { NumberText.percent($0, decimals: $0 < 0.001 ? 4 : 2) } ?? "unknown"
    return switch plan.status {
    case .optimal:
      plan.seeksCostAlone
        ? "Proven: no plan that meets all rules is cheaper."
        : "Proven: no plan that meets all rules is better at \(aims(plan))."
    case .gap:
      "Proven: no plan that meets all rules is \(plan.seeksCostAlone ? "cheaper" : "better at \(aims(plan))") by more than \(gap) (asked: "
        + "\(NumberText.percent(plan.gapAsked, decimals: 2)))."
    case .limit:
      "A limit came before the proof (\(plan.termination)): the plan meets all rules, and one that is up to \(gap) "
        + "\(plan.seeksCostAlone ? "cheaper" : "better") may exist."
    case .infeasible: "Proven: no plan meets all rules. See below which would have to give way."
    case .unknown:
      "A limit came before any plan was found (\(plan.termination)); whether one exists is not known. Give it more time."
    }
  }

  /// What was sought, in order.
  private static func aims(_ plan: Plan) -> String {
    plan.goals.map(\.name).joined(separator: ", then ")
  }

  /// What became of a candidate, in words.
  public static func text(_ verdict: PlannedSite.Verdict) -> String {
    switch verdict {
    case .chosen: "chosen"
    case .notChosen: "not chosen"
    case .excluded: "left out"
    }
  }
}
