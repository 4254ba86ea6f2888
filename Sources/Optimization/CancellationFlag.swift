// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A flag that any thread, or a signal handler, may raise to stop a solve.
package final class CancellationFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  /// A flag that is not raised.
  package init() {}

  /// Asks the solve to stop. Safe from a signal handler: one atomic store.
  package func raise() { raised.store(true, ordering: .relaxed) }

  /// Whether the flag was raised.
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
}
