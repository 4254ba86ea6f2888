// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel

extension SitingProblem {
  /// What settings would have to become for a placement to keep all rules, each on the safe side of rounding;
  /// nil where one cannot become so, or where a rule that rests on no setting is broken.
  ///
  /// - Parameters:
  ///   - placement: Decisions that keep all rules but for those that rest on the settings.
  ///   - relaxedBy: By how much each setting was relaxed in the model, for rules that rest on several.
  func neededRelaxations(for placement: Placement, relaxedBy: [(setting: LimitSetting, amount: Double)])
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
    for activity in PlanAudit.activities(of: placement, in: self) where activity.penaltyEURPerUnit == nil {
      for isLower in [true, false] {
        guard let limit = isLower ? activity.atLeast : activity.atMost else { continue }
        let beyond = isLower ? limit - activity.activity : activity.activity - limit
        guard beyond > 1e-11 * max(1, limit.magnitude) else { continue }
        let settings = activity.basis.settings
        guard let first = settings.first else {
          if activity.holds { continue }
          return nil
        }
        if settings.count > 1 {
          for way in relaxedBy
          where settings.contains(where: { $0.key == way.setting.key }) && way.amount > 1e-9 {
            need(way.setting, way.setting.value + (isLower ? -way.amount : way.amount), isLower: isLower)
          }
        } else {
          need(
            first, first.isRemoval ? 0 : activity.value(of: first, limit: limit, isLower: isLower),
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
}

extension RuleActivity {
  /// The number of a setting at which the activity just keeps its limit.
  fileprivate func value(of setting: LimitSetting, limit: Double, isLower: Bool) -> Double {
    guard basis.isShare else { return setting.value + (activity - limit) / basis.limitPerSetting }
    // The limit is a share of a sum: the sum is the limit over the share, or is counted where the share is 0.
    guard setting.value == 0 else { return activity / (limit / setting.value) }
    return isLower ? 0 : 1
  }
}
