// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
package import Planning
package import PlanningModel
package import Results

extension PlanPicture {
  /// The picture of a plan; nil where the plan has nothing to draw.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - problem: The problem that it answers.
  ///   - context: On which map, with which assumptions.
  ///   - search: How the search went; nil where it was not watched.
  package func drawing(
    of plan: Plan, problem: SitingProblem, context: ReportContext, search: SearchTrace?
  ) -> Picture? {
    if self == .map { return SiteMap(plan: plan, context: context).picture }
    if plan.chosen.isEmpty { return nil }
    switch self {
    case .map: return nil
    case .gpus: return YearsSection(plan: plan, problem: problem).gpus.picture
    case .power: return YearsSection(plan: plan, problem: problem).power.picture
    case .costs: return CostsSection(plan: plan).chart.picture
    case .regions: return CapacitySection(plan: plan, problem: problem).regions.picture
    case .headroom: return CapacitySection(plan: plan, problem: problem).headroom.picture
    case .basis: return AssumptionsSection(plan: plan, context: context).chart?.picture
    case .search: return search.flatMap { SearchSection(plan: plan, trace: $0).chart }
    }
  }
}
