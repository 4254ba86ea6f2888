// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// One branch and bound, as both the MIP with relaxed counts and the full search run it: presolved, with
/// rounding and cover cuts, best bound first, binary columns first. It ends as soon as the bound proves the
/// incumbent, whichever stage that came from.
struct TreeSearch {
  let stage: String
  let run: SolveRun
  /// Nodes at most, within what the run may take; nil for no limit of its own.
  var nodeLimit: Int?

  /// Runs the search, and takes down its bound and its effort.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - relativeGap: Gap at which GLPK's own incumbent ends the search.
  ///   - integerTolerance: Distance from a whole number that counts as integer.
  ///   - cuts: Whether cuts are generated.
  ///   - nodeSelected: Called before each node with the number of nodes so far.
  ///   - incumbentFound: Called with each new integer point of the tree, in the problem's columns.
  func search(
    _ problem: inout Problem, relativeGap: Double, integerTolerance: Double, cuts: Bool = true,
    nodeSelected: (Int) throws -> Void = { _ in },
    incumbentFound: ([Double]) throws -> Void
  ) throws -> IntegerResult {
    var parameters = IntegerParameters()
    parameters.presolve = true
    parameters.preprocessing = .root
    parameters.backtracking = .bestBound
    parameters.mixedIntegerRoundingCuts = cuts
    parameters.coverCuts = cuts && run.tuning.coverCuts
    parameters.integerTolerance = integerTolerance
    parameters.relativeGap = relativeGap
    parameters.deadline = run.deadline
    let left = run.options.nodeLimit.map { max(0, $0 - run.nodes) }
    parameters.nodeLimit = [left, nodeLimit].compactMap { $0 }.min()
    var branching = BinaryFirstBranching()
    let result = try problem.branchAndBound(parameters, stop: run.stop) { tree in
      switch tree.event {
      case .selection:
        let bound = try tree.bestBound()
        run.report(stage, nodes: run.nodes + tree.totalNodeCount, bound: bound)
        if run.isGapProven(with: bound) {
          run.improveBound(bound)
          try tree.end()
        } else {
          try nodeSelected(tree.totalNodeCount)
        }
      case .newIncumbent:
        if let values = try tree.incumbentValues() { try incumbentFound(values) }
      case .branching: try branching.branch(tree)
      default: break
      }
    }
    run.count(nodes: result.nodes, iterations: result.iterations)
    run.note("glp_intopt", result.raw)
    run.improveBound(result.bestBound)
    return result
  }
}
