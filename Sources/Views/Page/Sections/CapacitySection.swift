// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Wording

/// Where the capacity lies: by region, under whose law, and how much of the grid it takes.
struct CapacitySection {
  var plan: Plan
  var problem: SitingProblem

  var content: [Markup] {
    var content = [regions.markup]
    let headroom = headroom
    if !headroom.bars.isEmpty { content.append(headroom.markup) }
    return content
  }

  /// GPUs by region, each split by sovereignty.
  var regions: StackChart {
    let tiers = SovereigntyTiers(plan: plan, problem: problem)
    let names = Set(plan.chosen.map(\.region)).sorted()
    var rows = names.map { name -> StackChart.Row in
      let sites = plan.chosen.filter { $0.region == name }
      let amounts = tiers.labels.indices.map { tier in
        Double(sites.filter { tiers.tier(of: $0) == tier }.reduce(0) { $0 + $1.gpus })
      }
      return StackChart.Row(
        label: name.isEmpty ? "no region" : Phrase(verbatim: name), amounts: amounts,
        text: .grouped(amounts.reduce(0, +)))
    }
    rows.sort { $0.amounts.reduce(0, +) > $1.amounts.reduce(0, +) }
    return StackChart(
      id: "chart-regions", title: "GPUs by region and sovereignty",
      caption: "GPUs at the end of the horizon by region, split by who controls their site.",
      parts: tiers.labels, rows: rows, amount: { "\(.grouped($0)) GPUs" })
  }

  /// Power taken of each limit of the grid that the plan touches, at the end of the horizon.
  var headroom: BarChart {
    var bars: [(share: Double, bar: BarChart.Bar)] = []
    for rule in plan.activities where rule.rule.year == nil || rule.rule.year == plan.years.last {
      guard let place = rule.rule.kind.gridPlace, rule.activity > 0, let most = rule.atMost, most > 0,
        most.isFinite
      else { continue }
      let share = rule.activity / most
      bars.append(
        (
          share,
          BarChart.Bar(
            label: label(place, rule.rule.scope), value: share,
            text: "\(.grouped(rule.activity)) of \(.grouped(most)) MW (\(.percent(share)))", mark: 1)
        ))
    }
    for site in plan.chosen {
      guard let limit = site.powerLimitMW, limit > 0 else { continue }
      let share = site.gridMW / limit
      bars.append(
        (
          share,
          BarChart.Bar(
            label: Phrase(verbatim: ChartParts.short(site.name, 34)), value: share,
            text: "\(.grouped(site.gridMW)) of \(.grouped(limit)) MW (\(.percent(share)))", mark: 1)
        ))
    }
    bars.sort { $0.share > $1.share }
    return BarChart(
      id: "chart-headroom", title: "Grid power used",
      caption:
        "Share of the power that a site, its connection, a substation or a demand zone allows, which the plan draws at the "
        + "end of the horizon; the mark is all of it.",
      bars: bars.map(\.bar), labelWidth: 230, valueWidth: 190)
  }

  /// What a rule of the grid speaks of.
  private func label(_ place: RuleKind.GridPlace, _ scope: String) -> Phrase {
    let name = ChartParts.short(scope.split(separator: ": ").last.map(String.init) ?? scope, 28)
    switch place {
    case .substation: return "substation \(name)"
    case .region: return "region \(name)"
    case .demandZone: return "zone \(name)"
    }
  }
}
