// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How long each stage of a run took. Never written to a result, since results do not depend on the clock.
package struct StageTimes: Sendable, Equatable {
  /// Stages in the order in which they ran, with their seconds.
  package private(set) var stages: [(name: String, seconds: Double)] = []

  /// No stage yet.
  package init() {}

  /// Runs a stage and notes its duration.
  mutating func measure<Result>(
    _ name: String, _ clock: () -> Double, _ body: () throws -> Result
  ) rethrows -> Result {
    let start = clock()
    let result = try body()
    stages.append((name, clock() - start))
    return result
  }

  /// Splits the last stage in two, in proportion to two durations.
  mutating func splitLast(_ first: String, _ a: Duration, _ second: String, _ b: Duration) {
    guard let last = stages.popLast() else { return }
    let share = a / max(a + b, .nanoseconds(1))
    stages.append((first, last.seconds * share))
    stages.append((second, last.seconds * (1 - share)))
  }

  /// One line, for example `scenario 0.012 s, layers 0.140 s`.
  package var line: String {
    stages.map { "\($0.name) \($0.seconds.rounded(decimals: 3)) s" }.joined(separator: ", ")
  }

  package static func == (a: StageTimes, b: StageTimes) -> Bool { a.line == b.line }
}
