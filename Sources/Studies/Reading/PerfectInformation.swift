// SPDX-License-Identifier: GPL-3.0-or-later

/// What knowing the future would save: the expected value of perfect information (EVPI) in a decision among
/// portfolios.
///
/// The expected value of perfect information is the least expected cost minus the expected least cost (H.
/// Raiffa and R. Schlaifer, Applied Statistical Decision Theory, 1961). Expectations are over the cases by
/// their weights.
package struct PerfectInformation: Sendable, Equatable {
  /// What knowing one factor would save.
  package struct EVPPI: Sendable, Equatable {
    /// The partial expected value of perfect information, 0 or more, in the unit of the costs; at most that
    /// of all factors.
    package let value: Double
    /// How many bins the cases were put in.
    package let bins: Int
    /// How many cases the smallest bin has.
    package let smallestBin: Int
    /// Whether every bin has one case of several: the figure is that of all factors, and says nothing of this
    /// one unless the cases are all that can be.
    package let isTrivial: Bool
    /// Whether a bin has fewer than `fewCases` cases. The estimate is then likely too high, unless the cases
    /// are all that can be.
    package var isUncertain: Bool { smallestBin < PerfectInformation.fewCases }
  }

  /// Bins with fewer cases make an estimate uncertain.
  package static let fewCases = 20

  /// The position of the portfolio to choose now, the one with the least expected cost; the first of equals.
  package let choice: Int
  /// Its expected cost, in the unit of the costs.
  package let expectedCost: Double
  /// The expected value of perfect information, 0 or more, in the unit of the costs.
  package let evpi: Double
  /// Positions of the cases that count.
  package let countedCases: [Int]

  private let costs: [[Double]]
  private let weights: [Double]
  private let caseCount: Int

  /// The value of perfect information of a table.
  ///
  /// - Parameters:
  ///   - table: The costs of portfolios in cases.
  ///   - failureCost: What it costs when a portfolio cannot serve a case, in the unit of the costs. Without
  ///     it a portfolio that fails somewhere cannot be chosen before the case is known, and cases that no
  ///     portfolio serves are left out.
  /// - Throws: `ReadingError` when every portfolio fails somewhere and no cost of failure is stated, or that
  ///   cost is not finite.
  package init(_ table: DecisionTable, failureCost: Double? = nil) throws(ReadingError) {
    try requireFinite("the cost of failure", [failureCost])
    let least = table.leastCosts
    let counted = least.indices.filter { failureCost != nil || least[$0] != nil }
    if counted.isEmpty { throw .everyPortfolioFails }
    let missing = failureCost ?? .infinity
    let costs = table.costs.map { row in counted.map { row[$0] ?? missing } }
    let weights = counted.map { table.weights[$0] }
    let total = weights.reduce(0, +)
    let now = Self.best(costs, weights, Array(counted.indices))
    guard now.sum.isFinite else { throw .everyPortfolioFails }
    choice = now.portfolio
    expectedCost = now.sum / total
    // Differences case by case, so that what cannot be saved is exactly nothing.
    let savings = counted.indices.map { item in
      weights[item] * (costs[now.portfolio][item] - (costs.map { $0[item] }.min() ?? 0))
    }
    evpi = savings.reduce(0, +) / total
    countedCases = counted
    self.costs = costs
    self.weights = weights
    caseCount = table.cases.count
  }

  /// What knowing one factor would save.
  ///
  /// The single-loop estimator of M. Strong and J. E. Oakley, "An efficient method for computing
  /// single-parameter partial expected value of perfect information", Medical Decision Making 33 (2013)
  /// 755-766: cases in order of the factor's value are cut into bins, and within each the portfolio that is
  /// best on average is taken. It is exact when bins are the values of a discrete factor and the cases are
  /// all that can be; otherwise wide bins make it too low and bins of few cases too high.
  ///
  /// - Parameters:
  ///   - values: The factor's value in each case of the table.
  ///   - bins: How many bins the numbers are cut into at their quantiles; nil for the cube root of the number
  ///     of cases, at least 2. Equal values share a bin. Numbers with no more different values than bins, and
  ///     what is no number, have one bin a value.
  /// - Throws: `ReadingError` when there is not one value for each case, or `bins` is not positive.
  package func evppi(_ values: [FactorValue], bins: Int? = nil) throws(ReadingError) -> EVPPI {
    try requireCount("values of a factor", values.count, caseCount)
    try requireFinite("the values of a factor", values.map(\.number))
    if let bins, bins < 1 { throw .bins(bins) }
    let groups = Self.bins(
      countedCases.map { values[$0] }, count: bins ?? Self.defaultBins(countedCases.count))
    let total = weights.reduce(0, +)
    var saved = 0.0
    for group in groups {
      let best = Self.best(costs, weights, group).portfolio
      for item in group { saved += weights[item] * (costs[choice][item] - costs[best][item]) }
    }
    return EVPPI(
      value: min(evpi, max(0, saved / total)), bins: groups.count,
      smallestBin: groups.map(\.count).min() ?? 0,
      isTrivial: groups.count > 1 && groups.count == countedCases.count)
  }

  /// The cube root of the number of cases, rounded down, and at least 2.
  static func defaultBins(_ cases: Int) -> Int {
    var root = 2
    while (root + 1) * (root + 1) * (root + 1) <= cases { root += 1 }
    return root
  }

  /// The portfolio with the least weighted sum of costs over some cases, and that sum.
  private static func best(
    _ costs: [[Double]], _ weights: [Double], _ items: [Int]
  ) -> (portfolio: Int, sum: Double) {
    var best = (portfolio: 0, sum: Double.infinity)
    for (portfolio, row) in costs.enumerated() {
      let sum = items.reduce(0) { $0 + weights[$1] * row[$1] }
      if sum < best.sum { best = (portfolio, sum) }
    }
    return best
  }
}
