// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
import Quantities
import Sites

extension RuleKind {
  /// Free power of a substation.
  static let substationHeadroom = RuleKind(
    "substation_headroom", "Free power of the substation", gridPlace: .substation)
  /// Grid power in a region.
  static let regionPower = RuleKind("region_power", "Grid power in one region", gridPlace: .region)
  /// Growth of the country.
  static let powerRamp = RuleKind("power_ramp", "Grid power added a year")
  /// Growth of a site.
  static let sitePowerRamp = RuleKind("site_power_ramp", "Grid power added a year on one site")
}

/// Limits on grid power beyond those of a site and of a demand zone. Grid power is the provisioned IT power
/// of the blocks times the power usage effectiveness of their site, in MW.
package struct GridRules: RuleFamily, Equatable, Codable {
  /// Most MW that the sites energised on a substation draw from it, by its name.
  package var substationHeadroomMW: [String: YearlyLimit] = [:]
  /// Most MW that the sites of a region draw, by its name.
  package var regionPowerMaxMW: [String: YearlyLimit] = [:]
  /// Most MW that the country adds a calendar year.
  package var rampMWPerYear: YearlyLimit?
  /// Most MW that any one site adds a calendar year.
  package var siteRampMWPerYear: YearlyLimit?

  package static let kinds: [RuleKind] = [.substationHeadroom, .regionPower, .powerRamp, .sitePowerRamp]

  /// No limit.
  package init() {}

  /// The rules, in the order of the properties.
  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules = substations(&context)
    rules += regions(&context)
    if let limit = rampMWPerYear { rules += ramp(limit, context) }
    if let limit = siteRampMWPerYear { rules += siteRamp(limit, context) }
    return rules
  }

  private func substations(_ context: inout RuleContext) -> [LinearRule] {
    let path = ["grid", "substation_headroom_mw"]
    let problem = context.problem
    if substationHeadroomMW.isEmpty { return [] }
    let known = Self.knownSubstations(context)
    var rules: [LinearRule] = []
    for name in substationHeadroomMW.keys.sorted() {
      guard let limit = substationHeadroomMW[name],
        context.isKnown(name, among: known, key: path.joined(separator: "."), what: "substation")
      else { continue }
      let shares = SubstationShares(name, in: problem)
      // One that no candidate can reach limits nothing.
      if shares.sites.isEmpty { continue }
      for (year, calendar, most) in context.limits(limit) {
        rules.append(
          LinearRule(
            .substationHeadroom, limit, at: path, entry: name, .number(upTo: 100_000), year: calendar,
            unit: "MW", terms: shares.terms(problem.gridMW(on: shares.sites, year: year)), atMost: most))
      }
    }
    return rules
  }

  /// Names of the substations near the sites, also of those out of reach of a connection, ascending.
  static func knownSubstations(_ context: RuleContext) -> [String] {
    var names = Set(SubstationShares.names(in: context.problem))
    for row in 0..<context.table.count {
      for attribute in [SiteAttribute.substation225Name, .substation400Name] {
        if let name = context.table.text(attribute, row: row), !name.isEmpty { names.insert(name) }
      }
    }
    return names.sorted()
  }

  private func regions(_ context: inout RuleContext) -> [LinearRule] {
    let path = ["grid", "region_power_max_mw"]
    let problem = context.problem
    var rules: [LinearRule] = []
    for name in regionPowerMaxMW.keys.sorted() {
      guard let limit = regionPowerMaxMW[name],
        context.isKnown(name, among: problem.regions, key: path.joined(separator: "."), what: "region")
      else { continue }
      let region = problem.regions.firstIndex(of: name)
      let sites = problem.sites { $0.region == region }
      for (year, calendar, most) in context.limits(limit) {
        rules.append(
          LinearRule(
            .regionPower, limit, at: path, entry: name, .number(upTo: 1_000_000), year: calendar, unit: "MW",
            terms: problem.gridMW(on: sites, year: year), atMost: most))
      }
    }
    return rules
  }

  /// MW added since the planning year before, against the limit times the calendar years between.
  private func added(
    _ kind: RuleKind, _ limit: YearlyLimit, _ key: String, upTo highest: Double, _ context: RuleContext,
    on sites: [Int], scope: String = "", year: Int, mostPerYear: Double
  ) -> LinearRule {
    let problem = context.problem
    let now = problem.gridMW(on: sites, year: year)
    let years = context.yearsSinceLast(year)
    var rule = LinearRule(
      kind, limit, at: ["grid", key], .number(upTo: highest), scope: scope, year: problem.years[year],
      unit: "MW", terms: year == 0 ? now : now + problem.gridMW(on: sites, year: year - 1).times(-1),
      atMost: mostPerYear * years)
    rule.limitPerSetting = years
    return rule
  }

  private func ramp(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    context.limits(limit).map { year, _, most in
      added(
        .powerRamp, limit, "ramp_mw_per_year", upTo: 1_000_000, context,
        on: Array(context.problem.sites.indices), year: year, mostPerYear: most)
    }
  }

  private func siteRamp(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    let tight = BoundTightening(context.problem, policies: false)
    var rules: [LinearRule] = []
    for (year, _, perYear) in context.limits(limit) {
      let most = perYear * context.yearsSinceLast(year)
      for (index, site) in context.problem.sites.enumerated() {
        // A site that can never draw so much needs no row.
        if (tight.powerMW[index].map { $0[year] }.max() ?? 0) <= most { continue }
        rules.append(
          added(
            .sitePowerRamp, limit, "site_ramp_mw_per_year", upTo: 100_000, context, on: [index],
            scope: site.id, year: year, mostPerYear: perYear))
      }
    }
    return rules
  }
}
