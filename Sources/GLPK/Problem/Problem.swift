// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

/// A linear or mixed-integer problem: columns with bounds, kinds and objective coefficients, rows with
/// bounds, a sparse matrix, a basis, and the solutions of the last runs.
///
/// All indices count from 0. Missing bounds are infinite numbers. Every argument is checked before GLPK sees
/// it, so a wrong one is a ``GLPKError`` and changes nothing.
///
/// A problem is changed and solved by mutating methods. That is on purpose: while a solve runs and calls
/// back, the compiler refuses every other use of the same problem, which GLPK would answer by ending the
/// process.
public struct Problem: ~Copyable {
  let scope: Scope
  let handle: OpaquePointer
  /// Number of rows.
  public internal(set) var rowCount: Int
  /// Number of columns.
  public internal(set) var columnCount: Int

  init(scope: Scope) throws {
    var made: OpaquePointer?
    try scope.call("glp_create_prob") { glpguard_create($0, &made) }
    guard let made else { throw GLPKError.outOfMemory }
    self.scope = scope
    handle = made
    rowCount = 0
    columnCount = 0
  }

  deinit { glpguard_delete(scope.handle, handle) }

  /// Sizes as GLPK counts them.
  public func size() throws -> ProblemSize {
    var size = glpguard_size()
    try call("glp_get_num_rows") { glpguard_measure($0, $1, &size) }
    return ProblemSize(
      rows: Int(size.rows), columns: Int(size.columns), entries: Int(size.entries),
      integerColumns: Int(size.integers), binaryColumns: Int(size.binaries))
  }

  /// Replaces everything by a copy of another problem of the same environment, its basis and solutions
  /// included.
  ///
  /// - Parameters:
  ///   - source: The problem to copy.
  ///   - names: Whether names are copied too.
  public mutating func copy(from source: borrowing Problem, names: Bool = false) throws {
    let original = source.handle
    try call("glp_copy_prob") { glpguard_copy($0, original, names, $1) }
    try refreshCounts()
  }

  /// Removes everything.
  public mutating func erase() throws {
    try call("glp_erase_prob") { glpguard_erase($0, $1) }
    try refreshCounts()
  }

  /// Runs one guarded call on this problem.
  func call(_ routine: String, _ call: (OpaquePointer?, OpaquePointer) -> glpguard_status) throws {
    let handle = handle
    try scope.call(routine) { call($0, handle) }
  }

  /// Reads the numbers of rows and columns after GLPK has changed them by itself.
  mutating func refreshCounts() throws {
    let found = try size()
    rowCount = found.rows
    columnCount = found.columns
  }
}

@available(*, unavailable)
extension Problem: Sendable {}

/// Sizes of a problem.
public struct ProblemSize: Sendable, Equatable {
  /// Rows.
  public let rows: Int
  /// Columns.
  public let columns: Int
  /// Matrix entries that are not zero.
  public let entries: Int
  /// Integer columns, binary ones included.
  public let integerColumns: Int
  /// Integer columns with bounds 0 and 1.
  public let binaryColumns: Int
}

/// Direction of optimization.
public enum Direction: Sendable, Equatable {
  /// Make the objective small.
  case minimize
  /// Make the objective large.
  case maximize
}
