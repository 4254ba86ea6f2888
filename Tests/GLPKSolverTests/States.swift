// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Synchronization

/// Collects the states a solver reports.
final class States: Sendable {
  private let states = Mutex<[SolveProgress]>([])

  func add(_ state: SolveProgress) { states.withLock { $0.append(state) } }

  var all: [SolveProgress] { states.withLock { $0 } }
}
