// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel

/// Which settings each rule of a problem rests on, and what they would have to become for a placement.
struct RuleSettings {
  /// A linear rule by its meaning and side: one name may have a smallest and a largest value.
  private struct Side: Hashable {
    var rule: RowKey
    var isLowerBound: Bool
  }

  private let problem: SitingProblem
  private var linear: [Side: LinearRule] = [:]

  init(_ problem: SitingProblem) {
    self.problem = problem
    for rule in problem.linearRules where rule.penaltyEURPerUnit == nil {
      let key = RowKey(linear: rule)
      if rule.atLeast != nil { linear[Side(rule: key, isLowerBound: true)] = rule }
      if rule.atMost != nil { linear[Side(rule: key, isLowerBound: false)] = rule }
    }
  }

  /// The settings of a rule, each with what a change of it by 1 does in the row.
  func uses(of rule: RowKey, isLowerBound: Bool) -> [(setting: LimitSetting, perUnit: Double)] {
    if rule.family == .linear {
      guard let stated = linear[Side(rule: rule, isLowerBound: isLowerBound)] else { return [] }
      return stated.settings.map { ($0, stated.reference.isEmpty ? stated.limitPerSetting : 1) }
    }
    // Where a site for the campus is chosen at all is no number; the rows of the sites have it.
    if rule.family == .trainingCampus, rule.scope.isEmpty { return [] }
    return problem.settings(of: rule).map {
      // Rows of money are in the unit of the objective.
      ($0, rule.family == .budget ? 1 / Formulation.eurPerUnit : 1)
    }
  }

  /// Whether the limit of a rule is a share of another sum, so that the row holds a difference.
  func isShare(_ rule: RowKey) -> Bool {
    switch rule.family {
    case .euControlled, .nonEUOwner, .secNumCloudClass, .regionShare: return true
    case .linear:
      return [true, false].contains {
        !(linear[Side(rule: rule, isLowerBound: $0)]?.reference.isEmpty ?? true)
      }
    default: return false
    }
  }

  /// Size against which giving way is measured, so that a tenth of the demand weighs as much as a tenth of a
  /// budget.
  func scale(of setting: LimitSetting, row: RowKey, problem: SitingProblem) -> Double {
    if setting.isRemoval { return 1 }
    if row.family == .linear, isShare(row) {
      let rule = [true, false].compactMap { linear[Side(rule: row, isLowerBound: $0)] }.first
      // One part is as much as the largest thing that the sum counts.
      return max(1, 10 * (rule?.terms.map(\.coefficient.magnitude).max() ?? 1))
    }
    if isShare(row) {
      let year = problem.years.firstIndex { $0 == row.year } ?? 0
      return max(1, Double(problem.demandGPUs[year]))
    }
    return max(1, setting.value.magnitude)
  }

  /// What the settings would have to become for a placement to keep all rules, each on the safe side of
  /// rounding; nil where one cannot become so, or where a rule that rests on no setting is broken.
  ///
  /// - Parameters:
  ///   - placement: Decisions that keep all rules but for those that rest on the settings.
  ///   - givenWay: By how much each setting gave way in the model, for rules that rest on several.
  func relaxations(for placement: Placement, givenWay: [(setting: LimitSetting, amount: Double)])
    -> [Relaxation]?
  {
    var needed: [[String]: (setting: LimitSetting, value: Double, isLower: Bool)] = [:]
    func need(_ setting: LimitSetting, _ value: Double, isLower: Bool) {
      guard let known = needed[setting.key] else {
        needed[setting.key] = (setting, value, isLower)
        return
      }
      needed[setting.key]?.value = isLower ? min(known.value, value) : max(known.value, value)
    }
    for activity in PlanAudit.activities(of: placement, in: problem) where activity.penaltyEURPerUnit == nil {
      for isLower in [true, false] {
        guard let limit = isLower ? activity.atLeast : activity.atMost else { continue }
        let beyond = isLower ? limit - activity.activity : activity.activity - limit
        guard beyond > 1e-11 * max(1, limit.magnitude) else { continue }
        let settings = settings(of: activity.rule, isLower: isLower)
        guard let first = settings.first else {
          if activity.holds { continue }
          return nil
        }
        if settings.count > 1 {
          for way in givenWay
          where settings.contains(where: { $0.key == way.setting.key }) && way.amount > 1e-9 {
            need(way.setting, way.setting.value + (isLower ? -way.amount : way.amount), isLower: isLower)
          }
        } else {
          need(
            first, first.isRemoval ? 0 : value(activity, first, limit: limit, isLower: isLower),
            isLower: isLower)
        }
      }
    }
    var found: [Relaxation] = []
    for (setting, value, isLower) in needed.values {
      if setting.isRemoval {
        found.append(Relaxation(setting))
        continue
      }
      let rounded = setting.rounded(value, isLowerBound: isLower)
      guard rounded >= setting.lowest, rounded <= setting.highest else { return nil }
      found.append(Relaxation(setting, value: rounded))
    }
    return found.sorted { $0.setting.key.lexicographicallyPrecedes($1.setting.key) }
  }

  private func settings(of rule: RowKey, isLower: Bool) -> [LimitSetting] {
    rule.family == .linear
      ? linear[Side(rule: rule, isLowerBound: isLower)]?.settings ?? [] : problem.settings(of: rule)
  }

  /// The number of a setting at which an activity just keeps its limit.
  private func value(_ activity: RuleActivity, _ setting: LimitSetting, limit: Double, isLower: Bool)
    -> Double
  {
    if isShare(activity.rule) {
      // The limit is a share of a sum: the sum is the limit over the share, or is counted where the share
      // is 0.
      guard setting.value == 0 else { return activity.activity / (limit / setting.value) }
      return isLower ? 0 : 1
    }
    let perUnit = linear[Side(rule: activity.rule, isLowerBound: isLower)]?.limitPerSetting ?? 1
    return setting.value + (activity.activity - limit) / perUnit
  }
}
