// SPDX-License-Identifier: GPL-3.0-or-later

/// Scores, totals and ranks of the kept sites.
///
/// Scores of a group are averaged with their weights; groups, and scores without a group, are averaged with
/// theirs. A site ranks before another one when its total is higher; equal totals rank in order of
/// identifier. Totals are held on a grid of 2^-40 (about 1e-12), so that the last digits of floating-point
/// arithmetic never decide.
package struct ScreeningRanking: Sendable, Equatable {
  /// What is averaged into the total: a group of scores, or a score by itself.
  package struct Unit: Sendable, Equatable {
    /// Name of the group or score.
    package var name: String
    /// Whether it is a group.
    package var isGroup: Bool
    /// Weight among the units.
    package var weight: Double
    /// Scores in it, as indices into `criteria`, ascending.
    package var members: [Int]
  }

  /// Scores in order of their names.
  package let criteria: [ScreeningScore]
  /// Units in order of their names; a group comes before a score of the same name.
  package let units: [Unit]
  /// Rows of the kept sites in the table, ascending, which is the order of identifiers. All that follows is
  /// in this order.
  package let rows: [Int]
  /// Scores from 0 to 1, `[criterion][site]`.
  package let scores: [[Double]]
  /// Whether a score is the one stated for missing values, `[criterion][site]`.
  package let isAssumed: [[Bool]]
  /// Lower end of a min-max scale by criterion; nil for a percentile and where no site has a value.
  package let lowEnds: [Double?]
  /// Upper end of a min-max scale by criterion; nil for a percentile and where no site has a value.
  package let highEnds: [Double?]
  /// Mean score of each unit from 0 to 1, `[unit][site]`.
  package let unitScores: [[Double]]
  /// Totals from 0 to 1.
  package let totals: [Double]
  /// Ranks from 1.
  package let ranks: [Int]

  /// Scores and ranks the kept sites of a table.
  ///
  /// - Parameters:
  ///   - rows: Rows of the kept sites, ascending; not empty.
  ///   - parameters: Checked parameters in order of names, with at least one score.
  init(table: SiteTable, rows: [Int], parameters: ScreeningParameters) {
    criteria = parameters.scores
    self.rows = rows
    units = Self.units(of: parameters)
    let scored = parameters.scores.map { score in
      CriterionScores(
        rows.map { row in table.number(score.attribute, row: row).flatMap { $0.isFinite ? $0 : nil } },
        score: score)
    }
    let scores = scored.map(\.scores)
    self.scores = scores
    isAssumed = scored.map(\.isAssumed)
    lowEnds = scored.map { $0.ends?.low }
    highEnds = scored.map { $0.ends?.high }
    unitScores = units.map { unit in
      Self.mean(unit.members.map { scores[$0] }, weights: unit.members.map { parameters.scores[$0].weight })
    }
    totals = Self.mean(unitScores, weights: units.map(\.weight)).map { RankOrder.onGrid($0) }
    var order = RankOrder(count: rows.count)
    order.sort(totals)
    var ranks = [Int](repeating: 0, count: rows.count)
    for (position, site) in order.sites.enumerated() { ranks[Int(site)] = position + 1 }
    self.ranks = ranks
  }

  /// Kept sites from the first rank to the last, as indices into `rows`.
  package var order: [Int] {
    var order = ranks
    for (site, rank) in ranks.enumerated() { order[rank - 1] = site }
    return order
  }

  private static func units(of parameters: ScreeningParameters) -> [Unit] {
    var units: [Unit] = []
    let groups = Set(parameters.scores.compactMap(\.group)).sorted()
    for group in groups {
      units.append(
        Unit(
          name: group, isGroup: true, weight: parameters.groupWeights[group] ?? 1,
          members: parameters.scores.indices.filter { parameters.scores[$0].group == group }))
    }
    for (index, score) in parameters.scores.enumerated() where score.group == nil {
      units.append(Unit(name: score.name, isGroup: false, weight: score.weight, members: [index]))
    }
    return units.sorted { ($0.name, $0.isGroup ? 0 : 1) < ($1.name, $1.isGroup ? 0 : 1) }
  }

  /// Weighted mean of rows of numbers of equal length; zeros where all weights are zero.
  static func mean(_ rows: [[Double]], weights: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: rows.first?.count ?? 0)
    // Weights are brought to their largest first, so that their sum cannot overflow.
    let largest = weights.max() ?? 0
    guard largest > 0 else { return sum }
    let shares = weights.map { $0 / largest }
    let all = shares.reduce(0, +)
    for (row, share) in zip(rows, shares) {
      for index in sum.indices { sum[index] += row[index] * (share / all) }
    }
    return sum
  }
}
