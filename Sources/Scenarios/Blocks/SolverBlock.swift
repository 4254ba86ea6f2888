// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `[solver]`: when to stop.
struct SolverBlock {
  var settings: SolveSettings

  init(_ table: ConfigTable) {
    let defaults = SolveSettings()
    settings = SolveSettings(
      gap: table.number("gap", .upTo(0.5).downTo(1e-12)) ?? defaults.gap,
      timeLimitSeconds: table.number("time_limit_s", .positive(upTo: 10_000_000)),
      nodeLimit: table.integer("node_limit", .from(1, to: 1e12)),
      seed: table.integer("seed", .upTo(2_147_483_647)) ?? defaults.seed)
    if let limit = table.integer("explanation_node_limit", .from(1, to: 1e12)) {
      settings.explanationNodeLimit = limit
    }
  }
}
