// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import TestSupport
import Testing

@Suite("Scores and ranks of a screening")
struct ScreeningScoreTests {
  private func score(
    _ attribute: String, _ better: ScreeningScore.Direction = .higher,
    scale: ScreeningScore.Scale = .percentile, weight: Double = 1, group: String? = nil, missing: Double = 0
  ) -> ScreeningScore {
    ScreeningScore(
      name: attribute, attribute: attribute, better: better, scale: scale, weight: weight, group: group,
      missing: missing)
  }

  private func ranking(
    _ columns: [(String, [Double?])], _ scores: [ScreeningScore], groups: [String: Double] = [:],
    rules: [ScreeningRule] = []
  ) throws -> ScreeningRanking {
    let screening = try Screening(
      table: try ScreeningFixture.numbers(columns),
      parameters: ScreeningParameters(rules: rules, scores: scores, groupWeights: groups))
    return try #require(screening.ranking)
  }

  @Test("A percentile is the share of the others that are worse plus half of the ties", arguments: 1...30)
  func percentile(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let values = (0..<Int.random(in: 2...40, using: &generator)).map { _ -> Double? in
      Int.random(in: 0..<6, using: &generator) == 0 ? nil : Double(Int.random(in: 0...9, using: &generator))
    }
    for better in [ScreeningScore.Direction.lower, .higher] {
      let found = try ranking([("a", values)], [score("a", better, missing: 0.25)])
      for (site, value) in values.enumerated() {
        guard let value else {
          #expect(found.scores[0][site] == 0.25)
          #expect(found.isAssumed[0][site])
          continue
        }
        // By the definition, one pair at a time.
        var (others, points) = (0.0, 0.0)
        for (other, rival) in values.enumerated() where other != site {
          guard let rival else { continue }
          others += 1
          if rival == value {
            points += 0.5
          } else if better == .lower ? rival > value : rival < value {
            points += 1
          }
        }
        let wanted = others == 0 ? 0.5 : points / others
        #expect((found.scores[0][site] - wanted).magnitude < 1e-12)
        #expect(!found.isAssumed[0][site])
      }
    }
  }

  @Test("Excluded sites take no part in the scores of the others")
  func excluded() throws {
    let rules = [ScreeningRule(name: "r", attribute: "b", limit: ScreeningLimit(max: 1))]
    let found = try ranking(
      [("a", [1, 2, 3, 1_000]), ("b", [0, 1, 1, 2])],
      [score("a"), score("b", .lower, scale: .minMax(low: nil, high: nil))], rules: rules)
    #expect(found.rows == [0, 1, 2])
    #expect(found.scores == [[0, 0.5, 1], [1, 0, 0]])
    #expect(found.highEnds[1] == 1)
  }

  @Test(
    "Min-max places values between its ends, fixed or found, and cuts off beyond them",
    arguments: [
      (nil, nil, [0, 0.25, 0.5, 1]), (0, nil, [0, 0.25, 0.5, 1]), (nil, 10, [0, 0.2, 0.4, 0.8]),
      (2, 4, [0, 0, 1, 1]), (-8, 8, [0.5, 0.625, 0.75, 1]), (10, nil, [0, 0, 0, 0]), (nil, -1, [1, 1, 1, 1]),
      (8, nil, [0, 0, 0, 0]), (-1e308, 1.5e308, [0.4, 0.4, 0.4, 0.4]),
    ] as [(Double?, Double?, [Double])])
  func minMax(low: Double?, high: Double?, wanted: [Double]) throws {
    let columns = [("a", [0, 2, 4, 8] as [Double?])]
    let up = try ranking(columns, [score("a", scale: .minMax(low: low, high: high))])
    let down = try ranking(columns, [score("a", .lower, scale: .minMax(low: low, high: high))])
    for site in wanted.indices {
      #expect((up.scores[0][site] - wanted[site]).magnitude < 1e-12)
      #expect((down.scores[0][site] - (1 - wanted[site])).magnitude < 1e-12)
    }
  }

  @Test(
    "Where nothing tells sites apart the score is a half, and where nobody has a value the one for missing")
  func degenerate() throws {
    let found = try ranking(
      [("a", [3, 3, 3]), ("b", [nil, nil, nil]), ("c", [nil, 7, nil])],
      [
        score("a"), score("b", missing: 0.1), score("c", scale: .minMax(low: nil, high: nil), missing: 1),
      ])
    #expect(found.scores == [[0.5, 0.5, 0.5], [0.1, 0.1, 0.1], [1, 0.5, 1]])
    #expect(found.ranks == [1, 3, 2])
  }

  @Test("Groups are averaged first with the weights of their scores, then weighted")
  func groups() throws {
    let scale = ScreeningScore.Scale.minMax(low: 0, high: 1)
    let found = try ranking(
      [("a", [1, 0]), ("b", [0, 1]), ("c", [0.5, 0.25])],
      [
        score("a", scale: scale, weight: 3, group: "g"), score("b", scale: scale, weight: 1, group: "g"),
        score("c", scale: scale, weight: 4),
      ], groups: ["g": 2])
    #expect(found.units.map(\.name) == ["c", "g"])
    #expect(found.unitScores == [[0.5, 0.25], [0.75, 0.25]])
    // (2 x 0.75 + 4 x 0.5) / 6 and 0.25
    #expect((found.totals[0] - 3.5 / 6).magnitude < 1e-11)
    #expect((found.totals[1] - 0.25).magnitude < 1e-11)
    #expect(found.ranks == [1, 2])
  }

  @Test("Equal totals rank in order of identifier, whatever the arithmetic's last digits say")
  func ties() throws {
    // Three scores that add up to the same in every order, but not in floating-point.
    let columns: [(String, [Double?])] = [
      ("a", [0.3, 0.1, 0.2]), ("b", [0.2, 0.3, 0.1]), ("c", [0.1, 0.2, 0.3]),
    ]
    let scale = ScreeningScore.Scale.minMax(low: 0, high: 1)
    for weight in [1.0, 0.1, 7, 1.0 / 3] {
      let found = try ranking(columns, ["a", "b", "c"].map { score($0, scale: scale, weight: weight) })
      #expect(found.ranks == [1, 2, 3])
      #expect(Set(found.totals).count == 1)
    }
  }

  @Test("Ranks are those of a plain sort by total, then identifier", arguments: 1...20)
  func ranks(seed: Int) throws {
    let (table, parameters) = try ScreeningFixture.random(seed: UInt64(seed), sites: 60)
    let ranking = try #require(try Screening(table: table, parameters: parameters).ranking)
    let order = ranking.totals.indices.sorted {
      ranking.totals[$0] == ranking.totals[$1]
        ? ranking.rows[$0] < ranking.rows[$1] : ranking.totals[$0] > ranking.totals[$1]
    }
    #expect(ranking.order == order)
    #expect(order.map { ranking.ranks[$0] } == Array(1...60))
    // Totals once more, straight from the weights.
    for site in order.indices {
      var (sum, weights) = (0.0, 0.0)
      for unit in ranking.units {
        var (inner, all) = (0.0, 0.0)
        for member in unit.members {
          inner += ranking.criteria[member].weight * ranking.scores[member][site]
          all += ranking.criteria[member].weight
        }
        sum += unit.weight * inner / all
        weights += unit.weight
      }
      #expect((ranking.totals[site] - sum / weights).magnitude < 1e-11)
    }
  }

  @Test("No rank without scores or without sites")
  func none() throws {
    let table = try ScreeningFixture.numbers([("a", [1, 2])])
    #expect(try Screening(table: table, parameters: ScreeningParameters()).ranking == nil)
    let all = ScreeningRule(name: "r", attribute: "a", limit: ScreeningLimit(min: 5))
    let empty = try Screening(
      table: table, parameters: ScreeningParameters(rules: [all], scores: [score("a")]))
    #expect(empty.ranking == nil)
    #expect(empty.keptRows.isEmpty)
  }
}
