// SPDX-License-Identifier: GPL-3.0-or-later

/// The shortlist of a ranking and how firmly it stands against a change of one weight.
package struct ShortlistStability: Sendable, Equatable {
  /// Size that was asked for; the list is shorter where fewer sites are kept.
  package let top: Int
  /// Identifiers on the list, best first.
  package let members: [String]
  /// Ranges of the weights: groups and scores in order of name, the scores of a group after it.
  package let weights: [WeightRange]

  /// Finds how far each weight can move.
  ///
  /// - Parameters:
  ///   - ranking: Scores and ranks.
  ///   - ids: Identifiers of all sites, in the order of the table.
  ///   - top: Size of the shortlist, at least 1.
  package init(_ ranking: ScreeningRanking, ids: [String], top: Int) {
    self.top = top
    members = ranking.order.prefix(top).map { ids[ranking.rows[$0]] }
    let isMember = ranking.ranks.map { $0 <= top }
    var found: [WeightRange] = []
    func add(_ subject: WeightRange.Subject, _ name: String, _ weight: Double, _ line: WeightLine?) {
      var range = WeightRange(subject: subject, name: name, weight: weight, low: 0)
      if let line, let ends = WeightStabilityInterval(line, isMember: isMember, weight: weight) {
        func sites(_ change: WeightStabilityInterval.Change) -> WeightRange.Exchange {
          WeightRange.Exchange(
            enters: change.enters.map { ids[ranking.rows[$0]] },
            leaves: change.leaves.map { ids[ranking.rows[$0]] })
        }
        range.low = ends.low?.weight ?? 0
        range.high = ends.high?.weight
        range.below = ends.low.map(sites)
        range.above = ends.high.map(sites)
      }
      found.append(range)
    }
    for (index, unit) in ranking.units.enumerated() {
      add(unit.isGroup ? .group : .score, unit.name, unit.weight, WeightLine(ofUnit: index, in: ranking))
      guard unit.isGroup else { continue }
      for criterion in unit.members {
        let score = ranking.criteria[criterion]
        add(.score, score.name, score.weight, WeightLine(ofScore: criterion, unit: index, in: ranking))
      }
    }
    weights = found
  }
}
