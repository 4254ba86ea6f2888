// SPDX-License-Identifier: GPL-3.0-or-later

/// How a search went: its states in order, one for each new stage, better plan or better bound. The same
/// inputs give the same states but for their seconds, unless a time limit or an interruption ends the search.
package struct SearchTrace: Sendable, Equatable {
  /// One state.
  package struct Entry: Sendable, Equatable {
    /// Stage, for example `root relaxation`; `end` for the state in which an objective was left.
    package var stage: String
    /// Objective that was sought, for example `discounted_cost_eur`.
    package var objective: String
    /// Amount of the best plan in the unit of the objective; nil while there was none.
    package var best: Double?
    /// No plan is better than this, in the unit of the objective; nil while that was not known.
    package var bound: Double?
    /// Nodes explored so far.
    package var nodes: Int
    /// Simplex iterations of finished steps so far: a measure of work that does not depend on the machine.
    package var iterations: Int
    /// Seconds since the search began; nil where they are not reported.
    package var seconds: Double?

    /// One state.
    package init(
      stage: String, objective: String, best: Double? = nil, bound: Double? = nil, nodes: Int = 0,
      iterations: Int = 0, seconds: Double? = nil
    ) {
      self.stage = stage
      self.objective = objective
      self.best = best
      self.bound = bound
      self.nodes = nodes
      self.iterations = iterations
      self.seconds = seconds
    }
  }

  /// The states in order.
  package var entries: [Entry]

  /// How a search went.
  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// The same without seconds: what two runs on the same inputs have in common.
  package var withoutSeconds: SearchTrace {
    var copy = self
    for index in copy.entries.indices { copy.entries[index].seconds = nil }
    return copy
  }
}
