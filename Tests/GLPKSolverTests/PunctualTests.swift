// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Optimization
import Quantities
import Synchronization
import Testing

@testable import GLPKSolver

/// A limit holds to within a second, whatever GLPK is busy with.
@Suite("Solves end in time")
struct PunctualTests {
  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    let begin = ContinuousClock.now
    try work()
    return begin.duration(to: .now) / .seconds(1)
  }

  @Test("A step that does not look at the clock is left at the limit, with what was known by then")
  func longStep() throws {
    let known = SolveResult(termination: .timeLimit, values: [1], objective: 7, bound: 5)
    var result: SolveResult?
    let took = try seconds {
      let punctual = PunctualSolve(deadline: .now + .milliseconds(200), cancellation: nil)
      result = try punctual.result { ledger in
        ledger.note(known)
        Thread.sleep(forTimeInterval: 3)
        return SolveResult(termination: .optimal)
      }
    }
    #expect(took < 1.2, "\(took) s")
    #expect(result?.termination == .timeLimit && result?.values == [1] && result?.bound == 5)
    #expect(result?.log.last?.contains("past the limit") ?? false)
  }

  @Test("A request to stop is heard within a long step")
  func longStepCancelled() throws {
    let flag = CancellationFlag()
    var result: SolveResult?
    let took = try seconds {
      let punctual = PunctualSolve(deadline: nil, cancellation: flag)
      result = try punctual.result { _ in
        flag.raise()
        Thread.sleep(forTimeInterval: 3)
        return SolveResult(termination: .optimal)
      }
    }
    #expect(took < 1.2 && result?.termination == .cancelled, "\(took) s")
  }

  @Test("A run that ends by itself has its own answer, and its errors")
  func onTime() throws {
    struct Fault: Error {}
    let punctual = PunctualSolve(deadline: .now + .seconds(60), cancellation: nil)
    let result = try punctual.result { _ in SolveResult(termination: .infeasible) }
    #expect(result.termination == .infeasible)
    let other = PunctualSolve(deadline: .now + .seconds(60), cancellation: nil)
    #expect(throws: Fault.self) { _ = try other.result { _ in throw Fault() } }
  }

  @Test("Hard models end within a second of their limit and say why", arguments: [0.3, 1.0])
  func hardModels(limit: Double) throws {
    for model in [
      try Self.lots(products: 25, periods: 20), try Models.packing(columns: 400, rows: 60, seed: 3),
    ] {
      var result: SolveResult?
      let took = try seconds {
        result = try GLPKSolver().solve(
          model, options: SolveOptions(relativeGap: 0, timeLimitSeconds: limit), progress: nil)
      }
      #expect(took < limit + 1, "\(took) s of \(limit)")
      #expect(result?.termination == .timeLimit)
      if let values = result?.values { #expect(FeasibilityReport(of: values, in: model).isFeasible) }
    }
  }

  /// Lot sizing with set-ups and common capacities: rounds of mixed-integer rounding cuts take long on it.
  private static func lots(products: Int, periods: Int) throws -> Model {
    var random = SplitMix64(state: 11)
    var model = Model()
    var capacity = (0..<periods).map { _ in LinearExpression() }
    var total = 0.0
    for _ in 0..<products {
      let demand = (0..<periods).map { _ in Double(random.index(below: 60)) }
      total += demand.reduce(0, +)
      var stock: Variable?
      for t in 0..<periods {
        let made = try model.addVariable(cost: 1)
        let kept = try model.addVariable(cost: Double(random.index(below: 5) + 1))
        let setUp = try model.addBinary(cost: Double(random.index(below: 350) + 50))
        var balance = LinearExpression()
        if let stock { balance.add(1, stock) }
        balance.add(1, made)
        balance.add(-1, kept)
        try model.addConstraint(balance, lower: demand[t], upper: demand[t])
        var needs = LinearExpression()
        needs.add(1, made)
        needs.add(-demand.reduce(0, +), setUp)
        try model.addConstraint(needs, upper: 0)
        capacity[t].add(1, made)
        capacity[t].add(Double(random.index(below: 25) + 5), setUp)
        stock = kept
      }
    }
    for row in capacity { try model.addConstraint(row, upper: 1.5 * total / Double(periods) + 300) }
    return model
  }
}
