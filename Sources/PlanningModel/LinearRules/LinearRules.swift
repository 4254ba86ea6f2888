// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// The compiled linear rules of a problem. A hard rule is a row; a priced one has a column beside it that
/// takes what is missed, at a price.
struct LinearRules: PlanningRule {
  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    for rule in builder.problem.linearRules {
      let sides = rule.sides
      let sum = try builder.sum(rule.terms, constant: rule.constant, sides)
      let whole = try builder.sum(rule.reference, constant: 0, .both)
      let key = RowKey(linear: rule)
      if let limit = rule.atLeast {
        let (row, side) = Self.row(sum, limit: limit, of: whole, isShare: !rule.reference.isEmpty)
        try builder.addLinearRow(row, lower: side, rule: rule, key)
      }
      if let limit = rule.atMost {
        let (row, side) = Self.row(sum, limit: limit, of: whole, isShare: !rule.reference.isEmpty)
        try builder.addLinearRow(row, upper: side, rule: rule, key)
      }
    }
  }

  /// Sum less limit x reference against 0, or sum against the limit.
  private static func row(
    _ sum: LinearExpression, limit: Double, of whole: LinearExpression, isShare: Bool
  ) -> (LinearExpression, Double) {
    guard isShare else { return (sum, limit) }
    var row = sum
    row.add(-limit, whole)
    return (row, 0)
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard !problem.linearRules.isEmpty else { return [] }
    let state = PlacementState(placement, in: problem)
    return problem.linearRules.map { rule in
      let found = rule.outcome(for: state)
      return RuleActivity(
        RowKey(linear: rule), activity: found.value, atLeast: found.atLeast, atMost: found.atMost,
        unit: rule.unit, penaltyEURPerUnit: rule.penaltyEURPerUnit)
    }
  }
}

extension RowKey {
  /// Meaning of the row of a linear rule; its name travels in the scope.
  package init(linear rule: LinearRule) {
    let parts = [rule.name, rule.scope].filter { !$0.isEmpty }
    self.init(.linear, scope: parts.joined(separator: ": "), year: rule.year, linearFamily: rule.family)
  }
}

extension FormulationBuilder {
  /// A sum of terms as an expression over the model's columns; a quantity that is impossible from the outset
  /// is 0.
  ///
  /// - Parameter sides: Sides on which the sum is held.
  mutating func sum(
    _ terms: [LinearRule.Term], constant: Double, _ sides: LinearRule.Sides
  ) throws(ModelError) -> LinearExpression {
    var sum = LinearExpression(constant: constant)
    for group in ConnectedGroup.groups(of: terms) {
      sum.add(group.sign, try connected(group, group.sign > 0 ? sides : sides.mirrored))
    }
    for term in terms {
      switch term.quantity {
      case .connectedBlocks: break
      case .blocks(let site, let sku):
        if let variable = key.installed[site][sku][term.year] { sum.add(term.coefficient, variable) }
      case .open(let site): sum.add(term.coefficient, open(site: site, year: term.year))
      case .energised(let site, let connection):
        if let variable = key.energised[site][connection][term.year] { sum.add(term.coefficient, variable) }
      case .national(let sku): sum.add(term.coefficient, key.national[sku][term.year])
      }
    }
    return sum
  }

  /// Adds a row that a price may break.
  mutating func addLinearRow(
    _ given: LinearExpression, lower: Double = -.infinity, upper: Double = .infinity,
    rule: LinearRule, _ meaning: RowKey
  ) throws(ModelError) {
    guard let penalty = rule.penaltyEURPerUnit else {
      return try addRow(given, lower: lower, upper: upper, meaning)
    }
    var expression = given
    let cost = penalty * problem.discountFactor[rule.lastYear] / Formulation.eurPerUnit
    let miss = try addMiss(cost: cost)
    expression.add(lower > -.infinity ? 1 : -1, miss)
    try addRow(expression, lower: lower, upper: upper, meaning)
  }
}
