// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Wording

/// Title, state of the proof and the figures everybody asks for first.
struct SummarySection {
  var plan: Plan
  var problem: SitingProblem

  /// The content of the header.
  var header: [Markup] {
    var content: [Markup] = [
      .element("h1", [:], [.data(plan.name)]),
      .element("p", ["class": "status"], [.text(RuleLabel.words(plan))]),
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
              "The audit failed: \(.grouped(plan.audit.failures.count)) of \(.grouped(plan.audit.checked)) rules do not hold."
            )
          ]))
    }
    guard plan.costEUR != nil else { return content }
    let totals = plan.totals
    let lastYear = Phrase.plain(plan.years.last)
    var facts: [(Phrase, Phrase)] = [
      ("Sites chosen", "\(.grouped(totals.sites)) of \(.grouped(plan.sites.count))"),
      ("GPUs in \(lastYear)", .grouped(totals.gpusByYear.last ?? 0)),
      ("IT power in \(lastYear)", "\(.grouped(totals.itMWByYear.last ?? 0, decimals: 1)) MW"),
      ("Grid power in \(lastYear)", "\(.grouped(totals.gridMWByYear.last ?? 0, decimals: 1)) MW"),
      ("Energy a year", "\(.grouped(totals.energyMWhPerYear / 1_000)) GWh"),
      ("Capital spending", "\(.millionEUR(totals.costs.capexEUR)) MEUR"),
      ("All costs, discounted", "\(.millionEUR(totals.costs.discountedEUR)) MEUR"),
    ]
    let all = Double(totals.gpusByYear.last ?? 0)
    let tiers = SovereigntyTiers(plan: plan, problem: problem)
    if all > 0, tiers.isStated {
      // The tiers of the scenario say more than the countries of those who happen to be named.
      for (tier, label) in tiers.labels.enumerated() {
        let gpus = plan.chosen.reduce(0) { $0 + (tiers.tier(of: $1) == tier ? $1.gpus : 0) }
        if gpus > 0 { facts.append(("GPUs in tier \(label)", .percent(Double(gpus) / all))) }
      }
    } else if all > 0 {
      facts.append(("GPUs under EU control", .percent(Double(totals.euControlledGPUs) / all)))
    }
    content.append(
      .element(
        "dl", ["class": "facts"],
        facts.map { name, value in
          .element(
            "div", [:], [.element("dt", [:], [.text(name)]), .element("dd", [:], [.text(value)])])
        }))
    if let objective = plan.costEUR, let bound = plan.boundEUR {
      let controllable = plan.gapOfControllable.map { Phrase.percent($0, decimals: 2) } ?? .none
      content.append(
        .paragraph(
          "The discounted cost is \(Phrase.millionEUR(objective)) MEUR, and no plan costs less than "
            + "\(Phrase.millionEUR(bound)) MEUR: the difference is \(Phrase.millionEUR(max(0, objective - bound))) MEUR, \(controllable) of the "
            + "part that decisions can change. "
            + "Every rule was computed again from the inputs, without the solver: "
            + "\(.grouped(plan.audit.checked)) checks, \(.grouped(plan.audit.failures.count)) failures."))
    }
    if plan.objectives.count > 1, let last = plan.objectives.last {
      content.append(
        .paragraph(
          "Of several objectives, certificate.json can prove a bound for the last one sought alone, \(Phrase(word: RuleLabel.objectives[last.name] ?? last.name)), with the others "
            + "held to what was reached: that those cannot be better rests on the solver's search."))
    }
    return content
  }
}
