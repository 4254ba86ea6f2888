// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
import Quantities
import Sites

extension RuleKind {
  /// A statement about named sites.
  static let siteLogic = RuleKind("site_logic", "Sites that go together or not")
  /// Fewest sites.
  static let sitesMin = RuleKind("sites_min", "Fewest sites")
  /// Sites of a departement.
  static let perDepartementMax = RuleKind("per_departement_max", "Sites in one departement")
  /// Sites close to each other.
  static let minDistance = RuleKind("min_distance", "Distance between sites")
}

/// Which sites go together, which do not, and how many there are. Everything is about sites that are open by
/// the end of the horizon unless it says otherwise; an open site stays open.
package struct SiteLogic: RuleFamily, Equatable, Codable {
  /// A statement about named sites.
  package struct Statement: Sendable, Equatable, Codable {
    /// What is stated.
    package enum Kind: Sendable, Equatable, Codable {
      /// At most one of these.
      case exclusive([String])
      /// The first only where the second is open too, in every year.
      case requires(site: String, needs: String)
      /// At least this many of these.
      case atLeast(Int, of: [String])
      /// At most this many of these.
      case atMost(Int, of: [String])
    }

    /// The planner's name for it.
    package var name: String
    /// What is stated.
    package var kind: Kind
    /// Price of each site too many or too few, in EUR a year of the rule; nil for a hard rule.
    package var penaltyEURPerSite: Double?
    /// Where it comes from, in words.
    package var source: String

    /// Where it is written, and how it is relaxed; nothing where it has a price.
    ///
    /// - Parameter number: Place among the statements, counted from 1, which names those without a name.
    func settings(number: Int) -> [LimitSetting] {
      if penaltyEURPerSite != nil { return [] }
      // A statement without a name of its own is named after its kind and place.
      let isNamed = !["exclusive", "requires", "at_least", "at_most"].contains { name == "\($0) \(number)" }
      let path = ["logic", isNamed ? name : String(number)]
      switch kind {
      case .exclusive, .requires: return [LimitSetting(path, form: .removal)]
      case .atLeast(let count, _):
        // At least none is no statement: where one is too many, it is left out.
        if count == 1 { return [LimitSetting(path, form: .removal)] }
        return [
          LimitSetting(
            path + ["at_least", "n"], form: .whole, value: Double(count), lowest: 1, highest: 100_000)
        ]
      case .atMost(let count, _):
        return [LimitSetting(path + ["at_most", "n"], form: .whole, value: Double(count), highest: 100_000)]
      }
    }

    /// A statement about named sites.
    package init(name: String, kind: Kind, penaltyEURPerSite: Double? = nil, source: String = "") {
      self.name = name
      self.kind = kind
      self.penaltyEURPerSite = penaltyEURPerSite
      self.source = source
    }
  }

  package static let kinds: [RuleKind] = [
    .siteLogic, .sitesMin, .perDepartementMax, .minDistance, .siteInUse,
  ]

  /// Statements about named sites, in order of the scenario.
  package var statements: [Statement]
  /// Fewest open sites; the value that names no year holds at the end of the horizon.
  package var sitesMin: YearlyLimit?
  /// Most open sites in one departement; the value that names no year holds at the end of the horizon.
  package var perDepartementMax: YearlyLimit?
  /// Of sites closer to each other than this, in km, only one may open.
  package var minDistanceKm: Double?

  /// Which sites go together.
  package init(
    statements: [Statement] = [], sitesMin: YearlyLimit? = nil, perDepartementMax: YearlyLimit? = nil,
    minDistanceKm: Double? = nil
  ) {
    self.statements = statements
    self.sitesMin = sitesMin
    self.perDepartementMax = perDepartementMax
    self.minDistanceKm = minDistanceKm
  }

  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    let index = Dictionary(
      context.problem.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, statement) in statements.enumerated() {
      rules += Self.rules(statement, number: number + 1, candidates: index, in: &context)
    }
    for (limit, key) in [
      (sitesMin, "limits.sites_min"), (perDepartementMax, "limits.per_departement_max"),
    ] {
      if let limit { context.checkWithinHorizon(limit, key: key) }
    }
    if let sitesMin {
      let all = Array(context.problem.sites.indices)
      for (year, calendar, limit) in Self.limits(sitesMin, in: context) {
        rules.append(
          LinearRule(
            .sitesMin, sitesMin, at: ["limits", "sites_min"], .whole(upTo: 100_000), name: "sites_min",
            year: calendar, unit: "sites", terms: context.open(all, year: year), atLeast: limit))
        rules += context.inUse(all, year: year)
      }
    }
    if let perDepartementMax { rules += Self.departements(perDepartementMax, in: context) }
    if let minDistanceKm { rules += Self.distance(minDistanceKm, in: context) }
    return rules
  }

  /// The limits by year; the value that names no year holds in the last one alone.
  private static func limits(
    _ limit: YearlyLimit, in context: RuleContext
  ) -> [(year: Int, calendar: Int?, limit: Double)] {
    guard limit.byYear.isEmpty else {
      return context.limits(limit).map { ($0.year, Optional($0.calendar), $0.limit) }
    }
    let last = context.problem.yearCount - 1
    return limit.value.map { [(last, nil, $0)] } ?? []
  }

  private static func rules(
    _ statement: Statement, number: Int, candidates: [String: Int], in context: inout RuleContext
  ) -> [LinearRule] {
    let key = "logic '\(statement.name)'"
    func known(_ ids: [String], _ context: inout RuleContext) -> Bool {
      var isKnown = true
      for id in ids where context.table.row(of: id) == nil {
        let near = nearestName(to: id, among: context.table.ids).map { "; did you mean '\($0)'?" } ?? ""
        context.finding("\(key): there is no site '\(id)'\(near)")
        isKnown = false
      }
      return isKnown
    }
    let last = context.problem.yearCount - 1
    var rule = LinearRule(
      .siteLogic, name: statement.name, unit: "sites", terms: [],
      penaltyEURPerUnit: statement.penaltyEURPerSite, source: statement.source,
      settings: statement.settings(number: number))
    switch statement.kind {
    case .exclusive(let ids):
      guard known(ids, &context) else { return [] }
      rule.terms = context.open(ids.compactMap { candidates[$0] }, year: last)
      rule.atMost = 1
      return [rule]
    case .atMost(let count, let ids):
      guard known(ids, &context) else { return [] }
      rule.terms = context.open(ids.compactMap { candidates[$0] }, year: last)
      rule.atMost = Double(count)
      return [rule]
    case .atLeast(let count, let ids):
      guard known(ids, &context) else { return [] }
      if count > ids.count {
        context.finding(
          "\(key): at_least: \(count) of \(ids.count) sites cannot be; lower n or name more sites")
        return []
      }
      rule.terms = context.open(ids.compactMap { candidates[$0] }, year: last)
      rule.atLeast = Double(count)
      return [rule] + context.inUse(ids.compactMap { candidates[$0] }, year: last)
    case .requires(let site, let needs):
      guard known([site, needs], &context), let first = candidates[site] else { return [] }
      var rules: [LinearRule] = []
      for year in context.problem.years.indices {
        rule.year = context.problem.years[year]
        rule.terms = context.open([first], year: year)
        rule.atMost = 0
        if let second = candidates[needs] { rule.terms += context.open([second], year: year) { _ in -1 } }
        rules.append(rule)
        if let second = candidates[needs] { rules += context.inUse([second], year: year) }
      }
      return rules
    }
  }

  /// Sites of one departement; those whose departement is not known are in none.
  private static func departements(_ limit: YearlyLimit, in context: RuleContext) -> [LinearRule] {
    var sitesOf: [String: [Int]] = [:]
    for site in context.problem.sites.indices {
      if let code = context.table.text(.departementCode, row: context.row(ofSite: site)) {
        sitesOf[code, default: []].append(site)
      }
    }
    var rules: [LinearRule] = []
    for (code, sites) in sitesOf.sorted(by: { $0.key < $1.key }) {
      for (year, calendar, most) in limits(limit, in: context) where Double(sites.count) > most {
        rules.append(
          LinearRule(
            .perDepartementMax, limit, at: ["limits", "per_departement_max"], .whole(upTo: 100_000),
            name: "per_departement_max", scope: code, year: calendar, unit: "sites",
            terms: context.open(sites, year: year), atMost: most))
      }
    }
    return rules
  }

  private static func distance(_ km: Double, in context: RuleContext) -> [LinearRule] {
    let sites = context.problem.sites
    let positions = sites.indices.map { context.table.positions[context.row(ofSite: $0)] }
    let last = context.problem.yearCount - 1
    return CloseGroups(of: positions, withinKm: km).groups.map { group in
      LinearRule(
        .minDistance, name: "min_distance_km",
        scope: group.map { sites[$0].id }.joined(separator: ", "), unit: "sites",
        terms: context.open(group, year: last), atMost: 1,
        source: "at least \(ScreeningText.number(km)) km between sites",
        settings: [LimitSetting(["limits", "min_distance_km"], form: .removal)])
    }
  }
}
