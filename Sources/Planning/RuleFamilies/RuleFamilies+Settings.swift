// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel

/// Where the limits of compiled rules stand in a scenario, family by family.
extension RuleFamilies {
  /// The numbers and entries that a compiled rule rests on; empty where none can be relaxed: priced rules,
  /// and rules that follow from others.
  func settings(of rule: LinearRule, in problem: SitingProblem) -> [LimitSetting] {
    guard rule.penaltyEURPerUnit == nil else { return [] }
    switch rule.family {
    case "substation_headroom":
      let limits = grid?.substationHeadroomMW ?? [:]
      return named(limits, ["grid", "substation_headroom_mw"], rule, problem, highest: 100_000)
    case "region_power":
      return named(
        grid?.regionPowerMaxMW ?? [:], ["grid", "region_power_max_mw"], rule, problem, highest: 1_000_000)
    case "power_ramp":
      return one(grid?.rampMWPerYear, ["grid", "ramp_mw_per_year"], rule, highest: 1_000_000)
    case "site_power_ramp":
      return one(grid?.siteRampMWPerYear, ["grid", "site_ramp_mw_per_year"], rule, highest: 100_000)
    case "loss_of_one_site":
      return share(resilience?.lossOfOneSiteKeepsShare, ["resilience", "loss_of_one_site_keeps_share"], rule)
    case "loss_of_one_substation":
      return share(
        resilience?.lossOfOneSubstationKeepsShare, ["resilience", "loss_of_one_substation_keeps_share"], rule)
    case "loss_of_one_zone":
      return share(resilience?.lossOfOneZoneKeepsShare, ["resilience", "loss_of_one_zone_keeps_share"], rule)
    case "demand_it_mw":
      return target(one(demand?.itMW, ["demand", "it_mw"], rule, highest: 1_000_000), rule, problem)
    case "demand_exaflops":
      guard let limit = demand?.exaflops?.limit else { return [] }
      let path = ["demand", "exaflops"]
      // Beside its precision a plain number has no place.
      if limit.byYear.isEmpty {
        return target(
          [LimitSetting(path + ["value"], form: .number, value: limit.value ?? 0, highest: 10_000_000)], rule,
          problem)
      }
      return target(one(limit, path, rule, highest: 10_000_000), rule, problem)
    case "demand_inference": return hubs(rule)
    case "water": return waterSettings(rule, problem)
    case "carbon_per_year":
      return one(carbon?.capTPerYear, ["carbon", "cap_t_per_year"], rule, highest: 1e12)
    case "carbon_total": return one(carbon?.capT, ["carbon", "cap_t"], rule, highest: 1e13)
    case "heat_reuse": return share(heatReuse?.shareMin, ["heat_reuse", "share_min"], rule)
    case "sovereignty_share":
      let stated = sovereignty?.shares.first { $0.name == rule.name }
      let isLeast = rule.atLeast != nil
      let path = ["sovereignty", "share", rule.name, isLeast ? "min" : "max"]
      return share(isLeast ? stated?.atLeast : stated?.atMost, path, rule)
    case "site_logic": return logic(rule)
    case "sites_min":
      return one(siteLogic?.sitesMin, ["limits", "sites_min"], rule, form: .whole, highest: 100_000)
    case "per_departement_max":
      return one(
        siteLogic?.perDepartementMax, ["limits", "per_departement_max"], rule, form: .whole, highest: 100_000)
    case "min_distance": return [LimitSetting(["limits", "min_distance_km"], form: .removal)]
    case "planner_rule": return planner(rule)
    default: return []
    }
  }

  /// The number that a limit by year has in the year of a rule.
  private func one(
    _ limit: YearlyLimit?, _ path: [String], _ rule: LinearRule, form: LimitSetting.Form = .number,
    lowest: Double = 0, highest: Double
  ) -> [LimitSetting] {
    guard let limit else { return [] }
    var (keys, value) = (path, limit.value)
    if !limit.byYear.isEmpty {
      if let year = limit.byYear.keys.filter({ $0 <= rule.year ?? .max }).max() {
        keys.append(String(year))
        value = limit.byYear[year]
      } else {
        keys.append("value")
      }
    }
    return value.map { [LimitSetting(keys, form: form, value: $0, lowest: lowest, highest: highest)] } ?? []
  }

  private func share(_ limit: YearlyLimit?, _ path: [String], _ rule: LinearRule) -> [LimitSetting] {
    one(limit, path, rule, form: .share, highest: 1)
  }

  /// A demand in the last planning year stays above nothing: a plan of nothing is no answer.
  private func target(
    _ settings: [LimitSetting], _ rule: LinearRule, _ problem: SitingProblem
  ) -> [LimitSetting] {
    settings.map { setting in
      var kept = setting
      if rule.year == problem.years.last { kept.lowest = setting.value * 0.001 }
      return kept
    }
  }

  /// Limits by name, where the scope of the rule is the name or begins with it.
  private func named(
    _ limits: [String: YearlyLimit], _ path: [String], _ rule: LinearRule, _ problem: SitingProblem,
    highest: Double
  ) -> [LimitSetting] {
    let name = limits.keys.filter { rule.scope == $0 || rule.scope.hasPrefix("\($0), with ") }
      .max { ($0.count, $0) < ($1.count, $1) }
    return name.map { one(limits[$0], path + [$0], rule, highest: highest) } ?? []
  }

  private func waterSettings(_ rule: LinearRule, _ problem: SitingProblem) -> [LimitSetting] {
    guard let water else { return [] }
    let most = 1e12
    switch rule.name {
    case "water.max_m3_per_year":
      return one(water.maxM3PerYear, ["water", "max_m3_per_year"], rule, highest: most)
    case "water.basin_max_m3_per_year":
      return named(water.basinMaxM3PerYear, ["water", "basin_max_m3_per_year"], rule, problem, highest: most)
    case "water.region_max_m3_per_year":
      return named(
        water.regionMaxM3PerYear, ["water", "region_max_m3_per_year"], rule, problem, highest: most)
    default: return one(water.stressMaxM3PerYear, ["water", "stress_max_m3_per_year"], rule, highest: most)
    }
  }

  /// Every hub of a set of hubs; elements of the list have no names and are counted from 1.
  private func hubs(_ rule: LinearRule) -> [LimitSetting] {
    var found: [LimitSetting] = []
    for (index, wanted) in (demand?.inference ?? []).enumerated() {
      let scope = "\(wanted.hub) within \(wanted.latencyMs) ms"
      guard " and \(rule.scope) and ".contains(" and \(scope) and ") else { continue }
      let path = ["demand", "inference", String(index + 1), "gpus"]
      found += one(wanted.gpus, path, rule, form: .whole, highest: 100_000_000)
    }
    return found
  }

  private func logic(_ rule: LinearRule) -> [LimitSetting] {
    guard let index = siteLogic?.statements.firstIndex(where: { $0.name == rule.name }),
      let statement = siteLogic?.statements[index]
    else { return [] }
    // A statement without a name of its own is named after its kind and place, and counted from 1.
    let isNamed = !["exclusive", "requires", "at_least", "at_most"].contains {
      rule.name == "\($0) \(index + 1)"
    }
    let path = ["logic", isNamed ? rule.name : String(index + 1)]
    switch statement.kind {
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

  private func planner(_ rule: LinearRule) -> [LimitSetting] {
    guard let stated = plannerRules?.rules.first(where: { $0.name == rule.name }) else { return [] }
    let isLeast = rule.atLeast != nil
    let limit = isLeast ? stated.atLeast : stated.atMost
    let side = isLeast ? "min" : "max"
    let path = ["rule", rule.name]
    switch stated.measure {
    case .exclude: return []
    case .gpuShare: return share(limit, path + ["gpus_share_\(side)"], rule)
    case .itMW: return one(limit, path + ["it_mw_\(side)"], rule, highest: 1e9)
    case .sites: return one(limit, path + ["sites_\(side)"], rule, form: .whole, highest: 1e9)
    case .sum: return one(limit, path + ["sum", side], rule, lowest: -1e15, highest: 1e15)
    }
  }
}
