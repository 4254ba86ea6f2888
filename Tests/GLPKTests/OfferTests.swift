// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import Testing

@testable import GLPK

/// Points offered to the search. GLPK itself takes almost anything.
@Suite struct OfferTests {
  /// Offers points at the first heuristic event and gives the verdicts and the result.
  private func offer(
    _ points: [[Double]], to arrays: ProblemArrays = SmallProblems.knapsack
  ) throws -> (verdicts: [OfferVerdict], result: IntegerResult, values: [Double]) {
    var verdicts: [OfferVerdict] = []
    var parameters = IntegerParameters()
    parameters.simpleRounding = false
    return try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      let result = try problem.branchAndBound(parameters) { tree in
        guard tree.event == .heuristic, verdicts.isEmpty else { return }
        for point in points { verdicts.append(try tree.offer(point)) }
      }
      return (verdicts, result, try #require(try problem.integerSolution()).columnValues)
    }
  }

  @Test func rawLibraryAcceptsAnInfeasiblePoint() {
    // Documentation: the unguarded routine takes a point outside all bounds and reports it as optimal.
    let problem = glp_create_prob()
    glp_add_rows(problem, 1)
    glp_add_cols(problem, 2)
    for column: Int32 in 1...2 {
      glp_set_col_kind(problem, column, GLP_IV)
      glp_set_col_bnds(problem, column, GLP_DB, 0, 3)
      glp_set_obj_coef(problem, column, -1)
    }
    glp_set_row_bnds(problem, 1, GLP_UP, 0, 3)
    glp_load_matrix(problem, 2, [0, 1, 1], [0, 1, 2], [0, 2, 2])
    glp_term_out(GLP_OFF)
    glp_simplex(problem, nil)
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.cb_func = { tree, _ in
      if glp_ios_reason(tree) == GLP_IHEUR { glp_ios_heur_sol(tree, [0, 99, -5]) }
    }
    glp_intopt(problem, &parameters)
    #expect(glp_mip_col_val(problem, 1) == 99)
    #expect(glp_mip_status(problem) == GLP_OPT)
    glp_delete_prob(problem)
    glp_free_env()
  }

  @Test func optimumIsAccepted() throws {
    let (verdicts, result, values) = try offer([[0, 1, 0, 1]])
    #expect(verdicts == [.accepted])
    #expect(result.objective == 21)
    #expect(values == [0, 1, 0, 1])
  }

  @Test func worseAndEqualPointsAreNotBetter() throws {
    let (verdicts, result, _) = try offer([[1, 0, 0, 1], [0, 0, 1, 0], [1, 0, 0, 1], [0, 1, 0, 1]])
    #expect(verdicts == [.accepted, .notBetter, .notBetter, .accepted])
    #expect(result.objective == 21)
  }

  @Test func nearlyWholeValuesAreRounded() throws {
    let (verdicts, _, values) = try offer([[1e-8, 1 - 1e-8, 0, 1]])
    #expect(verdicts == [.accepted])
    #expect(values == [0, 1, 0, 1])
  }

  /// A point and a word of the reason for which it is refused.
  static let infeasible: [([Double], String)] = [
    ([1, 1, 1, 1], "row 0"),
    ([99, -5, 0, 0], "column 0"),
    ([0, -1, 0, 0], "column 1"),
    ([0, 0.5, 0, 0], "whole number"),
    ([0, 0, .nan, 0], "finite"),
    ([0, 0, 0, .infinity], "finite"),
  ]

  @Test(arguments: infeasible) func infeasiblePointsAreRefused(_ point: [Double], _ word: String) throws {
    let (verdicts, result, values) = try offer([point])
    guard case .infeasible(let reason) = try #require(verdicts.first) else {
      Issue.record("\(verdicts)")
      return
    }
    #expect(reason.contains(word))
    #expect(result.objective == 21)
    #expect(values == [0, 1, 0, 1])
  }

  @Test func wrongLengthIsAnError() throws {
    #expect(throws: GLPKError.self) { try offer([[0, 1, 0]]) }
    #expect(throws: GLPKError.self) { try offer([[0, 1, 0, 1, 0]]) }
  }

  @Test func checkIsAgainstTheOriginalBoundsNotThoseOfTheNode() throws {
    // Deep in the tree the node's bounds exclude most points; a point feasible for the problem must still be
    // taken.
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 60, rows: 45, seed: 22))
      _ = try problem.simplex()
      var verdict: OfferVerdict?
      var parameters = IntegerParameters()
      parameters.simpleRounding = false
      _ = try problem.branchAndBound(parameters) { tree in
        guard tree.event == .heuristic, verdict == nil, tree.totalNodeCount > 3 else { return }
        #expect(try tree.columnBounds().upper.contains(0) || tree.columnBounds().lower.contains(1))
        verdict = try tree.offer([Double](repeating: 1, count: 60))
      }
      #expect(verdict == .accepted || verdict == .notBetter)
    }
  }

  @Test func incumbentSurvivesAStop() throws {
    let stop = StopRequest()
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 60, rows: 45, seed: 22))
      _ = try problem.simplex()
      let result = try problem.branchAndBound(IntegerParameters(), stop: stop) { tree in
        guard tree.event == .heuristic, !stop.isRaised else { return }
        let verdict = try tree.offer([Double](repeating: 1, count: 60))
        #expect(verdict == .accepted)
        stop.raise()
      }
      #expect(result.termination == .stopped)
      #expect(result.solution == .feasible)
      #expect(result.objective != nil)
    }
  }

  @Test func deadlineKeepsTheIncumbent() throws {
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(300))
    try Environment.withProblem { problem in
      // An offered point, then a wait inside the callback until the time is over.
      try problem.load(SmallProblems.covering(columns: 60, rows: 45, seed: 22))
      _ = try problem.simplex()
      var parameters = IntegerParameters()
      parameters.deadline = deadline
      var offered = false
      let result = try problem.branchAndBound(parameters) { tree in
        guard tree.event == .heuristic else { return }
        offered = try tree.offer([Double](repeating: 1, count: 60)) == .accepted || offered
        while ContinuousClock.now < deadline {}
      }
      #expect(result.termination == .timeLimit)
      if offered { #expect(result.solution == .feasible) }
    }
  }
}
