// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GLPK

/// Arguments that GLPK would end the process for, or take and compute nonsense with.
@Suite struct RefusedArgumentTests {
  /// A problem loaded with one fault, and a word of the message it must give.
  struct Fault: Sendable, CustomTestStringConvertible {
    let word: String
    let change: @Sendable (inout ProblemArrays) -> Void
    var testDescription: String { word }
  }

  static let faults: [Fault] = [
    Fault(word: "objective constant") { $0.objectiveConstant = .nan },
    Fault(word: "objective coefficient of column 1") { $0.objective[1] = .infinity },
    Fault(word: "coefficient of column 2 in row 0") { $0.coefficient[2] = .nan },
    Fault(word: "column 0: a bound is not a number") { $0.columnLower[0] = .nan },
    Fault(word: "row 2: a bound is not a number") { $0.rowUpper[2] = .nan },
    Fault(word: "column 1: the lower bound 5.0 is above the upper bound 4.0") {
      $0.columnLower[1] = 5
      $0.columnUpper[1] = 4
    },
    Fault(word: "row 1: the lower bound") { $0.rowLower[1] = 1e6 },
    Fault(word: "plus infinity") { $0.columnLower[0] = .infinity },
    Fault(word: "minus infinity") { $0.rowUpper[0] = -.infinity },
    Fault(word: "column 0: the bound 0.5 of an integer column") {
      $0.isInteger[0] = true
      $0.columnLower[0] = 0.5
    },
    Fault(word: "row 0 names column 3") { $0.columnIndex[0] = 3 },
    Fault(word: "row 1 names column -1") { $0.columnIndex[4] = -1 },
    Fault(word: "row 0 names column 1 more than once") { $0.columnIndex[0] = 1 },
    Fault(word: "rowStart") { $0.rowStart[1] = 99 },
    Fault(word: "rowStart") { $0.rowStart.removeLast() },
    Fault(word: "arrays of columns differ") { $0.columnUpper.removeLast() },
    Fault(word: "columnIndex has 9 entries and coefficient 8") { $0.coefficient.removeLast() },
  ]

  @Test(arguments: faults) func loadNamesTheFault(_ fault: Fault) throws {
    var arrays = SmallProblems.manual
    fault.change(&arrays)
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.knapsack)
      let error = #expect(throws: GLPKError.self) { try problem.load(arrays) }
      #expect(error.map { "\($0)".contains(fault.word) } == true, "\(String(describing: error))")
      // Refused before anything was changed.
      #expect(try problem.arrays() == SmallProblems.knapsack)
    }
  }

  @Test func loadNamesAllFaultsAtOnce() {
    var arrays = SmallProblems.manual
    arrays.objective[0] = .nan
    arrays.rowUpper[2] = .nan
    #expect(arrays.faults().count == 2)
    arrays.objective = [Double](repeating: .nan, count: 3)
    #expect(arrays.faults(limit: 2).count == 2)
  }

  @Test func indicesOutOfRange() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      for index in [-1, 3, Int.max] {
        #expect(throws: GLPKError.self) { try problem.setObjective(column: index, to: 1) }
        #expect(throws: GLPKError.self) { try problem.setColumnBounds(index, lower: 0, upper: 1) }
        #expect(throws: GLPKError.self) { try problem.setRowBounds(index, lower: 0, upper: 1) }
        #expect(throws: GLPKError.self) { try problem.setInteger(column: index, true) }
        #expect(throws: GLPKError.self) { try problem.setRow(index, columns: [0], values: [1]) }
        #expect(throws: GLPKError.self) { try problem.setRow(0, columns: [index], values: [1]) }
        #expect(throws: GLPKError.self) { try problem.setColumn(index, rows: [0], values: [1]) }
        #expect(throws: GLPKError.self) { try problem.deleteRows([index]) }
        #expect(throws: GLPKError.self) { try problem.deleteColumns([0, index]) }
        #expect(throws: GLPKError.self) { try problem.setRowName(index, "x") }
        #expect(throws: GLPKError.self) { try problem.setColumnName(index, "x") }
        #expect(throws: GLPKError.self) { try problem.row(index) }
        #expect(throws: GLPKError.self) { try problem.column(index) }
        #expect(throws: GLPKError.self) { try problem.rowName(index) }
      }
      #expect(try problem.arrays() == SmallProblems.manual)
    }
  }

  @Test func entriesOfARow() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      #expect(throws: GLPKError.self) { try problem.setRow(0, columns: [1, 1], values: [1, 2]) }
      #expect(throws: GLPKError.self) { try problem.setRow(0, columns: [1], values: [1, 2]) }
      #expect(throws: GLPKError.self) { try problem.setRow(0, columns: [1], values: [.nan]) }
      #expect(throws: GLPKError.self) { try problem.setColumn(0, rows: [2, 2], values: [1, 2]) }
      #expect(try problem.arrays() == SmallProblems.manual)
    }
  }

  @Test func addingNothingIsAllowed() throws {
    try Environment.withProblem { problem in
      #expect(try problem.addRows(0) == 0..<0)
      #expect(try problem.addColumns(0) == 0..<0)
      #expect(try problem.addColumns(2) == 0..<2)
      #expect(try problem.addColumns(0) == 2..<2)
      #expect(throws: GLPKError.self) { try problem.addRows(-1) }
      #expect(throws: GLPKError.self) { try problem.addColumns(100_000_000) }
      try problem.deleteRows([])
      #expect(problem.columnCount == 2)
    }
  }

  @Test func names() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      let longest = String(repeating: "x", count: 255)
      try problem.setColumnName(0, longest)
      #expect(try problem.columnName(0) == longest)
      #expect(throws: GLPKError.self) { try problem.setColumnName(0, longest + "x") }
      #expect(throws: GLPKError.self) { try problem.setRowName(0, "tab\there") }
      #expect(throws: GLPKError.self) { try problem.setName("line\nend") }
      #expect(throws: GLPKError.self) { try problem.setObjectiveName("\u{7F}") }
      try problem.setColumnName(0, "")
      #expect(try problem.columnName(0) == nil)
    }
  }

  @Test func equalBoundsMakeAFixedColumn() throws {
    // As a double-bounded column it would give GLP_EBOUND.
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      try problem.setColumnBounds(0, lower: 2, upper: 2)
      try problem.setRowBounds(0, lower: 50, upper: 50)
      #expect(try problem.simplex().solution == .optimal)
      let values = try #require(try problem.basicSolution()).columnValues
      #expect(abs(values[0] - 2) < 1e-9)
      #expect(abs(values.reduce(0, +) - 50) < 1e-9)
    }
  }

  @Test func integerKindKeepsBounds() throws {
    // GLPK's binary kind would reset them to 0 and 1.
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      try problem.setColumnBounds(1, lower: 2, upper: 7)
      try problem.setInteger(column: 1, true)
      let bounds = try problem.columnBounds()
      #expect((bounds.lower[1], bounds.upper[1]) == (2, 7))
    }
  }

  @Test func fractionalBoundOfAnIntegerColumnIsRefusedBeforeTheSearch() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.knapsack)
      try problem.setColumnBounds(2, lower: 0, upper: 0.7)
      var parameters = IntegerParameters()
      parameters.presolve = true
      let error = #expect(throws: GLPKError.self) { try problem.branchAndBound(parameters) }
      #expect(error.map { "\($0)".contains("column 2") } == true)
    }
  }

  @Test func simplexParameters() throws {
    let changes: [(inout SimplexParameters) -> Void] = [
      { $0.primalTolerance = 0 }, { $0.dualTolerance = 1 }, { $0.pivotTolerance = .nan },
      { $0.objectiveLowerLimit = .nan }, { $0.objectiveUpperLimit = .infinity },
      { $0.iterationLimit = -1 }, { $0.timeLimitSeconds = .nan },
      { $0.outputIntervalMilliseconds = -1 }, { $0.outputDelayMilliseconds = Int.max },
    ]
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      for change in changes {
        var parameters = SimplexParameters()
        change(&parameters)
        #expect(throws: GLPKError.self) { try problem.simplex(parameters) }
      }
      #expect(try problem.simplex().solution == .optimal)
    }
  }

  @Test func integerParameters() throws {
    let changes: [(inout IntegerParameters) -> Void] = [
      { $0.relativeGap = -0.1 }, { $0.relativeGap = .nan }, { $0.integerTolerance = 0 },
      { $0.objectiveTolerance = 2 }, { $0.nodeLimit = -1 }, { $0.timeLimitSeconds = .nan },
      { $0.proximitySearchSeconds = 0 }, { $0.outputDelayMilliseconds = -5 },
    ]
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.knapsack)
      for change in changes {
        var parameters = IntegerParameters()
        parameters.presolve = true
        change(&parameters)
        #expect(throws: GLPKError.self) { try problem.branchAndBound(parameters) }
      }
    }
  }

  @Test func unknownScalingBits() throws {
    try Environment.withProblem { problem in
      #expect(throws: GLPKError.self) { try problem.scale(Scaling(rawValue: 0x1000)) }
    }
  }

  @Test func valuesTooLargeForArithmeticAreNotAnAnswer() throws {
    // Every input is finite, the objective of the optimum is not.
    var arrays = ProblemArrays(direction: .maximize)
    arrays.addColumn(upper: 1e200, cost: 1e200)
    arrays.addRow([(0, 1)], upper: 1e200)
    try Environment.withProblem { problem in
      try problem.load(arrays)
      #expect(throws: GLPKError.self) { try problem.simplex() }
    }
  }

  @Test func memoryLimitOfNothing() {
    #expect(throws: GLPKError.self) { try Environment.run(memoryLimitMiB: 0) { _ in } }
  }
}
