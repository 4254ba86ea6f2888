// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import Testing

@testable import GLPK

@Suite struct SimplexTests {
  /// Every combination of method, pricing, ratio test and presolve.
  static let settings: [SimplexParameters] = {
    var all: [SimplexParameters] = []
    for method in SimplexParameters.Method.allCases {
      for pricing in SimplexParameters.Pricing.allCases {
        for test in SimplexParameters.RatioTest.allCases {
          for presolve in [false, true] {
            var parameters = SimplexParameters(method: method, presolve: presolve)
            parameters.pricing = pricing
            parameters.ratioTest = test
            parameters.keepsNonBasicByRows = presolve
            all.append(parameters)
          }
        }
      }
    }
    return all
  }()

  @Test(arguments: settings.indices) func bookOptimumAndDuals(_ index: Int) throws {
    let parameters = Self.settings[index]
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      let result = try problem.simplex(parameters)
      #expect(result.termination == .finished)
      #expect(result.solution == .optimal)
      #expect(result.raw.code == 0)
      #expect(result.raw.status == GLP_OPT)
      #expect(abs(try #require(result.objective) - 2200.0 / 3) < 1e-9)
      let solution = try #require(try problem.basicSolution())
      expect(solution.columnValues, [100.0 / 3, 200.0 / 3, 0])
      expect(solution.rowDuals, [10.0 / 3, 2.0 / 3, 0])
      expect(solution.reducedCosts, [0, 0, -8.0 / 3])
      expect(solution.rowValues, [100, 600, 200])
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func dualityHoldsOnRandomProblems(_ seed: UInt64) throws {
    // Oracle: strong duality. The objective equals the sum of row duals times active row bounds plus reduced
    // costs times column values, computed here from the data.
    try Environment.withProblem { problem in
      let arrays = SmallProblems.covering(columns: 40, rows: 25, seed: seed)
      try problem.load(arrays)
      let result = try problem.simplex(SimplexParameters(method: .dualThenPrimal))
      let solution = try #require(try problem.basicSolution())
      let primal = try #require(result.objective)
      let dual =
        zip(solution.rowDuals, solution.rowValues).reduce(0) { $0 + $1.0 * $1.1 }
        + zip(solution.reducedCosts, solution.columnValues).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(primal - dual) < 1e-8 * abs(primal))
      for condition in OptimalityCondition.allCases {
        #expect(try problem.error(in: condition).relative < 1e-9)
      }
    }
  }

  @Test(arguments: [false, true]) func infeasible(presolve: Bool) throws {
    var arrays = SmallProblems.manual
    arrays.rowLower[2] = 301
    arrays.rowUpper[2] = .infinity
    arrays.rowUpper[0] = 10
    try Environment.withProblem { problem in
      try problem.load(arrays)
      let result = try problem.simplex(SimplexParameters(method: .primal, presolve: presolve))
      // With presolve GLPK leaves the status undefined and says it in the return code only.
      #expect(result.solution == .noFeasible)
      #expect(result.termination == (presolve ? .noPrimalFeasible : .finished))
      #expect(result.objective == nil)
      if presolve {
        #expect(result.raw.code == GLP_ENOPFS)
        #expect(try problem.basicSolution() == nil)
      }
    }
  }

  @Test func unbounded() throws {
    var arrays = SmallProblems.manual
    arrays.rowUpper = [.infinity, .infinity, .infinity]
    try Environment.withProblem { problem in
      try problem.load(arrays)
      #expect(try problem.simplex().solution == .unbounded)
      #expect(
        try problem.simplex(SimplexParameters(method: .primal, presolve: true)).termination == .noDualFeasible
      )
    }
  }

  @Test func withoutRowsOrColumns() throws {
    try Environment.withProblem { problem in
      #expect(try problem.simplex().solution == .optimal)
      try problem.setObjectiveConstant(7)
      #expect(try problem.simplex().objective == 7)
      let columns = try problem.addColumns(1)
      try problem.setColumnBounds(columns.lowerBound, lower: -2, upper: 5)
      try problem.setObjective(column: 0, to: 3)
      #expect(try problem.simplex().objective == 1)
      #expect(try problem.simplex(SimplexParameters(method: .primal, presolve: true)).objective == 1)
    }
  }

  @Test func iterationLimitKeepsWhatThereIs() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 60, rows: 40, seed: 5))
      var parameters = SimplexParameters(method: .primal)
      parameters.iterationLimit = 3
      let result = try problem.simplex(parameters)
      #expect(result.termination == .iterationLimit)
      #expect(result.raw.code == GLP_EITLIM)
      #expect(result.iterations == 3)
      #expect(result.solution != .optimal)
      parameters.iterationLimit = nil
      #expect(try problem.simplex(parameters).solution == .optimal)
    }
  }

  @Test func slicesReachTheSameOptimum() throws {
    try Environment.withProblem { problem in
      let arrays = SmallProblems.covering(columns: 60, rows: 40, seed: 6)
      try problem.load(arrays)
      let whole = try problem.simplex()
      try problem.load(arrays)
      let sliced = try problem.simplex(stop: StopRequest(), sliceIterations: 4)
      #expect(sliced.solution == .optimal)
      #expect(sliced.iterations > 8)
      #expect(abs(try #require(sliced.objective) - (try #require(whole.objective))) < 1e-8)
      try problem.load(arrays)
      var limited = SimplexParameters()
      limited.iterationLimit = 10
      let stopped = try problem.simplex(limited, stop: StopRequest(), sliceIterations: 4)
      #expect(stopped.termination == .iterationLimit)
      #expect(stopped.iterations == 10)
    }
  }

  @Test func raisedStopRequestStopsBeforeTheFirstStep() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      let stop = StopRequest()
      stop.raise()
      let result = try problem.simplex(stop: stop)
      #expect(result.termination == .stopped)
      #expect(result.iterations == 0)
    }
  }

  @Test func deadlineThatHasPassed() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 400, rows: 300, seed: 7))
      var parameters = SimplexParameters()
      parameters.deadline = .now.advanced(by: .seconds(-10))
      // GLPK is given 1 ms, never 0; a fast machine might still finish, but then it has the optimum.
      let result = try problem.simplex(parameters)
      #expect(result.termination == .timeLimit || result.solution == .optimal)
      parameters.deadline = nil
      parameters.timeLimitSeconds = 1e12
      #expect(try problem.simplex(parameters).solution == .optimal)
    }
  }

  @Test func objectiveLimitOfTheDualMethod() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 60, rows: 40, seed: 8))
      var parameters = SimplexParameters(method: .dual)
      parameters.objectiveUpperLimit = 1
      let result = try problem.simplex(parameters)
      #expect(result.termination == .objectiveLimit)
      #expect(result.raw.code == GLP_EOBJUL)
    }
  }

  @Test func exactArithmeticConfirmsTheOptimum() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      let result = try problem.exactSimplex()
      #expect(result.solution == .optimal)
      #expect(abs(try #require(result.objective) - 2200.0 / 3) < 1e-12)
    }
  }

  @Test(arguments: InteriorPointParameters.Ordering.allCases)
  func interiorPoint(_ ordering: InteriorPointParameters.Ordering) throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      #expect(try problem.interiorSolution() == nil)
      var parameters = InteriorPointParameters()
      parameters.ordering = ordering
      let result = try problem.interiorPoint(parameters)
      #expect(result.solution == .optimal)
      #expect(abs(try #require(result.objective) - 2200.0 / 3) < 1e-4)
      let values = try #require(try problem.interiorSolution()).columnValues
      #expect(abs(values[1] - 200.0 / 3) < 1e-4)
    }
  }

  private func expect(_ found: [Double], _ wanted: [Double]) {
    #expect(found.count == wanted.count)
    for (one, other) in zip(found, wanted) { #expect(abs(one - other) < 1e-9) }
  }
}
