// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import GLPKSolver

/// Coefficients that no point can make felt are no reason for a fault, and none for a false answer.
@Suite("Negligible coefficients")
struct NegligibleEntryTests {
  /// A siting model with an entry in each row, and a row of its own, that are next to nothing.
  private func withDust(_ size: Double, seed: UInt64) throws -> (plain: Model, dusty: Model) {
    let plain = try Models.siting(sites: 4, years: 2, seed: seed)
    var dusty = Model(sense: plain.sense)
    for column in 0..<plain.columnCount {
      _ = try dusty.addVariable(
        lower: plain.columnLower[column], upper: plain.columnUpper[column], cost: plain.objective[column],
        integer: plain.isInteger[column])
    }
    var random = SplitMix64(state: seed)
    let bounded = (0..<plain.columnCount).filter { plain.columnUpper[$0].isFinite }
    for row in 0..<plain.rowCount {
      var sum = LinearExpression()
      for entry in plain.rowStart[row]..<plain.rowStart[row + 1] {
        sum.add(plain.coefficient[entry], Variable(column: Int(plain.columnIndex[entry])))
      }
      let other = bounded[random.index(below: bounded.count)]
      if !sum.columns.contains(other) {
        sum.add(random.index(below: 2) == 0 ? size : -size, Variable(column: other))
      }
      try dusty.addConstraint(sum, lower: plain.rowLower[row], upper: plain.rowUpper[row])
    }
    var alone = LinearExpression()
    for column in bounded.prefix(5) { alone.add(size, Variable(column: column)) }
    try dusty.addConstraint(alone, lower: 0)
    return (plain, dusty)
  }

  @Test(
    "The optimum is that of the model without them",
    arguments: [1e-15, 1e-30, 1e-100, 1e-200, 1e-300, 1e-307])
  func sameOptimum(size: Double) throws {
    for seed in 1...6 {
      let (plain, dusty) = try withDust(size, seed: UInt64(seed))
      let options = SolveOptions(relativeGap: 0)
      let expected = try GLPKSolver().solve(plain, options: options, progress: nil)
      let found = try GLPKSolver().solve(dusty, options: options, progress: nil)
      #expect(found.termination == expected.termination)
      guard let a = found.objective, let b = expected.objective else { continue }
      #expect((a - b).magnitude <= 1e-6 * max(1, b.magnitude), "seed \(seed)")
    }
  }

  @Test(
    "A share that is next to nothing asks for nothing, and is no contradiction",
    arguments: [1e-12, 1e-30, 1e-200])
  func tinyShare(share: Double) throws {
    // x + y >= 10 of which x must be at least a share, with room for x.
    let model = try Models.model(
      columns: [(0, 20, 2, true), (0, 20, 1, true)],
      rows: [([(0, 1), (1, 1)], 10, .infinity), ([(0, 1 - share), (1, -share)], 0, .infinity)])
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0), progress: nil)
    #expect(result.termination == .optimal && result.objective == 10)
  }

  @Test("A sum that needs what is next to nothing has no point")
  func contradiction() throws {
    let model = try Models.model(
      columns: [(0, 20, 1, true)], rows: [([(0, 1e-200)], 1e-3, .infinity)])
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0), progress: nil)
    #expect(result.termination == .infeasible)
  }

  @Test("Costs that are next to nothing are no fault", arguments: [1e-30, 1e-200, 1e-307])
  func tinyCosts(size: Double) throws {
    var model = try Models.siting(sites: 6, years: 3, seed: 2)
    for column in stride(from: 0, to: model.columnCount, by: 3) {
      try model.setCost(of: Variable(column: column), to: size)
    }
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0), progress: nil)
    #expect(result.termination == .optimal)
  }
}
