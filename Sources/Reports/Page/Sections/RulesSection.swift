// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Siting

/// What each rule comes to, what limits it, and the room left: tells a planner which rule to talk about.
struct RulesSection {
  var plan: Plan

  var content: [Markup] {
    let shown = plan.activities.filter { $0.activity != 0 || !$0.holds }
    var table = PageTable(
      caption: "Rules with their limits; a binding rule leaves no room",
      columns: [
        .init(title: "Rule"), .init(title: "Where"), .init(title: "Year"),
        .init(title: "Comes to", isNumber: true),
        .init(title: "At least", isNumber: true), .init(title: "At most", isNumber: true),
        .init(title: "Room", isNumber: true), .init(title: "Unit"), .init(title: "State"),
      ])
    for rule in shown {
      let number = { (value: Double?) -> Markup in
        guard let value, value.isFinite else { return .text(.none) }
        if rule.unit == "year" { return .text(.shortest(value)) }
        return .text(.grouped(value, decimals: ExplanationSection.decimals(value)))
      }
      table.rows.append([
        .text(RuleLabel.words(rule.rule)),
        rule.rule.scope.isEmpty ? .text("all sites") : .data(name(rule.rule.scope)),
        .text(rule.rule.year.map { Phrase(verbatim: "\($0)") } ?? "all"), number(rule.activity),
        number(rule.atLeast),
        number(rule.atMost), number(rule.slack), .text(Phrase(word: rule.unit)),
        .text(!rule.holds ? "broken" : rule.isBinding ? "binding" : "has room"),
      ])
    }
    var content = [table.markup]
    let hidden = plan.activities.count - shown.count
    if hidden > 0 {
      content.append(
        .paragraph("\(.grouped(hidden)) rules that hold and come to zero are in constraints.csv only."))
    }
    return content
  }

  /// Name of a site where the scope is one.
  private func name(_ scope: String) -> String { plan.sites.first { $0.id == scope }?.name ?? scope }
}
