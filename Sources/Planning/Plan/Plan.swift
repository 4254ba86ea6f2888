// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import PlanningModel
package import Quantities
package import Sites

/// The answer: what is built where and when, what it costs, which rules bind, and what the answer rests on.
package struct Plan: Sendable, Equatable {
  /// What is known about the answer.
  package enum Status: String, Sendable, CaseIterable, Comparable {
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

    /// From the most to the least that is known; what is known of several objectives is the least of them. No
    /// plan at all comes before any statement about plans.
    package static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }

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

  /// What a plan comes to in one objective.
  package struct ObjectiveOutcome: Sendable, Equatable {
    /// What counts, for example `gpus`.
    package var name: String
    /// Unit of the amounts.
    package var unit: String
    /// Whether more of it is better.
    package var isMaximised: Bool
    /// Share of the best amount that later objectives were allowed to give up.
    package var tolerance: Double
    /// Amount of the plan; nil without one.
    package var value: Double?
    /// Best amount found while the objective was sought.
    package var best: Double?
    /// No plan that keeps to the objectives before is better than this; nil when not known.
    package var bound: Double?

    /// |best - bound| / |best|, a ratio, of the plan where no best is known; nil without both.
    package var gap: Double? {
      guard let best = best ?? value, let bound else { return nil }
      return max(0, isMaximised ? bound - best : best - bound) / max(best.magnitude, 1)
    }

    /// What a plan comes to in one objective.
    package init(
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
  package var name: String
  /// What is known about the answer.
  package var status: Status
  /// Why the solver stopped.
  package var termination: String
  /// Discounted cost in EUR; nil without a plan.
  package var costEUR: Double?
  /// Part of the discounted cost that every plan has: systems for the GPUs asked for, at the lowest price of
  /// a GPU.
  package var unavoidableEUR: Double
  /// What was sought, in order of importance, and what was reached.
  package var objectives: [ObjectiveOutcome]
  /// Gap that was asked for, a ratio.
  package var gapAsked: Double
  /// Planning years.
  package var years: [Int]
  /// Every candidate site of the table, chosen or not, in ascending order of identifier.
  package var sites: [PlannedSite]
  /// Sums over the chosen sites.
  package var totals: PlanTotals
  /// What every rule of the scenario comes to.
  package var activities: [RuleActivity]
  /// Every rule recomputed from the inputs.
  package var audit: PlanAudit
  /// Share of the chosen GPUs whose site rests, at its weakest figure, on each basis.
  package var basisShare: [Basis: Double]
  /// Why there is no plan; nil when there is one.
  package var explanation: InfeasibilityExplanation?
  /// What was decided.
  package var placement: Placement
  /// What the planner should know beside the figures, in English.
  package var warnings: [String] = []

  /// Whether the lowest discounted cost alone was sought.
  package var seeksCostAlone: Bool {
    objectives.count == 1 && objectives[0].name == Objective.discountedCost.name
  }

  /// No plan costs less than this many EUR, discounted; nil when not known, or when the cost alone was not
  /// what was sought.
  package var boundEUR: Double? { seeksCostAlone ? objectives[0].bound : nil }

  /// Largest gap of the objectives that were sought, a ratio; nil when one is not known.
  package var gap: Double? {
    var largest = 0.0
    for objective in objectives {
      guard let gap = objective.gap else { return nil }
      largest = max(largest, gap)
    }
    return objectives.isEmpty ? nil : largest
  }

  /// The gap in EUR; nil when the cost alone was not what was sought.
  package var gapEUR: Double? {
    guard let costEUR, let boundEUR else { return nil }
    return max(0, costEUR - boundEUR)
  }

  /// The gap against the part of the cost that decisions can change, a ratio: GPUs that nobody can avoid
  /// flatter a percentage of all cost.
  package var gapOfControllable: Double? {
    guard let costEUR, let gapEUR else { return nil }
    return gapEUR / max(1, costEUR - unavoidableEUR)
  }

  /// Chosen sites.
  package var chosen: [PlannedSite] { sites.filter { $0.status == .chosen } }
}

/// One candidate site in a plan.
package struct PlannedSite: Sendable, Equatable {
  /// What became of a candidate.
  package enum Status: String, Sendable, CaseIterable {
    case chosen
    case notChosen = "not_chosen"
    case excluded
  }

  /// Blocks of one sku in service at the end of one year.
  package struct Blocks: Sendable, Equatable {
    /// Calendar year.
    package var year: Int
    /// The sku.
    package var skuID: String
    /// Whole blocks in service.
    package var blocks: Int
    /// GPUs in service.
    package var gpus: Int
  }

  /// Identifier in the site table.
  package var id: String
  /// Name to show.
  package var name: String
  /// Position.
  package var position: SiteTable.Position
  /// Region; empty when unknown.
  package var region: String
  /// What became of it.
  package var status: Status
  /// Why, in words.
  package var grounds: [Phrase]
  /// Rules that excluded it, when it is excluded.
  package var exclusions: [SiteExclusion]
  /// Whether every named owner and operator is under EU law; nil for an excluded site.
  package var isEUControlled: Bool?
  /// Weakest basis among the figures that decide what it can carry; nil for an excluded site.
  package var basis: Basis?
  /// Calendar year in which it is energised; nil when not chosen.
  package var opensYear: Int?
  /// Its connection; nil when not chosen.
  package var connection: ConnectionOption?
  /// Blocks in service by year and sku, zero entries left out.
  package var blocks: [Blocks]
  /// GPUs in service at the end of each year.
  package var gpusByYear: [Int]
  /// Provisioned IT power at the end of each year, in MW.
  package var itMWByYear: [Double]
  /// Grid power at the end of each year, in MW.
  package var gridMWByYear: [Double]
  /// Grid power it may draw by its data and connection at the end of the horizon, in MW.
  package var powerLimitMW: Double?
  /// Power contracted with the grid operator at the end of the horizon, in MW; nil when not chosen.
  package var contractedMW: Double?
  /// The last day on which a decision allows the first operation in the year of the plan; nil when not
  /// chosen.
  package var decideBy: CalendarDay?
  /// Power usage effectiveness; nil for an excluded site.
  package var pue: Double?
  /// Its money.
  package var costs: PlanCosts
  /// Cluster at the end of the horizon; nil when not chosen.
  package var design: ClusterDesign?
  /// Everything that gets built for that cluster; nil when not chosen.
  package var specification: ClusterSpecification?

  /// Why, in English sentences.
  package var reasons: [String] { grounds.map(\.english) }
  /// GPUs at the end of the horizon.
  package var gpus: Int { gpusByYear.last ?? 0 }
  /// IT power at the end of the horizon, in MW.
  package var itMW: Double { itMWByYear.last ?? 0 }
  /// Grid power at the end of the horizon, in MW.
  package var gridMW: Double { gridMWByYear.last ?? 0 }
}

/// Sums over the chosen sites of a plan.
package struct PlanTotals: Sendable, Equatable {
  /// Chosen sites.
  package var sites: Int
  /// GPUs in service at the end of each year.
  package var gpusByYear: [Int]
  /// GPUs of existing fleets that serve the demand at the end of each year, beside those of the plan.
  package var existingGPUsByYear: [Int]
  /// Provisioned IT power at the end of each year, in MW.
  package var itMWByYear: [Double]
  /// Grid power at the end of each year, in MW.
  package var gridMWByYear: [Double]
  /// Energy in a year at the state of the end of the horizon, in MWh.
  package var energyMWhPerYear: Double
  /// Money.
  package var costs: PlanCosts
  /// GPUs at the end of the horizon on sites under EU control.
  package var euControlledGPUs: Int
}
