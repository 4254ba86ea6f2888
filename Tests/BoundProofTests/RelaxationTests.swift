// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import BoundProof

/// Exact bounds beside what GLPK's simplex method says of the same relaxation.
@Suite struct RelaxationTests {
  /// -1 where a bound lies above the optimum.
  private func sign(_ model: Model) -> Double { model.sense == .minimize ? 1 : -1 }

  @Test(arguments: [false, true]) func dualsOfTheSimplexMethodProveItsOptimum(open: Bool) throws {
    var proven = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      let columns = 2 + Int(seed % 12)
      let model = try Models.random(seed: seed, columns: columns, rows: 1 + Int(seed % 9), open: open)
      guard let found = try Models.relaxation(model) else { continue }
      let bound = try ExactBound(model: model, rowMultipliers: found.duals)
      proven += 1
      let scale = max(1, found.optimum.magnitude)
      let shortfall = sign(model) * (found.optimum - bound.safeDouble)
      #expect(shortfall >= -1e-9 * scale, "seed \(seed): bound \(bound.safeDouble) beyond \(found.optimum)")
      #expect(shortfall <= 1e-7 * scale, "seed \(seed): bound \(bound.safeDouble) far from \(found.optimum)")
    }
    #expect(proven > 100)
  }

  @Test(arguments: [false, true]) func noMultipliersProveMoreThanTheOptimum(open: Bool) throws {
    var proven = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let model = try Models.random(
        seed: seed, columns: 3 + Int(seed % 8), rows: 1 + Int(seed % 7), open: open)
      guard let found = try Models.relaxation(model) else { continue }
      let best = try ExactBound(model: model, rowMultipliers: found.duals)
      var random = SplitMix64(state: seed &* 77)
      for scale in [1e-14, 1e-9, 1e-4, 0.1, 10, 1e6] {
        for _ in 0..<4 {
          let multipliers = found.duals.map { $0 + random.within(-scale, scale) }
          // A column that the change leaves without a bound is no failure: nothing false is proven.
          guard let bound = try? ExactBound(model: model, rowMultipliers: multipliers) else { continue }
          proven += 1
          let excess = sign(model) * (bound.safeDouble - found.optimum)
          #expect(
            excess <= 1e-9 * max(1, found.optimum.magnitude),
            "seed \(seed), step \(scale): \(bound.safeDouble) beyond \(found.optimum), duals gave \(best.value)"
          )
        }
      }
    }
    #expect(proven > 500)
  }

  /// No bound lies beyond the objective of a point that satisfies everything exactly: here points with every
  /// row equal to the point's own exact activity, so that no solver has a say.
  @Test func noMultipliersProveMoreThanAnExactPointHas() throws {
    for seed in 1...80 as ClosedRange<UInt64> {
      var random = SplitMix64(state: seed)
      let columns = 1 + random.index(below: 6)
      let point = (0..<columns).map { _ in Double(random.index(below: 9) - 4) / 4 }
      let rows: [(entries: [(Int, Double)], lower: Double, upper: Double)] = (0..<3).map { _ in
        let entries = (0..<columns).map { ($0, Double(random.index(below: 17) - 8) / 8) }
        let activity = entries.reduce(0.0) { $0 + $1.1 * point[$1.0] }
        return (entries, activity, random.index(below: 2) == 0 ? activity : .infinity)
      }
      let model = try Models.model(
        columns: point.map {
          ($0 - 1, $0 + Double(random.index(below: 2)), Double(random.index(below: 17) - 8) / 8)
        },
        rows: rows)
      let check = try ExactCheck(of: point, in: model)
      #expect(check.isExact)
      for _ in 0..<20 {
        let bound = try ExactBound(
          model: model, rowMultipliers: rows.map { _ in random.within(-3, 3) })
        #expect(bound.value <= check.objective)
      }
    }
  }

  @Test func theSameInputGivesTheSameBound() throws {
    let model = try Models.random(seed: 10, columns: 12, rows: 9, open: true)
    let duals = try #require(try Models.relaxation(model)).duals
    let first = try ExactBound(model: model, rowMultipliers: duals)
    for _ in 0..<3 { #expect(try ExactBound(model: model, rowMultipliers: duals) == first) }
  }
}
