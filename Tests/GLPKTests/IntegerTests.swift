// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import Testing

@testable import GLPK

@Suite struct IntegerTests {
  @Test(arguments: [false, true]) func knapsack(presolve: Bool) throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.knapsack)
      if !presolve { _ = try problem.simplex() }
      var parameters = IntegerParameters()
      parameters.presolve = presolve
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .finished)
      #expect(result.solution == .optimal)
      #expect(result.objective == 21)
      #expect(result.bestBound == 21)
      #expect((result.raw.code, result.raw.status) == (0, GLP_OPT))
      #expect(try problem.integerSolution()?.columnValues == [0, 1, 0, 1])
      #expect(try problem.integerSolution()?.rowValues == [9])
    }
  }

  /// Settings that lead to the optimum on every way.
  static let settings: [IntegerParameters] = {
    var all: [IntegerParameters] = []
    for branching in IntegerParameters.Branching.allCases {
      for backtracking in IntegerParameters.Backtracking.allCases {
        var parameters = IntegerParameters()
        parameters.branching = branching
        parameters.backtracking = backtracking
        all.append(parameters)
      }
    }
    for preprocessing in IntegerParameters.Preprocessing.allCases {
      var parameters = IntegerParameters()
      parameters.preprocessing = preprocessing
      parameters.mixedIntegerRoundingCuts = true
      parameters.gomoryCuts = true
      parameters.coverCuts = true
      parameters.cliqueCuts = true
      parameters.presolve = true
      parameters.binarize = true
      parameters.feasibilityPump = true
      parameters.proximitySearch = true
      parameters.simpleRounding = false
      parameters.longStepDual = false
      all.append(parameters)
    }
    return all
  }()

  @Test(arguments: settings.indices) func everySettingAgreesWithEnumeration(_ index: Int) throws {
    let parameters = Self.settings[index]
    for arrays in [
      SmallProblems.covering(columns: 10, rows: 8, seed: 1),
      SmallProblems.packing(columns: 11, rows: 3, seed: 2),
    ] {
      let best = try #require(SmallProblems.bruteForce(arrays))
      try Environment.withProblem { problem in
        try problem.load(arrays)
        _ = try problem.simplex()
        let result = try problem.branchAndBound(parameters)
        #expect(result.solution == .optimal)
        #expect(abs(try #require(result.objective) - best) < 1e-6)
      }
    }
  }

  @Test func withoutRelaxationOrPresolve() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.knapsack)
      let result = try problem.branchAndBound()
      #expect(result.termination == .relaxationMissing)
      #expect((result.raw.code, result.raw.status) == (GLP_EROOT, GLP_UNDEF))
      #expect(result.objective == nil)
      #expect(try problem.integerSolution() == nil)
    }
  }

  @Test func infeasibleRelaxationWithPresolve() throws {
    var arrays = SmallProblems.knapsack
    arrays.rowLower[0] = 100
    arrays.rowUpper[0] = .infinity
    try Environment.withProblem { problem in
      try problem.load(arrays)
      var parameters = IntegerParameters()
      parameters.presolve = true
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .noPrimalFeasible)
      #expect(result.solution == .noFeasible)
      #expect((result.raw.code, result.raw.status) == (GLP_ENOPFS, GLP_NOFEAS))
      #expect(result.bestBound == nil)
    }
  }

  @Test func feasibleRelaxationWithoutIntegerPoint() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(5))
      _ = try problem.simplex()
      let result = try problem.branchAndBound()
      #expect(result.solution == .noFeasible)
      #expect((result.raw.code, result.raw.status) == (0, GLP_NOFEAS))
      #expect(try problem.integerSolution() == nil)
    }
  }

  @Test func unboundedRelaxation() throws {
    var arrays = ProblemArrays(direction: .maximize)
    arrays.addColumn(cost: 1, integer: true)
    arrays.addColumn(cost: 1)
    arrays.addRow([(0, 1), (1, -1)], upper: 3)
    try Environment.withProblem { problem in
      try problem.load(arrays)
      var parameters = IntegerParameters()
      parameters.presolve = true
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .noDualFeasible)
      #expect((result.raw.code, result.raw.status) == (GLP_ENODFS, GLP_UNDEF))
    }
  }

  @Test func withoutRowsOrColumns() throws {
    try Environment.withProblem { problem in
      var parameters = IntegerParameters()
      parameters.presolve = true
      #expect(try problem.branchAndBound(parameters).solution == .optimal)
      try problem.addColumns(1)
      try problem.setColumnBounds(0, lower: 0, upper: 3)
      try problem.setInteger(column: 0, true)
      try problem.setObjective(column: 0, to: -2)
      #expect(try problem.branchAndBound(parameters).objective == -6)
      _ = try problem.simplex()
      #expect(try problem.branchAndBound().objective == -6)
    }
  }

  @Test func gapIsReachedWithAValidBound() throws {
    let arrays = SmallProblems.covering(columns: 60, rows: 45, seed: 21)
    let optimum = try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      return try #require(try problem.branchAndBound().objective)
    }
    try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      var parameters = IntegerParameters()
      parameters.relativeGap = 0.2
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .gapReached)
      #expect((result.raw.code, result.raw.status) == (GLP_EMIPGAP, GLP_FEAS))
      let objective = try #require(result.objective)
      let bound = try #require(result.bestBound)
      #expect(bound <= optimum + 1e-6)
      #expect(objective >= optimum - 1e-6)
      #expect((objective - bound) / objective <= 0.2 + 1e-9)
    }
  }

  @Test(arguments: [Direction.minimize, .maximize]) func nodeLimitKeepsBoundAndNodes(_ direction: Direction)
    throws
  {
    var arrays = SmallProblems.covering(columns: 60, rows: 45, seed: 22)
    if direction == .maximize {
      arrays.direction = .maximize
      arrays.objective = arrays.objective.map { -$0 }
    }
    let sign = direction == .minimize ? 1.0 : -1.0
    try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      let optimum = try #require(try problem.branchAndBound().objective)
      var parameters = IntegerParameters()
      parameters.nodeLimit = 4
      parameters.backtracking = .breadthFirst
      parameters.simpleRounding = false
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .nodeLimit)
      #expect(result.raw.code == GLP_ESTOP)
      let bound = try #require(result.bestBound)
      #expect(sign * bound <= sign * optimum + 1e-6)
      #expect(result.nodes >= 4 && result.nodes <= 6)
    }
  }

  @Test func passedDeadlineWithinTheSearch() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(21))
      _ = try problem.simplex()
      var parameters = IntegerParameters()
      parameters.deadline = .now.advanced(by: .seconds(-1))
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .timeLimit)
      #expect(result.solution == .undefined)
      #expect(result.objective == nil)
      #expect(try problem.integerSolution() == nil)
    }
  }

  @Test func timeLimitOfNothingWithPresolve() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(21))
      var parameters = IntegerParameters()
      parameters.presolve = true
      parameters.timeLimitSeconds = 0
      let result = try problem.branchAndBound(parameters)
      #expect(result.termination == .timeLimit)
      #expect(result.solution == .undefined)
    }
  }

  @Test func stopRequestFromAnotherThread() throws {
    // Twenty-nine columns need millions of nodes; the request comes after the first.
    let stop = StopRequest()
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(29))
      _ = try problem.simplex()
      var raised = false
      var parameters = IntegerParameters()
      // So that a request that is not heard fails the test and does not hang it.
      parameters.nodeLimit = 20_000
      let result = try problem.branchAndBound(parameters, stop: stop) { tree in
        guard tree.totalNodeCount > 20, !raised else { return }
        raised = true
        _ = onThreads(1) { _ in stop.raise() }
      }
      #expect(result.termination == .stopped)
      #expect(result.raw.code == GLP_ESTOP)
      #expect(result.solution == .undefined)
    }
  }

  @Test func threadsAtOnceEqualSerial() throws {
    @Sendable func solve(_ index: Int) -> String {
      let arrays = SmallProblems.covering(columns: 45, rows: 30, seed: UInt64(index % 4 + 1))
      let outcome = try? Environment.withProblem { problem -> String in
        try problem.load(arrays)
        let linear = try problem.simplex(SimplexParameters(method: .dualThenPrimal))
        var parameters = IntegerParameters()
        parameters.mixedIntegerRoundingCuts = true
        let integer = try problem.branchAndBound(parameters)
        let values = try problem.integerSolution()?.columnValues ?? []
        return "\(linear) \(integer) \(values)"
      }
      return outcome ?? "failed"
    }
    let serial = (0..<4).map { solve($0) }
    let parallel = onThreads(8) { index in (0..<5).map { solve(index + $0) } }
    for (index, results) in parallel.enumerated() {
      for (round, result) in results.enumerated() {
        #expect(result == serial[(index + round) % 4])
        #expect(result != "failed")
      }
    }
  }
}
