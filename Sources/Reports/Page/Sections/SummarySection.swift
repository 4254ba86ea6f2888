// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// Title, state of the proof and the figures everybody asks for first.
struct SummarySection {
  var plan: Plan
  var problem: SitingProblem

  /// The content of the header.
  var header: [Markup] {
    var content: [Markup] = [
      .element("h1", [:], [.data(plan.name)]),
      .element("p", ["class": "status"], [.text(RuleLabel.text(plan))]),
      .element(
        "p", ["class": "notice"],
        [.text(LimitsSection.notTheStatesList)]),
    ]
    if plan.costEUR != nil, !plan.audit.passed {
      content.append(
        .element(
          "p", ["class": "notice"],
          [
            .text(
              "The audit failed: \(plan.audit.failures.count) of \(plan.audit.checked) rules do not hold.")
          ]))
    }
    guard plan.costEUR != nil else { return content }
    let totals = plan.totals
    let lastYear = plan.years.last.map { " in \($0)" } ?? ""
    var facts: [(String, String)] = [
      ("Sites chosen", "\(totals.sites) of \(plan.sites.count)"),
      ("GPUs\(lastYear)", NumberText.grouped(totals.gpusByYear.last ?? 0)),
      ("IT power\(lastYear)", NumberText.grouped(totals.itMWByYear.last ?? 0, decimals: 1) + " MW"),
      ("Grid power\(lastYear)", NumberText.grouped(totals.gridMWByYear.last ?? 0, decimals: 1) + " MW"),
      ("Energy a year", NumberText.grouped(totals.energyMWhPerYear / 1_000, decimals: 0) + " GWh"),
      ("Capital spending", NumberText.millionEUR(totals.costs.capexEUR) + " MEUR"),
      ("All costs, discounted", NumberText.millionEUR(totals.costs.discountedEUR) + " MEUR"),
    ]
    let all = Double(totals.gpusByYear.last ?? 0)
    if all > 0 {
      facts.append(("GPUs under EU control", NumberText.percent(Double(totals.euControlledGPUs) / all)))
    }
    content.append(
      .element(
        "dl", ["class": "facts"],
        facts.map { name, value in
          .element(
            "div", [:], [.element("dt", [:], [.text(name)]), .element("dd", [:], [.text(value)])])
        }))
    if let objective = plan.costEUR, let bound = plan.boundEUR {
      let controllable = plan.gapOfControllable.map { NumberText.percent($0, decimals: 2) } ?? "-"
      content.append(
        .paragraph(
          "The discounted cost is \(NumberText.millionEUR(objective)) MEUR, and no plan costs less than "
            + "\(NumberText.millionEUR(bound)) MEUR: the difference is \(NumberText.millionEUR(max(0, objective - bound))) MEUR, \(controllable) of the "
            + "part that decisions can change. "
            + "Every rule was computed again from the inputs, without the solver: "
            + "\(plan.audit.checked) checks, \(plan.audit.failures.count) failures."))
    }
    return content
  }
}
