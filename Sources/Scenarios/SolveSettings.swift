// SPDX-License-Identifier: GPL-3.0-or-later

/// When the search for a plan may stop.
public struct SolveSettings: Sendable, Equatable, Codable {
  /// Largest proven relative gap at which a plan counts as done, as a ratio.
  public var gap: Double
  /// Wall-clock limit in seconds; nil for none.
  public var timeLimitSeconds: Double?
  /// Limit on explored nodes; nil for none. Gives the same plan on every machine, unlike a time limit.
  public var nodeLimit: Int?
  /// Limit on explored nodes of each search for what would have to give way where there is no plan.
  public var explanationNodeLimit = 150
  /// Seed of everything that is drawn at random.
  public var seed: Int

  /// When the search for a plan may stop: by default at a gap of 1e-4, without limits.
  public init(gap: Double = 1e-4, timeLimitSeconds: Double? = nil, nodeLimit: Int? = nil, seed: Int = 0) {
    self.gap = gap
    self.timeLimitSeconds = timeLimitSeconds
    self.nodeLimit = nodeLimit
    self.seed = seed
  }
}
