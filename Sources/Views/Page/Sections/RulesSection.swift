// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Wording

/// What each rule comes to, what limits it, and the room left: tells a planner which rule to negotiate.
struct RulesSection {
  var plan: Plan

  /// Rules of one kind and year that are shown one by one; of more, the one with the least room stands for
  /// all.
  private static let alikeShown = 4
  /// Broken and binding rules of one kind and year that are shown one by one.
  private static let hardShown = 12

  /// A rule that is shown, and how many like it it stands for.
  private struct Shown {
    var rule: RuleActivity
    var alike: Int

    /// Broken ones first, then those without room.
    var order: Int { !rule.holds ? 0 : rule.isBinding ? 1 : 2 }
  }

  var content: [Markup] {
    let rules = plan.activities.filter { $0.activity != 0 || !$0.holds }
    var table = PageTable(
      caption: "Rules with their limits; a binding rule leaves no room",
      columns: [
        .init(title: "Rule"), .init(title: "Where"), .init(title: "Year"),
        .init(title: "Comes to", isNumber: true),
        .init(title: "At least", isNumber: true), .init(title: "At most", isNumber: true),
        .init(title: "Room", isNumber: true), .init(title: "Unit"), .init(title: "State"),
      ])
    let shown = shown(rules)
    let names = Dictionary(plan.sites.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for entry in shown { table.rows.append(row(entry, names: names)) }
    table.isFilterable = shown.count > 20
    var content = [table.markup]
    if shown.count < rules.count {
      content.append(
        .paragraph(
          "All \(.grouped(rules.count)) rules stand in constraints.csv; of many of a kind the tightest is shown."
        ))
    }
    let hidden = plan.activities.count - rules.count
    if hidden > 0 {
      content.append(
        .paragraph("\(.grouped(hidden)) rules that hold and come to zero are in constraints.csv only."))
    }
    return content
  }

  /// The rules to show: broken and binding ones first, otherwise in the order of the plan.
  private func shown(_ rules: [RuleActivity]) -> [Shown] {
    var groups: [RowKey: [RuleActivity]] = [:]
    var order: [RowKey] = []
    for rule in rules {
      let kind = RowKey(rule.rule.kind, year: rule.rule.year)
      if groups[kind] == nil { order.append(kind) }
      groups[kind, default: []].append(rule)
    }
    var shown: [Shown] = []
    for kind in order {
      let group = groups[kind] ?? []
      guard group.count > Self.alikeShown else {
        shown += group.map { Shown(rule: $0, alike: 1) }
        continue
      }
      // What leaves no room is shown whole, as far as it goes on a page.
      let hard = group.filter { !$0.holds || $0.isBinding }
      if (1...Self.hardShown).contains(hard.count) {
        shown += hard.map { Shown(rule: $0, alike: group.count) }
        continue
      }
      var tightest = group[0]
      for rule in group where rule.slack < tightest.slack { tightest = rule }
      shown.append(Shown(rule: tightest, alike: group.count))
    }
    return (0...2).flatMap { place in shown.filter { $0.order == place } }
  }

  private func row(_ entry: Shown, names: [String: String]) -> [Markup] {
    let rule = entry.rule
    let number = { (value: Double?) -> Markup in
      guard let value, value.isFinite else { return .text(.none) }
      if rule.unit == "year" { return .text(.shortest(value)) }
      return .text(.grouped(value, decimals: ExplanationSection.decimals(value)))
    }
    var place: Markup =
      rule.rule.scope.isEmpty ? .text("all sites") : .data(Self.name(rule.rule.scope, among: names))
    if entry.alike > 1 {
      place = .joined([place, .verbatim(" "), .text("(tightest of \(.grouped(entry.alike)))")])
    }
    return [
      .text(rule.rule.kind.label), place,
      .text(rule.rule.year.map { Phrase(verbatim: "\($0)") } ?? "all"), number(rule.activity),
      number(rule.atLeast), number(rule.atMost), number(rule.slack), .text(Phrase(word: rule.unit)),
      .text(!rule.holds ? "broken" : rule.isBinding ? "binding" : "has room"),
    ]
  }

  /// Name of the site where a scope is one, or ends with one after the key of its rule.
  private static func name(_ scope: String, among names: [String: String]) -> String {
    let last = scope.split(separator: ": ").last.map(String.init) ?? scope
    return names[scope] ?? names[last] ?? scope
  }
}
