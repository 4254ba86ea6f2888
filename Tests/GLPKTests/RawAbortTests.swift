// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import Testing

/// Calls with which the unguarded library ends the process. They stand here as documentation of what the
/// wrapper is for: each has its counterpart, with an error instead, in `GuardTests` and
/// `RefusedArgumentTests`.
enum RawCall: String, CaseIterable, Codable, Sendable {
  case addNoRows, addNoColumns, rowOutOfRange, rowZero, columnOutOfRange, duplicateEntry, nameTooLong
  case controlCharacterInName, negativeGap, negativeTimeLimit, badTolerance, deleteRowTwice
  case nanRowBound, simplexInsideTheSearch, deleteOnAnotherThread, postsolveTooEarly, unknownScaling

  /// Makes the call.
  func run() {
    let problem = glp_create_prob()
    glp_add_rows(problem, 2)
    glp_add_cols(problem, 2)
    for column: Int32 in 1...2 {
      glp_set_col_kind(problem, column, GLP_IV)
      glp_set_col_bnds(problem, column, GLP_DB, 0, 3)
      glp_set_obj_coef(problem, column, -1)
    }
    glp_set_row_bnds(problem, 1, GLP_UP, 0, 3)
    glp_load_matrix(problem, 2, [0, 1, 1], [0, 1, 2], [0, 2, 2])
    var simplex = glp_smcp()
    glp_init_smcp(&simplex)
    var integer = glp_iocp()
    glp_init_iocp(&integer)
    switch self {
    case .addNoRows: glp_add_rows(problem, 0)
    case .addNoColumns: glp_add_cols(problem, 0)
    case .rowOutOfRange: glp_set_row_bnds(problem, 3, GLP_FR, 0, 0)
    case .rowZero: glp_set_row_bnds(problem, 0, GLP_FR, 0, 0)
    case .columnOutOfRange: glp_set_obj_coef(problem, 9, 1)
    case .duplicateEntry: glp_load_matrix(problem, 2, [0, 1, 1], [0, 1, 1], [0, 1, 2])
    case .nameTooLong: glp_set_col_name(problem, 1, String(repeating: "x", count: 300))
    case .controlCharacterInName: glp_set_row_name(problem, 1, "a\u{1}b")
    case .negativeGap:
      integer.mip_gap = -1
      glp_intopt(problem, &integer)
    case .negativeTimeLimit:
      simplex.tm_lim = -1
      glp_simplex(problem, &simplex)
    case .badTolerance:
      simplex.tol_bnd = 0
      glp_simplex(problem, &simplex)
    case .deleteRowTwice: glp_del_rows(problem, 2, [0, 1, 1])
    case .nanRowBound:
      glp_set_row_bnds(problem, 1, GLP_UP, 0, .nan)
      glp_simplex(problem, &simplex)
    case .simplexInsideTheSearch:
      glp_simplex(problem, &simplex)
      integer.cb_func = { tree, _ in glp_simplex(glp_ios_get_prob(tree), nil) }
      glp_intopt(problem, &integer)
    case .deleteOnAnotherThread:
      let address = UInt(bitPattern: problem)
      _ = onThreads(1) { _ in glp_delete_prob(OpaquePointer(bitPattern: address)) }
    case .postsolveTooEarly: glp_mpl_postsolve(glp_mpl_alloc_wksp(), problem, GLP_MIP)
    case .unknownScaling: glp_scale_prob(problem, 0x1000)
    }
  }
}

@Suite struct RawAbortTests {
  @Test(arguments: RawCall.allCases) func unguardedLibraryEndsTheProcess(_ call: RawCall) async {
    await #expect(
      processExitsWith: .signal(6), observing: [\.standardOutputContent, \.standardErrorContent]
    ) { [call] in
      call.run()
    }
  }

  @Test func goodCallsDoNotEndIt() async {
    await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let problem = glp_create_prob()
      glp_add_rows(problem, 2)
      glp_delete_prob(problem)
    }
  }
}
