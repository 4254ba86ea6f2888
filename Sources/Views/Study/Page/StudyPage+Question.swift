// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Studies
import Wording

extension StudyPage {
  /// Title, what came of the cases, and the figures everybody asks for first.
  var header: [Markup] {
    var content: [Markup] = [
      StudyPageStyle.markup, .element("h1", [:], [.data(result.name)]),
      .element("p", ["class": "status"], [.verbatim(StudyText.counts(result) + ".")]),
    ]
    if !result.description.isEmpty { content.append(.element("p", [:], [.data(result.description)])) }
    content.append(.element("p", ["class": "notice"], [.text(LimitsSection.notTheStatesList)]))
    for warning in report.context.warnings {
      content.append(.element("p", ["class": "notice"], [.data(warning)]))
    }
    var facts: [(String, String)] = []
    if let probability = reading.planProbability, probability.isEstimate || probability.without > 0 {
      facts.append((probability.isEstimate ? "Probability of a plan" : "Cases with a plan", probability.text))
    }
    facts.append(("Cases", NumberText.grouped(result.rows.count)))
    if let objective = reading.objective, let spread = reading.spread {
      for (name, share) in [("Least", 0.0), ("Median", 0.5), ("Most", 1.0)] {
        guard let value = try? spread.value(at: share) else { continue }
        facts.append(("\(name) \(objective.label)", objective.text(value)))
      }
    }
    if !reading.sites.isEmpty {
      facts.append(("Sites of all plans", String(reading.sites.count { $0.frequency.stability == .all })))
      facts.append(("Sites of any plan", NumberText.grouped(reading.sites.count)))
      facts.append(("Different sitings", NumberText.grouped(reading.portfolios.count)))
    }
    if let condition = reading.planProbability?.condition, !condition.isEmpty {
      content.append(.element("p", ["class": "notice"], [.verbatim(condition)]))
    }
    content.append(
      .element(
        "dl", ["class": "facts"],
        facts.map { name, value in
          .element(
            "div", [:], [.element("dt", [:], [.verbatim(name)]), .element("dd", [:], [.verbatim(value)])])
        }))
    return content
  }

  /// What is varied, how far, and how much was decided again.
  var question: [Markup] {
    var content: [Markup] = [.paragraph(Phrase(verbatim: depth))]
    if result.rows.isEmpty { content.append(.paragraph("The study has no cases.")) }
    if reading.spread == nil, !result.rows.isEmpty {
      content.append(.paragraph("No case has an answer that could be read, so there are no charts."))
    }
    if reading.otherObjectives > 0 {
      content.append(
        .paragraph(
          "\(NumberText.grouped(reading.otherObjectives)) cases seek something else than \(reading.objective?.label ?? "the others"): they are in "
            + "the table of cases and not in the statistics."))
    }
    guard !result.factors.isEmpty else { return content }
    var table = PageTable(
      caption: "What is varied",
      columns: [
        .init(title: "Factor"), .init(title: "Unit"), .init(title: "Values"),
        .init(title: "Different values", isNumber: true), .init(title: "Cases", isNumber: true),
      ])
    for (position, factor) in result.factors.enumerated() {
      let values = result.distinctValues(position)
      table.rows.append([
        .data(factor.name), .data(factor.unit), .data(range(position, values)),
        .verbatim(NumberText.grouped(values.count)),
        .verbatim(NumberText.grouped(result.rows.count { result.value(position, of: $0) != nil })),
      ])
    }
    content.append(table.markup)
    return content
  }

  private func range(_ factor: Int, _ values: [FactorValue]) -> String {
    let words = values.map { reading.text($0, unit: "") }
    if result.isNumeric(factor), values.count > 6, let low = words.first, let high = words.last {
      return "\(low) to \(high)"
    }
    return listed(words, atMost: 12, separator: "; ")
  }

  private var depth: String {
    switch result.depth {
    case .relaxation:
      "Depth relaxation: nothing was decided. For each case the linear relaxation says what no plan can be better than."
    case .fixedSiting:
      "Depth fixed_siting: sites, connections and years of the base plan were kept; what stands on them was decided again in each case."
    case .full: "Depth full: everything was decided again in each case."
    }
  }
}
