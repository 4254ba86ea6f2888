// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@testable import GLPK
@testable import GLPKSolver

/// The meaning of each pair of return code and status that GLPK gives, produced by GLPK itself.
@Suite struct OutcomeTests {
  /// Runs GLPK on a model, without the stages of the solver.
  private func run(
    _ model: Model, presolve: Bool = true, relaxationFirst: Bool = false,
    _ change: (inout IntegerParameters) -> Void = { _ in },
    callback: (borrowing SearchTree) throws -> Void = { _ in }
  ) throws -> IntegerResult {
    try Environment.withProblem { problem in
      try problem.load(ProblemArrays(model))
      if relaxationFirst { _ = try problem.simplex() }
      var parameters = IntegerParameters()
      parameters.presolve = presolve
      change(&parameters)
      return try problem.branchAndBound(parameters, callback: callback)
    }
  }

  @Test func codesAndStatuses() throws {
    let knapsack = try Models.knapsack()
    let optimum = try run(knapsack)
    #expect((optimum.raw.code, optimum.raw.status) == (0, 5))
    #expect(Outcome.termination(of: optimum) == .optimal)

    let packing = try Models.packing(columns: 40, rows: 4, seed: 5)
    let gap = try run(packing) { $0.relativeGap = 0.2 }
    #expect((gap.raw.code, gap.raw.status) == (14, 2))
    #expect(Outcome.termination(of: gap) == .optimal)

    let inside = try run(try Models.packing(columns: 600, rows: 200, seed: 7)) {
      $0.timeLimitSeconds = 0
    }
    #expect((inside.raw.code, inside.raw.status) == (9, 1))
    #expect(inside.objective == nil)
    #expect(Outcome.termination(of: inside) == .timeLimit)

    let cancelled = try run(packing, callback: { tree in try tree.end() })
    #expect((cancelled.raw.code, cancelled.raw.status) == (13, 1))

    let cancelledLater = try run(
      packing, callback: { tree in if tree.incumbent != nil { try tree.end() } })
    #expect((cancelledLater.raw.code, cancelledLater.raw.status) == (13, 2))
    #expect(cancelledLater.objective != nil)

    let infeasible = try run(
      try Models.model(columns: [(0, 1, 1, true)], rows: [([(0, 1)], 2, .infinity)]))
    #expect((infeasible.raw.code, infeasible.raw.status) == (10, 4))
    #expect(Outcome.termination(of: infeasible) == .infeasible)

    let withoutPoint = try run(try Models.parity(5), presolve: false, relaxationFirst: true)
    #expect((withoutPoint.raw.code, withoutPoint.raw.status) == (0, 4))
    #expect(Outcome.termination(of: withoutPoint) == .infeasible)

    let withoutRelaxation = try run(knapsack, presolve: false)
    #expect((withoutRelaxation.raw.code, withoutRelaxation.raw.status) == (12, 1))
    #expect(Outcome.termination(of: withoutRelaxation) == .numericalFailure)

    let unbounded = try run(
      try Models.model(
        .maximize, columns: [(0, .infinity, 1, true), (0, .infinity, 1, false)],
        rows: [([(0, 1), (1, -1)], -.infinity, 3)]))
    #expect((unbounded.raw.code, unbounded.raw.status) == (11, 1))
    #expect(Outcome.termination(of: unbounded) == .unboundedOrInfeasible)

    let nothing = try run(Model())
    #expect((nothing.raw.code, nothing.raw.status) == (0, 5))
    #expect(Outcome.termination(of: nothing) == .optimal)

    let nodes = try run(packing) { $0.nodeLimit = 1 }
    #expect(Outcome.termination(of: nodes) == .nodeLimit)
  }

  @Test func invalidBoundsAndFailuresAreNumericalFailures() {
    for termination in [IntegerResult.Termination.invalidBounds, .failed, .relaxationMissing] {
      let result = IntegerResult(
        termination: termination, solution: .undefined,
        raw: RawStatus(code: 4, status: 1, primalStatus: 1, dualStatus: 1), objective: nil,
        bestBound: nil, nodes: 0, iterations: 0)
      #expect(Outcome.termination(of: result) == .numericalFailure)
    }
  }

  @Test func statusesThatStopARun() {
    let reasons: [(IntegerResult.Termination, SolveResult.Termination)] = [
      (.stopped, .cancelled), (.timeLimit, .timeLimit), (.nodeLimit, .nodeLimit),
    ]
    for (termination, meaning) in reasons {
      for solution in [IntegerResult.Solution.undefined, .feasible] {
        let result = IntegerResult(
          termination: termination, solution: solution,
          raw: RawStatus(code: 13, status: 1, primalStatus: 1, dualStatus: 1), objective: nil,
          bestBound: nil, nodes: 0, iterations: 0)
        #expect(Outcome.termination(of: result) == meaning)
      }
    }
  }
}
