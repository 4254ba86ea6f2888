// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
import Sites

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
    let key = "grid.substation_headroom_mw"
    let problem = context.problem
    let known = Self.knownSubstations(context)
    var rules: [LinearRule] = []
    for name in substationHeadroomMW.keys.sorted() {
      guard let limit = substationHeadroomMW[name],
        context.isKnown(name, among: known, key: key, what: "substation")
      else { continue }
      let shares = SubstationShares(name, in: problem)
      // One that no candidate can reach limits nothing.
      if shares.sites.isEmpty { continue }
      for (year, calendar, most) in context.limits(limit) {
        rules.append(
          LinearRule(
            name: key, family: "substation_headroom", scope: name, year: calendar, unit: "MW",
            terms: shares.terms(problem.gridMW(on: shares.sites, year: year)), atMost: most,
            penaltyEURPerUnit: limit.penaltyEURPerUnit, source: limit.source))
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
    let key = "grid.region_power_max_mw"
    let problem = context.problem
    var rules: [LinearRule] = []
    for name in regionPowerMaxMW.keys.sorted() {
      guard let limit = regionPowerMaxMW[name],
        context.isKnown(name, among: problem.regions, key: key, what: "region")
      else { continue }
      let region = problem.regions.firstIndex(of: name)
      let sites = problem.sites { $0.region == region }
      for (year, calendar, most) in context.limits(limit) {
        rules.append(
          LinearRule(
            name: key, family: "region_power", scope: name, year: calendar, unit: "MW",
            terms: problem.gridMW(on: sites, year: year), atMost: most,
            penaltyEURPerUnit: limit.penaltyEURPerUnit, source: limit.source))
      }
    }
    return rules
  }

  /// MW added since the planning year before, against the limit times the calendar years between.
  private func added(_ context: RuleContext, on sites: [Int], year: Int) -> [LinearRule.Term] {
    let problem = context.problem
    let now = problem.gridMW(on: sites, year: year)
    return year == 0 ? now : now + problem.gridMW(on: sites, year: year - 1).times(-1)
  }

  private func ramp(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    context.limits(limit).map { year, calendar, most in
      LinearRule(
        name: "grid.ramp_mw_per_year", family: "power_ramp", year: calendar, unit: "MW",
        terms: added(context, on: Array(context.problem.sites.indices), year: year),
        atMost: most * context.yearsSinceLast(year), penaltyEURPerUnit: limit.penaltyEURPerUnit,
        source: limit.source)
    }
  }

  private func siteRamp(_ limit: YearlyLimit, _ context: RuleContext) -> [LinearRule] {
    let tight = TightLimits(context.problem, policies: false)
    var rules: [LinearRule] = []
    for (year, calendar, perYear) in context.limits(limit) {
      let most = perYear * context.yearsSinceLast(year)
      for (index, site) in context.problem.sites.enumerated() {
        // A site that can never draw so much needs no row.
        if (tight.powerMW[index].map { $0[year] }.max() ?? 0) <= most { continue }
        rules.append(
          LinearRule(
            name: "grid.site_ramp_mw_per_year", family: "site_power_ramp", scope: site.id, year: calendar,
            unit: "MW", terms: added(context, on: [index], year: year), atMost: most,
            penaltyEURPerUnit: limit.penaltyEURPerUnit, source: limit.source))
      }
    }
    return rules
  }
}
