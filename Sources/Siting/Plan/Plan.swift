// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters
public import Figures

/// The answer: what is built where and when, what it costs, which rules bind, and what the answer rests on.
public struct Plan: Sendable, Equatable {
  /// What is known about the answer.
  public enum Status: String, Sendable, CaseIterable, Comparable {
    /// No plan is cheaper, to one part in a million.
    case optimal
    /// No plan is cheaper by more than the gap asked for.
    case gap
    /// A limit or an interruption came first; the plan stands with its bound.
    case limit
    /// No plan satisfies all rules.
    case infeasible
    /// A limit came before any plan was found, and before it was known whether there is one.
    case unknown

    /// From the most to the least that is known; what is known of several goals is the least of them. No plan
    /// at all comes before any statement about plans.
    public static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .unknown: 0
      case .optimal: 1
      case .gap: 2
      case .limit: 3
      case .infeasible: 4
      }
    }
  }

  /// What a plan comes to in one goal.
  public struct GoalOutcome: Sendable, Equatable {
    /// What counts, for example `gpus`.
    public var name: String
    /// Unit of the amounts.
    public var unit: String
    /// Whether more of it is better.
    public var isMaximised: Bool
    /// Share of the best amount that later goals were allowed to give up.
    public var tolerance: Double
    /// Amount of the plan; nil without one.
    public var value: Double?
    /// Best amount found while the goal was sought.
    public var best: Double?
    /// No plan that keeps to the goals before is better than this; nil when not known.
    public var bound: Double?

    /// |best - bound| / |best|, a ratio, of the plan where no best is known; nil without both.
    public var gap: Double? {
      guard let best = best ?? value, let bound else { return nil }
      return max(0, isMaximised ? bound - best : best - bound) / max(best.magnitude, 1)
    }

    /// What a plan comes to in one goal.
    public init(
      name: String, unit: String, isMaximised: Bool, tolerance: Double, value: Double?, best: Double?,
      bound: Double?
    ) {
      self.name = name
      self.unit = unit
      self.isMaximised = isMaximised
      self.tolerance = tolerance
      self.value = value
      self.best = best
      self.bound = bound
    }
  }

  /// Title of the scenario.
  public var name: String
  /// What is known about the answer.
  public var status: Status
  /// Why the solver stopped.
  public var termination: String
  /// Discounted cost in EUR; nil without a plan.
  public var costEUR: Double?
  /// Part of the discounted cost that every plan has: systems for the GPUs asked for, at the lowest price of
  /// a GPU.
  public var unavoidableEUR: Double
  /// What was sought, in order of importance, and what was reached.
  public var goals: [GoalOutcome]
  /// Gap that was asked for, a ratio.
  public var gapAsked: Double
  /// Planning years.
  public var years: [Int]
  /// Every candidate site of the table, chosen or not, in ascending order of identifier.
  public var sites: [PlannedSite]
  /// Sums over the chosen sites.
  public var totals: PlanTotals
  /// What every rule of the scenario comes to.
  public var activities: [RuleActivity]
  /// Every rule recomputed from the inputs.
  public var audit: PlanAudit
  /// Share of the chosen GPUs whose site rests, at its weakest figure, on each basis.
  public var basisShare: [Basis: Double]
  /// Why there is no plan; nil when there is one.
  public var explanation: InfeasibilityExplanation?
  /// What was decided.
  public var placement: Placement
  /// What the planner should know beside the figures, in English.
  public var warnings: [String] = []

  /// Whether the lowest discounted cost alone was sought.
  public var seeksCostAlone: Bool { goals.count == 1 && goals[0].name == Goal.discountedCost.name }

  /// No plan costs less than this many EUR, discounted; nil when not known, or when the cost alone was not
  /// what was sought.
  public var boundEUR: Double? { seeksCostAlone ? goals[0].bound : nil }

  /// Largest gap of the goals that were sought, a ratio; nil when one is not known.
  public var gap: Double? {
    var largest = 0.0
    for goal in goals {
      guard let gap = goal.gap else { return nil }
      largest = max(largest, gap)
    }
    return goals.isEmpty ? nil : largest
  }

  /// The gap in EUR; nil when the cost alone was not what was sought.
  public var gapEUR: Double? {
    guard let costEUR, let boundEUR else { return nil }
    return max(0, costEUR - boundEUR)
  }

  /// The gap against the part of the cost that decisions can change, a ratio: GPUs that nobody can avoid
  /// flatter a percentage of all cost.
  public var gapOfControllable: Double? {
    guard let costEUR, let gapEUR else { return nil }
    return gapEUR / max(1, costEUR - unavoidableEUR)
  }

  /// Chosen sites.
  public var chosen: [PlannedSite] { sites.filter { $0.verdict == .chosen } }
}

/// One candidate site in a plan.
public struct PlannedSite: Sendable, Equatable {
  /// What became of a candidate.
  public enum Verdict: String, Sendable {
    case chosen
    case notChosen = "not_chosen"
    case excluded
  }

  /// Blocks of one sku in service at the end of one year.
  public struct Blocks: Sendable, Equatable {
    /// Calendar year.
    public var year: Int
    /// The sku.
    public var skuID: String
    /// Whole blocks in service.
    public var blocks: Int
    /// GPUs in service.
    public var gpus: Int
  }

  /// Identifier in the site table.
  public var id: String
  /// Name to show.
  public var name: String
  /// Position.
  public var position: SiteTable.Position
  /// Region; empty when unknown.
  public var region: String
  /// What became of it.
  public var verdict: Verdict
  /// Why, in words.
  public var grounds: [Phrase]
  /// Rules that struck it, when it is excluded.
  public var exclusions: [SiteExclusion]
  /// Whether every named owner and operator is under EU law; nil for an excluded site.
  public var isEUControlled: Bool?
  /// Whether it could host a SecNumCloud-class service; nil for an excluded site.
  public var isSecNumCloudClass: Bool?
  /// Weakest basis among the figures that decide what it can carry; nil for an excluded site.
  public var basis: Basis?
  /// Calendar year in which it is energised; nil when not chosen.
  public var opensYear: Int?
  /// Its connection; nil when not chosen.
  public var connection: ConnectionOption?
  /// Blocks in service by year and sku, zero entries left out.
  public var blocks: [Blocks]
  /// GPUs in service at the end of each year.
  public var gpusByYear: [Int]
  /// Provisioned IT power at the end of each year, in MW.
  public var itMWByYear: [Double]
  /// Grid power at the end of each year, in MW.
  public var gridMWByYear: [Double]
  /// Grid power it may draw by its data and connection at the end of the horizon, in MW.
  public var powerLimitMW: Double?
  /// Power usage effectiveness; nil for an excluded site.
  public var pue: Double?
  /// Its money.
  public var costs: PlanCosts
  /// Cluster at the end of the horizon; nil when not chosen.
  public var design: ClusterDesign?
  /// Everything that gets built for that cluster; nil when not chosen.
  public var specification: ClusterSpecification?

  /// Why, in English sentences.
  public var reasons: [String] { grounds.map(\.english) }
  /// GPUs at the end of the horizon.
  public var gpus: Int { gpusByYear.last ?? 0 }
  /// IT power at the end of the horizon, in MW.
  public var itMW: Double { itMWByYear.last ?? 0 }
  /// Grid power at the end of the horizon, in MW.
  public var gridMW: Double { gridMWByYear.last ?? 0 }
}

/// Sums over the chosen sites of a plan.
public struct PlanTotals: Sendable, Equatable {
  /// Chosen sites.
  public var sites: Int
  /// GPUs in service at the end of each year.
  public var gpusByYear: [Int]
  /// Provisioned IT power at the end of each year, in MW.
  public var itMWByYear: [Double]
  /// Grid power at the end of each year, in MW.
  public var gridMWByYear: [Double]
  /// Energy in a year at the state of the end of the horizon, in MWh.
  public var energyMWhPerYear: Double
  /// Money.
  public var costs: PlanCosts
  /// GPUs at the end of the horizon on sites under EU control.
  public var euControlledGPUs: Int
  /// GPUs at the end of the horizon on sites that could host a SecNumCloud-class service.
  public var secNumCloudClassGPUs: Int
}
