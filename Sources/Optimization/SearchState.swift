// SPDX-License-Identifier: GPL-3.0-or-later

/// State of a search that seeks one objective after the other, in the unit of the objective that is sought.
package struct SearchState: Sendable, Equatable {
  /// Stage of an objective whose search has ended, for whatever reason.
  package static let endStage = "end"

  /// Which objective is sought.
  package struct Objective: Sendable, Equatable {
    /// What counts, for example `discounted_cost_eur`.
    package var name: String
    /// Unit of the amounts.
    package var unit: String
    /// Whether more of it is better.
    package var isMaximised: Bool
    /// Its place in the order of the objectives, from 1.
    package var number: Int
    /// How many objectives there are.
    package var count: Int

    /// Which objective is sought.
    package init(name: String, unit: String, isMaximised: Bool, number: Int = 1, count: Int = 1) {
      self.name = name
      self.unit = unit
      self.isMaximised = isMaximised
      self.number = number
      self.count = count
    }
  }

  /// Name of the stage that runs, for example `root relaxation`.
  package var stage: String
  /// Which objective is sought.
  package var objective: Objective
  /// Amount of the best plan; nil while there is none.
  package var best: Double?
  /// No plan is better than this; nil while that is not known.
  package var bound: Double?
  /// Explored nodes, of all objectives so far.
  package var nodes: Int
  /// Simplex iterations of finished steps, of all objectives so far.
  package var iterations: Int
  /// Seconds since the search began.
  package var elapsedSeconds: Double

  /// |best - bound| / |best|, a ratio; nil without both.
  package var gap: Double? {
    guard let width = gapAmount, let best else { return nil }
    return width / max(best.magnitude, 1e-9)
  }

  /// Distance from the best plan to the bound; nil without both, zero where rounding puts the bound beyond
  /// the plan.
  package var gapAmount: Double? {
    guard let best, let bound else { return nil }
    return max(0, objective.isMaximised ? bound - best : best - bound)
  }

  /// State of a search.
  package init(
    stage: String, objective: Objective, best: Double? = nil, bound: Double? = nil, nodes: Int = 0,
    iterations: Int = 0,
    elapsedSeconds: Double = 0
  ) {
    self.stage = stage
    self.objective = objective
    self.best = best
    self.bound = bound
    self.nodes = nodes
    self.iterations = iterations
    self.elapsedSeconds = elapsedSeconds
  }
}
