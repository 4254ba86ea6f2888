// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A flag that any thread may raise to stop a running solve. What was found so far is kept.
///
/// The simplex method looks at it after every slice of iterations, branch and bound at every callback. GLPK
/// makes no callback while it solves the first relaxation of a presolved integer problem.
public final class StopRequest: Sendable {
  private let raised = Atomic<Bool>(false)
  private let condition: @Sendable () -> Bool

  /// A request that is not raised.
  public init() { condition = { false } }

  /// A request that also counts as raised when a condition holds, for example another library's flag.
  ///
  /// - Parameter condition: Asked often, on the solving thread; must be cheap.
  public init(orWhen condition: @escaping @Sendable () -> Bool) { self.condition = condition }

  /// Asks the solve to stop. One atomic store, so it may be called from a signal handler.
  public func raise() { raised.store(true, ordering: .relaxed) }

  /// Whether the solve was asked to stop.
  public var isRaised: Bool { raised.load(ordering: .relaxed) || condition() }
}
