// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// At most a share of the GPUs in service stands on sites with an owner from outside the EU.
struct NonEUOwnerRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    try GPUShareRows.add(
      to: &builder, atMost: builder.problem.sovereignty.nonEUOwnerShareMax, family: .nonEUOwner
    ) { $0.hasNonEUOwner }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard let share = problem.sovereignty.nonEUOwnerShareMax else { return [] }
    return (0..<problem.yearCount).map { t in
      let onSet = placement.gpus(year: t, in: problem) { $0.hasNonEUOwner }
      let all = placement.gpus(year: t, in: problem)
      return RuleActivity(
        RowKey(.nonEUOwner, year: problem.years[t]), activity: Double(onSet),
        atMost: share * Double(all), unit: "GPU")
    }
  }
}
