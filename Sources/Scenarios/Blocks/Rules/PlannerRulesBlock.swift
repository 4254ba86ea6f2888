// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[[rule]]`: linear rules of the planner's own over the sites that meet a condition.
struct PlannerRulesBlock {
  /// The rules; nil for none.
  var rules: PlannerRules?

  /// The keys of each measure, the unit in its penalty left to `penalty_eur_per_unit`.
  private static let measures: [(key: String, keys: [String], measure: PlannerRules.Rule.Measure)] = [
    ("gpus_share", ["gpus_share_min", "gpus_share_max"], .gpuShare),
    ("it_mw", ["it_mw_min", "it_mw_max"], .itMW),
    ("sites", ["sites_min", "sites_max"], .sites),
  ]
  private static let any = NumberRange.from(-1e15, to: 1e15)

  init(_ root: ConfigTable) {
    let entries = root.tables("rule")
    ConfigTable.reportRepeatedNames(entries, what: "rule")
    let read = entries.compactMap(Self.rule)
    if !read.isEmpty { rules = PlannerRules(rules: read) }
  }

  private static func rule(_ table: ConfigTable) -> PlannerRules.Rule? {
    let before = table.log.reports
    let name = table.text("name", .required, example: "\"no site under water stress\"")
    let condition = table.condition("where")
    let years = table.years("years", .optional)
    let terms = RuleTerms(table, penaltyUnit: "unit")
    let stated = stated(in: table)
    if stated.isEmpty {
      table.noteMissing(
        "exclude",
        hint: "or gpus_share_min, gpus_share_max, it_mw_min, it_mw_max, sites_min, sites_max or sum: "
          + "a rule says what it limits")
    }
    if let other = stated.dropFirst().first(where: { other in
      !measures.contains { $0.keys.contains(stated[0]) && $0.keys.contains(other) }
    }), let node = table.node(other) {
      table.finding(other, node, "stands beside \(stated[0])", hint: "state each under its own [[rule]]")
    }
    guard let first = stated.first else { return nil }
    var rule = PlannerRules.Rule(name: name ?? "", condition: condition, measure: .exclude, years: years)
    if first == "exclude" { exclude(table) }
    if first == "sum" || table.isProbe { sum(table.table("sum", .optional), terms, &rule) }
    for measure in measures where measure.keys.contains(first) || table.isProbe {
      let range = measure.key == "gpus_share" ? NumberRange.share : .upTo(1e9)
      rule.measure = measure.measure
      rule.atLeast = table.limit(measure.keys[0], range, penaltyUnit: "unit", of: terms)
      rule.atMost = table.limit(measure.keys[1], range, penaltyUnit: "unit", of: terms)
    }
    guard table.log.reports == before, name != nil else { return nil }
    let hasLimit = rule.atLeast != nil || rule.atMost != nil
    guard rule.measure == .exclude ? condition != nil : hasLimit else { return nil }
    return rule
  }

  /// Keys that say what is limited, in a fixed order; all of them count as known.
  private static func stated(in table: ConfigTable) -> [String] {
    (["exclude"] + measures.flatMap(\.keys) + ["sum"]).filter { table.node($0) != nil }
  }

  private static func exclude(_ table: ConfigTable) {
    table.shape?.add("exclude", .boolean(isAlwaysTrue: true))
    if let node = table.node("exclude"), node.content != .boolean(true) {
      table.finding("exclude", node, "must be true, found \(node.kind)", hint: "leave the rule out instead")
    }
    for key in ["years", "penalty_eur_per_unit"] {
      guard let node = table.node(key) else { continue }
      table.finding(
        key, node, "has no meaning beside exclude", hint: "an excluded site cannot be chosen in any year")
    }
    if table.node("where") == nil {
      table.noteMissing("where", hint: "for example where = \"water_stress_level >= 4\"")
    }
  }

  private static func sum(_ table: ConfigTable, _ terms: RuleTerms, _ rule: inout PlannerRules.Rule) {
    let attribute = table.text("attribute", .required, example: "\"water_m3_per_mw\"")
    let per = table.choice("per", AttributeSum.Per.self, .required)
    // A column without unit needs none; whether it has one shows when the sites are known.
    let unit = table.text("unit", .optional) ?? ""
    rule.atLeast = table.limit("min", any, penaltyUnit: "unit", of: terms)
    rule.atMost = table.limit("max", any, penaltyUnit: "unit", of: terms)
    if table.node("min") == nil, table.node("max") == nil {
      table.noteMissing("max", hint: "or min: a sum needs a limit")
    }
    guard let attribute, let per else { return }
    rule.measure = .sum(AttributeSum(attribute: attribute, per: per, unit: unit))
  }
}
