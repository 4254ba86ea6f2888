// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// What stands between GLPK's callback and the caller's: watches limits, takes down the best bound, and keeps
/// an error of the caller's closure until GLPK has returned, because no Swift error may cross a C frame.
final class SearchDriver {
  let scope: Scope
  let problem: OpaquePointer
  let original: ProblemArrays?
  private let budget: TimeBudget
  private let stop: StopRequest?
  private let nodeLimit: Int?
  private let isMaximizing: Bool
  private let callback: ((borrowing SearchTree) throws -> Void)?
  /// Rows that the callback has added during the search; offered points must satisfy them as well.
  private(set) var addedRows = ProblemArrays()
  /// The caller's error, or one of a guarded call.
  private(set) var failure: (any Error)?
  /// Why the search was ended from this side.
  private(set) var ended: IntegerResult.Termination?
  private(set) var nodes = 0
  private var bestBound: Double?
  private var hasChosen = false

  init(
    scope: Scope, problem: OpaquePointer, budget: TimeBudget, stop: StopRequest?, nodeLimit: Int?,
    isMaximizing: Bool, original: ProblemArrays?, callback: ((borrowing SearchTree) throws -> Void)?
  ) {
    self.scope = scope
    self.problem = problem
    self.budget = budget
    self.stop = stop
    self.nodeLimit = nodeLimit
    self.isMaximizing = isMaximizing
    self.original = original
    self.callback = callback
  }

  /// Handles one event.
  func handle(_ tree: OpaquePointer) {
    // After an error GLPK may still call back before it notices that it was told to end.
    guard failure == nil else { return }
    do {
      var state = glpguard_search()
      try scope.call("glp_ios_tree_size") { glpguard_tree_state($0, tree, &state) }
      nodes = Int(state.total)
      hasChosen = false
      if state.reason == GLP_ISELECT { takeDown(bound: try bound(of: tree), state: state) }
      if let reason = limitReached() {
        try end(tree, reason)
        return
      }
      if let callback {
        try callback(SearchTree(driver: self, tree: tree, state: state))
      }
    } catch {
      failure = error
      try? scope.call("glp_ios_terminate") { glpguard_tree_terminate($0, tree) }
    }
  }

  /// Ends the search.
  func end(_ tree: OpaquePointer, _ reason: IntegerResult.Termination) throws {
    ended = ended ?? reason
    try scope.call("glp_ios_terminate") { glpguard_tree_terminate($0, tree) }
  }

  /// Remembers a row that the callback has added.
  func keepRow(_ columns: [Int], _ values: [Double], lower: Double, upper: Double) {
    addedRows.addRow(
      zip(columns, values).map { (column: $0, value: $1) }, lower: lower, upper: upper)
  }

  /// Refuses a second choice of a node or column in one event.
  func chooseOnce(_ routine: String) throws {
    guard !hasChosen else {
      throw GLPKError.notAllowedNow(routine: routine, reason: "the choice was made already")
    }
    hasChosen = true
  }

  /// Best bound over the active nodes; nil before the first relaxation is solved, when the only node's bound
  /// is still the largest finite number.
  func bound(of tree: OpaquePointer) throws -> Double? {
    var best = glpguard_node()
    var node: Int32 = 0
    try scope.call("glp_ios_best_node") { glpguard_tree_best($0, tree, &node, &best) }
    guard node != 0, best.bound.magnitude < .greatestFiniteMagnitude else { return nil }
    return best.bound
  }

  /// The bound that holds after the run.
  func finalBound(
    code: Int32, solution: IntegerResult.Solution, objective: Double?, relativeGap: Double
  ) -> Double? {
    guard solution != .noFeasible else { return nil }
    guard let objective else { return bestBound }
    if code == 0, solution == .optimal { return objective }
    guard code == GLP_EMIPGAP else { return bestBound }
    // GLPK has compared the gap with the bound of the moment, which is later than the one taken down.
    let width = relativeGap * objective.magnitude
    let implied = isMaximizing ? objective + width : objective - width
    guard let bestBound else { return implied }
    return isMaximizing ? min(bestBound, implied) : max(bestBound, implied)
  }

  private func takeDown(bound: Double?, state: glpguard_search) {
    guard var bound else { return }
    // A node whose bound is no better than the incumbent is about to be given up.
    if state.solution_status == GLP_FEAS || state.solution_status == GLP_OPT {
      bound = isMaximizing ? max(bound, state.incumbent) : min(bound, state.incumbent)
    }
    if let old = bestBound { bound = isMaximizing ? min(old, bound) : max(old, bound) }
    bestBound = bound
  }

  private func limitReached() -> IntegerResult.Termination? {
    if let stop, stop.isRaised { return .stopped }
    if let nodeLimit, nodes > nodeLimit { return .nodeLimit }
    return budget.isOver ? .timeLimit : nil
  }
}
