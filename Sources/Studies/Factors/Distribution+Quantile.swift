// SPDX-License-Identifier: GPL-3.0-or-later

extension Distribution {
  /// The value below which a share of the probability lies (inverse of the distribution function).
  ///
  /// Only IEEE arithmetic and square roots are used, so every machine gives the same bits.
  ///
  /// - Parameter share: The share, above 0 and below 1; anything outside is brought to the nearest such
  ///   number.
  /// - Returns: The value; for a discrete distribution the first whose cumulative weight exceeds the share.
  package func quantile(_ share: Double) -> FactorValue {
    let u = max(.leastNormalMagnitude, min(share, 1 - .ulpOfOne / 2))
    switch self {
    case .uniform(let low, let high):
      return .number(min(low + u * (high - low), high))
    case .triangular(let low, let mode, let high):
      let width = high - low
      if u * width < mode - low {
        return .number(low + (u * width).squareRoot() * (mode - low).squareRoot())
      }
      return .number(high - ((1 - u) * width).squareRoot() * (high - mode).squareRoot())
    case .normal(let mean, let deviation, let low, let high):
      let window = NormalWindow(
        from: ((low ?? -.infinity) - mean) / deviation, to: ((high ?? .infinity) - mean) / deviation)
      let value = mean + deviation * window.quantile(u)
      return .number(min(max(value, low ?? value), high ?? value))
    case .lognormal(let median, let factor):
      return .number(median * exponential(naturalLogarithm(factor) * normalQuantile(u)))
    case .discrete(let values):
      return Self.pick(values, u)
    }
  }

  /// The low and the high value that a one-at-a-time design tries: the ends of a uniform or triangular
  /// distribution, the 5 % and 95 % quantiles of a normal or lognormal one, and the least and the greatest of
  /// discrete numbers (first and last when not all are numbers).
  package var ends: (low: FactorValue, high: FactorValue)? {
    switch self {
    case .uniform(let low, let high), .triangular(let low, _, let high): (.number(low), .number(high))
    case .normal, .lognormal: (quantile(0.05), quantile(0.95))
    case .discrete(let values): FactorValue.ends(of: values.map(\.value))
    }
  }

  private static func pick(_ values: [WeightedValue], _ share: Double) -> FactorValue {
    let target = share * values.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for item in values {
      sum += item.weight
      if target < sum { return item.value }
    }
    return values[values.count - 1].value
  }
}

extension FactorValue {
  /// The least and the greatest of numbers; of other values the first and the last; nil of none.
  static func ends(of values: [FactorValue]) -> (low: FactorValue, high: FactorValue)? {
    guard let first = values.first, let last = values.last else { return nil }
    let numbers = values.compactMap(\.number)
    guard numbers.count == values.count, let low = numbers.min(), let high = numbers.max() else {
      return (first, last)
    }
    return (.number(low), .number(high))
  }
}
