// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rule comes to in a plan: the value, the limits, and by how much it holds or fails.
package struct RuleActivity: Sendable, Equatable {
  /// Which rule, where, when.
  package var rule: RowKey
  /// The recomputed value, in `unit`.
  package var activity: Double
  /// Smallest value allowed; nil for none.
  package var atLeast: Double?
  /// Largest value allowed; nil for none.
  package var atMost: Double?
  /// Unit of value and limits.
  package var unit: String
  /// Price of each unit by which the limits may be violated, in EUR; nil for a hard rule.
  package var penaltyEURPerUnit: Double?
  /// What the limits rest on.
  package var basis: LimitBasis

  /// What a rule comes to in a plan.
  package init(
    _ rule: RowKey, activity: Double, atLeast: Double? = nil, atMost: Double? = nil, unit: String,
    penaltyEURPerUnit: Double? = nil, basis: LimitBasis = LimitBasis()
  ) {
    self.rule = rule
    self.activity = activity
    self.atLeast = atLeast
    self.atMost = atMost
    self.unit = unit
    self.penaltyEURPerUnit = penaltyEURPerUnit
    self.basis = basis
  }

  /// Room left before the nearer limit, in `unit`; negative when the rule fails.
  package var slack: Double {
    min(atLeast.map { activity - $0 } ?? .infinity, atMost.map { $0 - activity } ?? .infinity)
  }

  /// Whether the rule holds, to one part in a million of its limit. A soft constraint always does: violating
  /// it is paid for.
  package var holds: Bool {
    if penaltyEURPerUnit != nil { return true }
    let scale = max(1, atLeast?.magnitude ?? 0, atMost?.magnitude ?? 0)
    return slack >= -1e-6 * scale
  }

  /// Whether the rule leaves no room, to one part in a million of its limit.
  package var isBinding: Bool {
    let scale = max(1, atLeast?.magnitude ?? 0, atMost?.magnitude ?? 0)
    return slack.magnitude <= 1e-6 * scale
  }
}
