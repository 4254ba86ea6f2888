// SPDX-License-Identifier: GPL-3.0-or-later

/// What each portfolio costs in each case: the table of a decision under uncertainty.
package struct DecisionTable: Sendable, Equatable {
  /// The names of the portfolios that can be chosen.
  package let portfolios: [String]
  /// The names of the cases that may come.
  package let cases: [String]
  /// The cost of each portfolio in each case, in one unit; nil where the portfolio cannot serve the case.
  package let costs: [[Double?]]
  /// The probability of each case; they add up to one.
  package let weights: [Double]

  /// A table.
  ///
  /// - Parameters:
  ///   - portfolios: The names of the portfolios, each once.
  ///   - cases: The names of the cases, each once.
  ///   - costs: A row for each portfolio with the cost in each case; nil where the portfolio cannot serve the
  ///     case.
  ///   - weights: The weight of each case, positive; nil when all weigh the same. Brought to a sum of one.
  /// - Throws: `ReadingError` when the lists do not belong together, a name is there twice, or a number
  ///   cannot be.
  package init(
    portfolios: [String], cases: [String], costs: [[Double?]], weights: [Double]? = nil
  ) throws(ReadingError) {
    if portfolios.isEmpty { throw .nothing("portfolios") }
    if cases.isEmpty { throw .nothing("cases") }
    for names in [portfolios, cases] {
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted { throw .repeated(name) }
    }
    try requireCount("rows of costs", costs.count, portfolios.count)
    for row in costs {
      try requireCount("costs of a portfolio", row.count, cases.count)
      try requireFinite("the costs of a portfolio", row)
    }
    let stated = weights ?? cases.map { _ in 1 }
    try requireCount("weights", stated.count, cases.count)
    for (position, weight) in stated.enumerated() where !(weight > 0 && weight.isFinite) {
      throw .weight(position: position + 1)
    }
    let sum = stated.reduce(0, +)
    if !sum.isFinite { throw .weight(position: 1) }
    self.portfolios = portfolios
    self.cases = cases
    self.costs = costs
    self.weights = stated.map { $0 / sum }
  }

  /// The least cost that any portfolio has in each case; nil where none can serve it.
  package var leastCosts: [Double?] {
    cases.indices.map { item in costs.compactMap { $0[item] }.min() }
  }
}
