// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Wording

/// Which rules would have to be relaxed where no plan exists.
struct ExplanationSection {
  var plan: Plan

  var content: [Markup] {
    let relaxations = plan.explanation?.relaxations ?? []
    guard !relaxations.isEmpty else {
      let isKnown = plan.explanation?.isProven ?? true
      let none: Phrase =
        isKnown
        ? "Even with every limit of the scenario given up there is no plan: power, land or years of the sites, or what excludes them, stand in the way. See the reasons of the sites below."
        : "No change of the rules was found with which there is a plan."
      return [.paragraph(none)] + cutShort
    }
    var table = PageTable(
      caption: "Rules that would have to be relaxed together",
      columns: [
        .init(title: "Rule"), .init(title: "Where"), .init(title: "Year"),
        .init(title: "Limit now", isNumber: true), .init(title: "Needed", isNumber: true),
        .init(title: "Unit"),
      ])
    for relaxed in relaxations {
      table.rows.append([
        .text(relaxed.rule.kind.label), .data(relaxed.rule.scope),
        .text(relaxed.rule.year.map { Phrase(verbatim: "\($0)") } ?? "all"),
        .text(Phrase.grouped(relaxed.limit, decimals: Self.decimals(relaxed.limit))),
        .text(Phrase.grouped(relaxed.needed, decimals: Self.decimals(relaxed.needed))),
        .text(Phrase(word: relaxed.unit)),
      ])
    }
    return [
      .paragraph(
        "With these rules relaxed, the fewest found and of those the least in proportion to their limits, there would be a plan:"
      ),
      .list(relaxations.map { .text($0.words) }),
      table.markup,
    ] + alternatives + cutShort
  }

  /// What cut the search short; nothing where nothing did.
  private var cutShort: [Markup] { plan.explanation?.cutShort.map { [.paragraph($0)] } ?? [] }

  /// Other relaxations, one list each.
  private var alternatives: [Markup] {
    (plan.explanation?.alternatives ?? []).flatMap { way -> [Markup] in
      [.paragraph("Or:"), .list(way.map { .text($0.words) })]
    }
  }

  /// Decimals worth showing: none for whole numbers, and so many for the others that what works still does as
  /// it is shown.
  static func decimals(_ value: Double) -> Int {
    value == value.rounded() ? 0 : value.magnitude < 10 ? 6 : value.magnitude < 10_000 ? 3 : 1
  }
}
