// SPDX-License-Identifier: GPL-3.0-or-later

/// How closely the order of a factor's values goes with the order of an outcome.
public struct RankCorrelation: Sendable, Equatable {
  /// The name of the factor.
  public let factor: String
  /// Spearman's coefficient from -1 to 1; nil when the factor is no number, or it or the outcome never changes.
  public let coefficient: Double?
  /// How many cases give both a value and an outcome.
  public let cases: Int

  /// The correlation of every factor with an outcome.
  ///
  /// - Parameters:
  ///   - factors: The factors of the study.
  ///   - cases: Its cases.
  ///   - outcomes: The outcome of each case in one unit; nil for a case without a plan, which is left out.
  /// - Returns: One entry a factor: by falling strength whatever the sign, equals by name, and those without a coefficient last. No counts
  ///   as 0 and yes as 1.
  /// - Throws: `ReadingError` when the lists do not belong together or an outcome is not finite.
  public static func table(
    factors: [Factor], cases: [StudyCase], outcomes: [Double?]
  ) throws(ReadingError) -> [RankCorrelation] {
    try requireCount("outcomes", outcomes.count, cases.count)
    try requireFinite("the outcomes", outcomes)
    var table: [RankCorrelation] = []
    for (factor, item) in factors.enumerated() {
      var values: [Double?] = []
      var results: [Double] = []
      for (studyCase, outcome) in zip(cases, outcomes) {
        guard let outcome, let value = studyCase.value(ofFactor: factor) else { continue }
        results.append(outcome)
        values.append(value.ordinal)
      }
      let numbers = values.compactMap(\.self)
      let coefficient =
        numbers.count == results.count && !numbers.isEmpty ? try spearman(numbers, results) : nil
      table.append(RankCorrelation(factor: item.name, coefficient: coefficient, cases: results.count))
    }
    return table.sorted { a, b in
      let (left, right) = (a.coefficient?.magnitude ?? -1, b.coefficient?.magnitude ?? -1)
      return left == right ? a.factor < b.factor : left > right
    }
  }

  /// Spearman's coefficient: the correlation of the ranks, equal values sharing the mean of their ranks (C. Spearman, "The proof and
  /// measurement of association between two things", American Journal of Psychology 15 (1904) 72-101).
  ///
  /// - Returns: From -1 to 1; nil when a list has fewer than two different values.
  /// - Throws: `ReadingError` when the lists differ in length or have values that are not finite.
  public static func spearman(_ x: [Double], _ y: [Double]) throws(ReadingError) -> Double? {
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

extension FactorValue {
  /// The value as a number that can be ranked; nil for a text.
  fileprivate var ordinal: Double? {
    switch self {
    case .number(let value): value
    case .bool(let yes): yes ? 1 : 0
    case .text: nil
    }
  }
}
