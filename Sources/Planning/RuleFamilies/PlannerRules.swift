// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities
package import Sites

extension RuleKind {
  /// A rule of the planner's own.
  static let plannerRule = RuleKind("planner_rule", "Rule of the planner's own")
}

/// Linear rules of the planner's own over the sites that meet a condition.
package struct PlannerRules: RuleFamily, Equatable, Codable {
  /// One rule.
  package struct Rule: Sendable, Equatable, Codable {
    /// What is limited.
    package enum Measure: Sendable, Equatable, Codable {
      /// Nothing: sites that match cannot be chosen.
      case exclude
      /// Their share of the GPUs in service, a ratio.
      case gpuShare
      /// Their IT power, in MW.
      case itMW
      /// How many of them are open.
      case sites
      /// A sum over them of a site attribute times something that is decided.
      case sum(AttributeSum)

      /// Keys of a limit of the rule, and numbers that make sense there.
      func setting(isLeast: Bool) -> (keys: [String], range: LinearRule.SettingRange) {
        let side = isLeast ? "min" : "max"
        switch self {
        case .exclude: return ([], .number(upTo: 0))
        case .gpuShare: return (["gpus_share_\(side)"], .share)
        case .itMW: return (["it_mw_\(side)"], .number(upTo: 1e9))
        case .sites: return (["sites_\(side)"], .whole(upTo: 1e9))
        case .sum: return (["sum", side], LinearRule.SettingRange(lowest: -1e15, highest: 1e15))
        }
      }

      /// Whether opening a site can help to keep a limit, whatever stands on it.
      func asksForOpenSites(isLeast: Bool, _ values: [Double]) -> Bool {
        switch self {
        case .exclude, .gpuShare, .itMW: return false
        case .sites: return isLeast
        case .sum(let sum):
          guard sum.per == .site else { return false }
          return isLeast || values.contains { $0 < 0 }
        }
      }
    }

    /// The planner's name for it.
    package var name: String
    /// Sites that count; nil for all.
    package var condition: SiteCondition?
    /// What is limited.
    package var measure: Measure
    /// Smallest value by year; nil for none.
    package var atLeast: YearlyLimit?
    /// Largest value by year; nil for none.
    package var atMost: YearlyLimit?
    /// Calendar years in which it holds; empty for all planning years.
    package var years: [Int]

    /// One rule.
    package init(
      name: String, condition: SiteCondition?, measure: Measure, atLeast: YearlyLimit? = nil,
      atMost: YearlyLimit? = nil, years: [Int] = []
    ) {
      self.name = name
      self.condition = condition
      self.measure = measure
      self.atLeast = atLeast
      self.atMost = atMost
      self.years = years
    }

    var key: String { "rule '\(name)'" }
  }

  package static let kinds: [RuleKind] = [.plannerRule]

  /// The rules, in order of the scenario.
  package var rules: [Rule]

  /// Linear rules of the planner's own.
  package init(rules: [Rule] = []) { self.rules = rules }

  /// Sites of a table that a rule excludes, by rule and by row. Rules that cannot be read exclude nothing
  /// here; `linearRules` reports them.
  func exclusions(in table: SiteTable) -> [SiteExclusion] {
    var excluded: [SiteExclusion] = []
    for rule in rules where rule.measure == .exclude {
      guard let condition = rule.condition, condition.faults(in: table).isEmpty else { continue }
      for row in condition.rows(in: table) {
        excluded.append(
          SiteExclusion(
            siteID: table.ids[row], rule: rule.key,
            value: Phrase(word: condition.valuesInWords(row: row, in: table)),
            limit: "excluded where \(condition.text)"))
      }
    }
    return excluded
  }

  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var compiled: [LinearRule] = []
    for rule in rules {
      var isSound = true
      for fault in rule.condition?.faults(in: context.table) ?? [] {
        context.finding("\(rule.key): where: \(fault)")
        isSound = false
      }
      for year in rule.years where !context.problem.years.contains(year) {
        context.finding(
          "\(rule.key): years: \(year) is not among the planning years; horizon.years is \(context.problem.years)"
        )
        isSound = false
      }
      for limit in [rule.atLeast, rule.atMost] {
        if let limit { context.checkWithinHorizon(limit, key: rule.key) }
      }
      guard isSound, rule.measure != .exclude else { continue }
      compiled += Self.compiled(rule, in: &context)
    }
    return compiled
  }

  private static func compiled(_ rule: Rule, in context: inout RuleContext) -> [LinearRule] {
    var sites: [Int] = []
    for site in context.problem.sites.indices {
      let row = context.row(ofSite: site)
      if rule.condition?.holds(row: row, in: context.table) ?? true { sites.append(site) }
    }
    var values: [Double] = []
    if case .sum(let sum) = rule.measure {
      guard let found = sum.values(ofSites: sites, rule: rule, in: &context) else { return [] }
      values = found
    }
    var compiled: [LinearRule] = []
    for isLeast in [true, false] {
      guard let limit = isLeast ? rule.atLeast : rule.atMost else { continue }
      for (year, calendar, value) in context.limits(limit)
      where rule.years.isEmpty || rule.years.contains(calendar) {
        let (keys, range) = rule.measure.setting(isLeast: isLeast)
        var linear = LinearRule(
          .plannerRule, limit, at: ["rule", rule.name] + keys, range, name: rule.name, year: calendar,
          unit: "", terms: [], atLeast: isLeast ? value : nil, atMost: isLeast ? nil : value)
        state(rule.measure, of: sites, values, year: year, in: context, on: &linear)
        compiled.append(linear)
        if rule.measure.asksForOpenSites(isLeast: isLeast, values) {
          compiled += context.inUse(sites, year: year)
        }
      }
    }
    return compiled
  }

  /// Writes what is limited into a rule: its terms, the sum of which it is a share, and the unit.
  private static func state(
    _ measure: Rule.Measure, of sites: [Int], _ values: [Double], year: Int, in context: RuleContext,
    on linear: inout LinearRule
  ) {
    switch measure {
    case .exclude: break
    case .gpuShare:
      linear.unit = "GPU"
      linear.terms = context.problem.gpus(on: sites, year: year)
      linear.reference = context.problem.national(year: year) { Double($0.gpus) }
    case .itMW:
      linear.unit = "MW"
      linear.terms = context.problem.blocks(on: sites, year: year) { _, sku in
        context.problem.blocks[sku].itMW
      }
    case .sites:
      linear.unit = "sites"
      linear.terms = context.open(sites, year: year)
    case .sum(let sum):
      // The same as the planner states, where one is stated.
      let own = context.table.column(sum.attribute)?.unit ?? ""
      linear.unit = AttributeSum.unit(of: own, times: sum.per)
      linear.terms = sum.terms(ofSites: sites, values, year: year, in: context)
    }
  }
}
