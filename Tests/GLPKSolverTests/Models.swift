// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

/// Models for tests.
enum Models {
  /// A model from columns (lower, upper, cost, integer) and rows (entries, lower, upper).
  static func model(
    _ sense: Model.Sense = .minimize, constant: Double = 0,
    columns: [(lower: Double, upper: Double, cost: Double, integer: Bool)],
    rows: [(entries: [(Int, Double)], lower: Double, upper: Double)]
  ) throws -> Model {
    var model = Model(sense: sense)
    model.objectiveConstant = constant
    for column in columns {
      _ = try model.addVariable(
        lower: column.lower, upper: column.upper, cost: column.cost, integer: column.integer)
    }
    for row in rows {
      var sum = LinearExpression()
      for (column, value) in row.entries { sum.add(value, Variable(column: column)) }
      try model.addConstraint(sum, lower: row.lower, upper: row.upper)
    }
    return model
  }

  /// Knapsack with values 10, 13, 7, 8, weights 5, 6, 4, 3 and capacity 10: by hand, 21 from the second and
  /// fourth item.
  static func knapsack() throws -> Model {
    try model(
      .maximize, columns: [10, 13, 7, 8].map { (0, 1, $0, true) },
      rows: [([(0, 5), (1, 6), (2, 4), (3, 3)], -.infinity, 10)])
  }

  /// 2 x1 + ... + 2 xn = n with odd n: the relaxation has points, whole numbers have none.
  static func parity(_ count: Int) throws -> Model {
    try model(
      columns: Array(repeating: (0, 1, 1, true), count: count),
      rows: [((0..<count).map { ($0, 2) }, Double(count), Double(count))])
  }

  /// A packing problem with several capacities, whose proof takes many nodes.
  static func packing(columns: Int, rows: Int, seed: UInt64) throws -> Model {
    var random = SplitMix64(state: seed)
    return try model(
      .maximize,
      columns: (0..<columns).map { _ in (0, 1, Double(random.index(below: 90) + 10), true) },
      rows: (0..<rows).map { _ in
        let weights = (0..<columns).map { _ in Double(random.index(below: 50) + 1) }
        return (
          weights.enumerated().map { ($0.offset, $0.element) }, -.infinity,
          (weights.reduce(0, +) / 3).rounded()
        )
      })
  }

  /// A siting model in small: sites are opened at a cost and hold whole blocks within their power; the total
  /// of the blocks is an integer column of its own and must meet a demand, in each of several years, with
  /// nothing removed.
  static func siting(sites: Int, years: Int, seed: UInt64, most: Int = 12) throws -> Model {
    var random = SplitMix64(state: seed)
    var model = Model()
    var earlier: [(open: Variable, blocks: Variable)] = []
    let costs = (0..<sites).map { _ in
      (open: Double(random.index(below: 60) + 20) * 1.37, block: Double(random.index(below: 20) + 10) * 0.91)
    }
    let power = (0..<sites).map { _ in Double(random.index(below: most) + 3) * 1.1 }
    for year in 0..<years {
      var now: [(open: Variable, blocks: Variable)] = []
      let weight = 1 / Double(year + 1)
      for site in 0..<sites {
        let open = try model.addBinary(cost: costs[site].open * weight)
        let blocks = try model.addVariable(
          upper: (power[site] / 1.15).rounded(.down), cost: costs[site].block * weight, integer: true)
        now.append((open, blocks))
        try model.addConstraint(sum([(1.15, blocks), (-power[site], open)]), upper: 0)
        try model.addConstraint(sum([(1, blocks), (-2, open)]), lower: 0)
        if year > 0 {
          try model.addConstraint(sum([(1, open), (-1, earlier[site].open)]), lower: 0)
          try model.addConstraint(sum([(1, blocks), (-1, earlier[site].blocks)]), lower: 0)
        }
      }
      let reach = power.reduce(0) { $0 + ($1 / 1.15).rounded(.down) }
      let total = try model.addVariable(upper: reach, integer: true)
      try model.addConstraint(sum(now.map { (1, $0.blocks) } + [(-1, total)]), lower: 0, upper: 0)
      let demand = 64 * (reach * 0.6 * Double(year + 1) / Double(years)).rounded() + 13
      try model.addConstraint(sum([(64, total)]), lower: demand)
      earlier = now
    }
    return model
  }

  static func sum(_ terms: [(Double, Variable)]) -> LinearExpression {
    var sum = LinearExpression()
    for (value, variable) in terms { sum.add(value, variable) }
    return sum
  }
}
