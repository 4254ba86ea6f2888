// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
package import Optimization

@testable import GLPKSolver

/// Solves models written in GNU MathProg, to hold an independent statement of a model against Arpent's own.
package enum MathProgSolver {
  /// What came of a solve.
  package enum Answer: Sendable, Equatable {
    /// The optimum, within the gap asked for.
    case optimal(objective: Double)
    /// There is no feasible point.
    case infeasible
    /// Anything else, with GLPK's codes.
    case failed(String)
  }

  /// Reads a model and its data, and solves it.
  ///
  /// - Parameters:
  ///   - model: Path of the file with the model section; a data section in it is ignored.
  ///   - data: Path of the file with the data section.
  ///   - relativeGap: Gap at which to stop.
  /// - Throws: `GLPKError` with the translator's words when a file cannot be read or does not fit the other.
  package static func solve(model: String, data: String, relativeGap: Double = 0) throws -> Answer {
    let result = try GLPKSolver().solve(
      try self.model(model, data: data), options: SolveOptions(relativeGap: relativeGap))
    switch (result.termination, result.objective) {
    case (.optimal, let objective?): return .optimal(objective: objective)
    case (.infeasible, _): return .infeasible
    default: return .failed("\(result.termination.rawValue): \(result.rawStatus)")
    }
  }

  /// Reads a model and its data.
  ///
  /// - Parameters:
  ///   - path: Path of the file with the model section; a data section in it is ignored.
  ///   - data: Path of the file with the data section.
  /// - Throws: `GLPKError` with the translator's words when a file cannot be read or does not fit the other.
  package static func model(_ path: String, data: String) throws -> Model {
    let arrays = try Environment.run { environment in
      try environment.withTranslator { translator in
        try translator.readModel(path, skipsData: true)
        try translator.readData(data)
        try translator.generate()
        return try environment.withProblem { problem in
          try translator.build(&problem)
          return try problem.arrays()
        }
      }
    }
    // The objective is a row of the generated problem too; without bounds it asks for nothing.
    return try Model(arrays)
  }
}
