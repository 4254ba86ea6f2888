// SPDX-License-Identifier: GPL-3.0-or-later

/// A probability distribution of a factor's value.
///
/// Numbers are in the unit of the input that the factor changes, or ratios where it multiplies.
package enum Distribution: Sendable, Equatable {
  /// A value of a discrete distribution with its weight; weights need not add up to one.
  package struct WeightedValue: Sendable, Equatable {
    /// The value.
    package var value: FactorValue
    /// Its weight, positive, against the sum of all weights.
    package var weight: Double

    /// A value with its weight.
    package init(_ value: FactorValue, weight: Double) {
      self.value = value
      self.weight = weight
    }
  }

  /// Every value between two ends equally likely.
  case uniform(low: Double, high: Double)
  /// A density that rises straight from low to mode and falls straight to high; the mode may lie on an end.
  case triangular(low: Double, mode: Double, high: Double)
  /// The normal distribution; with ends it is conditioned on lying between them, so that nothing piles up
  /// there.
  case normal(mean: Double, standardDeviation: Double, low: Double? = nil, high: Double? = nil)
  /// The lognormal distribution by its median and its geometric standard deviation: about 68 % of values lie
  /// between `median / factor` and `median * factor`.
  case lognormal(median: Double, factor: Double)
  /// Stated values by weight.
  case discrete([WeightedValue])

  /// Values written out one by one.
  var statedValues: [FactorValue] {
    if case .discrete(let values) = self { values.map(\.value) } else { [] }
  }

  /// What keeps this from being a distribution, in words; empty when nothing does.
  var problems: [String] {
    switch self {
    case .uniform(let low, let high):
      return Self.bandProblems(low: low, high: high)
    case .triangular(let low, let mode, let high):
      let band = Self.bandProblems(low: low, high: high)
      return band.isEmpty && !(low <= mode && mode <= high) ? ["the mode must lie from low to high"] : band
    case .normal(let mean, let deviation, let low, let high):
      return Self.normalProblems(mean: mean, deviation: deviation, low: low, high: high)
    case .lognormal(let median, let factor):
      var problems: [String] = []
      if !(median.isFinite && median > 0) { problems.append("the median must be above 0") }
      if !(factor > 1 && factor <= 1_000) { problems.append("the factor must be above 1 and at most 1000") }
      return problems
    case .discrete(let values):
      if values.isEmpty { return ["there are no values"] }
      let weights = values.map(\.weight)
      return weights.allSatisfy({ $0 > 0 }) && weights.reduce(0, +).isFinite
        ? [] : ["every weight must be a positive number"]
    }
  }

  private static func bandProblems(low: Double, high: Double) -> [String] {
    low.isFinite && high.isFinite && low < high && (high - low).isFinite ? [] : ["low must be below high"]
  }

  private static func normalProblems(
    mean: Double, deviation: Double, low: Double?, high: Double?
  ) -> [String] {
    guard mean.isFinite, deviation.isFinite, deviation > 0 else {
      return ["the mean must be a number and the standard deviation above 0"]
    }
    if low?.isNaN ?? false || high?.isNaN ?? false { return ["an end is not a number"] }
    guard (low ?? -.infinity) < (high ?? .infinity) else { return ["low must be below high"] }
    let window = NormalWindow(
      from: ((low ?? -.infinity) - mean) / deviation, to: ((high ?? .infinity) - mean) / deviation)
    return window.mass < 1e-9
      ? ["less than a billionth of the normal distribution lies from low to high"] : []
  }
}
