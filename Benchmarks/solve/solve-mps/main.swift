// SPDX-License-Identifier: GPL-3.0-or-later

// Solves an MPS file by the pipeline alone, with hints from the names of columns, and prints seconds of CPU,
// proven gap, objective, nodes, seconds by the clock and why it stopped. For measuring: solve-mps FILE.mps
// GAP SECONDS

import Foundation
import GLPK
import GLPKSolver
import Optimization

/// A model of an MPS file and the names of its columns.
func read(_ path: String) throws -> (Model, [String]) {
  try Environment.run(output: { _ in }) { environment in
    try environment.withProblem { problem in
      try problem.read(from: path, format: .freeMPS)
      let arrays = try problem.arrays()
      var model = Model(sense: .minimize)
      model.objectiveConstant = arrays.objectiveConstant
      for column in arrays.objective.indices {
        _ = try model.addVariable(
          lower: arrays.columnLower[column], upper: arrays.columnUpper[column],
          cost: arrays.objective[column],
          integer: arrays.isInteger[column])
      }
      for row in arrays.rowLower.indices {
        var expression = LinearExpression()
        for entry in arrays.rowStart[row]..<arrays.rowStart[row + 1] {
          expression.add(arrays.coefficient[entry], Variable(column: Int(arrays.columnIndex[entry])))
        }
        try model.addConstraint(expression, lower: arrays.rowLower[row], upper: arrays.rowUpper[row])
      }
      let names = try arrays.objective.indices.map { try problem.columnName($0) ?? "" }
      return (model, names)
    }
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let gap = Double(arguments[2]), let seconds = Double(arguments[3]) else {
  FileHandle.standardError.write(Data("usage: solve-mps FILE.mps GAP SECONDS\n".utf8))
  exit(64)
}
var (model, names) = try read(arguments[1])
model.hints = NamedHints(names: names, model: model).hints
let (before, begin) = (clock(), ContinuousClock.now)
let result = try GLPKSolver().solve(
  model, options: SolveOptions(relativeGap: gap, timeLimitSeconds: seconds), progress: nil)
let used = Double(clock() - before) / Double(CLOCKS_PER_SEC)
let elapsed = begin.duration(to: .now) / .seconds(1)
print(
  used, result.relativeGap ?? .infinity, result.objective ?? .nan, result.nodes, elapsed,
  result.termination.rawValue)
// An abandoned step of GLPK must not outlive the answer.
exit(0)
