// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Sites

/// Writes a problem as a data section for `models/siting.mod`, which states the same planning question
/// independently in GNU MathProg. Numbers are written so that they read back exactly.
package enum MathProgData {
  /// The data section.
  package static func text(of problem: SitingProblem) -> String {
    var out = "data;\n\n"
    let years = problem.years.map(String.init)
    let sites = problem.sites.indices.map { "s\($0 + 1)" }
    out += "# Sites: " + zip(sites, problem.sites).map { "\($0)=\($1.id)" }.joined(separator: " ") + "\n"
    out += "set YEARS := \(years.joined(separator: " "));\n"
    out += "set SITES := \(sites.joined(separator: " "));\n"
    out += "set SKUS := \(problem.blocks.indices.map { "k\($0 + 1)" }.joined(separator: " "));\n"
    out += "set ZONES := \(problem.zones.indices.map { "z\($0 + 1)" }.joined(separator: " "));\n"
    out += "set REGIONS := \(problem.regions.indices.map { "r\($0 + 1)" }.joined(separator: " "));\n"
    let excluded = Set(problem.exclusions.map(\.siteID))
    out += "param excluded_forced := \(problem.forcedSites.filter(excluded.contains).count);\n"
    scalar(&out, "usable_share", problem.usableShare)
    scalar(&out, "energy_eur_per_mwh", problem.energyEURPerMWh)
    scalar(&out, "fixed_om_eur_per_it_mw", problem.fixedOMEURPerITMWYear)
    scalar(&out, "campus_min_it_mw", problem.campusMinITMW)
    scalar(&out, "region_share_max", problem.regionShareMax ?? 1)
    scalar(&out, "sites_max", Double(problem.sitesMax ?? problem.sites.count))
    // MathProg has no infinity in data: a limit that is not stated becomes one no plan can reach.
    scalar(&out, "budget_eur", problem.budgetEUR ?? unlimited)
    vector(&out, "discount", years, problem.discountFactor)
    vector(&out, "operating_weight", years, problem.operatingWeight)
    vector(
      &out, "demand_gpus", years,
      problem.years.indices.map { Double(problem.demandGPUs[$0] - problem.existingGPUs(year: $0)) })
    vector(&out, "year_budget_eur", years, problem.budgetByYearEUR.map { $0 ?? unlimited })
    blockParameters(&out, problem)
    siteParameters(&out, problem)
    matrix(&out, "power_mw", sites, years, problem.sites.map(\.powerMW))
    matrix(
      &out, "headroom_mw", problem.zones.indices.map { "z\($0 + 1)" }, years,
      problem.zones.map { $0.headroomMW.map { min($0, unlimited) } })
    matrix(
      &out, "supply_gpus", problem.blocks.indices.map { "k\($0 + 1)" }, years,
      problem.supplyGPUs.map { $0.map { $0.map(Double.init) ?? unlimited } })
    out += connections(problem)
    out += MathProgRules(problem).text
    return out + "\nend;\n"
  }

  /// Stands for "no limit": beyond any quantity of a national plan.
  private static let unlimited = 1e15

  private static func scalar(_ out: inout String, _ name: String, _ value: Double) {
    out += "param \(name) := \(value);\n"
  }

  private static func vector(_ out: inout String, _ name: String, _ keys: [String], _ values: [Double]) {
    out += "param \(name) :="
    for (key, value) in zip(keys, values) { out += " \(key) \(value)" }
    out += ";\n"
  }

  private static func matrix(
    _ out: inout String, _ name: String, _ rows: [String], _ columns: [String], _ values: [[Double]]
  ) {
    guard !rows.isEmpty else { return }
    out += "param \(name) : \(columns.joined(separator: " ")) :=\n"
    for (row, line) in zip(rows, values) {
      out += "  \(row) " + line.map { "\($0)" }.joined(separator: " ") + "\n"
    }
    out += ";\n"
  }

  private static func blockParameters(_ out: inout String, _ problem: SitingProblem) {
    out += "param : gpus it_mw average_it_mw land_ha it_eur shell_eur first_order last_order :=\n"
    for (k, block) in problem.blocks.enumerated() {
      out +=
        "  k\(k + 1) \(block.gpus) \(block.itMW) \(block.averageITMW) \(block.landHa) \(block.itCapexEUR) "
        + "\(block.shellCapexEUR) \(block.firstYear ?? 0) \(block.lastYear ?? 9_999)\n"
    }
    out += ";\n"
  }

  private static func siteParameters(_ out: inout String, _ problem: SitingProblem) {
    out += "param : pue shell_factor site_land_ha forced zone region :=\n"
    for (i, site) in problem.sites.enumerated() {
      let zone = site.zone.map { "z\($0 + 1)" } ?? "none"
      let region = site.region.map { "r\($0 + 1)" } ?? "none"
      out +=
        "  s\(i + 1) \(site.pue) \(site.shellCostFactor) \(site.landHa) "
        + "\(site.decision == .forcedIn ? 1 : 0) \(zone) \(region)\n"
    }
    out += ";\n"
  }

  private static func connections(_ problem: SitingProblem) -> String {
    var out =
      "param : OPTIONS : capacity_mw first_mw ramp_mw first_year connection_eur contract_eur least_mw :=\n"
    for (i, site) in problem.sites.enumerated() {
      for (o, option) in site.connections.enumerated() {
        let ramp = option.ramp ?? ConnectionOption.Ramp(firstMW: option.capacityMW, mwPerYear: 0)
        out +=
          "  s\(i + 1) \(o + 1) \(option.capacityMW) \(ramp.firstMW) \(ramp.mwPerYear) \(option.firstYear) "
        out += "\(option.fixedEUR) \(option.eurPerMW) \(option.leastMW)\n"
      }
    }
    return out + ";\n"
  }
}
