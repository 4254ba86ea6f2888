// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// First stage: the linear relaxation. It settles models without integer columns, infeasible and unbounded
/// ones, and gives the first bound to the others.
struct RootRelaxation {
  static let stage = "root relaxation"
  let run: SolveRun

  /// Solves the relaxation and leaves the optimal basis in the problem.
  func solve(_ problem: inout Problem) throws {
    run.report(Self.stage, nodes: 0)
    try problem.scale()
    try problem.buildBasis(.advanced)
    var result = try simplex(&problem, .dualThenPrimal)
    if needsAnotherTry(result) {
      // The dual method cannot tell unbounded from infeasible, and may lose its way from the advanced basis.
      try problem.buildBasis(.standard)
      result = try simplex(&problem, .primal)
    }
    switch (result.termination, result.solution) {
    case (.timeLimit, _): run.end(.timeLimit)
    case (.stopped, _): run.end(.cancelled)
    case (.finished, .optimal): try takeOptimum(problem, result)
    case (.finished, .noFeasible): run.end(.infeasible)
    case (.finished, .unbounded): run.end(.unboundedOrInfeasible)
    default: run.end(.numericalFailure)
    }
  }

  private func simplex(
    _ problem: inout Problem, _ method: SimplexParameters.Method
  ) throws -> LinearResult {
    var parameters = SimplexParameters(method: method)
    parameters.deadline = run.deadline
    let result = try problem.simplex(
      parameters, stop: run.stop, sliceIterations: run.tuning.sliceIterations)
    run.count(iterations: result.iterations)
    run.note("glp_simplex", result.raw)
    return result
  }

  private func needsAnotherTry(_ result: LinearResult) -> Bool {
    switch result.termination {
    case .timeLimit, .stopped: false
    case .finished: result.solution != .optimal && result.solution != .noFeasible
    default: true
    }
  }

  private func takeOptimum(_ problem: borrowing Problem, _ result: LinearResult) throws {
    guard let solution = try problem.basicSolution(), let objective = result.objective else { return }
    run.improveBound(objective)
    run.tightening = ReducedCostTightening(
      objective: objective, reducedCosts: solution.reducedCosts,
      statuses: try problem.basis().columns, sign: run.sign)
    run.relaxation = (solution.columnValues, solution.reducedCosts)
    run.rootMultipliers = solution.rowDuals
    run.report(Self.stage, nodes: 0)
    let values = solution.columnValues
    let isIntegral = values.indices.allSatisfy { column in
      !run.model.isInteger[column] || (values[column] - values[column].rounded()).magnitude < 1e-9
    }
    if isIntegral, run.consider(values, from: Self.stage) { run.end(.optimal) }
    if !run.model.isInteger.contains(true) { run.end(.numericalFailure) }
  }
}
