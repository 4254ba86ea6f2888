// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// No region holds more than a share of the GPUs in service.
struct RegionShareRule: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    guard let share = builder.problem.regionShareMax else { return }
    for (r, region) in builder.problem.regions.enumerated() {
      guard builder.problem.sites.contains(where: { $0.region == r }) else { continue }
      try GPUShareRows.add(to: &builder, atMost: share, family: .regionShare, scope: region) {
        $0.region == r
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard let share = problem.regionShareMax else { return [] }
    return problem.regions.indices.flatMap { r in
      (0..<problem.yearCount).map { t in
        let inRegion = placement.gpus(year: t, in: problem) { $0.region == r }
        let all = placement.gpus(year: t, in: problem)
        return RuleActivity(
          RowKey(.regionShare, scope: problem.regions[r], year: problem.years[t]),
          activity: Double(inRegion), atMost: share * Double(all), unit: "GPU")
      }
    }
  }
}
