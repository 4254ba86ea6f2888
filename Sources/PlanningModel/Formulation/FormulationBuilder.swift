// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

/// A model under construction: columns first, then the rows of one rule after another.
struct FormulationBuilder {
  let problem: SitingProblem
  let limits: BoundTightening
  private(set) var model: Model
  private(set) var key: Formulation.Key
  private(set) var rows: [RowKey] = []
  private(set) var bases: [Int: LimitBasis] = [:]
  /// Columns of the violations of soft constraints, with their price in MEUR a unit.
  private var violations: [(cost: Double, variable: Variable)] = []
  /// Columns of connected blocks that are there already, and the sides on which rows hold them.
  var connectedColumns: [ConnectedGroup: (variable: Variable, sides: LinearRule.Sides)] = [:]

  package init(_ problem: SitingProblem, policies: Bool) throws(ModelError) {
    self.problem = problem
    limits = BoundTightening(problem, policies: policies)
    model = Model(sense: .minimize)
    key = Formulation.Key(energised: [], installed: [], national: [])
    let years = 0..<problem.yearCount
    // What is sought last: the objectives before it are limits by now.
    let objective = problem.objectives[problem.objectiveLimits.count]
    let kept = problem.keptSiting?.decisions(in: problem)
    for (i, site) in problem.sites.enumerated() {
      var byOption: [[Variable?]] = []
      for (o, option) in site.connections.enumerated() {
        var byYear: [Variable?] = []
        for t in years {
          let isUseful = limits.powerMW[i][o][t] > 0 || site.decision == .forcedIn
          var possible = option.firstYear <= problem.years[t] && isUseful
          var isKept = false
          if let kept {
            isKept = kept[i].map { $0.connection == o && $0.year <= t } ?? false
            possible = isKept
          }
          guard possible else {
            byYear.append(nil)
            continue
          }
          let variable = try model.addBinary()
          if isKept { try model.setBounds(of: variable, lower: 1, upper: 1) }
          byYear.append(variable)
        }
        byOption.append(byYear)
      }
      key.energised.append(byOption)
      var bySKU: [[Variable?]] = []
      for k in problem.blocks.indices {
        var byYear: [Variable?] = []
        for t in years {
          let most = limits.blocks[i][k][t]
          byYear.append(
            most > 0
              ? try model.addVariable(upper: Double(most), integer: true) : nil)
        }
        bySKU.append(byYear)
      }
      key.installed.append(bySKU)
      model.hints.groups.append(byOption.joined().compactMap { $0 })
    }
    for k in problem.blocks.indices {
      var byYear: [Variable] = []
      for t in years {
        let most = problem.sites.indices.reduce(0) { $0 + limits.blocks[$1][k][t] }
        byYear.append(try model.addVariable(upper: Double(most), integer: true))
      }
      key.national.append(byYear)
    }
    try addTraining(policies: policies)
    if objective.countsCost { try addToObjective(cost(), times: 1) }
    try addToObjective(
      sum(objective.terms, constant: 0, .both), times: sign(of: objective) / objective.amountPerUnit)
  }

  private mutating func addToObjective(_ amount: LinearExpression, times factor: Double) throws(ModelError) {
    for (column, coefficient) in zip(amount.columns, amount.coefficients) {
      try model.setCost(of: Variable(column: column), to: model.objective[column] + factor * coefficient)
    }
  }

  /// The model always minimises: what is maximised counts negatively.
  private func sign(of objective: Objective) -> Double { objective.isMaximised ? -1 : 1 }

  /// The amount of an objective, in units of the objective of the model.
  mutating func amount(of objective: Objective) throws(ModelError) -> LinearExpression {
    var amount = LinearExpression()
    amount.add(1 / objective.amountPerUnit, try sum(objective.terms, constant: 0, .both))
    guard objective.countsCost else { return amount }
    amount.add(1, try cost())
    for (cost, variable) in violations { amount.add(cost, variable) }
    return amount
  }

  /// Columns that say which site holds the campus for training. Without policies its size may be given up, so
  /// that any site may.
  private mutating func addTraining(policies: Bool) throws(ModelError) {
    guard let campus = problem.trainingCampus else { return }
    for i in problem.sites.indices {
      let most = problem.sites[i].connections.indices.map { limits.gpus[i][$0][campus.year] }.max() ?? 0
      let isLargeEnough = most >= Double(campus.gpus) || !policies && most > 0
      key.training.append(isLargeEnough ? try model.addBinary() : nil)
    }
  }

  /// Adds a row with its meaning, and what its limit rests on in the unit of the row.
  mutating func addRow(
    _ expression: LinearExpression, lower: Double = -.infinity, upper: Double = .infinity, _ meaning: RowKey,
    basis: LimitBasis = LimitBasis()
  ) throws(ModelError) {
    // A row without terms that holds anyway says nothing; one that does not hold must stay, to show
    // infeasibility.
    if expression.columns.isEmpty, lower <= expression.constant, expression.constant <= upper { return }
    try model.addConstraint(expression, lower: lower, upper: upper)
    if !basis.settings.isEmpty { bases[rows.count] = basis }
    rows.append(meaning)
  }

  /// Adds a column that takes the violation of a soft constraint.
  ///
  /// - Parameter cost: MEUR a unit.
  mutating func addViolation(cost: Double, upper: Double = .infinity) throws(ModelError) -> Variable {
    let countsCost = problem.objectives[problem.objectiveLimits.count].countsCost
    let violation = try model.addVariable(upper: upper, cost: countsCost ? cost : 0)
    violations.append((cost, violation))
    key.violations.append(violation)
    return violation
  }

  /// Adds a column for what a group of connected blocks comes to.
  mutating func addConnected(_ group: ConnectedGroup, upper: Double) throws(ModelError) -> Variable {
    let variable = try model.addVariable(upper: upper)
    key.connected.append(
      Formulation.ConnectedAmount(
        site: group.site, connections: group.connections, year: group.year, variable: variable))
    return variable
  }

  /// Whether a site is open by the end of a year: the sum over its connections.
  func open(site i: Int, year t: Int) -> LinearExpression {
    var sum = LinearExpression()
    for byYear in key.energised[i] {
      if let variable = byYear[t] { sum.add(1, variable) }
    }
    return sum
  }

  /// Sum over skus at one site by the end of a year, each block weighted.
  func blocks(site i: Int, year t: Int, weight: (Int) -> Double) -> LinearExpression {
    var sum = LinearExpression()
    for k in problem.blocks.indices {
      if let variable = key.installed[i][k][t] { sum.add(weight(k), variable) }
    }
    return sum
  }

  /// The model with branching priorities: connections before national totals before blocks.
  func finishedModel() -> Model {
    var finished = model
    var priority = [Int32](repeating: 0, count: model.columnCount)
    for variable in key.energised.joined().joined().compactMap({ $0 }) { priority[variable.column] = 2 }
    for variable in key.training.compactMap({ $0 }) { priority[variable.column] = 3 }
    for variable in key.national.joined() { priority[variable.column] = 1 }
    finished.hints.branchingPriority = priority
    let installed = key.installed.joined()
    finished.hints.relaxable = installed.joined().compactMap { $0 }
    finished.hints.stages = (0..<problem.yearCount).map { t in
      installed.compactMap { $0[t] } + key.national.map { $0[t] }
    }
    return finished
  }
}
