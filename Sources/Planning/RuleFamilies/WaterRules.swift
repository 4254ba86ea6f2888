// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
package import Quantities
import Sites

extension RuleKind {
  /// Water of a country, basin, region or class.
  static let water = RuleKind("water", "Water for cooling")
}

/// Limits on the water that cooling takes on the sites, in m3 a year of what is in service at the end of each
/// planning year.
///
/// A block takes its average IT power x 8,760 h x litres per kWh; a MWh times a litre per kWh is a m3. Water
/// for making the electricity is not in it.
package struct WaterRules: RuleFamily, Equatable, Codable {
  /// Site attribute with the names of the basins that a site may draw on, divided by `|`.
  package static let basinAttribute = "water_basins"

  /// Water use over IT energy where nobody states one: data centres in France in 2023.
  package static let defaultWUE = Quantity(
    0.43, unit: "l/kWh", basis: .estimated,
    source: "681,000 m3 drawn directly over 1.6 TWh of IT energy by data centres in France in 2023, Arcep: "
      + "https://next.ink/181389/consommation-des-datacenters-en-france-24-twh-delectricite-et-6-millions-"
      + "de-m%C2%B3-deau/; low: closed loops with dry coolers take next to none",
    low: 0)

  /// Water use over IT energy in litres per kWh, the same as m3 per MWh.
  package var wueLitresPerKWh = defaultWUE
  /// Most m3 a year in the country.
  package var maxM3PerYear: YearlyLimit?
  /// Most m3 a year in a basin, by its name. A site that may draw on several counts in each.
  package var basinMaxM3PerYear: [String: YearlyLimit] = [:]
  /// Most m3 a year in a region, by its name.
  package var regionMaxM3PerYear: [String: YearlyLimit] = [:]
  /// Most m3 a year on all sites under water stress.
  package var stressMaxM3PerYear: YearlyLimit?
  /// Class of water stress, 1 to 5, from which a site counts as under stress.
  package var stressLevel: Double = 4

  package static let kinds: [RuleKind] = [.water]

  /// No limit.
  package init() {}

  /// The rules: country, basins, regions, stress.
  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    if let limit = maxM3PerYear {
      rules += self.rules(
        "max_m3_per_year", on: Array(context.problem.sites.indices), limit, context)
    }
    rules += basins(&context)
    rules += regions(&context)
    if let limit = stressMaxM3PerYear { rules += stressed(limit, &context) }
    return rules
  }

  private func basins(_ context: inout RuleContext) -> [LinearRule] {
    let key = "basin_max_m3_per_year"
    if basinMaxM3PerYear.isEmpty { return [] }
    var known: Set<String> = []
    for row in 0..<context.table.count {
      known.formUnion(Self.basins(in: context.table.text(Self.basinAttribute, row: row) ?? ""))
    }
    var rules: [LinearRule] = []
    for name in basinMaxM3PerYear.keys.sorted() {
      guard let limit = basinMaxM3PerYear[name],
        context.isKnown(
          name, among: known.sorted(), key: "water.\(key)", what: "basin in \(Self.basinAttribute)")
      else { continue }
      var sites: [Int] = []
      for site in context.problem.sites.indices {
        let text = context.table.text(Self.basinAttribute, row: context.row(ofSite: site)) ?? ""
        if Self.basins(in: text).contains(name) { sites.append(site) }
      }
      rules += self.rules(key, entry: name, on: sites, limit, context)
    }
    return rules
  }

  /// Names in a text such as `Loire-Bretagne|Seine-Normandie`.
  static func basins(in text: String) -> [String] {
    var names: [String] = []
    for part in text.split(separator: "|") {
      var name = part[...]
      while name.first?.isWhitespace == true { name.removeFirst() }
      while name.last?.isWhitespace == true { name.removeLast() }
      if !name.isEmpty { names.append(String(name)) }
    }
    return names
  }

  private func regions(_ context: inout RuleContext) -> [LinearRule] {
    let key = "region_max_m3_per_year"
    let regions = context.problem.regions
    var rules: [LinearRule] = []
    for name in regionMaxM3PerYear.keys.sorted() {
      guard let limit = regionMaxM3PerYear[name],
        context.isKnown(name, among: regions, key: "water.\(key)", what: "region")
      else { continue }
      let region = regions.firstIndex(of: name)
      rules += self.rules(
        key, entry: name, on: context.problem.sites { $0.region == region }, limit, context)
    }
    return rules
  }

  private func stressed(_ limit: YearlyLimit, _ context: inout RuleContext) -> [LinearRule] {
    let key = "stress_max_m3_per_year"
    var sites: [Int] = []
    var unknown: [String] = []
    for (index, site) in context.problem.sites.enumerated() {
      guard let level = context.table.number(.waterStressLevel, row: context.row(ofSite: index)) else {
        unknown.append(site.id)
        continue
      }
      if level >= stressLevel { sites.append(index) }
    }
    if !unknown.isEmpty {
      context.finding(
        "water.\(key): water_stress_level is not known of \(unknown.prefix(4).joined(separator: ", "))"
          + "\(unknown.count > 4 ? " and \(unknown.count - 4) more" : ""); set it on the sites or add a layer "
          + "that gives it")
      return []
    }
    return self.rules(key, scope: "level \(stressLevel) and above", on: sites, limit, context)
  }

  /// Water of the blocks on some sites, in m3 a year.
  private func m3PerYear(on sites: [Int], year: Int, in problem: SitingProblem) -> [LinearRule.Term] {
    let wue = wueLitresPerKWh.value
    return problem.blocks(on: sites, year: year) { _, sku in
      problem.blocks[sku].averageITMW * PlanCosts.hoursPerYear * wue
    }
  }

  /// Water within the horizon in m3: what is in service at the end of each planning year, over the years
  /// until the next one; the last planning year counts once.
  func m3WithinHorizon(in problem: SitingProblem) -> [LinearRule.Term] {
    let sites = Array(problem.sites.indices)
    var terms: [LinearRule.Term] = []
    for year in problem.years.indices {
      let served = ObjectiveCompiler.yearsServed(problem, year)
      terms += m3PerYear(on: sites, year: year, in: problem).times(served)
    }
    return terms
  }

  /// One rule a year: m3 a year of some sites at most a limit.
  private func rules(
    _ key: String, entry: String? = nil, scope: String = "", on sites: [Int], _ limit: YearlyLimit,
    _ context: RuleContext
  ) -> [LinearRule] {
    context.limits(limit).map { year, calendar, most in
      LinearRule(
        .water, limit, at: ["water", key], entry: entry, .number(upTo: 1e12), scope: scope, year: calendar,
        unit: "m3", terms: m3PerYear(on: sites, year: year, in: context.problem), atMost: most)
    }
  }
}
