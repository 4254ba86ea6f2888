// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Sites

@Suite("Ranks under random weights")
struct ScreeningRankAcceptabilityTests {
  @Test("Weights are shares of 1 and uniform on the simplex")
  func simplex() {
    var generator = WeightGenerator(seed: 5)
    #expect(generator.weights(0) == [])
    #expect(generator.weights(1) == [1])
    let draws = (0..<20_000).map { _ in generator.weights(4) }
    for draw in draws {
      #expect((draw.reduce(0, +) - 1).magnitude < 1e-12)
      #expect(draw.allSatisfy { $0 >= 0 })
    }
    // Each weight is Beta(1, 3): mean 1/4, P(w > 1/2) = 1/8; two of them have covariance -1/80.
    for index in 0..<4 {
      let mean = draws.reduce(0) { $0 + $1[index] } / 20_000
      #expect((mean - 0.25).magnitude < 0.005)
      let share = Double(draws.count(where: { $0[index] > 0.5 })) / 20_000
      #expect((share - 0.125).magnitude < 0.008)
      let other = (index + 1) % 4
      let product = draws.reduce(0) { $0 + $1[index] * $1[other] } / 20_000
      #expect((product - 0.0625 + 1.0 / 80).magnitude < 0.002)
    }
  }

  @Test("Shares agree with what geometry says")
  func geometry() throws {
    // s000 leads where its weight exceeds a third of all.
    let screening = try Screening(
      table: try ScreeningFixture.numbers([("p", [1, 0]), ("q", [0, 0.5])]),
      parameters: ScreeningParameters(
        top: 1, samples: 20_000,
        scores: ["p", "q"].map {
          ScreeningScore(name: $0, attribute: $0, better: .higher, scale: .minMax(low: 0, high: 1))
        }))
    let found = RankAcceptability(try #require(screening.ranking), parameters: screening.parameters)
    #expect((found.sites[0].topShare - 2.0 / 3).magnitude < 0.012)
    #expect((found.sites[0].topShare + found.sites[1].topShare - 1).magnitude < 1e-12)
    #expect(
      found.sites[0]
        == .init(best: 1, low5: 1, median: 1, high95: 2, worst: 2, topShare: found.sites[0].topShare))
  }

  @Test("Intervals are those of plain sorting, sample by sample", arguments: 1...12)
  func bruteForce(seed: Int) throws {
    let (table, parameters) = try ScreeningFixture.random(seed: UInt64(seed), sites: 23)
    let ranking = try #require(try Screening(table: table, parameters: parameters).ranking)
    var generator = WeightGenerator(seed: parameters.seed)
    var ranks = [[Int]](repeating: [], count: ranking.rows.count)
    for _ in 0..<parameters.samples {
      let outer = generator.weights(ranking.units.count)
      let inner = ranking.units.map { generator.weights($0.members.count) }
      let totals = ranking.rows.indices.map { site in
        var sum = 0.0
        for (unit, weight) in outer.enumerated() {
          for (place, member) in ranking.units[unit].members.enumerated() {
            sum += weight * inner[unit][place] * ranking.scores[member][site]
          }
        }
        return (sum * 1e9).rounded()
      }
      let order = totals.indices.sorted { totals[$0] == totals[$1] ? $0 < $1 : totals[$0] > totals[$1] }
      for (position, site) in order.enumerated() { ranks[site].append(position + 1) }
    }
    let found = RankAcceptability(ranking, parameters: parameters)
    for site in ranks.indices {
      let sorted = ranks[site].sorted()
      let interval = found.sites[site]
      #expect(interval.best == sorted.first && interval.worst == sorted.last)
      // 60 samples: 5 % are 3, half are 30, 95 % are 57.
      #expect([interval.low5, interval.median, interval.high95] == [sorted[2], sorted[29], sorted[56]])
      let share = Double(sorted.count(where: { $0 <= parameters.top })) / 60
      #expect(interval.topShare == share)
    }
  }

  @Test("Doing the sites in turns to save memory gives the same", arguments: [1, 59, 60, 61, 300, 1 << 20])
  func turns(ranksHeld: Int) throws {
    let (table, parameters) = try ScreeningFixture.random(seed: 3, sites: 23)
    let ranking = try #require(try Screening(table: table, parameters: parameters).ranking)
    #expect(
      RankAcceptability(ranking, parameters: parameters, ranksHeld: ranksHeld)
        == RankAcceptability(ranking, parameters: parameters))
  }

  @Test("Another seed draws other weights, the same seed the same")
  func seeds() throws {
    let (table, base) = try ScreeningFixture.random(seed: 4, sites: 30, coarse: false)
    let ranking = try #require(try Screening(table: table, parameters: base).ranking)
    var other = base
    other.seed = base.seed + 1
    #expect(RankAcceptability(ranking, parameters: base) == RankAcceptability(ranking, parameters: base))
    #expect(
      RankAcceptability(ranking, parameters: base).sites
        != RankAcceptability(ranking, parameters: other).sites)
  }

  @Test("The radix sort is a stable sort by falling total, also for many sites")
  func radix() {
    var generator = SeededGenerator(seed: 9)
    var order = RankOrder(count: 5_000)
    for _ in 0..<3 {
      let totals = (0..<5_000).map { _ in
        Bool.random(using: &generator)
          ? Double.random(in: 0...1, using: &generator) : Double(Int.random(in: 0...4, using: &generator)) / 4
      }
      order.sort(totals)
      let wanted = totals.indices.sorted {
        let (a, b) = (RankOrder.wholeUnits(totals[$0]), RankOrder.wholeUnits(totals[$1]))
        return a == b ? $0 < $1 : a > b
      }
      #expect(order.sites.map(Int.init) == wanted)
    }
    #expect(RankOrder.wholeUnits(0) == 0)
    #expect(RankOrder.wholeUnits(1) == 1 << 40)
    #expect(RankOrder.wholeUnits(-1e-17) == 0)
    #expect(RankOrder.wholeUnits(1 + 1e-15) == 1 << 40)
  }
}
