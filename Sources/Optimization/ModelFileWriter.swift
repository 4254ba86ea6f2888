// SPDX-License-Identifier: GPL-3.0-or-later

/// File formats in which a model can be handed to another solver.
public enum ModelFileFormat: String, Sendable, CaseIterable {
  /// Free-format MPS.
  case freeMPS = "mps"
  /// CPLEX LP.
  case cplexLP = "lp"
}

/// Names for columns and rows, made only when a model is written for a person or another solver.
public struct ModelNames: Sendable, Equatable {
  /// One name a column; unique, without blanks, at most 255 characters.
  public var columns: [String]
  /// One name a row; unique, without blanks, at most 255 characters.
  public var rows: [String]
  /// Name of the problem.
  public var problem: String

  /// Names for columns and rows.
  public init(problem: String, columns: [String], rows: [String]) {
    self.problem = problem
    self.columns = columns
    self.rows = rows
  }
}

/// Anything that writes a model to a file other solvers read.
public protocol ModelFileWriter: Sendable {
  /// Writes a model.
  ///
  /// - Parameters:
  ///   - model: What to write.
  ///   - names: Names of its columns and rows.
  ///   - format: File format.
  ///   - path: Where to write.
  /// - Throws: When the file cannot be written or a name is not allowed.
  func write(_ model: Model, names: ModelNames, format: ModelFileFormat, to path: String) throws
}
