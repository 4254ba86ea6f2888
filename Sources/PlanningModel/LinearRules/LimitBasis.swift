// SPDX-License-Identifier: GPL-3.0-or-later

/// What the limit of a rule rests on: what a planner could write otherwise, and what the rule makes of it.
package struct LimitBasis: Sendable, Equatable {
  /// Numbers and entries of the scenario; empty where a planner can relax none.
  package var settings: [LimitSetting]
  /// What the limit changes by where such a number changes by 1, for limits that are no shares.
  package var limitPerSetting: Double
  /// Size against which a relaxation is measured, so that a tenth of the demand weighs as much as a tenth of
  /// a budget; nil for the size of the number.
  package var scale: Double?
  /// Whether the limit is a share of another sum, so that the row holds a difference.
  package var isShare: Bool
  /// The smallest value as the scenario states it, where the row has a tighter one.
  package var statedLower: Double?

  /// What the limit of a rule rests on.
  package init(
    settings: [LimitSetting] = [], limitPerSetting: Double = 1, scale: Double? = nil, isShare: Bool = false,
    statedLower: Double? = nil
  ) {
    self.settings = settings
    self.limitPerSetting = limitPerSetting
    self.scale = scale
    self.isShare = isShare
    self.statedLower = statedLower
  }
}

/// A limit that a planner states, with what it rests on.
package struct RuleLimit: Sendable {
  /// Which rule, where, when.
  package var rule: RowKey
  /// The planner's name for the rule, without place or sku; empty where there is none.
  package var name = ""
  /// Calendar year that the scenario states beside the number; nil where the key of the number has it.
  package var statedYear: Int?
  /// Unit of what is limited.
  package var unit: String
  /// What the limit rests on.
  package var basis: LimitBasis

  /// A limit that a planner states.
  package init(
    rule: RowKey, name: String = "", statedYear: Int? = nil, unit: String, basis: LimitBasis
  ) {
    self.rule = rule
    self.name = name
    self.statedYear = statedYear
    self.unit = unit
    self.basis = basis
  }

  /// Unit of the number that is written.
  package var settingUnit: String {
    basis.isShare ? unit == "GPU" ? "share of GPUs" : "share of \(unit)" : unit
  }
}
