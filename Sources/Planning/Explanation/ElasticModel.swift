// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import PlanningModel

/// A formulation in which some settings of the scenario may be relaxed, each at a price relative to its size;
/// the objective is the sum of prices. All rules that rest on one setting are relaxed together. Valid
/// rows are dropped, since they repeat policy rules.
struct ElasticModel {
  /// By how much a setting is relaxed in the rules that rest on it: in the unit of the rule, in GPUs for a
  /// share of GPUs.
  struct Slack {
    var setting: LimitSetting
    var variable: Variable
    /// Whether the rules that rest on it are violated from below, so that a smaller number relaxes it.
    var isLowerBound: Bool
  }

  private(set) var model: Model
  private(set) var slacks: [Slack] = []

  /// - Parameters:
  ///   - formulation: The model of the problem, without bounds that follow from policy limits.
  ///   - allowed: Keys of the settings that may be relaxed; nil for all.
  init(_ formulation: Formulation, allowed: Set<[String]>?) throws(ModelError) {
    let original = formulation.model
    model = Model(sense: .minimize)
    for column in 0..<original.columnCount {
      _ = try model.addVariable(
        lower: original.columnLower[column], upper: original.columnUpper[column],
        integer: original.isInteger[column])
    }
    var variables: [[String]: Variable] = [:]
    for row in 0..<original.rowCount {
      if formulation.rows[row].kind == .validInequality { continue }
      let basis = formulation.bases[row] ?? LimitBasis()
      var expression = LinearExpression()
      for entry in original.rowStart[row]..<original.rowStart[row + 1] {
        expression.add(
          original.coefficient[entry], Variable(column: Int(original.columnIndex[entry])))
      }
      // The model rounds the demand up to whole blocks; what would have to be relaxed is the demand as
      // stated.
      let lower = basis.statedLower ?? original.rowLower[row]
      let upper = original.rowUpper[row]
      let isLowerBound = lower > -.infinity
      let perUnit = basis.isShare ? 1 : basis.limitPerSetting
      for setting in basis.settings where allowed?.contains(setting.key) ?? true {
        let variable: Variable
        if let known = variables[setting.key] {
          variable = known
        } else {
          let most =
            setting.isRemoval || basis.isShare
            ? .infinity : (isLowerBound ? setting.value - setting.lowest : setting.highest - setting.value)
          let scale = setting.isRemoval ? 1 : basis.scale ?? max(1, setting.value.magnitude)
          variable = try model.addVariable(upper: max(0, most), cost: 1 / scale)
          variables[setting.key] = variable
          slacks.append(Slack(setting: setting, variable: variable, isLowerBound: isLowerBound))
        }
        expression.add(isLowerBound ? perUnit : -perUnit, variable)
      }
      try model.addConstraint(expression, lower: lower, upper: upper)
    }
    model.hints.branchingPriority =
      original.hints.branchingPriority + Array(repeating: 0, count: slacks.count)
  }
}
