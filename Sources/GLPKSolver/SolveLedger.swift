// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Synchronization

/// What a running solve knows so far, kept where another thread can take it. GLPK looks at the clock between
/// its steps only, and one step (presolve, a round of cuts, the relaxation of a node) may take long; whoever
/// waits for the solve then leaves with what is in the ledger.
final class SolveLedger: Sendable {
  private let known = Mutex(SolveResult(termination: .timeLimit))
  private let left = Atomic<Bool>(false)

  /// Whether the one who waited has left; the run ends at its next look.
  var isLeft: Bool { left.load(ordering: .relaxed) }

  /// Writes down what is known.
  func note(_ result: SolveResult) { known.withLock { $0 = result } }

  /// What is known.
  var latest: SolveResult { known.withLock { $0 } }

  /// Takes what is known; the run goes on alone until it notices.
  func leave() -> SolveResult {
    left.store(true, ordering: .relaxed)
    return known.withLock { $0 }
  }
}
