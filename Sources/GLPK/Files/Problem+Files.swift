// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// Formats of model files.
///
/// What a format has no place for, GLPK drops without a word or writes as other programs do not read it.
/// ``Problem/write(to:format:)`` writes something equivalent instead: the constant of the objective, which
/// GLPK reads from an MPS file with one sign and other solvers with the other, and which it writes as a
/// comment in LP, becomes a column `objective_constant` fixed at 1; a maximization, which MPS cannot tell,
/// becomes the minimization of the negative objective.
public enum ModelFormat: Sendable, CaseIterable {
  /// MPS with fields in fixed columns; names longer than 8 characters are replaced on writing. GLPK keeps
  /// numbers to 12 characters, sign and exponent included, so as little as 7 digits of them.
  case fixedMPS
  /// MPS with fields between blanks; numbers as in ``fixedMPS``.
  case freeMPS
  /// CPLEX LP, with 15 digits. Columns come in the order of their first mention, so reading may number them
  /// anew, and a row with two bounds becomes an equation with a column more. A problem needs at least one row
  /// and one column to be written.
  case cplexLP
  /// GLPK's own format, which has a place for everything.
  case glpk
}

extension Problem {
  /// Writes the problem, with the names it has. Rows and columns without a name get one from their number.
  ///
  /// - Parameters:
  ///   - path: Where to write; a name that ends in `.gz` makes a compressed file.
  ///   - format: File format.
  /// - Throws: ``GLPKError/file(routine:path:messages:)`` when the file cannot be written.
  public func write(to path: String, format: ModelFormat) throws {
    let hasConstant = try format != .glpk && objectiveConstant() != 0
    let isReversed = try (format == .fixedMPS || format == .freeMPS) && direction() == .maximize
    guard hasConstant || isReversed else { return try writeAsIs(to: path, format: format) }
    var copy = try Problem(scope: scope)
    try copy.copy(from: self, names: true)
    if hasConstant { try copy.moveConstantToAColumn() }
    if isReversed { try copy.reverseObjective() }
    try copy.writeAsIs(to: path, format: format)
  }

  private mutating func moveConstantToAColumn() throws {
    var name = "objective_constant"
    let taken = Set(try (0..<columnCount).compactMap { try columnName($0) })
    while taken.contains(name) { name += "_" }
    let column = try addColumns(1).lowerBound
    try setColumnName(column, name)
    try setColumnBounds(column, lower: 1, upper: 1)
    try setObjective(column: column, to: try objectiveConstant())
    try setObjectiveConstant(0)
  }

  private mutating func reverseObjective() throws {
    for (column, value) in try objectiveCoefficients().enumerated() where value != 0 {
      try setObjective(column: column, to: -value)
    }
    try setDirection(.minimize)
  }

  private func writeAsIs(to path: String, format: ModelFormat) throws {
    let routine = Self.routine(format, reading: false)
    try Checks.path(path, for: routine)
    if format == .cplexLP, rowCount == 0 || columnCount == 0 {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "the LP format cannot hold a problem without rows or columns")
    }
    var code: Int32 = 0
    let messages = try scope.recordingLines {
      try call(routine) {
        switch format {
        case .fixedMPS: glpguard_write_mps($0, $1, GLP_MPS_DECK, path, &code)
        case .freeMPS: glpguard_write_mps($0, $1, GLP_MPS_FILE, path, &code)
        case .cplexLP: glpguard_write_lp($0, $1, path, &code)
        case .glpk: glpguard_write_glpk($0, $1, path, &code)
        }
      }
    }
    guard code == 0 else {
      throw GLPKError.file(routine: routine, path: path, messages: messages)
    }
  }

  /// Replaces the whole content by that of a file, names included.
  ///
  /// - Throws: ``GLPKError/file(routine:path:messages:)`` when the file cannot be read; the problem is then
  ///   empty.
  public mutating func read(from path: String, format: ModelFormat) throws {
    let routine = Self.routine(format, reading: true)
    try Checks.path(path, for: routine)
    var code: Int32 = 0
    let messages = try scope.recordingLines {
      try call(routine) {
        switch format {
        case .fixedMPS: glpguard_read_mps($0, $1, GLP_MPS_DECK, path, &code)
        case .freeMPS: glpguard_read_mps($0, $1, GLP_MPS_FILE, path, &code)
        case .cplexLP: glpguard_read_lp($0, $1, path, &code)
        case .glpk: glpguard_read_glpk($0, $1, path, &code)
        }
      }
    }
    guard code == 0 else {
      try erase()
      throw GLPKError.file(routine: routine, path: path, messages: messages)
    }
    try refreshCounts()
  }

  private static func routine(_ format: ModelFormat, reading: Bool) -> String {
    switch format {
    case .fixedMPS, .freeMPS: reading ? "glp_read_mps" : "glp_write_mps"
    case .cplexLP: reading ? "glp_read_lp" : "glp_write_lp"
    case .glpk: reading ? "glp_read_prob" : "glp_write_prob"
    }
  }
}
