// SPDX-License-Identifier: GPL-3.0-or-later

/// File formats in which a model can be handed to another solver.
package enum ModelFileFormat: String, Sendable, CaseIterable {
  /// Free-format MPS.
  case freeMPS = "mps"
  /// CPLEX LP.
  case cplexLP = "lp"
}

/// Names for columns and rows, made only when a model is written for a person or another solver.
package struct ModelNames: Sendable, Equatable {
  /// One name a column; unique, without blanks, at most 255 characters.
  package var columns: [String]
  /// One name a row; unique, without blanks, at most 255 characters.
  package var rows: [String]
  /// Name of the problem.
  package var problem: String
  /// What shortened names of columns and rows stand for, in the order in which they are written.
  package var shortened: [Shortened]

  /// A name that was too long for some reader, and the one that is written instead.
  package struct Shortened: Sendable, Equatable {
    /// The name in the file.
    package var name: String
    /// The whole name.
    package var whole: String

    /// A name and what it stands for.
    package init(name: String, whole: String) {
      self.name = name
      self.whole = whole
    }
  }

  /// Names for columns and rows.
  package init(problem: String, columns: [String], rows: [String], shortened: [Shortened] = []) {
    self.problem = problem
    self.columns = columns
    self.rows = rows
    self.shortened = shortened
  }

  /// The whole names of those that are shortened, as comments of a file.
  ///
  /// - Parameter mark: What a line of comment begins with.
  package func comments(_ mark: String) -> String {
    guard !shortened.isEmpty else { return "" }
    var text =
      "\(mark) Names that are too long for some readers are shortened; each stands for the lines below it.\n"
    for entry in shortened {
      text += "\(mark) \(entry.name)\n"
      // Readers keep a line in a buffer, whose size nobody tells.
      var rest = Substring(entry.whole)
      while !rest.isEmpty {
        text += "\(mark)   \(rest.prefix(60))\n"
        rest = rest.dropFirst(60)
      }
    }
    return text
  }
}

/// Anything that writes a model to a file other solvers read.
package protocol ModelFileWriter: Sendable {
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
