// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// A formulation in which each policy rule may be broken at a price relative to its limit; the objective is the sum of prices.
/// Strengthening rows are dropped, since they repeat policy rules.
struct ElasticModel {
  /// A way out of one rule.
  struct WayOut {
    var row: RowKey
    var isLowerBound: Bool
    var limit: Double
    var variable: Variable
  }

  private(set) var model: Model
  private(set) var waysOut: [WayOut] = []
  private let problem: SitingProblem

  /// - Parameters:
  ///   - formulation: The model of the problem, without bounds that follow from policy limits.
  ///   - problem: The problem.
  ///   - families: Families whose rules may be broken; the others stay as they are.
  init(
    _ formulation: Formulation, problem: SitingProblem, families: Set<RowKey.Family>
  ) throws(ModelError) {
    self.problem = problem
    let original = formulation.model
    model = Model(sense: .minimize)
    for column in 0..<original.columnCount {
      // Supply and demand bounds on blocks are lifted with their rules, so only the site's own limits stay.
      _ = try model.addVariable(
        lower: original.columnLower[column], upper: original.columnUpper[column],
        integer: original.isInteger[column])
    }
    for row in 0..<original.rowCount {
      let meaning = formulation.rows[row]
      if meaning.family == .strengthening { continue }
      var expression = LinearExpression()
      for entry in original.rowStart[row]..<original.rowStart[row + 1] {
        expression.add(
          original.coefficient[entry], Variable(column: Int(original.columnIndex[entry])))
      }
      // The model rounds the demand up to whole blocks; what would have to give is the demand as stated.
      let lower =
        meaning.family == .demand ? Self.statedDemand(meaning, problem) : original.rowLower[row]
      let upper = original.rowUpper[row]
      if families.contains(meaning.family) {
        let scale = Self.scale(of: meaning, lower: lower, upper: upper, problem: problem)
        if lower > -.infinity {
          let variable = try model.addVariable(cost: 1 / scale)
          expression.add(1, variable)
          waysOut.append(WayOut(row: meaning, isLowerBound: true, limit: lower, variable: variable))
        }
        if upper < .infinity {
          let variable = try model.addVariable(cost: 1 / scale)
          expression.add(-1, variable)
          waysOut.append(WayOut(row: meaning, isLowerBound: false, limit: upper, variable: variable))
        }
      }
      try model.addConstraint(expression, lower: lower, upper: upper)
    }
    model.hints.branchingPriority =
      original.hints.branchingPriority + Array(repeating: 0, count: waysOut.count)
  }

  private static func statedDemand(_ meaning: RowKey, _ problem: SitingProblem) -> Double {
    problem.years.firstIndex { $0 == meaning.year }.map { Double(problem.demandGPUs[$0]) } ?? 0
  }

  /// Size against which a concession is measured, so that giving up a tenth of the demand weighs as much as a tenth of a budget.
  private static func scale(
    of meaning: RowKey, lower: Double, upper: Double, problem: SitingProblem
  ) -> Double {
    switch meaning.family {
    case .euControlled, .nonEUOwner, .secNumCloudClass, .regionShare:
      let year = problem.years.firstIndex { $0 == meaning.year } ?? 0
      return max(1, Double(problem.demandGPUs[year]))
    case .campusMinimum: return max(1, problem.campusMinITMW)
    case .trainingCampus: return meaning.scope.isEmpty ? 1 : max(1, Double(problem.trainingCampus?.gpus ?? 1))
    case .linear:
      // A share of a sum has no limit of its own: one part is as much as the largest thing that it counts.
      let limit = lower > -.infinity ? lower : upper
      let rule = problem.linearRules.first { RowKey(linear: $0) == meaning }
      let largest = rule?.terms.map(\.coefficient.magnitude).max() ?? 1
      return max(1, limit.magnitude, limit == 0 ? 10 * largest : 0)
    default:
      let limit = lower > -.infinity ? lower : upper
      return max(1, limit.magnitude)
    }
  }

  /// The rules that a solution breaks, with what they would have to become.
  func concessions(at values: [Double]) -> [InfeasibilityExplanation.Concession] {
    waysOut.compactMap { way in
      let amount = values[way.variable.column]
      guard amount > 1e-6 * max(1, way.limit.magnitude) else { return nil }
      return ConcessionText.concession(for: way, amount: amount, problem: problem)
    }
  }
}
