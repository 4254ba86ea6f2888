// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Optimization
import Synchronization

/// A solve on a thread of its own that is left where it does not end in time: at its time limit, or when it
/// was asked to stop. The thread ends by itself at GLPK's next look at the clock; nothing waits for it.
final class PunctualSolve: Sendable {
  /// How long past its limit, or past a request to stop, a run may take to end by itself.
  private static let grace = Duration.milliseconds(300)
  /// Between two looks at a request to stop.
  private static let pause = DispatchTimeInterval.milliseconds(50)

  private let ledger = SolveLedger()
  private let outcome = Mutex<Result<SolveResult, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)
  private let deadline: ContinuousClock.Instant?
  private let cancellation: CancellationFlag?

  /// - Parameters:
  ///   - deadline: When the run must end; nil for no limit.
  ///   - cancellation: Raised to stop the run.
  init(deadline: ContinuousClock.Instant?, cancellation: CancellationFlag?) {
    self.deadline = deadline
    self.cancellation = cancellation
  }

  /// Runs the work and gives its result, or what the ledger knows where the work is late.
  func result(
    _ work: @escaping @Sendable (SolveLedger) throws -> SolveResult
  ) throws -> SolveResult {
    let thread = Thread { [self] in
      let found = Result { try work(ledger) }
      outcome.withLock { $0 = found }
      done.signal()
    }
    // GLPK takes more stack than the half megabyte a thread gets by default.
    thread.stackSize = 16 << 20
    thread.start()
    var asked: ContinuousClock.Instant?
    while done.wait(timeout: .now() + Self.pause) == .timedOut {
      let now = ContinuousClock.now
      if asked == nil, cancellation?.isRaised ?? false { asked = now }
      if let asked, now >= asked + Self.grace { return left(.cancelled) }
      if let deadline, now >= deadline + Self.grace { return left(.timeLimit) }
    }
    guard let outcome = outcome.withLock({ $0 }) else { return left(.timeLimit) }
    return try outcome.get()
  }

  private func left(_ reason: SolveResult.Termination) -> SolveResult {
    var result = ledger.leave()
    if result.termination != .optimal { result.termination = reason }
    result.log.append("left within a step of GLPK that went past the limit")
    return result
  }
}
