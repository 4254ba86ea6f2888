// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

extension RuleKind {
  /// A rule of which no more is known than the key that states it.
  package static let linear = RuleKind("linear", "Further rules")
  /// What the blocks of a site come to on some of its connections.
  package static let connectedAmount = RuleKind(
    "connected_amount", "What a site puts on a substation", isPolicy: false)
}

/// The linear rules that families compile to.
struct LinearRules: PlanningRule {
  var kinds: [RuleKind] { [.linear, .connectedAmount] }

  func rules(in problem: SitingProblem) -> [LinearRule] { problem.linearRules }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    let setting = relaxation.setting
    func rests(_ rule: LinearRule) -> Bool { rule.settings.contains { $0.path == setting.path } }
    if setting.isRemoval {
      problem.linearRules.removeAll(where: rests)
      return
    }
    for index in problem.linearRules.indices where rests(problem.linearRules[index]) {
      // What several settings add up to changes by as much as one of them.
      let step = (relaxation.value - setting.value) * problem.linearRules[index].limitPerSetting
      problem.linearRules[index].atLeast = problem.linearRules[index].atLeast.map { $0 + step }
      problem.linearRules[index].atMost = problem.linearRules[index].atMost.map { $0 + step }
    }
  }
}

extension FormulationBuilder {
  /// Adds the rows of a linear rule. A hard constraint is a row; a soft one has a column beside it that takes
  /// the violation, at a price.
  mutating func add(_ rule: LinearRule) throws(ModelError) {
    // Nothing is no more than any share, so that such a row says nothing.
    if rule.terms.isEmpty, rule.constant == 0, rule.isShare, rule.atLeast == nil { return }
    let sum = try sum(rule.terms, constant: rule.constant, rule.sides, per: rule.amountPerRowUnit)
    let whole = try self.sum(rule.reference, constant: 0, .both)
    if let limit = rule.tightenedAtLeast ?? rule.atLeast {
      let (row, side) = Self.row(sum, limit: limit, of: whole, rule)
      try addLinearRow(row, lower: side, rule: rule)
    }
    if let limit = rule.atMost {
      let (row, side) = Self.row(sum, limit: limit, of: whole, rule)
      try addLinearRow(row, upper: side, rule: rule)
    }
  }

  /// Sum less limit x reference against 0, or sum against the limit.
  private static func row(
    _ sum: LinearExpression, limit: Double, of whole: LinearExpression, _ rule: LinearRule
  ) -> (LinearExpression, Double) {
    guard rule.isShare else { return (sum, limit / rule.amountPerRowUnit) }
    var row = sum
    row.add(-limit, whole)
    return (row, 0)
  }

  /// A sum of terms as an expression over the model's columns; a quantity that is impossible from the outset
  /// is 0.
  ///
  /// - Parameters:
  ///   - sides: Sides on which the sum is held.
  ///   - unit: The amount in one unit of the sum.
  mutating func sum(
    _ terms: [LinearRule.Term], constant: Double, _ sides: LinearRule.Sides, per unit: Double = 1
  ) throws(ModelError) -> LinearExpression {
    var sum = LinearExpression(constant: constant / unit)
    for (group, times) in ConnectedGroup.groups(of: terms, in: problem) {
      let amount = try connected(group, group.sign > 0 ? sides : sides.mirrored)
      sum.add(group.sign * times / unit, amount)
    }
    for term in terms {
      let coefficient = term.coefficient / unit
      switch term.quantity {
      case .connectedBlocks, .contracted: break
      case .blocks(let site, let sku):
        if let variable = key.installed[site][sku][term.year] { sum.add(coefficient, variable) }
      case .open(let site): sum.add(coefficient, open(site: site, year: term.year))
      case .energised(let site, let connection):
        if let variable = key.energised[site][connection][term.year] { sum.add(coefficient, variable) }
      case .national(let sku): sum.add(coefficient, key.national[sku][term.year])
      }
    }
    return sum
  }

  /// Adds a row that a price may break.
  private mutating func addLinearRow(
    _ given: LinearExpression, lower: Double = -.infinity, upper: Double = .infinity, rule: LinearRule
  ) throws(ModelError) {
    var expression = given
    if let penalty = rule.penaltyEURPerUnit {
      let cost = penalty * problem.discountFactor[rule.lastYear] / Formulation.eurPerUnit
      let violation = try addViolation(cost: cost)
      expression.add((lower > -.infinity ? 1 : -1) / rule.amountPerRowUnit, violation)
    }
    var basis = rule.basis
    basis.limitPerSetting /= rule.amountPerRowUnit
    if lower > -.infinity, rule.tightenedAtLeast != nil { basis.statedLower = rule.atLeast }
    try addRow(expression, lower: lower, upper: upper, RowKey(linear: rule), basis: basis)
  }
}
