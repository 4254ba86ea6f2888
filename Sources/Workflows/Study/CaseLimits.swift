// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Scenarios

/// When the search of a case may stop; nil takes what the scenario says.
package struct CaseLimits: Sendable, Equatable {
  /// Gap to stop at, a ratio.
  package var gap: Double?
  /// Seconds after which a case ends. What a case reaches by then depends on the machine.
  package var timeLimitSeconds: Double?
  /// Explored nodes after which a case ends: a limit that is the same on every machine.
  package var nodeLimit: Int?

  /// When the search of a case may stop.
  package init(gap: Double? = nil, timeLimitSeconds: Double? = nil, nodeLimit: Int? = nil) {
    self.gap = gap
    self.timeLimitSeconds = timeLimitSeconds
    self.nodeLimit = nodeLimit
  }

  /// The options of a solve on one thread.
  func options(_ settings: SolveSettings, cancellation: CancellationFlag) -> SolveOptions {
    SolveOptions(
      relativeGap: gap ?? settings.gap, timeLimitSeconds: timeLimitSeconds ?? settings.timeLimitSeconds,
      nodeLimit: nodeLimit ?? settings.nodeLimit, threads: 1, cancellation: cancellation)
  }
}
