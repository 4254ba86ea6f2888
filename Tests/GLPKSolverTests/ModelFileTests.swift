// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPK
import Optimization
import Testing

@testable import GLPKSolver

@Suite struct ModelFileTests {
  private func withFile<Result>(_ name: String, _ block: (URL) throws -> Result) throws -> Result {
    let directory = FileManager.default.temporaryDirectory.appending(path: "solver-\(UUID())")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try block(directory.appending(path: name))
  }

  private func names(_ model: Model) -> ModelNames {
    ModelNames(
      problem: "siting", columns: (0..<model.columnCount).map { "x_\($0).site" },
      rows: (0..<model.rowCount).map { "r\($0)_power" })
  }

  @Test(arguments: ModelFileFormat.allCases) func writtenModelHasTheSameOptimum(_ format: ModelFileFormat)
    throws
  {
    var model = try Models.siting(sites: 6, years: 2, seed: 9)
    model.objectiveConstant = 123.25
    try withFile("model.\(format.rawValue)") { file in
      try GLPKModelWriter().write(model, names: names(model), format: format, to: file.path)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("x_3.site"))
      #expect(text.contains("r2_power"))
      let arrays = try GLPK.Environment.withProblem { problem in
        try problem.read(from: file.path, format: format == .freeMPS ? .freeMPS : .cplexLP)
        return try problem.arrays()
      }
      let options = SolveOptions(relativeGap: 0)
      let before = try #require(try GLPKSolver().solve(model, options: options).objective)
      let after = try #require(try GLPKSolver().solve(try Model(arrays), options: options).objective)
      #expect(abs(before - after) < 1e-6)
      guard format == .freeMPS else { return }
      // Apart from the constant, which is a column of its own, everything reads back exactly.
      #expect(arrays.objective == model.objective + [123.25])
      #expect(arrays.columnLower == model.columnLower + [1])
      #expect(arrays.coefficient == model.coefficient)
      #expect(arrays.rowUpper == model.rowUpper)
    }
  }

  /// Every kind of column and row bound, with a row named like the objective.
  @Test func everyKindOfBoundReadsBackExactly() throws {
    let bounds: [(Double, Double)] = [
      (0, .infinity), (-.infinity, .infinity), (-.infinity, -2.5), (-.infinity, 7), (-4, -1), (-4, .infinity),
      (3, 3),
      (0, 0), (0, 1), (-7.25, 0), (0.1, 0.3),
    ]
    var model = Model()
    var everything = LinearExpression()
    for (lower, upper) in bounds {
      everything.add(-0.0012345678, try model.addVariable(lower: lower, upper: upper, cost: 1.0 / 3))
    }
    for (lower, upper) in bounds where lower.rounded(.up) <= upper.rounded(.down) {
      everything.add(-0.00012345678901234, try model.addVariable(lower: lower, upper: upper, integer: true))
    }
    // A row without bounds says nothing, and readers drop it.
    for (lower, upper) in bounds where lower.isFinite || upper.isFinite {
      try model.addConstraint(everything, lower: lower, upper: upper)
    }
    var names = names(model)
    names.rows[4] = "objective"
    try withFile("model.mps") { file in
      try GLPKModelWriter().write(model, names: names, format: .freeMPS, to: file.path)
      try GLPK.Environment.withProblem { problem in
        try problem.read(from: file.path, format: .freeMPS)
        let arrays = try problem.arrays()
        let wanted = ProblemArrays(model)
        #expect(arrays.columnLower == wanted.columnLower)
        #expect(arrays.columnUpper == wanted.columnUpper)
        #expect(arrays.objective == wanted.objective)
        #expect(arrays.isInteger == wanted.isInteger)
        #expect(arrays.coefficient == wanted.coefficient)
        #expect(arrays.rowLower == wanted.rowLower)
        // A range is a difference, so its upper end may be off by the last digit.
        for (one, other) in zip(arrays.rowUpper, wanted.rowUpper) where one != other {
          #expect(abs(one - other) < 1e-15)
        }
        #expect(try problem.rowName(4) == "objective")
        #expect(try problem.objectiveName() == "objective_")
      }
    }
  }

  @Test(arguments: ModelFileFormat.allCases) func maximizationAndEmptyRowsSurvive(_ format: ModelFileFormat)
    throws
  {
    let model = try Models.model(
      .maximize,
      columns: [(0, 1, 3, true), (-2, 5, 0, true), (0, 7.5, 1, false), (-.infinity, .infinity, 0, false)],
      rows: [([(0, 2), (2, 1)], -.infinity, 6), ([], -1, 2), ([(1, 1), (3, -1)], 2, 4)])
    try withFile("model") { file in
      try GLPKModelWriter().write(model, names: names(model), format: format, to: file.path)
      let arrays = try GLPK.Environment.withProblem { problem in
        try problem.read(from: file.path, format: format == .freeMPS ? .freeMPS : .cplexLP)
        return try problem.arrays()
      }
      // By hand: 3 for the first column and 6 - 2 = 4 for the third; in MPS the negative is minimized.
      let result = try GLPKSolver().solve(try Model(arrays), options: SolveOptions(relativeGap: 0))
      let sign = arrays.direction == .maximize ? 1.0 : -1.0
      #expect((arrays.direction == .minimize) == (format == .freeMPS))
      #expect(abs(try #require(result.objective) - sign * 7) < 1e-6)
    }
  }

  @Test(arguments: [(ModelFileFormat.freeMPS, 0.0), (.cplexLP, 1e-14)])
  func numbersKeepTheirDigits(_ format: ModelFileFormat, _ error: Double) throws {
    let model = try Models.model(
      columns: [(0, 1e6 / 3, 1.0 / 3, false)], rows: [([(0, 0.1 + 0.2)], 1e-7 / 7, .infinity)])
    try withFile("model") { file in
      try GLPKModelWriter().write(model, names: names(model), format: format, to: file.path)
      let arrays = try GLPK.Environment.withProblem { problem in
        try problem.read(from: file.path, format: format == .freeMPS ? .freeMPS : .cplexLP)
        return try problem.arrays()
      }
      for (one, other) in [
        (arrays.columnUpper[0], 1e6 / 3), (arrays.objective[0], 1.0 / 3), (arrays.coefficient[0], 0.1 + 0.2),
        (arrays.rowLower[0], 1e-7 / 7),
      ] {
        #expect(abs(one - other) <= error * abs(other))
      }
    }
  }

  @Test func badNamesAreErrors() throws {
    let model = try Models.knapsack()
    try withFile("model") { file in
      func write(_ columns: [String], _ format: ModelFileFormat) throws {
        try GLPKModelWriter().write(
          model, names: ModelNames(problem: "p", columns: columns, rows: ["weight"]), format: format,
          to: file.path)
      }
      #expect(throws: ModelNameError.wrongCount(kind: "column", names: 3, expected: 4)) {
        try write(["a", "b", "c"], .freeMPS)
      }
      #expect(throws: ModelNameError.repeated(kind: "column", name: "b")) {
        try write(["a", "b", "c", "b"], .freeMPS)
      }
      for name in ["", "a b", "*a", "$a", "é", "a\tb", String(repeating: "x", count: 256)] {
        #expect(throws: ModelNameError.notAllowed(kind: "column", name: name, format: .freeMPS)) {
          try write(["a", "b", "c", name], .freeMPS)
        }
      }
      for name in ["2b", "x[1]", "a-b", "e7", "E.5", "e", ".x", "a<b"] {
        #expect(throws: ModelNameError.notAllowed(kind: "column", name: name, format: .cplexLP)) {
          try write(["a", "b", "c", name], .cplexLP)
        }
      }
      #expect(!FileManager.default.fileExists(atPath: file.path))
      try write(["east", "_b", "c.1", "D"], .cplexLP)
      #expect(FileManager.default.fileExists(atPath: file.path))
    }
  }

  @Test func unwritablePathIsAnError() throws {
    let model = try Models.knapsack()
    for format in ModelFileFormat.allCases {
      #expect(throws: (any Error).self) {
        try GLPKModelWriter().write(model, names: names(model), format: format, to: "/nowhere/at/all")
      }
    }
  }
}
