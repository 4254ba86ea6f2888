// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Sites

/// The map that moves, of a plan.
struct PlanLiveMap {
  var plan: Plan
  var problem: SitingProblem
  var context: ReportContext
  /// Places of the sites that have a sheet.
  var sheets: Set<Int>

  /// The map; nil when there is nothing to draw.
  var map: LiveMap? {
    guard let frame = SiteMap(plan: plan, context: context).frame else { return nil }
    return LiveMap(
      frame: frame, years: plan.years, groups: [status, tier, basis], names: plan.sites.map(\.name),
      positions: plan.sites.map(\.position), notes: notes,
      sheets: plan.sites.indices.map { sheets.contains($0) ? SiteSheet.id($0) : "" },
      discs: discs(frame))
  }

  private var status: LiveMap.Group {
    let statuses: [(PlannedSite.Status, String)] = [
      (.chosen, "chosen"), (.notChosen, "not-chosen"), (.excluded, "excluded"),
    ]
    return LiveMap.Group(
      key: "status", label: "Status", classes: statuses.map { (RuleLabel.words($0.0), $0.1) },
      members: plan.sites.map { site in statuses.firstIndex { $0.0 == site.status } ?? -1 })
  }

  private var tier: LiveMap.Group {
    let tiers = SovereigntyTiers(plan: plan, problem: problem)
    return LiveMap.Group(
      key: "tier", label: "Sovereignty",
      classes: Self.classes(tiers.labels),
      members: plan.sites.map {
        $0.status == .excluded && !tiers.isStated ? tiers.labels.count : tiers.tier(of: $0)
      })
  }

  private var basis: LiveMap.Group {
    LiveMap.Group(
      key: "basis", label: "Basis of the figures",
      classes: Self.classes(Basis.allCases.map { BasisLabel.words($0) }),
      members: plan.sites.map { site in
        site.basis.flatMap { Basis.allCases.firstIndex(of: $0) } ?? Basis.allCases.count
      })
  }

  /// Classes with colours of their own, and one for sites that were left out before it was looked at.
  private static func classes(_ labels: [Phrase]) -> [(label: Phrase, style: String)] {
    labels.enumerated().map { ($1, "class-\($0 % 6 + 1)") } + [("not examined", "class-unknown")]
  }

  /// Sites without a sheet say their reasons in short; of tens of thousands, the rules that excluded them.
  private var notes: [Phrase] {
    let isMany = plan.sites.count > MarkThinning.manySites
    return plan.sites.indices.map { index in
      if sheets.contains(index) { return .empty }
      let site = plan.sites[index]
      guard isMany else { return .joined(site.grounds, separator: "; ") }
      var rules: [Phrase] = []
      for exclusion in site.exclusions where !rules.contains(Phrase(word: exclusion.rule)) {
        rules.append(Phrase(word: exclusion.rule))
      }
      return .joined(rules, separator: "; ")
    }
  }

  private func discs(_ frame: MapFrame) -> [LiveMap.Disc] {
    let routes = ConnectionsTable.routes(plan, substations: context.substations)
    let ends = Dictionary(
      routes.map { ($0.site.id, $0.end.flatMap(frame.place)) }, uniquingKeysWith: { first, _ in first })
    var discs: [LiveMap.Disc] = []
    for (index, site) in plan.sites.enumerated() where site.status == .chosen {
      discs.append(
        LiveMap.Disc(
          site: index, number: discs.count + 1, gpus: site.gpusByYear, gridMW: site.gridMWByYear,
          opens: site.opensYear, route: ends[site.id] ?? nil))
    }
    return discs
  }
}
