// SPDX-License-Identifier: GPL-3.0-or-later

/// What each portfolio would have cost more than the best one of each case (L. J. Savage, "The theory of
/// statistical decision", Journal of the American Statistical Association 46 (1951) 55-67).
package struct Regret: Sendable, Equatable {
  /// One portfolio.
  package struct Row: Sendable, Equatable {
    /// The name of the portfolio.
    package let portfolio: String
    /// The regret in each case, 0 or more in the unit of the costs; nil where the portfolio, or every
    /// portfolio, fails.
    package let regrets: [Double?]
    /// In how many cases the portfolio fails although another one does not.
    package let failures: Int
    /// The greatest regret; nil when the portfolio fails in a case that another one serves.
    package let maximum: Double?
    /// The mean regret by the weights of the cases; nil when the portfolio fails in a case that another one
    /// serves.
    package let mean: Double?
  }

  /// The portfolios in the order of the table.
  package let rows: [Row]
  /// Positions of cases that no portfolio can serve; they say nothing about which is better and are left out
  /// of every figure.
  package let unservedCases: [Int]
  /// The position of the portfolio whose greatest regret is least, the first of equals; nil when each fails
  /// somewhere.
  package let minimax: Int?
  /// The position of the portfolio whose mean regret is least, the first of equals; nil when each fails
  /// somewhere. It is also the one with the least expected cost.
  package let leastMean: Int?

  /// The regrets of a table.
  package init(_ table: DecisionTable) {
    let least = table.leastCosts
    let served = least.indices.filter { least[$0] != nil }
    let weight = served.reduce(0) { $0 + table.weights[$1] }
    unservedCases = least.indices.filter { least[$0] == nil }
    rows = table.portfolios.indices.map { portfolio in
      let costs = table.costs[portfolio]
      let regrets = zip(costs, least).map { cost, least -> Double? in
        if let cost, let least { cost - least } else { nil }
      }
      let failures = served.count { costs[$0] == nil }
      let decided = failures == 0 && !served.isEmpty
      let mean = served.reduce(0) { $0 + table.weights[$1] * (regrets[$1] ?? 0) } / weight
      return Row(
        portfolio: table.portfolios[portfolio], regrets: regrets, failures: failures,
        maximum: decided ? regrets.compactMap(\.self).max() : nil, mean: decided ? mean : nil)
    }
    minimax = Self.first(rows.map(\.maximum))
    leastMean = Self.first(rows.map(\.mean))
  }

  /// The position of the least value, the first of equals.
  private static func first(_ values: [Double?]) -> Int? {
    var best: (position: Int, value: Double)?
    for (position, value) in values.enumerated() {
      guard let value else { continue }
      if best.map({ value < $0.value }) ?? true { best = (position, value) }
    }
    return best?.position
  }
}
