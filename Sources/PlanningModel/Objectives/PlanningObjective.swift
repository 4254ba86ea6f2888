// SPDX-License-Identifier: GPL-3.0-or-later

/// What a plan minimises or maximises, as a planner states it: one objective, or several in order of
/// importance.
package struct PlanningObjective: Sendable, Equatable, Codable {
  /// What can be counted of a plan.
  package enum Measure: String, Sendable, Codable, CaseIterable {
    /// All costs at their value in the base year, EUR.
    case discountedCostEUR = "discounted_cost_eur"
    /// GPUs in service at the end of the horizon.
    case gpus
    /// Dense exaFLOPS in service at the end of the horizon, at the precision of the demand or else FP8.
    case exaflops
    /// GPUs in service times the years they serve within the horizon: early capacity counts more.
    case gpuYears = "gpu_years"
    /// Carbon of the electricity within the horizon, t of CO2 equivalent.
    case carbonT = "carbon_t"
    /// Water drawn within the horizon, m3.
    case waterM3 = "water_m3"
    /// Sites opened.
    case sites

    /// Unit of the amount.
    package var unit: String {
      switch self {
      case .discountedCostEUR: "EUR"
      case .gpus: "GPU"
      case .exaflops: "EFLOPS"
      case .gpuYears: "GPU-year"
      case .carbonT: "t"
      case .waterM3: "m3"
      case .sites: "site"
      }
    }
  }

  /// One objective.
  package struct Level: Sendable, Equatable, Codable {
    /// What counts.
    package var measure: Measure
    /// Whether more of it is better.
    package var isMaximised: Bool
    /// Share of the best value that the objectives after this one may give up, as a ratio.
    package var tolerance: Double

    /// One objective.
    package init(_ measure: Measure, isMaximised: Bool = false, tolerance: Double = 0) {
      self.measure = measure
      self.isMaximised = isMaximised
      self.tolerance = tolerance
    }
  }

  /// Objectives in order of importance; never empty.
  package var levels: [Level]
  /// What a unit of another measure is worth in EUR, added to the discounted cost wherever that is an
  /// objective; negative for what is wanted.
  package var weightsEUR: [Measure: Double]

  /// What a plan minimises or maximises: the lowest discounted cost, unless stated otherwise.
  package init(levels: [Level] = [Level(.discountedCostEUR)], weightsEUR: [Measure: Double] = [:]) {
    self.levels = levels
    self.weightsEUR = weightsEUR
  }
}
