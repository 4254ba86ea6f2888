// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import GLPKSolver

/// Small random models against the answer found by trying every point.
@Suite struct EnumerationTests {
  /// A random model of up to six integer columns, and often one continuous column that pays for what a row
  /// lacks.
  struct Case {
    let model: Model
    let integerColumns: Int
    /// Row and cost of the continuous column, which is the last one.
    let penalty: (row: [Double], need: Double, cost: Double)?
  }

  static func random(_ seed: UInt64) throws -> Case {
    var random = SplitMix64(state: seed)
    let count = 2 + random.index(below: 5)
    let sense: Model.Sense = random.index(below: 2) == 0 ? .minimize : .maximize
    var model = Model(sense: sense)
    model.objectiveConstant = Double(random.index(below: 20)) - 10
    for _ in 0..<count {
      let lower = Double(random.index(below: 3)) - 1
      let width = random.index(below: 3) == 0 ? 3 : 1
      let cost = random.index(below: 4) == 0 ? 0 : Double(random.index(below: 41) - 20) * 0.5
      _ = try model.addVariable(lower: lower, upper: lower + Double(width), cost: cost, integer: true)
    }
    for _ in 0..<(1 + random.index(below: 4)) {
      var sum = LinearExpression()
      for column in 0..<count where random.index(below: 3) > 0 {
        sum.add(Double(random.index(below: 19) - 9), Variable(column: column))
      }
      let middle = Double(random.index(below: 21) - 10)
      switch random.index(below: 5) {
      case 0: try model.addConstraint(sum, lower: middle, upper: middle)
      case 1: try model.addConstraint(sum, lower: middle, upper: middle + Double(random.index(below: 12)))
      case 2, 3: try model.addConstraint(sum, upper: middle + 6)
      default: try model.addConstraint(sum, lower: middle - 6)
      }
    }
    guard random.index(below: 2) == 0 else { return Case(model: model, integerColumns: count, penalty: nil) }
    // slack >= need - row . x, at a cost against the sense.
    let row = (0..<count).map { _ in Double(random.index(below: 9) - 4) }
    let need = Double(random.index(below: 9))
    let cost = Double(1 + random.index(below: 8)) * 0.75
    let slack = try model.addVariable(cost: sense == .minimize ? cost : -cost)
    var sum = LinearExpression()
    for (column, value) in row.enumerated() { sum.add(value, Variable(column: column)) }
    sum.add(1, slack)
    try model.addConstraint(sum, lower: need)
    return Case(model: model, integerColumns: count, penalty: (row, need, cost))
  }

  /// Best objective over all points, nil when none is feasible.
  static func enumerate(_ test: Case) -> Double? {
    let model = test.model
    let sign = model.sense == .minimize ? 1.0 : -1.0
    var point = (0..<test.integerColumns).map { model.columnLower[$0] }
    var best: Double?
    while true {
      var full = point
      if let penalty = test.penalty {
        full.append(max(0, penalty.need - zip(penalty.row, point).reduce(0) { $0 + $1.0 * $1.1 }))
      }
      let isFeasible = (0..<model.rowCount).allSatisfy { row in
        let activity = model.activity(ofRow: row, at: full)
        return activity >= model.rowLower[row] - 1e-9 && activity <= model.rowUpper[row] + 1e-9
      }
      if isFeasible {
        let objective = model.objectiveValue(at: full)
        if best.map({ sign * objective < sign * $0 }) ?? true { best = objective }
      }
      var column = 0
      while column < point.count, point[column] >= model.columnUpper[column] {
        point[column] = model.columnLower[column]
        column += 1
      }
      if column == point.count { return best }
      point[column] += 1
    }
  }

  /// Stages switched on and off.
  static let tunings: [(dives: Bool, relaxesCounts: Bool)] = [
    (true, true), (false, true), (true, false), (false, false),
  ]

  @Test(arguments: tunings) func everyCombinationOfStagesFindsTheOptimum(
    _ stages: (dives: Bool, relaxesCounts: Bool)
  ) throws {
    var tuning = Tuning()
    tuning.dives = stages.dives
    tuning.relaxesCounts = stages.relaxesCounts
    var infeasible = 0
    for seed: UInt64 in 1...250 {
      let test = try Self.random(seed)
      let result = try GLPKSolver(tuning: tuning).solve(test.model, options: SolveOptions(relativeGap: 0))
      guard let best = Self.enumerate(test) else {
        infeasible += 1
        #expect(result.termination == .infeasible, "seed \(seed)")
        #expect(result.values == nil, "seed \(seed)")
        continue
      }
      #expect(result.termination == .optimal, "seed \(seed): \(result.rawStatus)")
      let objective = try #require(result.objective, "seed \(seed)")
      #expect(abs(objective - best) < 1e-6, "seed \(seed)")
      let values = try #require(result.values)
      #expect(FeasibilityReport(of: values, in: test.model).isFeasible, "seed \(seed)")
      #expect(abs(try #require(result.bound) - best) < 1e-5 * max(1, abs(best)), "seed \(seed)")
    }
    #expect(infeasible > 10 && infeasible < 200)
  }

  @Test func looserGapsNeverLie() throws {
    for seed: UInt64 in 1...60 {
      let model = try Models.siting(sites: 5, years: 1, seed: seed)
      let exact = try #require(
        try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0)).objective)
      for gap in [0.3, 0.05, 0.001] {
        let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: gap))
        #expect(result.termination == .optimal)
        #expect(try #require(result.bound) <= exact + 1e-6)
        #expect(try #require(result.objective) >= exact - 1e-6)
        #expect(try #require(result.relativeGap) <= gap + 1e-9)
      }
    }
  }

  @Test func sitingModelsAgreeAcrossStages() throws {
    for seed: UInt64 in 1...25 {
      let model = try Models.siting(sites: 6, years: 2, seed: seed)
      var objectives: [Double] = []
      for stages in Self.tunings {
        var tuning = Tuning()
        tuning.dives = stages.dives
        tuning.relaxesCounts = stages.relaxesCounts
        let result = try GLPKSolver(tuning: tuning).solve(model, options: SolveOptions(relativeGap: 0))
        #expect(result.termination == .optimal, "seed \(seed)")
        objectives.append(try #require(result.objective))
      }
      let spread = (objectives.max() ?? 0) - (objectives.min() ?? 0)
      #expect(spread < 1e-6 * (objectives.max() ?? 1), "seed \(seed): \(objectives)")
    }
  }
}
