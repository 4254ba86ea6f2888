// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Optimization
import Synchronization
import Testing

@testable import GLPKSolver

@Suite struct DeterminismTests {
  @Test func sameModelSameResult() throws {
    for model in [
      try Models.siting(sites: 20, years: 3, seed: 1), try Models.packing(columns: 40, rows: 4, seed: 5),
    ] {
      let options = SolveOptions(relativeGap: 1e-4)
      let first = try GLPKSolver().solve(model, options: options)
      #expect(first.termination == .optimal)
      #expect(try GLPKSolver().solve(model, options: options) == first)
      // A flag that is never raised, a limit that is never reached and a watcher change nothing.
      let watched = try GLPKSolver().solve(
        model,
        options: SolveOptions(
          relativeGap: 1e-4, timeLimitSeconds: 3600, nodeLimit: 1_000_000, cancellation: CancellationFlag()),
        progress: { _ in })
      #expect(watched == first)
    }
  }

  @Test func orderOfTermsDoesNotMatter() throws {
    let model = try Models.siting(sites: 12, years: 2, seed: 3)
    var other = Model(sense: model.sense)
    for column in 0..<model.columnCount {
      _ = try other.addVariable(
        lower: model.columnLower[column], upper: model.columnUpper[column],
        cost: model.objective[column], integer: model.isInteger[column])
    }
    for row in 0..<model.rowCount {
      var sum = LinearExpression()
      for entry in (model.rowStart[row]..<model.rowStart[row + 1]).reversed() {
        sum.add(model.coefficient[entry], Variable(column: Int(model.columnIndex[entry])))
      }
      try other.addConstraint(sum, lower: model.rowLower[row], upper: model.rowUpper[row])
    }
    let options = SolveOptions(relativeGap: 1e-4)
    #expect(try GLPKSolver().solve(model, options: options) == GLPKSolver().solve(other, options: options))
  }

  @Test func threadsAtOnceEqualSerial() throws {
    let models = try (1...4).map { try Models.siting(sites: 12, years: 2, seed: UInt64($0)) }
    let options = SolveOptions(relativeGap: 1e-4)
    let serial = try models.map { try GLPKSolver().solve($0, options: options) }
    let found = Found()
    let done = DispatchSemaphore(value: 0)
    for round in 0..<8 {
      Thread {
        let result = try? GLPKSolver().solve(models[round % 4], options: options)
        found.results.withLock { $0[round] = result }
        done.signal()
      }.start()
    }
    for _ in 0..<8 { done.wait() }
    let results = found.results.withLock { $0 }
    for round in 0..<8 { #expect(results[round] == serial[round % 4]) }
  }

  private final class Found: Sendable {
    let results = Mutex<[Int: SolveResult]>([:])
  }
}
