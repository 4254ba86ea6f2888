// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GLPK

@Suite struct BasisTests {
  @Test func basisGoesOutAndComesBack() throws {
    let arrays = SmallProblems.covering(columns: 50, rows: 30, seed: 11)
    let (basis, cold) = try Environment.withProblem { problem in
      try problem.load(arrays)
      let result = try problem.simplex()
      return (try problem.basis(), result)
    }
    #expect(basis.basicCount == 30)
    #expect(cold.iterations > 5)
    try Environment.withProblem { problem in
      try problem.load(arrays)
      try problem.setBasis(basis)
      #expect(try problem.basis() == basis)
      #expect(try problem.warmUp())
      let warm = try problem.simplex()
      #expect(warm.iterations == 0)
      #expect(abs(try #require(warm.objective) - (try #require(cold.objective))) < 1e-9)
    }
  }

  @Test func changedProblemStartsFromTheBasis() throws {
    let arrays = SmallProblems.packing(columns: 120, rows: 40, seed: 12)
    try Environment.run { environment in
      try environment.withProblem { problem in
        try environment.withProblem { other in
          try problem.load(arrays)
          _ = try problem.simplex()
          try problem.setColumnBounds(3, lower: 0, upper: 0)
          let warm = try problem.simplex(SimplexParameters(method: .dualThenPrimal))
          try other.copy(from: problem)
          try other.buildBasis(.standard)
          let cold = try other.simplex(SimplexParameters(method: .dualThenPrimal))
          #expect(abs(try #require(warm.objective) - (try #require(cold.objective))) < 1e-8)
          #expect(warm.iterations < cold.iterations)
        }
      }
    }
  }

  @Test(arguments: InitialBasis.allCases) func everyFirstBasisLeadsToTheOptimum(_ kind: InitialBasis) throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      try problem.scale()
      try problem.buildBasis(kind)
      #expect(try problem.basis().basicCount == 3)
      #expect(abs(try #require(try problem.simplex().objective) - 2200.0 / 3) < 1e-9)
    }
  }

  @Test func wrongBasesAreRefused() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      var basis = try problem.basis()
      basis.rows[0] = .atUpper
      #expect(throws: GLPKError.self) { try problem.setBasis(basis) }
      basis.columns[0] = .basic
      try problem.setBasis(basis)
      basis.columns.append(.basic)
      #expect(throws: GLPKError.self) { try problem.setBasis(basis) }
      #expect(throws: GLPKError.self) {
        try problem.setBasis(Basis(rows: [.basic], columns: [.basic, .basic, .basic]))
      }
    }
  }

  @Test func singularBasisIsAStatusNotACrash() throws {
    var arrays = ProblemArrays()
    arrays.addColumn()
    arrays.addColumn()
    arrays.addRow([(0, 1), (1, 1)], lower: 1)
    arrays.addRow([(0, 2), (1, 2)], lower: 2)
    try Environment.withProblem { problem in
      try problem.load(arrays)
      try problem.setBasis(Basis(rows: [.atLower, .atLower], columns: [.basic, .basic]))
      #expect(try problem.simplex().termination == .unusableBasis)
      #expect(try problem.warmUp() == false)
      try problem.buildBasis()
      #expect(try problem.simplex().solution == .optimal)
    }
  }

  @Test func statusesSurviveTheirCodes() {
    for status in Basis.Status.allCases { #expect(Basis.Status(code: status.code) == status) }
  }
}
