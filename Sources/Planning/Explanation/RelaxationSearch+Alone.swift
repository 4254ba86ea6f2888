// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanningModel

extension RelaxationSearch {
  /// Whether a problem has a plan.
  enum AnyPlan {
    /// It has this one.
    case found(Placement)
    /// It has none.
    case none
    /// A limit ended the search without one.
    case unknown
  }

  /// The least number of one setting alone with which there is a plan: what a search settles, or else what
  /// solving the problem with one number after the other comes to.
  ///
  /// - Returns: The relaxation; nil where the setting alone does not suffice, or is not found to.
  mutating func alone(_ way: ElasticModel.Slack) throws -> Relaxation? {
    let setting = way.setting
    let searched = try found([setting.key])
    var best = searched.way?.first
    if searched.isProven { return best }
    let most = Relaxation(setting, value: way.isLowerBound ? setting.lowest : setting.highest)
    switch try anyPlan(of: problem.applying([most])) {
    case .none: return nil
    case .unknown: break
    case .found(let placement): best = lesser(best, enough(for: placement, most: most))
    }
    guard var high = best, !setting.isRemoval else { return best }
    var low = setting.value
    var next = former(of: setting)
    for _ in 0..<Self.bisections {
      let middle = next ?? Self.middle(low, high.value, lowest: setting.lowest)
      next = nil
      let tried = Relaxation(setting, value: setting.rounded(middle, isLowerBound: way.isLowerBound))
      // The next number on the safe side may be the one that is known.
      guard (low < tried.value) == (tried.value < high.value), tried.value != low, tried.value != high.value,
        (high.value - low).magnitude > Self.finest(setting, high.value)
      else { continue }
      switch try anyPlan(of: problem.applying([tried])) {
      case .found(let placement):
        high = lesser(tried, enough(for: placement, most: tried)) ?? tried
      case .none, .unknown: low = tried.value
      }
    }
    return high
  }

  /// Numbers that are tried, at most.
  private static var bisections: Int { 12 }

  /// Halfway in proportion where the numbers are far apart, so that a limit of 10^12 above one of 100 takes
  /// few steps.
  private static func middle(_ low: Double, _ high: Double, lowest: Double) -> Double {
    if lowest >= 0, low > 0, high > 0, max(low, high) > 4 * min(low, high) {
      return (low * high).squareRoot()
    }
    return (low + high) / 2
  }

  /// A difference that is not worth another search.
  private static func finest(_ setting: LimitSetting, _ value: Double) -> Double {
    switch setting.form {
    case .share: 0.0005
    case .eur, .number, .whole: 0.0005 * value.magnitude
    case .removal, .element: .infinity
    }
  }

  /// The number before the scenario was changed.
  private func former(of setting: LimitSetting) -> Double? {
    let path = setting.path.map(TOMLText.key).joined(separator: ".")
    return settings.former.first { $0.path == path }.flatMap { $0.old }.flatMap { Double($0) }
  }

  /// What a plan that was found with one relaxation alone needs of it, which is less where the plan does not
  /// use all.
  private func enough(for placement: Placement, most: Relaxation) -> Relaxation {
    guard let needed = problem.neededRelaxations(for: placement, relaxedBy: []), needed.count == 1,
      needed[0].setting.key == most.setting.key
    else { return most }
    return needed[0]
  }

  private func lesser(_ one: Relaxation?, _ other: Relaxation) -> Relaxation? {
    guard let one else { return other }
    return one.asksNoMore(than: other) ? one : other
  }
}
