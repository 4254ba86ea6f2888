// SPDX-License-Identifier: GPL-3.0-or-later

/// Scores of one criterion at the kept sites, from 0 (worst) to 1 (best).
struct CriterionScores {
  /// One score a site.
  var scores: [Double]
  /// Whether the site has no value, so that its score is the one stated for missing values.
  var isAssumed: [Bool]
  /// The ends between which values were placed; nil for a percentile and where no site has a value.
  var ends: (low: Double, high: Double)?

  /// Scores the values of the kept sites.
  ///
  /// - Parameters:
  ///   - values: One value a kept site; nil where there is none. Finite.
  ///   - score: The criterion.
  init(_ values: [Double?], score: ScreeningScore) {
    isAssumed = values.map { $0 == nil }
    let known = values.compactMap { $0 }
    switch score.scale {
    case .percentile:
      let position = Self.percentiles(known, better: score.better)
      var next = 0
      scores = values.map { value in
        guard value != nil else { return score.missing }
        next += 1
        return position[next - 1]
      }
    case .minMax(let fixedLow, let fixedHigh):
      guard let least = known.min(), let most = known.max() else {
        scores = values.map { _ in score.missing }
        return
      }
      let (low, high) = (fixedLow ?? least, fixedHigh ?? most)
      ends = (low, high)
      // Where there is no room between the ends: values beyond the fixed one, or in the middle where neither
      // is fixed.
      let flat = fixedLow != nil ? 0 : fixedHigh != nil ? 1 : 0.5
      scores = values.map { value in
        guard let value else { return score.missing }
        let place = low < high ? Self.place(of: value, low: low, high: high) : flat
        return score.better == .higher ? place : 1 - place
      }
    }
  }

  /// Share of the other values that are strictly worse, plus half of those that are equal; 0.5 for a single
  /// value.
  private static func percentiles(_ values: [Double], better: ScreeningScore.Direction) -> [Double] {
    guard values.count > 1 else { return values.map { _ in 0.5 } }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var result = values
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let worse = better == .higher ? start : order.count - end
      let score = (Double(worse) + Double(end - start - 1) / 2) / Double(order.count - 1)
      for position in start..<end { result[order[position]] = score }
      start = end
    }
    return result
  }

  /// Place of a value between two ends, cut off at 0 and 1.
  private static func place(of value: Double, low: Double, high: Double) -> Double {
    if value <= low { return 0 }
    if value >= high { return 1 }
    // Halves, so that ends far apart on both sides of zero do not overflow.
    return (value / 2 - low / 2) / (high / 2 - low / 2)
  }
}
