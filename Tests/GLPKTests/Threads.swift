// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Runs a block on threads of their own, not on the cooperative pool, and gives the results in the order of
/// the index.
func onThreads<Result: Sendable>(
  _ count: Int, _ block: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let results = Shared<Result>()
  let done = DispatchSemaphore(value: 0)
  for index in 0..<count {
    let thread = Thread {
      let result = block(index)
      results.found.withLock { $0[index] = result }
      done.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  for _ in 0..<count { done.wait() }
  return results.found.withLock { found in (0..<count).compactMap { found[$0] } }
}

private final class Shared<Result: Sendable>: Sendable {
  let found = Mutex<[Int: Result]>([:])
}
