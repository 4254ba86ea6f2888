// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard
import Testing

@testable import GLPK

@Suite struct ProblemTests {
  @Test(arguments: [SmallProblems.manual, SmallProblems.knapsack, SmallProblems.parity(5), ProblemArrays()])
  func arraysGoInAndComeOut(_ arrays: ProblemArrays) throws {
    try Environment.withProblem { problem in
      try problem.load(arrays)
      #expect(try problem.arrays() == arrays)
      #expect((problem.rowCount, problem.columnCount) == (arrays.rowCount, arrays.columnCount))
    }
  }

  @Test func orderOfEntriesDoesNotMatter() throws {
    // GLPK's presolver and cut generators follow the order of its lists, so that must not follow the
    // caller's.
    var reversed = SmallProblems.manual
    reversed.columnIndex.reverse()
    reversed.coefficient = [1, 1, 1, 5, 4, 10, 6, 2, 2]
    for arrays in [SmallProblems.manual, reversed] {
      try Environment.withProblem { problem in
        try problem.load(arrays)
        #expect(try problem.arrays() == SmallProblems.manual)
        for row: Int32 in 1...3 {
          var columns = [Int32](repeating: 0, count: 4)
          var values = [Double](repeating: 0, count: 4)
          var count: Int32 = 0
          try problem.call("glp_get_mat_row") { glpguard_get_row($0, $1, row, &count, &columns, &values) }
          #expect(columns == [0, 1, 2, 3])
        }
      }
    }
  }

  @Test func everyKindOfBoundsComesBack() throws {
    let bounds: [(Double, Double)] = [
      (-.infinity, .infinity), (2, .infinity), (-.infinity, -3), (-1, 4), (5, 5), (0, 0),
    ]
    var arrays = ProblemArrays()
    for (lower, upper) in bounds { arrays.addColumn(lower: lower, upper: upper, cost: 1) }
    for (lower, upper) in bounds { arrays.addRow([(0, 1), (5, -2.5)], lower: lower, upper: upper) }
    arrays.objectiveConstant = -12.5
    try Environment.withProblem { problem in
      try problem.load(arrays)
      #expect(try problem.arrays() == arrays)
    }
  }

  @Test func everySetterComesBack() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      try problem.setDirection(.minimize)
      try problem.setObjective(column: 2, to: -8)
      try problem.setObjectiveConstant(3)
      try problem.setColumnBounds(0, lower: -1, upper: 1)
      try problem.setRowBounds(1, lower: 4, upper: .infinity)
      try problem.setInteger(column: 1, true)
      try problem.setRow(2, columns: [2, 0], values: [7, 0.5])
      try problem.setColumn(1, rows: [0], values: [9])
      var wanted = ProblemArrays()
      wanted.addColumn(lower: -1, upper: 1, cost: 10)
      wanted.addColumn(cost: 6, integer: true)
      wanted.addColumn(cost: -8)
      wanted.addRow([(0, 1), (1, 9), (2, 1)], upper: 100)
      wanted.addRow([(0, 10), (2, 5)], lower: 4)
      wanted.addRow([(0, 0.5), (2, 7)], upper: 300)
      wanted.objectiveConstant = 3
      #expect(try problem.arrays() == wanted)
      #expect(try problem.column(0).map(\.value) == [1, 10, 0.5])
    }
  }

  @Test func rowsAndColumnsCanBeDeleted() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      try problem.deleteRows([0, 2])
      try problem.deleteColumns([1])
      var wanted = ProblemArrays(direction: .maximize)
      wanted.addColumn(cost: 10)
      wanted.addColumn(cost: 4)
      wanted.addRow([(0, 10), (1, 5)], upper: 600)
      #expect(try problem.arrays() == wanted)
      try problem.erase()
      #expect(try problem.arrays() == ProblemArrays())
    }
  }

  @Test func sizes() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.knapsack)
      try problem.setColumnBounds(3, lower: 0, upper: 2)
      let size = try problem.size()
      #expect(
        size == ProblemSize(rows: 1, columns: 4, entries: 4, integerColumns: 4, binaryColumns: 3))
    }
  }

  @Test func scalingDoesNotChangeWhatIsSeen() throws {
    var arrays = SmallProblems.manual
    for entry in 0..<3 { arrays.coefficient[entry] *= 1e5 }
    arrays.rowUpper[0] *= 1e5
    try Environment.withProblem { problem in
      try problem.load(arrays)
      try problem.scale([.geometricMean, .equilibration, .powersOfTwo])
      let factors = try problem.scaleFactors()
      #expect(factors.rows[0] != 1)
      #expect(try problem.arrays() == arrays)
      _ = try problem.simplex()
      let values = try #require(try problem.basicSolution()).columnValues
      #expect(abs(values[0] - 100.0 / 3) < 1e-9)
      try problem.unscale()
      #expect(try problem.scaleFactors().rows == [1, 1, 1])
    }
  }

  @Test func copyTakesBasisAndSolutionAlong() throws {
    try Environment.run { environment in
      try environment.withProblem { problem in
        try environment.withProblem { other in
          try problem.load(SmallProblems.manual)
          try problem.setColumnName(0, "first")
          _ = try problem.simplex()
          try other.copy(from: problem)
          #expect(try other.basis() == problem.basis())
          #expect(try other.basicSolution() == problem.basicSolution())
          #expect(try other.columnName(0) == nil)
          try other.copy(from: problem, names: true)
          #expect(try other.columnName(0) == "first")
        }
      }
    }
  }

  @Test func namesComeBack() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      try problem.setName("Île-de-France")
      try problem.setObjectiveName("cost")
      try problem.setRowName(1, "power")
      try problem.setColumnName(2, "x_3")
      #expect(try problem.name() == "Île-de-France")
      #expect(try problem.objectiveName() == "cost")
      #expect(try problem.rowName(1) == "power")
      #expect(try problem.rowName(0) == nil)
      #expect(try problem.columnName(2) == "x_3")
    }
  }
}
