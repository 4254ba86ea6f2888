// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension RuleKind {
  /// GPUs in one region.
  package static let regionShare = RuleKind("region_share", "GPUs in one region", inequality: .regionShare) {
    "a share of \($0.then) of the GPUs in one region instead of \($0.now)"
  }
}

/// No region holds more than a share of the GPUs in service.
struct RegionShareRule: PlanningRule {
  private static let path = ["limits", "region_share_max"]

  var kinds: [RuleKind] { [.regionShare] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    guard let share = problem.regionShareMax else { return [] }
    return problem.regions.enumerated().flatMap { r, region in
      let sites = problem.sites { $0.region == r }
      return problem.years.indices.map { t in
        LinearRule(
          .regionShare, scope: region, year: problem.years[t], unit: "GPU",
          terms: problem.gpus(on: sites, year: t), reference: problem.nationalGPUs(year: t), atMost: share,
          settings: [LimitSetting(Self.path, form: .share, value: share, highest: 1)],
          relaxationScale: max(1, Double(problem.demandGPUs[t])))
      }
    }
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    if relaxation.setting.path == Self.path { problem.regionShareMax = relaxation.value }
  }
}
