// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Sites

@Suite("How firmly a shortlist stands")
struct ScreeningStabilityTests {
  private let scale = ScreeningScore.Scale.minMax(low: 0, high: 1)

  private func score(_ name: String, weight: Double = 1, group: String? = nil) -> ScreeningScore {
    ScreeningScore(name: name, attribute: name, better: .higher, scale: scale, weight: weight, group: group)
  }

  private func stability(
    _ columns: [(String, [Double?])], _ scores: [ScreeningScore], top: Int, groups: [String: Double] = [:]
  ) throws -> ShortlistStability {
    let screening = try Screening(
      table: try ScreeningFixture.numbers(columns),
      parameters: ScreeningParameters(top: top, scores: scores, groupWeights: groups))
    return ShortlistStability(try #require(screening.ranking), ids: screening.ids, top: top)
  }

  @Test("Two lines cross where arithmetic says they do")
  func byHand() throws {
    // a: 0.8 + t 0.2, b: 0.5 + t 0.6, c: 0.1: b overtakes a at t = 0.75; a leads below.
    let found = try stability(
      [("p", [0.8, 0.5, 0.1]), ("q", [0.2, 0.6, 0])], [score("p"), score("q", weight: 0.5)], top: 1)
    #expect(found.members == ["s000"])
    let (p, q) = (found.weights[0], found.weights[1])
    #expect((try #require(q.high) - 0.75).magnitude < 1e-9)
    #expect(q.low == 0)
    #expect(q.above == WeightRange.Exchange(enters: ["s001"], leaves: ["s000"]))
    #expect(q.below == nil)
    // p with q at 0.5: a leads while p > 0.4 x 0.5 / 0.3.
    #expect((p.low - 2.0 / 3).magnitude < 1e-9)
    #expect(p.high == nil)
    #expect(p.below == WeightRange.Exchange(enters: ["s001"], leaves: ["s000"]))
    #expect(!q.isAny)
  }

  @Test("A weight that can change nothing may be anything")
  func any() throws {
    let only = try stability([("p", [1, 0, 0.5])], [score("p", weight: 3)], top: 1)
    #expect(only.weights.map(\.isAny) == [true])
    let best = try stability([("p", [1, 0]), ("q", [1, 0])], [score("p"), score("q")], top: 1)
    #expect(best.weights.map(\.isAny) == [true, true])
    let all = try stability([("p", [1, 0]), ("q", [0, 1])], [score("p"), score("q")], top: 2)
    #expect(all.weights.map(\.isAny) == [true, true])
    let alone = try stability(
      [("p", [1, 0.2]), ("q", [0, 0.9])], [score("p", weight: 5, group: "g"), score("q")], top: 1,
      groups: ["g": 4])
    #expect(alone.weights.map(\.name) == ["g", "p", "q"])
    #expect(alone.weights.map(\.isAny) == [false, true, false])
  }

  @Test("A tie on the edge of the list leaves no room on the side where it breaks")
  func tie() throws {
    // Both have 1 in all; s000 is on the list by its identifier and falls behind as soon as q weighs more.
    let found = try stability([("p", [0.7, 0.3]), ("q", [0.3, 0.7])], [score("p"), score("q")], top: 1)
    #expect(found.weights[1].high == 1)
    #expect(found.weights[1].low == 0)
    #expect(found.weights[1].above == WeightRange.Exchange(enters: ["s001"], leaves: ["s000"]))
    #expect(found.weights[0].low == 1)
    #expect(found.weights[0].high == nil)
    // Sites that are equal in everything never change places.
    let equal = try stability([("p", [0.7, 0.7]), ("q", [0.3, 0.3])], [score("p"), score("q")], top: 1)
    #expect(equal.weights.map(\.isAny) == [true, true])
  }

  @Test("Several sites may change places at once")
  func several() throws {
    let found = try stability(
      [("p", [0.8, 0.8, 0.5, 0.5, 0]), ("q", [0.2, 0.2, 0.6, 0.6, 0])],
      [score("p"), score("q", weight: 0.5)], top: 2)
    #expect(found.members == ["s000", "s001"])
    #expect(
      found.weights[1].above == WeightRange.Exchange(enters: ["s002", "s003"], leaves: ["s000", "s001"]))
  }

  /// The shortlist with one weight replaced, by a screening from scratch.
  private func list(
    _ table: SiteTable, _ parameters: ScreeningParameters, _ range: WeightRange, _ weight: Double
  ) throws -> Set<String> {
    var changed = parameters
    switch range.subject {
    case .group: changed.groupWeights[range.name] = weight
    case .score:
      for index in changed.scores.indices where changed.scores[index].name == range.name {
        changed.scores[index].weight = weight
      }
    }
    let screening = try Screening(table: table, parameters: changed)
    let ranking = try #require(screening.ranking)
    return Set(ranking.order.prefix(parameters.top).map { screening.ids[ranking.rows[$0]] })
  }

  @Test("Between the ends the list is the same, just beyond them it is the one foretold", arguments: 1...40)
  func againstSampling(seed: Int) throws {
    // Coarse values make ties on the edge likely; fine ones make every crossing a single one.
    let (table, parameters) = try ScreeningFixture.random(
      seed: UInt64(seed), sites: 14, coarse: seed % 2 == 0)
    let screening = try Screening(table: table, parameters: parameters)
    let found = ShortlistStability(
      try #require(screening.ranking), ids: screening.ids, top: parameters.top)
    let members = Set(found.members)
    for range in found.weights {
      #expect(range.low <= range.weight && range.weight <= range.high ?? .infinity)
      // Every place of a fine grid, from far below the least end to far above the largest.
      for step in 1...120 {
        let weight = range.weight * Double(step * step) / 225
        guard weight > range.low * (1 + 1e-7), weight < (range.high ?? .infinity) * (1 - 1e-7) else {
          continue
        }
        #expect(try list(table, parameters, range, weight) == members, "seed \(seed) \(range) at \(weight)")
      }
      if let high = range.high {
        let beyond = try list(table, parameters, range, high * (1 + 1e-7))
        let change = try #require(range.above)
        #expect(beyond == members.subtracting(change.leaves).union(change.enters), "seed \(seed) \(range)")
        #expect(beyond != members, "seed \(seed) \(range)")
      } else {
        #expect(try list(table, parameters, range, range.weight * 1e5) == members, "seed \(seed) \(range)")
      }
      if range.low > 0 {
        let below = try list(table, parameters, range, range.low * (1 - 1e-7))
        let change = try #require(range.below)
        #expect(below == members.subtracting(change.leaves).union(change.enters), "seed \(seed) \(range)")
        #expect(below != members, "seed \(seed) \(range)")
      } else {
        #expect(try list(table, parameters, range, range.weight * 1e-6) == members, "seed \(seed) \(range)")
      }
    }
  }
}
