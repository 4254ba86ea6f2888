// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities
import Sites

/// Puts a relaxation into a sentence that names the rule, its limit, the value that does, and the change to
/// paste.
enum ConcessionText {
  static func concession(
    _ relaxation: Relaxation, problem: SitingProblem
  ) -> InfeasibilityExplanation.Concession {
    let rule = meaning(of: relaxation.setting, in: problem)
    let unit = unit(of: rule, problem)
    let sentence = sentence(relaxation, rule, unit: unit, problem)
    let isRemoval = relaxation.setting.isRemoval
    return InfeasibilityExplanation.Concession(
      rule: rule, limit: isRemoval ? 1 : relaxation.setting.value, needed: isRemoval ? 0 : relaxation.value,
      unit: unit, words: "\(sentence) (\(relaxation.command))", argument: relaxation.argument)
  }

  /// The rule that stands for all that rest on a setting: the first one, in the year in which the setting is
  /// written.
  private static func meaning(of setting: LimitSetting, in problem: SitingProblem) -> RowKey {
    // The number of an element of a list is none.
    let year = setting.isRemoval ? nil : setting.path.last.flatMap { Int($0) }
    let name = setting.path.count > 2 ? setting.path[2] : ""
    switch (setting.path[0], setting.path.count > 1 ? setting.path[1] : "") {
    case ("demand", "gpus"): return RowKey(.demand, year: year)
    case ("demand", "training_campus"):
      return RowKey(.trainingCampus, year: problem.trainingCampus.map { problem.years[$0.year] })
    case ("hardware", _): return RowKey(.supply, scope: name, year: year)
    case ("grid", "zone_headroom_mw"): return RowKey(.zoneHeadroom, scope: name, year: year)
    case ("sovereignty", "eu_controlled_share_min"): return RowKey(.euControlled)
    case ("sovereignty", "non_eu_owner_share_max"): return RowKey(.nonEUOwner)
    case ("sovereignty", "secnumcloud_class_share_min"): return RowKey(.secNumCloudClass)
    case ("limits", "region_share_max"): return RowKey(.regionShare)
    case ("limits", "sites_max"): return RowKey(.siteCount)
    case ("limits", "budget_eur"): return RowKey(.budget)
    case ("limits", "budget_by_year_eur"): return RowKey(.budget, year: year)
    case ("limits", "campus_min_it_mw"): return RowKey(.campusMinimum)
    case ("sites", "force_in"):
      if case .element(let id) = setting.form { return RowKey(.forcedSite, scope: id) }
      return RowKey(.forcedSite)
    default: break
    }
    let resting = problem.linearRules.filter { $0.settings.contains { $0.path == setting.path } }
    guard let first = resting.first else {
      return RowKey(.linear, scope: setting.path.joined(separator: "."))
    }
    // Several sites or several years may rest on it: those are not named.
    let isOneScope = resting.allSatisfy { $0.scope == first.scope }
    var named = first
    if !isOneScope { named.scope = "" }
    named.year = year
    return RowKey(linear: named)
  }

  private static func unit(of rule: RowKey, _ problem: SitingProblem) -> String {
    switch rule.family {
    case .demand, .supply, .trainingCampus: return "GPU"
    case .euControlled, .nonEUOwner, .secNumCloudClass, .regionShare: return "share of GPUs"
    case .zoneHeadroom: return "MW"
    case .campusMinimum: return "MW IT"
    case .budget: return "EUR"
    case .siteCount, .forcedSite: return "site"
    case .linear:
      guard let stated = problem.linearRules.first(where: { $0.family == rule.linearFamily }) else {
        return ""
      }
      if stated.reference.isEmpty { return stated.unit }
      return stated.unit == "GPU" ? "share of GPUs" : "share of \(stated.unit)"
    case .oneConnection, .connectionKept, .sitePower, .siteLand, .blocksKept, .blockTotals, .connectedAmount,
      .goal,
      .strengthening,
      .wellFormed:
      return ""
    }
  }

  private static func sentence(
    _ relaxation: Relaxation, _ rule: RowKey, unit: String, _ problem: SitingProblem
  ) -> Phrase {
    let setting = relaxation.setting
    let now = Phrase(numeral: exact(setting.value))
    let then = Phrase(numeral: exact(relaxation.value))
    var year = Phrase.empty
    if let stated = rule.year { year = " in \(stated)" }
    switch rule.family {
    case .demand: return "\(then) GPUs\(year) instead of the \(now) asked for"
    case .supply: return "\(rule.scope): \(then) GPUs delivered\(year) instead of \(now)"
    case .zoneHeadroom: return "demand zone \(rule.scope): \(then) MW free\(year) instead of \(now) MW"
    case .euControlled: return "a share of \(then) of the GPUs under EU control instead of \(now)"
    case .nonEUOwner: return "a share of \(then) of the GPUs on sites with a non-EU owner instead of \(now)"
    case .secNumCloudClass:
      return "a share of \(then) of the GPUs on SecNumCloud-class sites instead of \(now)"
    case .regionShare: return "a share of \(then) of the GPUs in one region instead of \(now)"
    case .siteCount: return "\(then) sites instead of at most \(now)"
    case .budget: return "a budget of \(then) EUR\(year) instead of \(now) EUR"
    case .campusMinimum: return "a smallest campus of \(then) MW IT instead of \(now) MW IT"
    case .trainingCampus: return "a campus for training of \(then) GPUs\(year) instead of \(now)"
    case .forcedSite:
      let reasons = problem.exclusions.filter { $0.siteID == rule.scope }.map(\.words)
      let left: Phrase = "\(rule.scope) left out although the scenario forces it in"
      return reasons.isEmpty ? left : "\(left), for it cannot be chosen: \(.joined(reasons, separator: "; "))"
    case .linear, .oneConnection, .connectionKept, .sitePower, .siteLand, .blocksKept, .blockTotals,
      .connectedAmount, .goal,
      .strengthening, .wellFormed:
      if setting.isRemoval { return "\(rule.scope): the rule left out" }
      return "\(rule.scope): \(then) \(Phrase(word: unit))\(year) instead of \(now)"
    }
  }

  /// A number with thousands separated by commas and every decimal that it has.
  static func exact(_ value: Double) -> String {
    guard value != value.rounded(), value.magnitude < 1e15 else { return number(value) }
    let text = "\(value)"
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return text }
    return number(value.rounded(.towardZero)).replacingZeroSign(of: value) + text[point...]
  }

  /// A number with thousands separated by commas and at most one decimal.
  static func number(_ value: Double) -> String {
    let tenths = (value.magnitude * 10).rounded()
    guard tenths < 9e15 else { return "\(value)" }
    let whole = Int(tenths) / 10
    let decimal = Int(tenths) % 10
    var digits = Array(String(whole))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    let sign = value < 0 && tenths > 0 ? "-" : ""
    return sign + String(digits) + (decimal == 0 ? "" : ".\(decimal)")
  }
}

extension String {
  /// `-0` for the whole part of a negative number that is less than 1.
  fileprivate func replacingZeroSign(of value: Double) -> String { value < 0 && self == "0" ? "-0" : self }
}
