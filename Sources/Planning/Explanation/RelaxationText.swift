// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities
import Sites

/// Puts a relaxation into a sentence that names the rule, its limit, the value that does, and the change to
/// paste.
struct RelaxationText {
  private let problem: SitingProblem
  private let limits: [RuleLimit]

  init(_ problem: SitingProblem) {
    self.problem = problem
    limits = problem.relaxableLimits
  }

  /// A relaxation in words.
  func relaxed(_ relaxation: Relaxation) -> InfeasibilityExplanation.RelaxedRule {
    let limit = meaning(of: relaxation.setting)
    let sentence = sentence(relaxation, limit)
    let isRemoval = relaxation.setting.isRemoval
    return InfeasibilityExplanation.RelaxedRule(
      rule: limit.rule, limit: isRemoval ? 1 : relaxation.setting.value,
      needed: isRemoval ? 0 : relaxation.value, unit: limit.settingUnit,
      words: "\(sentence) (\(relaxation.command))", argument: relaxation.argument)
  }

  /// The limit that stands for all that rest on a setting: the first one, in the year in which the setting is
  /// written. Several sites or several years may rest on it: those are not named.
  private func meaning(of setting: LimitSetting) -> RuleLimit {
    let resting = limits.filter { $0.basis.settings.contains { $0.key == setting.key } }
    guard var limit = resting.first else {
      return RuleLimit(
        rule: RowKey(.linear, scope: setting.path.joined(separator: ".")), unit: "", basis: LimitBasis())
    }
    if resting.contains(where: { $0.rule.scope != limit.rule.scope }) { limit.rule.scope = limit.name }
    // The number of an element of a list is no year.
    limit.rule.year = setting.isRemoval ? nil : setting.path.last.flatMap { Int($0) } ?? limit.statedYear
    return limit
  }

  private func sentence(_ relaxation: Relaxation, _ limit: RuleLimit) -> Phrase {
    let setting = relaxation.setting
    var parts = RelaxedLimit(
      scope: limit.rule.scope, now: Phrase(numeral: Self.exact(setting.value)),
      then: Phrase(numeral: Self.exact(relaxation.value)), year: .empty, problem: problem)
    if let year = limit.rule.year { parts.year = " in \(year)" }
    if let relaxed = limit.rule.kind.relaxed { return relaxed(parts) }
    if setting.isRemoval { return "\(parts.scope): the rule left out" }
    return
      "\(parts.scope): \(parts.then) \(Phrase(word: limit.settingUnit))\(parts.year) instead of \(parts.now)"
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
