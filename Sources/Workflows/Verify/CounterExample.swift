// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Planning
import PlanningModel
import Quantities
import Reports

/// A plan where there is said to be none. A solver looks for it, and nobody has to believe the solver: what
/// it finds is held against every rule, and finding nothing proves nothing.
struct CounterExample {
  /// What was found, for a person; nil where nothing was.
  let finding: String?

  /// Work after which the search ends, so that it ends the same on every machine; and seconds, so that it
  /// ends at all.
  private static let nodes = 200
  private static let seconds = 10.0

  /// Looks for a plan of a problem.
  ///
  /// - Throws: What building the model throws; a solver that fails finds nothing.
  init(to problem: SitingProblem, solver: any Solver) throws {
    let formulation = try Formulation(problem)
    let options = SolveOptions(relativeGap: 0.5, timeLimitSeconds: Self.seconds, nodeLimit: Self.nodes)
    guard let values = try? solver.solve(formulation.model, options: options, progress: nil).values else {
      finding = nil
      return
    }
    let placement = Placement(values: values, formulation: formulation, problem: problem)
    guard PlanAudit(of: placement, in: problem).passed else {
      finding = nil
      return
    }
    let cost = NumberText.millionEUR(PlanCosts(of: placement, in: problem).discountedEUR)
    let sites = placement.sites.map { problem.sites[$0.site].id }
    let names =
      sites.prefix(5).joined(separator: ", ") + (sites.count > 5 ? " and \(sites.count - 5) more" : "")
    finding =
      "plan.json: status: 'infeasible', and there is a plan that meets every rule: \(names), for \(cost) MEUR"
  }
}
