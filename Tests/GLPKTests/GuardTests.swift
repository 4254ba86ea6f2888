// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard
import Testing

@testable import GLPK

/// The calls of `RawCall`, made through the guard and past the checks of the Swift layer.
enum GuardedCall: String, CaseIterable, Sendable {
  case addNoRows, addNoColumns, rowOutOfRange, rowZero, columnOutOfRange, duplicateEntry, nameTooLong
  case controlCharacterInName, negativeGap, negativeTimeLimit, badTolerance, deleteRowTwice
  case nanRowBound, postsolveTooEarly, unknownScaling

  /// Makes the call on the sample problem and gives the status of its last step.
  func run(_ scope: OpaquePointer?, _ problem: OpaquePointer) -> glpguard_status {
    var first: Int32 = 0
    var code: Int32 = 0
    var simplex = glp_smcp()
    glp_init_smcp(&simplex)
    var integer = glp_iocp()
    glp_init_iocp(&integer)
    switch self {
    case .addNoRows: return glpguard_add_rows(scope, problem, 0, &first)
    case .addNoColumns: return glpguard_add_columns(scope, problem, 0, &first)
    case .rowOutOfRange: return glpguard_set_row_bounds(scope, problem, 9, 1, [0], [1])
    case .rowZero: return glpguard_set_row_bounds(scope, problem, 0, 1, [0], [1])
    case .columnOutOfRange: return glpguard_set_objective(scope, problem, 9, 1, [1])
    case .duplicateEntry:
      return glpguard_load_matrix(scope, problem, 2, [0, 1, 1], [0, 1, 1], [0, 1, 2])
    case .nameTooLong:
      return glpguard_set_column_name(scope, problem, 1, String(repeating: "x", count: 300))
    case .controlCharacterInName: return glpguard_set_row_name(scope, problem, 1, "a\u{1}b")
    case .negativeGap:
      integer.mip_gap = -1
      return glpguard_intopt(scope, problem, &integer, nil, nil, &code)
    case .negativeTimeLimit:
      simplex.tm_lim = -1
      return glpguard_simplex(scope, problem, &simplex, &code)
    case .badTolerance:
      simplex.tol_bnd = 0
      return glpguard_simplex(scope, problem, &simplex, &code)
    case .deleteRowTwice: return glpguard_delete_rows(scope, problem, 2, [0, 1, 1])
    case .nanRowBound:
      let status = glpguard_set_row_bounds(scope, problem, 1, 1, [-.infinity], [.nan])
      guard status == GLPGUARD_OK else { return status }
      return glpguard_simplex(scope, problem, &simplex, &code)
    case .postsolveTooEarly:
      var translator: OpaquePointer?
      let status = glpguard_translator_create(scope, &translator)
      guard status == GLPGUARD_OK else { return status }
      return glpguard_translator_postsolve(scope, translator, problem, GLP_MIP, &code)
    case .unknownScaling: return glpguard_scale(scope, problem, 0x1000)
    }
  }
}

@Suite struct GuardTests {
  @Test(arguments: GuardedCall.allCases) func fatalErrorBecomesASwiftError(_ call: GuardedCall) throws {
    try Environment.run { environment in
      try environment.withProblem { problem in
        try problem.load(SmallProblems.manual)
        let error = #expect(throws: GLPKFatalError.self) {
          try problem.call(call.rawValue) { call.run($0, $1) }
        }
        #expect(error?.routine == call.rawValue)
        #expect(error?.message.contains("Error detected in file") == true)

        // Everything of the environment is gone, and nothing touches it any more.
        let lost = GLPKError.environmentLost(cause: error?.message ?? "")
        #expect(throws: lost) { try problem.simplex() }
        #expect(throws: lost) { try problem.arrays() }
        #expect(throws: lost) { try environment.withProblem { _ in } }
      }
    }
    // The thread is as good as new.
    let objective = try Environment.withProblem { problem in
      try problem.load(SmallProblems.manual)
      return try problem.simplex().objective
    }
    #expect(abs((objective ?? 0) - 2200.0 / 3) < 1e-9)
  }

  @Test func memoryLimitIsAFatalErrorInTheMiddleOfWork() throws {
    try Environment.run(memoryLimitMiB: 1) { environment in
      try environment.withProblem { problem in
        #expect(throws: GLPKFatalError.self) {
          try problem.load(SmallProblems.covering(columns: 600, rows: 600, seed: 3))
        }
        #expect(throws: GLPKError.self) { try problem.addRows(1) }
      }
    }
  }

  @Test func fatalErrorInsideACallbackEndsTheSearch() throws {
    try Environment.run { environment in
      try environment.withProblem { problem in
        try environment.withProblem { other in
          try problem.load(SmallProblems.knapsack)
          _ = try problem.simplex()
          try other.load(SmallProblems.manual)
          var callsAfter = 0
          let error = #expect(throws: GLPKFatalError.self) {
            try problem.branchAndBound { tree in
              if tree.event == .heuristic {
                try other.call("inner") { glpguard_scale($0, $1, 0x1000) }
              } else if tree.event == .branching {
                callsAfter += 1
              }
            }
          }
          #expect(error?.routine == "inner")
          #expect(callsAfter == 0)
          #expect(throws: GLPKError.self) { try problem.integerSolution() }
          #expect(throws: GLPKError.self) { try other.simplex() }
        }
      }
    }
    try Environment.withProblem { problem in try problem.load(SmallProblems.manual) }
  }

  @Test func swallowedFatalErrorInsideACallbackStillEndsTheSearch() throws {
    try Environment.run { environment in
      try environment.withProblem { problem in
        try environment.withProblem { other in
          try problem.load(SmallProblems.knapsack)
          var attempts = 0
          let error = #expect(throws: GLPKFatalError.self) {
            var parameters = IntegerParameters()
            parameters.presolve = true
            _ = try problem.simplex()
            _ = try problem.branchAndBound(parameters) { _ in
              attempts += 1
              try? other.call("inner") { glpguard_scale($0, $1, 0x1000) }
            }
          }
          #expect(error?.message.contains("flags") == true)
          #expect(attempts == 1)
        }
      }
    }
  }

  @Test func fatalErrorOfASearchInsideASearchLeavesBoth() throws {
    try Environment.run { environment in
      try environment.withProblem { outer in
        try environment.withProblem { inner in
          try outer.load(SmallProblems.knapsack)
          try inner.load(SmallProblems.knapsack)
          _ = try outer.simplex()
          _ = try inner.simplex()
          #expect(throws: GLPKFatalError.self) {
            try outer.branchAndBound { tree in
              guard tree.event == .heuristic else { return }
              _ = try inner.branchAndBound { deeper in
                guard deeper.event == .branching else { return }
                try deeper.call("deepest") { glpguard_tree_branch($0, $1, 99, GLP_NO_BRNCH) }
              }
            }
          }
        }
      }
    }
    try Environment.withProblem { problem in try problem.load(SmallProblems.manual) }
  }

  @Test func lossOnOneThreadLeavesOthersAlone() throws {
    let objectives = onThreads(4) { index -> Double? in
      try? Environment.withProblem { problem -> Double? in
        try problem.load(SmallProblems.manual)
        if index % 2 == 0 {
          try problem.call("glp_scale_prob") { glpguard_scale($0, $1, 0x1000) }
        }
        return try problem.simplex().objective
      }
    }
    #expect(objectives.count == 4)
    for (index, objective) in objectives.enumerated() {
      if index % 2 == 0 {
        #expect(objective == nil)
      } else {
        #expect(abs((objective ?? 0) - 2200.0 / 3) < 1e-9)
      }
    }
  }
}
