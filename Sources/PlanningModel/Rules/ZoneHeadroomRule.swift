// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension RuleKind {
  /// Free power of a demand zone.
  package static let zoneHeadroom = RuleKind(
    "zone_headroom", "Free power of the demand zone", gridPlace: .demandZone
  ) {
    "demand zone \($0.scope): \($0.then) MW free\($0.year) instead of \($0.now) MW"
  }
}

/// Sites that draw on one shared demand zone stay together within its free power.
struct ZoneHeadroomRule: PlanningRule {
  var kinds: [RuleKind] { [.zoneHeadroom] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    problem.zones.enumerated().flatMap { z, zone in
      let sites = problem.sites { $0.zone == z }
      return problem.years.indices.filter { zone.headroomMW[$0].isFinite }.map { t in
        LinearRule(
          .zoneHeadroom, scope: zone.name, year: problem.years[t], unit: "MW",
          terms: problem.gridMW(on: sites, year: t), atMost: zone.headroomMW[t],
          settings: [
            LimitSetting(
              Self.path(z, t, problem), form: .number, value: zone.headroomMW[t], highest: 100_000)
          ])
      }
    }
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    for z in problem.zones.indices {
      for t in problem.years.indices where Self.path(z, t, problem) == relaxation.setting.path {
        problem.zones[z].headroomMW[t] = relaxation.value
      }
    }
  }

  private static func path(_ z: Int, _ t: Int, _ problem: SitingProblem) -> [String] {
    let stated = problem.statedYears.zones
    let year = stated.isEmpty ? problem.years[t] : stated[z][t]
    return ["grid", "zone_headroom_mw", problem.zones[z].name, String(year)]
  }
}
