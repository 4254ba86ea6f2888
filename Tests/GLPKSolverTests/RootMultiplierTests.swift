// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import Optimization
import Testing

@testable import GLPKSolver

@Suite("Row multipliers of the root relaxation") struct RootMultiplierTests {
  @Test(
    "Of the knapsack they prove the relaxation's optimum, by hand 23: whole items 4 and 2, a fifth of item 1")
  func knapsack() throws {
    let model = try Models.knapsack()
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0))
    let multipliers = try #require(result.rootMultipliers)
    #expect(multipliers.count == 1 && (multipliers[0] - 2).magnitude < 1e-12)
    let bound = try ExactBound(model: model, rowMultipliers: multipliers)
    #expect((bound.safeDouble - 23).magnitude < 1e-9)
  }

  @Test(
    "Of siting models they prove, to rounding, the optimum of the relaxation, and never more than the optimum",
    arguments: 1...12)
  func siting(seed: UInt64) throws {
    let model = try Models.siting(sites: 5, years: 3, seed: seed)
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0))
    var relaxed = Model(sense: model.sense)
    relaxed.objectiveConstant = model.objectiveConstant
    for column in 0..<model.columnCount {
      _ = try relaxed.addVariable(
        lower: model.columnLower[column], upper: model.columnUpper[column], cost: model.objective[column])
    }
    for row in 0..<model.rowCount {
      var sum = LinearExpression()
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        sum.add(model.coefficient[entry], Variable(column: Int(model.columnIndex[entry])))
      }
      try relaxed.addConstraint(sum, lower: model.rowLower[row], upper: model.rowUpper[row])
    }
    let relaxation = try GLPKSolver().solve(relaxed, options: SolveOptions())
    guard result.termination == .optimal else {
      #expect(result.termination == .infeasible)
      return
    }
    let multipliers = try #require(result.rootMultipliers)
    #expect(multipliers.count == model.rowCount)
    let bound = try ExactBound(model: model, rowMultipliers: multipliers).safeDouble
    let root = try #require(relaxation.objective)
    let optimum = try #require(result.objective)
    #expect((bound - root).magnitude <= 1e-7 * max(1, root.magnitude), "\(bound) \(root)")
    #expect(bound <= optimum + 1e-9 * max(1, optimum.magnitude))
    // A relaxation is its own root: the same bound from its own multipliers.
    let own = try ExactBound(model: relaxed, rowMultipliers: try #require(relaxation.rootMultipliers))
    #expect((own.safeDouble - root).magnitude <= 1e-7 * max(1, root.magnitude))
  }

  @Test("Where the relaxation has no point there are none")
  func infeasible() throws {
    let model = try Models.model(
      columns: [(0, 1, 1, true), (0, 1, 1, true)], rows: [([(0, 1), (1, 1)], 3, .infinity)])
    let result = try GLPKSolver().solve(model, options: SolveOptions())
    #expect(result.termination == .infeasible && result.rootMultipliers == nil)
  }
}
