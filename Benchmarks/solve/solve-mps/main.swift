// SPDX-License-Identifier: GPL-3.0-or-later

// Solves an MPS file by the pipeline alone, with hints from the names of columns, and prints seconds of CPU,
// proven gap, objective, nodes, seconds by the clock, why it stopped and the proven bound. For measuring:
// solve-mps FILE.mps GAP SECONDS [SOLUTION]; the solution goes to a file with a name and a value a line.
// Ends with 0 when the gap is proven, 3 without a solution to be found, 4 and 5 at the limit with and without
// one, 64 to 73 as `arpent` does.

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

/// Ends with words on standard error.
func end(_ words: String, _ code: Int32) -> Never {
  FileHandle.standardError.write(Data("solve-mps: \(words)\n".utf8))
  exit(code)
}

/// A solution as a name and a value a line, zeros left out, beneath its objective.
func text(_ values: [Double], objective: Double, names: [String]) -> String {
  let lines = zip(names, values).filter { $1 != 0 }.map { "\($0) \($1)\n" }
  return "# Objective value = \(objective)\n" + lines.joined()
}

let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count), let gap = Double(arguments[2]), let seconds = Double(arguments[3]),
  gap >= 0, seconds >= 0
else {
  end("usage: solve-mps FILE.mps GAP SECONDS [SOLUTION], with a gap and seconds of 0 or more", 64)
}
guard FileManager.default.isReadableFile(atPath: arguments[1]) else {
  end("\(arguments[1]): cannot be opened; name an MPS file that can be read", 66)
}
let (before, begin) = (clock(), ContinuousClock.now)
var model: Model
let names: [String]
do {
  (model, names) = try read(arguments[1])
} catch {
  end("\(arguments[1]): is no MPS file that GLPK reads: \(error)", 65)
}
model.hints = NamedHints(names: names, model: model).hints
let result: SolveResult
do {
  result = try GLPKSolver().solve(
    model, options: SolveOptions(relativeGap: gap, timeLimitSeconds: seconds), progress: nil)
} catch {
  end("\(arguments[1]): \(error)", 1)
}
let used = Double(clock() - before) / Double(CLOCKS_PER_SEC)
let elapsed = begin.duration(to: .now) / .seconds(1)
if arguments.count == 5, let values = result.values, let objective = result.objective {
  do {
    try Data(text(values, objective: objective, names: names).utf8).write(
      to: URL(fileURLWithPath: arguments[4]))
  } catch {
    end("\(arguments[4]): cannot be written", 73)
  }
}
print(
  used, result.relativeGap ?? .infinity, result.objective ?? .nan, result.nodes, elapsed,
  result.termination.rawValue, result.bound ?? -.infinity)
// An abandoned step of GLPK must not outlive the answer.
switch result.termination {
case .optimal: exit(0)
case .infeasible, .unboundedOrInfeasible: exit(3)
case .timeLimit, .nodeLimit, .cancelled, .numericalFailure: exit(result.values == nil ? 5 : 4)
}
