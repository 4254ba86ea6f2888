// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import GLPK

@Suite struct ModelFileTests {
  /// A problem with every kind of column and row.
  static let mixed: ProblemArrays = {
    var arrays = ProblemArrays()
    arrays.addColumn(lower: -.infinity, upper: .infinity, cost: 1.5)
    arrays.addColumn(lower: -3, upper: 8, cost: -2, integer: true)
    arrays.addColumn(upper: 1, cost: 4, integer: true)
    arrays.addColumn(lower: 2.5, upper: 2.5, cost: 0.125)
    arrays.addColumn(lower: -.infinity, upper: 7, cost: -1)
    arrays.addRow([(0, 1), (1, 2), (2, 3)], lower: 4)
    arrays.addRow([(1, -1), (3, 1), (4, 1)], upper: 12)
    arrays.addRow([(0, 1), (4, 1)], lower: 1, upper: 9)
    arrays.addRow([(0, 1), (2, -1)], lower: 3, upper: 3)
    return arrays
  }()

  /// The same with a constant in the objective.
  static let shifted: ProblemArrays = {
    var arrays = mixed
    arrays.objectiveConstant = 10.25
    return arrays
  }()

  @Test(arguments: [ModelFormat.fixedMPS, .freeMPS, .glpk]) func roundTrip(_ format: ModelFormat) throws {
    try withTemporaryDirectory { directory in
      let path = directory.appending(path: "model").path
      try Environment.run { environment in
        try environment.withProblem { problem in
          try problem.load(Self.mixed)
          try problem.write(to: path, format: format)
        }
        try environment.withProblem { problem in
          try problem.load(SmallProblems.manual)
          try problem.read(from: path, format: format)
          #expect(try problem.arrays() == Self.mixed)
          #expect((problem.rowCount, problem.columnCount) == (4, 5))
        }
      }
    }
  }

  @Test(arguments: ModelFormat.allCases) func constantIsNotLost(_ format: ModelFormat) throws {
    try withTemporaryDirectory { directory in
      let path = directory.appending(path: "model").path
      try Environment.run { environment in
        var parameters = IntegerParameters()
        parameters.presolve = true
        let before = try environment.withProblem { problem in
          try problem.load(Self.shifted)
          try problem.write(to: path, format: format)
          #expect(try problem.arrays() == Self.shifted)
          return try problem.branchAndBound(parameters).objective
        }
        try environment.withProblem { problem in
          try problem.read(from: path, format: format)
          let size = try problem.size()
          #expect((size.rows, size.integerColumns, size.binaryColumns) == (4, 2, 1))
          #expect(size.columns >= (format == .glpk ? 5 : 6))
          let after = try problem.branchAndBound(parameters).objective
          #expect(abs(try #require(after) - (try #require(before))) < 1e-9)
        }
      }
    }
  }

  @Test(arguments: [ModelFormat.fixedMPS, .freeMPS]) func maximizationIsNotLost(_ format: ModelFormat) throws
  {
    var arrays = SmallProblems.manual
    arrays.objectiveConstant = 10
    try withTemporaryDirectory { directory in
      let path = directory.appending(path: "model").path
      try Environment.withProblem { problem in
        try problem.load(arrays)
        try problem.write(to: path, format: format)
        #expect(try problem.arrays() == arrays)
        try problem.read(from: path, format: format)
        #expect(try problem.direction() == .minimize)
        #expect(abs(try #require(try problem.simplex().objective) + 2200.0 / 3 + 10) < 1e-9)
      }
    }
  }

  @Test func columnsWithoutEntriesSurviveTheLinearFormat() throws {
    var arrays = SmallProblems.manual
    arrays.addColumn(lower: -3, upper: 8, cost: 0, integer: true)
    try withTemporaryDirectory { directory in
      let path = directory.appending(path: "model.lp").path
      try Environment.withProblem { problem in
        try problem.load(arrays)
        try problem.write(to: path, format: .cplexLP)
        try problem.read(from: path, format: .cplexLP)
        #expect(try problem.arrays() == arrays)
      }
    }
  }

  @Test func namesAreWrittenAndRead() throws {
    try withTemporaryDirectory { directory in
      for format in [ModelFormat.freeMPS, .cplexLP, .glpk] {
        let path = directory.appending(path: "\(format)").path
        try Environment.withProblem { problem in
          try problem.load(SmallProblems.manual)
          for (index, name) in ["cloud_site", "x[2,FR]", "y"].enumerated() {
            try problem.setColumnName(index, name)
            try problem.setRowName(index, "limit_\(index)")
          }
          try problem.write(to: path, format: format)
          try problem.read(from: path, format: format)
          let first = try #require(try problem.columnName(0))
          #expect(first == "cloud_site")
          #expect(try problem.rowName(2) == "limit_2")
        }
      }
    }
  }

  @Test func sameProblemGivesSameBytes() throws {
    try withTemporaryDirectory { directory in
      for format in ModelFormat.allCases {
        let paths = (0..<2).map { directory.appending(path: "\(format)-\($0)") }
        for path in paths {
          try Environment.withProblem { problem in
            try problem.load(Self.mixed)
            try problem.write(to: path.path, format: format)
          }
        }
        #expect(try Data(contentsOf: paths[0]) == Data(contentsOf: paths[1]))
        #expect(try !Data(contentsOf: paths[0]).isEmpty)
      }
    }
  }

  @Test(arguments: ModelFormat.allCases) func missingFileIsAnError(_ format: ModelFormat) throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      let path = "/nowhere/at/all"
      let error = #expect(throws: GLPKError.self) { try problem.read(from: path, format: format) }
      guard case .file(_, let named, let messages)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(named == path)
      #expect(messages.contains { $0.contains("No such file") })
      #expect(try problem.arrays() == ProblemArrays())
      #expect(throws: GLPKError.self) {
        try problem.load(.init()); try problem.write(to: path, format: format)
      }
    }
  }

  @Test(arguments: ModelFormat.allCases) func damagedFileIsAnError(_ format: ModelFormat) throws {
    try withTemporaryDirectory { directory in
      let path = directory.appending(path: "damaged")
      try Data("ROWS\n nonsense \u{1}\u{2} 12 1e999\nEND".utf8).write(to: path)
      try Environment.withProblem { problem in
        #expect(throws: GLPKError.self) { try problem.read(from: path.path, format: format) }
        try problem.load(SmallProblems.manual)
        #expect(try problem.simplex().solution == .optimal)
      }
    }
  }

  @Test func pathsThatCannotBe() throws {
    try Environment.withProblem { problem in
      #expect(throws: GLPKError.self) { try problem.write(to: "", format: .freeMPS) }
      #expect(throws: GLPKError.self) { try problem.read(from: "a\u{0}b", format: .freeMPS) }
    }
  }

  @Test func emptyProblemAsLinearFormat() throws {
    try withTemporaryDirectory { directory in
      let path = directory.appending(path: "empty").path
      try Environment.withProblem { problem in
        #expect(throws: GLPKError.self) { try problem.write(to: path, format: .cplexLP) }
        try problem.write(to: path, format: .freeMPS)
        try problem.read(from: path, format: .freeMPS)
        #expect(problem.columnCount == 0)
      }
    }
  }
}
