// SPDX-License-Identifier: GPL-3.0-or-later

/// When the search for a plan may stop.
package struct SolveSettings: Sendable, Equatable, Codable {
  /// Largest proven relative gap at which a plan counts as done, as a ratio.
  package var gap: Double
  /// Wall-clock limit in seconds; nil for none.
  package var timeLimitSeconds: Double?
  /// Limit on explored nodes; nil for none. Gives the same plan on every machine, unlike a time limit.
  package var nodeLimit: Int?
  /// Limit on explored nodes of each search for what would have to be relaxed where there is no plan.
  package var explanationNodeLimit = 150
  /// Seed of everything that is drawn at random.
  package var seed: Int

  /// When the search for a plan may stop: by default at a gap of 1e-4, without limits.
  package init(gap: Double = 1e-4, timeLimitSeconds: Double? = nil, nodeLimit: Int? = nil, seed: Int = 0) {
    self.gap = gap
    self.timeLimitSeconds = timeLimitSeconds
    self.nodeLimit = nodeLimit
    self.seed = seed
  }
}
