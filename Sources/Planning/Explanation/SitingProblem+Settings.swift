// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel

extension SitingProblem {
  /// The settings that a rule of the model rests on; empty for what no planner can relax, and for linear
  /// rules, which know their own.
  func settings(of rule: RowKey) -> [LimitSetting] {
    let t = years.firstIndex { $0 == rule.year }
    switch rule.family {
    case .demand: return t.map { [demandSetting($0)] } ?? []
    case .supply:
      guard let t, let k = blocks.firstIndex(where: { $0.skuID == rule.scope }), let limit = supplyGPUs[k][t]
      else { return [] }
      let year = statedYears.supply.isEmpty ? years[t] : statedYears.supply[k][t]
      return [
        LimitSetting(
          ["hardware", "supply_gpus", rule.scope, String(year)], form: .whole, value: Double(limit),
          highest: 100_000_000)
      ]
    case .zoneHeadroom:
      guard let t, let z = zones.firstIndex(where: { $0.name == rule.scope }) else { return [] }
      let year = statedYears.zones.isEmpty ? years[t] : statedYears.zones[z][t]
      return [
        LimitSetting(
          ["grid", "zone_headroom_mw", rule.scope, String(year)], form: .number,
          value: zones[z].headroomMW[t],
          highest: 100_000)
      ]
    case .euControlled:
      return share(["sovereignty", "eu_controlled_share_min"], sovereignty.euControlledShareMin)
    case .nonEUOwner: return share(["sovereignty", "non_eu_owner_share_max"], sovereignty.nonEUOwnerShareMax)
    case .secNumCloudClass:
      return share(["sovereignty", "secnumcloud_class_share_min"], sovereignty.secNumCloudClassShareMin)
    case .regionShare: return share(["limits", "region_share_max"], regionShareMax)
    case .siteCount:
      return sitesMax.map {
        [LimitSetting(["limits", "sites_max"], form: .whole, value: Double($0), lowest: 1, highest: 100_000)]
      } ?? []
    case .budget:
      let year = rule.year.map { ["budget_by_year_eur", String($0)] } ?? ["budget_eur"]
      let limit = t.map { budgetByYearEUR[$0] } ?? budgetEUR
      return limit.map { [LimitSetting(["limits"] + year, form: .eur, value: $0, highest: 1e13)] } ?? []
    case .campusMinimum:
      return [
        LimitSetting(["limits", "campus_min_it_mw"], form: .number, value: campusMinITMW, highest: 20_000)
      ]
    case .trainingCampus:
      guard let campus = trainingCampus, campus.penaltyEUR == nil else { return [] }
      return [
        LimitSetting(
          ["demand", "training_campus", "gpus"], form: .whole, value: Double(campus.gpus), lowest: 1,
          highest: 100_000_000)
      ]
    case .forcedSite: return [LimitSetting(["sites", "force_in"], form: .element(rule.scope))]
    case .linear, .oneConnection, .connectionKept, .sitePower, .siteLand, .blocksKept, .blockTotals,
      .connectedAmount, .goal,
      .strengthening,
      .wellFormed:
      return []
    }
  }

  private func share(_ path: [String], _ value: Double?) -> [LimitSetting] {
    value.map { [LimitSetting(path, form: .share, value: $0, highest: 1)] } ?? []
  }

  /// The target of a year. A target that no later one follows stays above nothing: a scenario must ask for
  /// some GPU.
  private func demandSetting(_ t: Int) -> LimitSetting {
    func year(_ t: Int) -> Int { statedYears.demand.isEmpty ? years[t] : statedYears.demand[t] }
    let last = years.indices.last { demandGPUs[$0] > 0 }
    let isLast = last.map { year($0) == year(t) } ?? false
    return LimitSetting(
      ["demand", "gpus", String(year(t))], form: .whole, value: Double(demandGPUs[t]), lowest: isLast ? 1 : 0,
      highest: 100_000_000)
  }

  /// The problem with relaxations made in it; those of settings that it does not know change nothing.
  func applying(_ relaxations: [Relaxation]) -> SitingProblem {
    var changed = self
    for relaxation in relaxations {
      let (setting, value) = (relaxation.setting, relaxation.value)
      func isMeant(_ key: RowKey) -> Bool { settings(of: key).contains { $0.path == setting.path } }
      for t in years.indices {
        if isMeant(RowKey(.demand, year: years[t])) { changed.demandGPUs[t] = Int(value) }
        if budgetByYearEUR[t] != nil, isMeant(RowKey(.budget, year: years[t])) {
          changed.budgetByYearEUR[t] = value
        }
        for k in blocks.indices where isMeant(RowKey(.supply, scope: blocks[k].skuID, year: years[t])) {
          changed.supplyGPUs[k][t] = Int(value)
        }
        for z in zones.indices where isMeant(RowKey(.zoneHeadroom, scope: zones[z].name, year: years[t])) {
          changed.zones[z].headroomMW[t] = value
        }
      }
      switch setting.path {
      case ["sovereignty", "eu_controlled_share_min"]: changed.sovereignty.euControlledShareMin = value
      case ["sovereignty", "non_eu_owner_share_max"]: changed.sovereignty.nonEUOwnerShareMax = value
      case ["sovereignty", "secnumcloud_class_share_min"]:
        changed.sovereignty.secNumCloudClassShareMin = value
      case ["limits", "region_share_max"]: changed.regionShareMax = value
      case ["limits", "sites_max"]: changed.sitesMax = Int(value)
      case ["limits", "budget_eur"]: changed.budgetEUR = value
      case ["limits", "campus_min_it_mw"]: changed.campusMinITMW = value
      case ["demand", "training_campus", "gpus"]: changed.trainingCampus?.gpus = Int(value)
      default: break
      }
      if case .element(let id) = setting.form {
        changed.forcedSites.removeAll { $0 == id }
        for i in changed.sites.indices where changed.sites[i].id == id { changed.sites[i].decision = .open }
      }
      changed.relaxLinearRules(relaxation)
    }
    return changed
  }

  private mutating func relaxLinearRules(_ relaxation: Relaxation) {
    let setting = relaxation.setting
    func rests(_ rule: LinearRule) -> Bool { rule.settings.contains { $0.path == setting.path } }
    if setting.isRemoval {
      linearRules.removeAll(where: rests)
      return
    }
    for index in linearRules.indices where rests(linearRules[index]) {
      // What several settings add up to changes by as much as one of them.
      let step = (relaxation.value - setting.value) * linearRules[index].limitPerSetting
      linearRules[index].atLeast = linearRules[index].atLeast.map { $0 + step }
      linearRules[index].atMost = linearRules[index].atMost.map { $0 + step }
    }
  }
}
