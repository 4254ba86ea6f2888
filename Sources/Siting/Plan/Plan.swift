// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters
public import Figures

/// The answer: what is built where and when, what it costs, which rules bind, and what the answer rests on.
public struct Plan: Sendable, Equatable {
  /// What is known about the answer.
  public enum Status: String, Sendable, CaseIterable {
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
  }

  /// Title of the scenario.
  public var name: String
  /// What is known about the answer.
  public var status: Status
  /// Why the solver stopped.
  public var termination: String
  /// Discounted cost in EUR; nil without a plan.
  public var objectiveEUR: Double?
  /// No plan costs less than this many EUR, discounted; nil when not known.
  public var boundEUR: Double?
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

  /// (objective - bound) / objective, a ratio; nil without both.
  public var gap: Double? {
    guard let objectiveEUR, let boundEUR else { return nil }
    return max(0, objectiveEUR - boundEUR) / max(objectiveEUR.magnitude, 1)
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
  /// Why, in sentences.
  public var reasons: [String]
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
