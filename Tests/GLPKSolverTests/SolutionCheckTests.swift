// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization
import Testing

@testable import GLPKSolver

/// Solutions are what the model says, not what GLPK says.
@Suite struct SolutionCheckTests {
  /// A column x between 0 and 1e9, allowed only when a binary y is one, through x <= 1e9 y; at least `need`
  /// of x is wanted.
  private func bigM(_ need: Double) throws -> Model {
    try Models.model(
      columns: [(0, 1, 1000, true), (0, 1e9, 0.1, false)],
      rows: [([(1, 1), (0, -1e9)], -.infinity, 0), ([(1, 1)], need, .infinity)])
  }

  @Test func glpkAloneLeaksThroughALargeCoefficient() throws {
    // Documentation: y = 5e-6 counts as zero, and x = 5000 costs nothing for opening.
    try Environment.withProblem { problem in
      try problem.load(ProblemArrays(try bigM(5000)))
      var parameters = IntegerParameters()
      parameters.preprocessing = .none
      _ = try problem.simplex()
      #expect(try problem.branchAndBound(parameters).objective.map { $0 < 600 } == true)
    }
  }

  @Test(arguments: [5000.0, 500, 50, 5]) func solutionPaysForWhatItUses(_ need: Double) throws {
    let result = try GLPKSolver().solve(try bigM(need), options: SolveOptions(relativeGap: 0))
    #expect(result.values?.first == 1)
    #expect(abs(try #require(result.objective) - (1000 + need / 10)) < 1e-6)
    #expect(result.termination == .optimal)
    // The proof must not come from a search that took y for zero.
    #expect(try #require(result.relativeGap) < 1e-6)
  }

  @Test func leakBelowEveryToleranceIsAFailureNotAPlan() throws {
    // y = 5e-10 lies below the strictest tolerance too: better no answer than a wrong one.
    let result = try GLPKSolver().solve(try bigM(0.5), options: SolveOptions(relativeGap: 0))
    #expect(result.termination == .numericalFailure)
    #expect(result.values == nil)
    #expect(try #require(result.bound) <= 1000.05)
  }

  @Test func valuesAreWholeAndWithinBounds() throws {
    let model = try Models.siting(sites: 20, years: 3, seed: 2)
    let result = try GLPKSolver().solve(model, options: SolveOptions())
    let values = try #require(result.values)
    for column in 0..<model.columnCount {
      #expect(!model.isInteger[column] || values[column] == values[column].rounded())
      #expect(values[column] >= model.columnLower[column] && values[column] <= model.columnUpper[column])
    }
    #expect(FeasibilityReport(of: values, in: model).isFeasible)
    #expect(result.objective == model.objectiveValue(at: values))
  }

  @Test func tighteningKeepsEveryBetterPoint() throws {
    // By hand: minimize 3 x + 5 y with x + y >= 1; the relaxation costs 3 with y at zero and reduced cost 2.
    // With a solution of cost 6 at hand, y may be 1 (cost 5) but not 2 (cost 10 - 3 = 7 more).
    var arrays = ProblemArrays()
    arrays.addColumn(upper: 9, cost: 3, integer: true)
    arrays.addColumn(upper: 9, cost: 5, integer: true)
    arrays.addRow([(0, 1), (1, 1)], lower: 1)
    let tightening = ReducedCostTightening(
      objective: 3, reducedCosts: [0, 2], statuses: [.basic, .atLower], sign: 1)
    #expect(tightening.tighten(&arrays, below: 6) == 1)
    #expect(arrays.columnUpper == [9, 1])
    #expect(tightening.tighten(&arrays, below: 4.9) == 1)
    #expect(arrays.columnUpper == [9, 0])
    arrays.columnUpper = [9, 9]
    #expect(tightening.tighten(&arrays, below: 7) == 1)
    #expect(arrays.columnUpper == [9, 2])
  }

  @Test func rolesOfIntegerColumns() throws {
    let model = try Models.model(
      columns: [(0, 1, 3, true), (0, 9, 2, true), (0, 9, 0, true), (0, 9, 4, false), (0, 1, 0, true)],
      rows: [])
    let roles = IntegerRoles(model)
    #expect(roles.integer == [0, 1, 2, 4])
    #expect(roles.binary == [0, 4])
    #expect(roles.deciding == [0, 2, 4])
    #expect(roles.counting == [1])
  }

  @Test func progressTellsStagesAndNarrows() throws {
    let states = States()
    let model = try Models.siting(sites: 20, years: 3, seed: 4)
    let result = try GLPKSolver().solve(
      model, options: SolveOptions(relativeGap: 1e-5), progress: { states.add($0) })
    let seen = states.all
    #expect(seen.first?.stage == "root relaxation")
    #expect(Set(seen.map(\.stage)).isSuperset(of: ["root relaxation", "dive", "MIP with relaxed counts"]))
    let incumbents = seen.compactMap(\.incumbent)
    #expect(zip(incumbents, incumbents.dropFirst()).allSatisfy { $0 >= $1 })
    let bounds = seen.compactMap(\.bound)
    #expect(bounds.allSatisfy { $0 <= (result.objective ?? 0) + 1e-6 })
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.elapsedSeconds <= $1.elapsedSeconds })
    #expect(result.log.contains { $0.hasPrefix("dive: objective") })
  }
}
