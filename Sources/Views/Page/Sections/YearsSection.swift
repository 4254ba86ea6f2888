// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Wording

/// GPUs and power by year.
struct YearsSection {
  var plan: Plan
  var problem: SitingProblem

  var content: [Markup] {
    var table = PageTable(
      caption: "GPUs in service at the end of each year",
      columns: [.init(title: "Site")]
        + plan.years.map { .init(title: Phrase(verbatim: "\($0)"), isNumber: true) })
    for site in plan.chosen {
      table.rows.append([.data(site.name)] + site.gpusByYear.map { .text(.grouped($0)) })
    }
    table.totalRow = table.rows.count
    table.rows.append([.text("All")] + plan.totals.gpusByYear.map { .text(.grouped($0)) })
    if plan.totals.existingGPUsByYear.contains(where: { $0 > 0 }) {
      table.rows.append(
        [.text("In service already")] + plan.totals.existingGPUsByYear.map { .text(.grouped($0)) })
    }
    return [gpus.markup, power.markup, table.markup]
  }

  /// GPUs by year beside what was asked for.
  var gpus: BarChart {
    BarChart(
      id: "chart-gpus", title: "GPUs in service by year",
      caption:
        "GPUs in service at the end of each year, existing fleets included; the mark is the number asked for.",
      bars: plan.years.indices.map { t in
        let gpus = plan.totals.gpusByYear[t] + plan.totals.existingGPUsByYear[t]
        return .init(
          label: Phrase(verbatim: "\(plan.years[t])"), value: Double(gpus), text: .grouped(gpus),
          mark: Double(problem.demandGPUs[t]))
      })
  }

  /// Power by year.
  var power: BarChart {
    BarChart(
      id: "chart-power", title: "Grid power by year",
      caption:
        "Grid power at the end of each year, with cooling and losses: IT power times power usage effectiveness.",
      bars: plan.years.indices.map { t in
        .init(
          label: Phrase(verbatim: "\(plan.years[t])"), value: plan.totals.gridMWByYear[t],
          text: "\(.grouped(plan.totals.gridMWByYear[t], decimals: 1)) MW", mark: nil)
      })
  }
}
