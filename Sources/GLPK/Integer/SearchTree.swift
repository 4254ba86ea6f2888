// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// The branch-and-bound search, as a callback sees it for the length of one event.
///
/// Columns and rows are those of the problem being searched. Without presolve these are the problem's own,
/// followed by rows added as cuts; with presolve they are numbered anew and some are missing.
public struct SearchTree: ~Copyable {
  /// What has happened, or what is asked for.
  public enum Event: Sendable, CaseIterable {
    /// The next node may be chosen with ``SearchTree/select(node:)``.
    case selection
    /// A node is about to be preprocessed.
    case preprocessing
    /// Rows that were left out ("lazy" rows) may be added with
    /// ``SearchTree/addRow(columns:values:lower:upper:)``.
    case rowGeneration
    /// A relaxation turned out integer and is the new incumbent.
    case newIncumbent
    /// A point may be offered with ``SearchTree/offer(_:)``.
    case heuristic
    /// Cuts may be added with ``SearchTree/addCut(columns:values:atLeast:)`` and its sisters.
    case cutGeneration
    /// The column to branch on may be chosen with ``SearchTree/branch(on:first:)``.
    case branching
  }

  let driver: SearchDriver
  let tree: OpaquePointer
  /// What has happened.
  public let event: Event
  /// Columns of the problem being searched.
  public let columnCount: Int
  /// Rows of the problem being searched, cuts included.
  public let rowCount: Int
  /// Nodes still to be explored.
  public let activeNodeCount: Int
  /// Nodes created so far, those that are already removed included.
  public let totalNodeCount: Int
  /// Objective of the best integer point; nil while there is none.
  public let incumbent: Double?
  /// Whether the columns are numbered anew.
  public var isPresolved: Bool { driver.original == nil }

  init(driver: SearchDriver, tree: OpaquePointer, state: glpguard_search) {
    self.driver = driver
    self.tree = tree
    event = Event(code: state.reason)
    columnCount = Int(state.columns)
    rowCount = Int(state.rows)
    activeNodeCount = Int(state.active)
    totalNodeCount = Int(state.total)
    let hasIncumbent = state.solution_status == GLP_FEAS || state.solution_status == GLP_OPT
    incumbent = hasIncumbent ? state.incumbent : nil
  }

  /// Best bound over the active nodes; nil before the first relaxation is solved. Looks at every active node.
  public func bestBound() throws -> Double? { try driver.bound(of: tree) }

  /// Ends the search; the best point is kept.
  public func end() throws { try driver.end(tree, .endedByCallback) }

  func call(_ routine: String, _ call: (OpaquePointer?, OpaquePointer) -> glpguard_status) throws {
    let tree = tree
    try driver.scope.call(routine) { call($0, tree) }
  }

  /// Refuses a call outside its events.
  func require(_ events: [Event], for routine: String) throws {
    guard events.contains(event) else {
      throw GLPKError.notAllowedNow(
        routine: routine,
        reason: "the event is \(event), not \(events.map { "\($0)" }.joined(separator: " or "))")
    }
  }
}

@available(*, unavailable)
extension SearchTree: Sendable {}

extension SearchTree.Event {
  fileprivate init(code: Int32) {
    switch code {
    case GLP_IPREPRO: self = .preprocessing
    case GLP_IROWGEN: self = .rowGeneration
    case GLP_IBINGO: self = .newIncumbent
    case GLP_IHEUR: self = .heuristic
    case GLP_ICUTGEN: self = .cutGeneration
    case GLP_IBRANCH: self = .branching
    default: self = .selection
    }
  }
}
