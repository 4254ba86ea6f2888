// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// A basis of the simplex method, to be kept and given back for a warm start.
public struct Basis: Sendable, Equatable, Codable {
  /// Status of one row or column.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// Basic.
    case basic
    /// Non-basic at its lower bound.
    case atLower
    /// Non-basic at its upper bound.
    case atUpper
    /// Non-basic without bounds.
    case free
    /// Non-basic and fixed.
    case fixed
  }

  /// Status of each row.
  public var rows: [Status]
  /// Status of each column.
  public var columns: [Status]

  /// A basis from its statuses.
  public init(rows: [Status], columns: [Status]) {
    self.rows = rows
    self.columns = columns
  }

  /// Number of basic rows and columns.
  public var basicCount: Int {
    rows.count { $0 == .basic } + columns.count { $0 == .basic }
  }
}

extension Basis.Status {
  var code: Int32 {
    switch self {
    case .basic: GLP_BS
    case .atLower: GLP_NL
    case .atUpper: GLP_NU
    case .free: GLP_NF
    case .fixed: GLP_NS
    }
  }

  init(code: Int32) {
    switch code {
    case GLP_NL: self = .atLower
    case GLP_NU: self = .atUpper
    case GLP_NF: self = .free
    case GLP_NS: self = .fixed
    default: self = .basic
    }
  }
}

/// Ways to make a first basis.
public enum InitialBasis: Sendable, CaseIterable {
  /// All rows basic.
  case standard
  /// Triangular with as few rows basic as possible; the usual choice.
  case advanced
  /// Bixby's.
  case bixby
}

extension Problem {
  /// Makes a first basis.
  ///
  /// - Parameters:
  ///   - kind: Which one.
  ///   - messageLevel: GLPK describes the basis whatever this is; the text is passed on at
  ///     ``MessageLevel/all``.
  public mutating func buildBasis(
    _ kind: InitialBasis = .advanced, messageLevel: MessageLevel = .errors
  ) throws {
    let start: glpguard_start =
      switch kind {
      case .standard: GLPGUARD_STANDARD
      case .advanced: GLPGUARD_ADVANCED
      case .bixby: GLPGUARD_BIXBY
      }
    try scope.mutingLines(unless: messageLevel.isVerbose) {
      try call("glp_adv_basis") { glpguard_build_basis($0, $1, start) }
    }
  }

  /// The present basis.
  public func basis() throws -> Basis {
    var rows = [Int32](repeating: 0, count: rowCount)
    var columns = [Int32](repeating: 0, count: columnCount)
    try call("glp_get_row_stat") { glpguard_get_basis($0, $1, &rows, &columns) }
    return Basis(
      rows: rows.map { Basis.Status(code: $0) }, columns: columns.map { Basis.Status(code: $0) })
  }

  /// Replaces the basis. A non-basic status that does not fit the bounds is corrected by GLPK.
  ///
  /// - Throws: ``GLPKError/invalidArgument(routine:reason:)`` when the numbers of rows and columns differ
  ///   from the problem's, or the number of basic ones from the number of rows.
  public mutating func setBasis(_ basis: Basis) throws {
    guard basis.rows.count == rowCount, basis.columns.count == columnCount else {
      throw GLPKError.invalidArgument(
        routine: "glp_set_row_stat",
        reason: "the basis is for \(basis.rows.count) rows and \(basis.columns.count) columns, "
          + "the problem has \(rowCount) and \(columnCount)")
    }
    guard basis.basicCount == rowCount else {
      throw GLPKError.invalidArgument(
        routine: "glp_set_row_stat",
        reason: "\(basis.basicCount) rows and columns are basic, it must be \(rowCount)")
    }
    let rows = basis.rows.map(\.code)
    let columns = basis.columns.map(\.code)
    try call("glp_set_row_stat") { glpguard_set_basis($0, $1, rows, columns) }
  }

  /// Computes the basic solution of the present basis without a simplex step.
  ///
  /// - Returns: Whether the basis matrix could be factorized.
  public mutating func warmUp() throws -> Bool {
    var code: Int32 = 0
    try call("glp_warm_up") { glpguard_warm_up($0, $1, &code) }
    return code == 0
  }
}
