// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// At least a share of the GPUs in service stands on sites under EU control.
struct EUControlRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    try GPUShareRows.add(
      to: &builder, atLeast: builder.problem.sovereignty.euControlledShareMin, family: .euControlled
    ) { $0.isEUControlled }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard let share = problem.sovereignty.euControlledShareMin else { return [] }
    return (0..<problem.yearCount).map { t in
      let onSet = placement.gpus(year: t, in: problem) { $0.isEUControlled }
      let all = placement.gpus(year: t, in: problem)
      return RuleActivity(
        RowKey(.euControlled, year: problem.years[t]), activity: Double(onSet),
        atLeast: share * Double(all), unit: "GPU")
    }
  }
}
