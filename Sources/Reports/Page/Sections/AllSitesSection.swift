// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// Every candidate with what became of it and why.
struct AllSitesSection {
  var plan: Plan

  var content: [Markup] {
    let count = { (verdict: PlannedSite.Verdict) in plan.sites.filter { $0.verdict == verdict }.count }
    var table = PageTable(
      caption: "Candidate sites: chosen first, then those that could have been, then those left out",
      columns: [
        .init(title: "Site"), .init(title: "Region"), .init(title: "Verdict"),
        .init(title: "GPUs", isNumber: true), .init(title: "May draw, MW", isNumber: true),
        .init(title: "Rests on"), .init(title: "Why"),
      ])
    for verdict in [PlannedSite.Verdict.chosen, .notChosen, .excluded] {
      for site in plan.sites where site.verdict == verdict {
        table.rows.append([
          .data(site.name), .data(site.region), .text(RuleLabel.text(verdict)),
          .text(verdict == .chosen ? NumberText.grouped(site.gpus) : "-"),
          .text(site.powerLimitMW.map { NumberText.grouped($0, decimals: 1) } ?? "-"),
          .text(site.basis.map { "\($0)" } ?? "-"), .data(site.reasons.joined(separator: "; ")),
        ])
      }
    }
    return [
      .paragraph(
        "\(plan.sites.count) candidates: \(count(.chosen)) chosen, \(count(.notChosen)) not chosen, "
          + "\(count(.excluded)) left out before the choice."),
      table.markup,
    ]
  }
}
