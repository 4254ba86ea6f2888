// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
package import PlanningModel

/// What no plan can be better than, from the linear relaxation alone: an answer in a fraction of the time of
/// a plan.
package struct RelaxationBound: Sendable {
  /// The solver.
  package var solver: any Solver
  /// When it should stop.
  package var options: SolveOptions

  /// Bounds from the relaxation by a solver.
  package init(solver: any Solver, options: SolveOptions) {
    self.solver = solver
    self.options = options
    self.options.relaxationOnly = true
  }

  /// The bound on the objective sought first, as an outcome without a plan: infeasible where already the
  /// relaxation is, else unknown.
  ///
  /// - Throws: What the solver throws when it fails itself.
  package func outcome(of problem: SitingProblem, formulation: Formulation) throws -> PlanBuilder.Outcome {
    let result = try solver.solve(formulation.model, options: options, progress: nil)
    let objective = problem.objectives[0]
    let sign = objective.isMaximised ? -1.0 : 1.0
    var isInfeasible = false
    switch result.termination {
    case .infeasible, .unboundedOrInfeasible: isInfeasible = true
    default: break
    }
    return PlanBuilder.Outcome(
      status: isInfeasible ? .infeasible : .unknown, termination: "relaxation",
      objectives: [
        PlanBuilder.Outcome.ObjectiveResult(
          best: nil, bound: result.bound.map { sign * $0 * objective.amountPerUnit })
      ],
      gapAsked: options.relativeGap)
  }
}
