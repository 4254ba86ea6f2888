// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
package import Optimization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes models as free MPS or CPLEX LP.
///
/// MPS reads back exactly; LP is written by GLPK with 15 significant digits. What a format has no place for
/// becomes something equivalent: the constant of the objective a column `objective_constant` that is fixed at
/// 1, a maximization in MPS the minimization of the negative objective, a row with two bounds in LP an
/// equation with a column more.
package struct GLPKModelWriter: ModelFileWriter {
  /// A writer of model files.
  package init() {}

  /// Writes a model.
  ///
  /// - Throws: `ModelNameError` when a name is missing, not unique or not allowed in the format; an error
  ///   that names the path when the file cannot be written.
  package func write(
    _ model: Model, names: ModelNames, format: ModelFileFormat, to path: String
  ) throws {
    try ModelNameError.check(names.columns, count: model.columnCount, "column", format)
    try ModelNameError.check(names.rows, count: model.rowCount, "row", format)
    try ModelNameError.check([names.problem], count: 1, "problem", format)
    switch format {
    case .freeMPS:
      let text = FreeMPSText(model, names: names).text
      try Data(text.utf8).write(to: URL(filePath: path))
    case .cplexLP:
      try Environment.withProblem { problem in
        try problem.load(ProblemArrays(model))
        try problem.setName(names.problem)
        try problem.setObjectiveName("objective")
        for (row, name) in names.rows.enumerated() { try problem.setRowName(row, name) }
        for (column, name) in names.columns.enumerated() { try problem.setColumnName(column, name) }
        try problem.write(to: path, format: .cplexLP)
      }
      let comments = names.comments("\\")
      if !comments.isEmpty {
        let model = try Data(contentsOf: URL(filePath: path))
        try (Data(comments.utf8) + model).write(to: URL(filePath: path))
      }
    }
  }
}
