// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// A campus for training.
  package static let trainingCampus = RuleKind("training_campus", "Campus for training") {
    "a campus for training of \($0.then) GPUs\($0.year) instead of \($0.now)"
  }
}

/// One site holds at least a stated number of GPUs by the end of a year.
struct TrainingCampusRule: PlanningRule {
  private static let path = ["demand", "training_campus", "gpus"]

  var kinds: [RuleKind] { [.trainingCampus] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    guard let campus = problem.trainingCampus else { return }
    let meaning = RowKey(.trainingCampus, year: problem.years[campus.year])
    var any = LinearExpression()
    for (i, chosen) in builder.key.training.enumerated() {
      guard let chosen else { continue }
      any.add(1, chosen)
      var held = builder.blocks(site: i, year: campus.year) { Double(problem.blocks[$0].gpus) }
      held.add(-Double(campus.gpus), chosen)
      try builder.addRow(
        held, lower: 0, RowKey(.trainingCampus, scope: problem.sites[i].id, year: meaning.year),
        basis: Self.basis(campus))
      // A connection that carries this many must be there: redundant for whole numbers, not for the
      // relaxation.
      var able = LinearExpression()
      for o in problem.sites[i].connections.indices
      where builder.limits.gpus[i][o][campus.year] >= Double(campus.gpus) {
        if let variable = builder.key.energised[i][o][campus.year] { able.add(1, variable) }
      }
      able.add(-1, chosen)
      try builder.addRow(
        able, lower: 0, RowKey(.validInequality, scope: problem.sites[i].id, year: meaning.year))
    }
    if let penalty = campus.penaltyEUR {
      let cost = penalty * problem.discountFactor[campus.year] / Formulation.eurPerUnit
      any.add(1, try builder.addViolation(cost: cost, upper: 1))
    }
    try builder.addRow(any, lower: 1, meaning)
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    guard let campus = problem.trainingCampus else { return [] }
    return [
      RuleActivity(
        RowKey(.trainingCampus, year: problem.years[campus.year]),
        activity: Double(campus.largestCampus(of: placement, in: problem)), atLeast: Double(campus.gpus),
        unit: "GPU", penaltyEURPerUnit: campus.penaltyEUR, basis: Self.basis(campus))
    ]
  }

  func ownLimits(in problem: SitingProblem) -> [RuleLimit] {
    guard let campus = problem.trainingCampus else { return [] }
    return [
      RuleLimit(
        rule: RowKey(.trainingCampus), statedYear: problem.years[campus.year], unit: "GPU",
        basis: Self.basis(campus))
    ]
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    if relaxation.setting.path == Self.path { problem.trainingCampus?.gpus = Int(relaxation.value) }
  }

  private static func basis(_ campus: TrainingCampus) -> LimitBasis {
    guard campus.penaltyEUR == nil else { return LimitBasis() }
    return LimitBasis(settings: [
      LimitSetting(
        path, form: .whole, value: Double(campus.gpus), lowest: 1, highest: 100_000_000)
    ])
  }
}
