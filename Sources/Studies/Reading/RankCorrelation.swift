// SPDX-License-Identifier: GPL-3.0-or-later

/// How closely the order of a factor's values goes with the order of an outcome.
package struct RankCorrelation: Sendable, Equatable {
  /// Cases below which no correlation is reported: of ten unrelated pairs one in twenty still has a
  /// coefficient beyond 0.65.
  package static let leastCases = 10

  /// The name of the factor.
  package let factor: String
  /// Spearman's coefficient from -1 to 1 over all cases with an amount or proven to have no plan, the latter
  /// counted as worse than any amount; nil when the factor is no number, it or the outcome never changes, or
  /// `alias` says why.
  package let coefficient: Double?
  /// The same with "has a plan" (1) or not (0) as the outcome; nil when all cases or none have one, or
  /// `alias` says why.
  package let withPlan: Double?
  /// How many cases count.
  package let cases: Int
  /// How many of them have no plan.
  package let withoutPlan: Int
  /// The factor that this one cannot be distinguished from; nil where it stands alone.
  package let alias: FactorAlias?

  /// Why no correlations are reported on a study; nil where they are.
  ///
  /// - Parameters:
  ///   - origins: How each case that counts came about: has an amount or no plan, and a value of every
  ///     factor.
  package static func refusal(_ origins: [StudyCase.Origin]) -> String? {
    let carried = origins.count { $0 == .draw || $0 == .combination }
    if carried == 0 {
      return
        "the values of the cases were chosen by hand, one at a time or in step; a sampled design or a grid carries correlations"
    }
    if carried < leastCases {
      return "\(carried) answered cases of the design are too few; at least \(leastCases) are needed"
    }
    return nil
  }

  /// The correlation of every factor with an outcome.
  ///
  /// - Parameters:
  ///   - factors: The factors of the study.
  ///   - cases: The cases that count, all drawn or all combinations of levels.
  ///   - outcomes: The outcome of each case; unknown ones are left out.
  ///   - isMaximised: Whether more of the amount is better: what has no plan is worse than the least amount,
  ///     otherwise than the largest.
  /// - Returns: One entry a factor: by falling strength whatever the sign, equals by name, and those without
  ///   a coefficient last. No counts as 0 and yes as 1.
  /// - Throws: `ReadingError` when the lists do not belong together or an outcome is not finite.
  package static func table(
    factors: [Factor], cases: [StudyCase], outcomes: [CaseOutcome], isMaximised: Bool = false
  ) throws(ReadingError) -> [RankCorrelation] {
    try requireCount("outcomes", outcomes.count, cases.count)
    try requireFinite("the outcomes", outcomes.map(\.amount))
    let aliases = try FactorAlias.table(factors: factors, cases: cases).filter(\.isRefused)
    let amounts = outcomes.compactMap(\.amount)
    // Ranks alone count, so any amount beyond the worst will do.
    let beyond = isMaximised ? (amounts.min() ?? 0).nextDown : (amounts.max() ?? 0).nextUp
    var table: [RankCorrelation] = []
    for (factor, item) in factors.enumerated() {
      var values: [Double?] = []
      var results: [Double] = []
      var planned: [Double] = []
      for (studyCase, outcome) in zip(cases, outcomes) {
        guard outcome != .unknown, let value = studyCase.value(ofFactor: factor) else { continue }
        results.append(outcome.amount ?? beyond)
        planned.append(outcome == .noPlan ? 0 : 1)
        values.append(value.ordinal)
      }
      let numbers = values.compactMap(\.self)
      let alias = aliases.first { $0.factors.contains(item.name) }
      let isReported = alias == nil && numbers.count == results.count && !numbers.isEmpty
      table.append(
        RankCorrelation(
          factor: item.name, coefficient: isReported ? try spearman(numbers, results) : nil,
          withPlan: isReported ? try spearman(numbers, planned) : nil, cases: results.count,
          withoutPlan: planned.count { $0 == 0 }, alias: alias))
    }
    return table.sorted { a, b in
      let (left, right) = (a.coefficient?.magnitude ?? -1, b.coefficient?.magnitude ?? -1)
      return left == right ? a.factor < b.factor : left > right
    }
  }

  /// Spearman's coefficient: the correlation of the ranks, equal values sharing the mean of their ranks (C.
  /// Spearman, "The proof and measurement of association between two things", American Journal of Psychology
  /// 15 (1904) 72-101).
  ///
  /// - Returns: From -1 to 1; nil when a list has fewer than two different values.
  /// - Throws: `ReadingError` when the lists differ in length or have values that are not finite.
  package static func spearman(_ x: [Double], _ y: [Double]) throws(ReadingError) -> Double? {
    try requireCount("values", y.count, x.count)
    try requireFinite("the values", x)
    try requireFinite("the values", y)
    // Twice the ranks, which are whole numbers, from their mean: sums are exact.
    let a = centredRanks(x)
    let b = centredRanks(y)
    let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = (a.reduce(0) { $0 + $1 * $1 }, b.reduce(0) { $0 + $1 * $1 })
    guard squares.0 > 0, squares.1 > 0 else { return nil }
    return max(-1, min(1, product / (squares.0 * squares.1).squareRoot()))
  }

  /// Twice the distance of each rank from the mean rank.
  private static func centredRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for position in start...end { ranks[order[position]] = Double(start + end - (values.count - 1)) }
      start = end + 1
    }
    return ranks
  }
}
