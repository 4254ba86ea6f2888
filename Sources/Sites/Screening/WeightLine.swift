// SPDX-License-Identifier: GPL-3.0-or-later

/// Totals of all kept sites as one weight moves and all others stay.
///
/// With `x` the weight over `scale`, the total of a site is `(without + x * alone) / (1 + x)`: its mean
/// without the criterion, and its mean where the criterion alone counts. The divisor is the same for all
/// sites, so `without + x * alone` orders them, and two of them change places where two straight lines cross.
struct WeightLine {
  /// Weight at which `x` is 1: the sum of the weights beside it.
  let scale: Double
  /// Mean of each site without the criterion, in whole units of the grid.
  let without: [Double]
  /// Mean of each site where the criterion alone counts, in whole units of the grid.
  let alone: [Double]

  /// The weight of a unit; nil where it is the only one, so that its weight means nothing.
  init?(ofUnit unit: Int, in ranking: ScreeningRanking) {
    let others = ranking.units.indices.filter { $0 != unit }
    guard !others.isEmpty else { return nil }
    let weights = others.map { ranking.units[$0].weight }
    self.init(
      scale: weights.reduce(0, +),
      without: ScreeningRanking.mean(others.map { ranking.unitScores[$0] }, weights: weights),
      alone: ranking.unitScores[unit])
  }

  /// The weight of a score within its group; nil where it is the only one in it.
  init?(ofScore criterion: Int, unit: Int, in ranking: ScreeningRanking) {
    let others = ranking.units[unit].members.filter { $0 != criterion }
    guard !others.isEmpty else { return nil }
    let weights = others.map { ranking.criteria[$0].weight }
    func totals(group: [Double]) -> [Double] {
      var parts = ranking.unitScores
      parts[unit] = group
      return ScreeningRanking.mean(parts, weights: ranking.units.map(\.weight))
    }
    self.init(
      scale: weights.reduce(0, +),
      without: totals(
        group: ScreeningRanking.mean(others.map { ranking.scores[$0] }, weights: weights)),
      alone: totals(group: ranking.scores[criterion]))
  }

  private init(scale: Double, without: [Double], alone: [Double]) {
    self.scale = scale
    // Whole numbers, so that differences are exact and equal means are equal.
    self.without = without.map { Double(RankOrder.wholeUnits($0)) }
    self.alone = alone.map { Double(RankOrder.wholeUnits($0)) }
  }

  /// What orders the sites at a place.
  func value(_ site: Int, at x: Double) -> Double { without[site] + x * alone[site] }
}
