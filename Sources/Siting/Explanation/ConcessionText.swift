// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// Puts a concession into a sentence that names the rule, its limit and the value that would do.
enum ConcessionText {
  static func concession(
    for way: ElasticModel.WayOut, amount: Double, problem: SitingProblem
  ) -> InfeasibilityExplanation.Concession {
    let needed = way.isLowerBound ? way.limit - amount : way.limit + amount
    let (unit, factor) = unit(of: way.row.family)
    let limitText = Phrase(numeral: number(way.limit * factor))
    let neededText = Phrase(numeral: number(needed * factor))
    let amountText = Phrase(numeral: number(amount * factor))
    var year = Phrase.empty
    if let stated = way.row.year { year = " in \(stated)" }
    let sentence: Phrase
    switch way.row.family {
    case .demand:
      sentence =
        "\(neededText) GPUs\(year) instead of the \(limitText) asked for"
    case .supply:
      sentence = "\(way.row.scope): \(neededText) GPUs delivered\(year) instead of \(limitText)"
    case .zoneHeadroom:
      sentence = "demand zone \(way.row.scope): \(neededText) MW free\(year) instead of \(limitText) MW"
    case .euControlled:
      sentence = "\(amountText) GPUs\(year) fewer under EU control than the share asked for"
    case .nonEUOwner:
      sentence = "\(amountText) GPUs\(year) more on sites with a non-EU owner than the share allowed"
    case .secNumCloudClass:
      sentence = "\(amountText) GPUs\(year) fewer on SecNumCloud-class sites than the share asked for"
    case .regionShare:
      sentence = "\(way.row.scope): \(amountText) GPUs\(year) more than the region's share allowed"
    case .siteCount: sentence = "\(neededText) sites instead of at most \(limitText)"
    case .budget: sentence = "a budget of \(neededText) EUR\(year) instead of \(limitText) EUR"
    case .campusMinimum:
      sentence = "\(way.row.scope): a campus smaller by \(amountText) MW IT\(year) than the minimum"
    case .linear:
      let rule = problem.linearRules.first { RowKey(linear: $0) == way.row }
      let place = rule.map { [$0.name, $0.scope].filter { !$0.isEmpty }.joined(separator: ", ") }
      let (name, unit) = (place ?? way.row.scope, rule?.unit ?? "")
      sentence =
        way.isLowerBound
        ? "\(name): \(amountText) \(unit)\(year) less than the limit of the rule"
        : "\(name): \(amountText) \(unit)\(year) more than the limit of the rule"
    case .trainingCampus:
      let gpus = Double(problem.trainingCampus?.gpus ?? 0)
      let asked = Phrase(numeral: number(gpus))
      let possible = Phrase(numeral: number(gpus - amount))
      sentence =
        way.row.scope.isEmpty
        ? "no campus of \(asked) GPUs on one site\(year)"
        : "\(way.row.scope): a campus for training of \(possible) GPUs\(year) instead of \(asked)"
    case .forcedSite: sentence = "\(way.row.scope) left out although the scenario forces it in"
    case .oneConnection, .connectionKept, .sitePower, .siteLand, .blocksKept, .blockTotals, .connectedAmount,
      .goal,
      .strengthening, .wellFormed:
      sentence = "\(way.row.identifier) \(way.row.scope)\(year): \(neededText) instead of \(limitText)"
    }
    let (limit, wanted) =
      stated(way, amount: amount, problem: problem) ?? (way.limit * factor, needed * factor)
    return InfeasibilityExplanation.Concession(
      rule: way.row, limit: limit, needed: wanted, unit: unit,
      words: "\(sentence)\(setting(way.row, value: wanted))")
  }

  /// The change to the scenario that grants a concession, on the safe side of rounding; empty where no single key does it.
  private static func setting(_ row: RowKey, value: Double) -> String {
    let year = row.year.map { ".\($0)" } ?? ""
    func up(_ digits: Double) -> Double { (value * digits - 1e-9).rounded(.up) / digits }
    func down(_ digits: Double) -> Double { (value * digits + 1e-9).rounded(.down) / digits }
    switch row.family {
    case .demand: return " (demand.gpus\(year)=\(Int(down(1))))"
    case .supply: return " (hardware.supply_gpus.\(row.scope)\(year)=\(Int(up(1))))"
    case .zoneHeadroom: return " (grid.zone_headroom_mw.\"\(row.scope)\"\(year)=\(up(100)))"
    case .euControlled: return " (sovereignty.eu_controlled_share_min=\(down(10_000)))"
    case .nonEUOwner: return " (sovereignty.non_eu_owner_share_max=\(up(10_000)))"
    case .secNumCloudClass: return " (sovereignty.secnumcloud_class_share_min=\(down(10_000)))"
    case .regionShare: return " (limits.region_share_max=\(up(10_000)))"
    case .siteCount: return " (limits.sites_max=\(Int(up(1))))"
    case .budget:
      return row.year == nil
        ? " (limits.budget_eur=\(up(1)))" : " (limits.budget_by_year_eur\(year)=\(up(1)))"
    case .campusMinimum: return " (limits.campus_min_it_mw=\(down(100)))"
    case .forcedSite, .linear, .trainingCampus, .oneConnection, .connectionKept, .sitePower, .siteLand,
      .blocksKept, .blockTotals, .connectedAmount, .goal, .strengthening, .wellFormed:
      return ""
    }
  }

  /// Limit and needed value where the row of the model holds a difference: a share of the GPUs asked for, the size of a campus.
  private static func stated(
    _ way: ElasticModel.WayOut, amount: Double, problem: SitingProblem
  ) -> (Double, Double)? {
    let year = problem.years.firstIndex { $0 == way.row.year } ?? 0
    let part = amount / max(1, Double(problem.demandGPUs[year]))
    let rules = problem.sovereignty
    switch way.row.family {
    case .euControlled: return rules.euControlledShareMin.map { ($0, max(0, $0 - part)) }
    case .secNumCloudClass: return rules.secNumCloudClassShareMin.map { ($0, max(0, $0 - part)) }
    case .nonEUOwner: return rules.nonEUOwnerShareMax.map { ($0, min(1, $0 + part)) }
    case .regionShare: return problem.regionShareMax.map { ($0, min(1, $0 + part)) }
    case .trainingCampus:
      return problem.trainingCampus.map {
        (Double($0.gpus), way.row.scope.isEmpty ? 0 : Double($0.gpus) - amount)
      }
    case .campusMinimum: return (problem.campusMinITMW, max(0, problem.campusMinITMW - amount))
    default: return nil
    }
  }

  /// Unit shown and factor from the model's unit to it.
  private static func unit(of family: RowKey.Family) -> (String, Double) {
    switch family {
    case .demand, .supply: ("GPU", 1)
    case .euControlled, .nonEUOwner, .secNumCloudClass, .regionShare: ("share of GPUs", 1)
    case .zoneHeadroom, .sitePower: ("MW", 1)
    case .campusMinimum: ("MW IT", 1)
    case .budget: ("EUR", Formulation.eurPerUnit)
    case .siteCount, .forcedSite: ("site", 1)
    case .siteLand: ("ha", 1)
    case .trainingCampus: ("GPU", 1)
    case .linear, .oneConnection, .connectionKept, .blocksKept, .blockTotals, .connectedAmount, .goal,
      .strengthening,
      .wellFormed:
      ("", 1)
    }
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
