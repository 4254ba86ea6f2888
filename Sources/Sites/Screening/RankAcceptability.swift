// SPDX-License-Identifier: GPL-3.0-or-later

/// Where each kept site ranks when nobody knows the weights: ranks under random weightings, all equally
/// likely. Groups are weighted at random and, within each, its scores; the stated weights play no part.
package struct RankAcceptability: Sendable, Equatable {
  /// Ranks of one site.
  package struct Ranks: Sendable, Equatable {
    /// Best rank that occurred.
    package var best: Int
    /// Rank at or below which 5 % of the weightings lie: the smallest one that at least this many reach.
    package var low5: Int
    /// The same for half of the weightings.
    package var median: Int
    /// The same for 95 % of the weightings.
    package var high95: Int
    /// Worst rank that occurred.
    package var worst: Int
    /// Share of the weightings in which it is on the shortlist, from 0 to 1.
    package var topShare: Double
  }

  /// Weightings drawn.
  package let samples: Int
  /// Seed of the draws.
  package let seed: UInt64
  /// One interval a kept site, in the order of the ranking.
  package let sites: [Ranks]

  /// Ranks that are held in memory at a time, 64 MiB of them; more sites than that are done in turns with the
  /// same weightings.
  static let ranksHeld = 1 << 24

  /// Draws weightings and ranks.
  package init(_ ranking: ScreeningRanking, parameters: ScreeningParameters) {
    self.init(ranking, parameters: parameters, ranksHeld: Self.ranksHeld)
  }

  init(_ ranking: ScreeningRanking, parameters: ScreeningParameters, ranksHeld: Int) {
    samples = parameters.samples
    seed = parameters.seed
    let count = ranking.rows.count
    let atOnce = max(1, ranksHeld / max(1, parameters.samples))
    var found: [Ranks] = []
    found.reserveCapacity(count)
    var start = 0
    while start < count {
      let block = start..<min(count, start + atOnce)
      found += Self.intervals(of: block, in: ranking, parameters: parameters)
      start = block.upperBound
    }
    sites = found
  }

  /// Ranks of some of the sites among all.
  private static func intervals(
    of block: Range<Int>, in ranking: ScreeningRanking, parameters: ScreeningParameters
  ) -> [Ranks] {
    let samples = parameters.samples
    var ranks = [UInt32](repeating: 0, count: block.count * samples)
    var generator = WeightGenerator(seed: parameters.seed)
    var order = RankOrder(count: ranking.rows.count)
    var totals = [Double](repeating: 0, count: ranking.rows.count)
    for sample in 0..<samples {
      let weights = Self.weights(for: ranking, from: &generator)
      for index in totals.indices { totals[index] = 0 }
      for (criterion, weight) in weights.enumerated() {
        let scores = ranking.scores[criterion]
        for index in totals.indices { totals[index] += scores[index] * weight }
      }
      order.sort(totals)
      for (position, site) in order.sites.enumerated() where block.contains(Int(site)) {
        ranks[(Int(site) - block.lowerBound) * samples + sample] = UInt32(position + 1)
      }
    }
    return block.map { site in
      let start = (site - block.lowerBound) * samples
      return interval(ranks[start..<start + samples].sorted(), top: parameters.top)
    }
  }

  /// A weight for each criterion: that of its unit times that within the unit.
  private static func weights(
    for ranking: ScreeningRanking, from generator: inout WeightGenerator
  ) -> [Double] {
    var weights = [Double](repeating: 0, count: ranking.criteria.count)
    let outer = generator.weights(ranking.units.count)
    for (unit, weight) in zip(ranking.units, outer) {
      for (criterion, share) in zip(unit.members, generator.weights(unit.members.count)) {
        weights[criterion] = weight * share
      }
    }
    return weights
  }

  /// An interval from sorted ranks.
  private static func interval(_ ranks: [UInt32], top: Int) -> Ranks {
    /// The smallest rank that at least this many percent of the weightings reach.
    func quantile(_ percent: Int) -> Int { Int(ranks[(percent * ranks.count + 99) / 100 - 1]) }
    return Ranks(
      best: Int(ranks[0]), low5: quantile(5), median: quantile(50), high95: quantile(95),
      worst: Int(ranks[ranks.count - 1]),
      topShare: Double(ranks.count(where: { Int($0) <= top })) / Double(ranks.count))
  }
}
