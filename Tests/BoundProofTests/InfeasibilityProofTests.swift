// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import BoundProof

@Suite struct InfeasibilityProofTests {
  @Test func contradictingRowsAreProvenWithEitherSign() throws {
    // x + y >= 5 and x + 2 y <= 4 with both at least 0.
    let model = try Models.model(
      columns: [(0, .infinity, 1), (0, .infinity, 1)],
      rows: [([(0, 1), (1, 1)], 5, .infinity), ([(0, 1)], 0, 9), ([(0, 1), (1, 2)], -.infinity, 4)])
    for sign in [1.0, -1.0] {
      let proof = try InfeasibilityProof(model: model, rowMultipliers: [sign, 0, -sign])
      #expect(proof.excess == ExactNumber(1))
      #expect(proof.rows == [0, 2])
    }
    // Three times as much is the same proof.
    #expect(try InfeasibilityProof(model: model, rowMultipliers: [3, 0, -3]).excess == ExactNumber(3))
  }

  @Test func aRowThatBoundsCannotMeetIsProven() throws {
    let model = try Models.model(
      .maximize, columns: [(0, 2, 1), (0, 2, 1)], rows: [([(0, 1), (1, 1)], 5, 9)])
    #expect(try InfeasibilityProof(model: model, rowMultipliers: [1]).excess == ExactNumber(1))
  }

  @Test func aContradictionByAHairIsStillOne() throws {
    // Ten tenths are more than 1 by 5.55e-17 x 10: no x satisfies 0.1 x = ... but doubles cannot see it.
    let model = try Models.model(
      columns: Array(repeating: (0.1, 0.1, 0), count: 10), rows: [((0..<10).map { ($0, 1) }, 1, 1)])
    let proof = try InfeasibilityProof(model: model, rowMultipliers: [-1])
    #expect("\(proof.excess)" == "0.000000000000000055511151231257827021181583404541015625")
  }

  @Test func remaindersOfTheRayOnColumnsWithoutBoundsAreForgiven() throws {
    // The third row holds a column without bounds and has nothing to do with the contradiction.
    let model = try Models.model(
      columns: [(0, 9, 0), (0, .infinity, 1)],
      rows: [([(0, 1)], 3, .infinity), ([(0, 1)], -.infinity, 2), ([(0, 1), (1, 1)], 0, .infinity)])
    let proof = try InfeasibilityProof(model: model, rowMultipliers: [1, -1, 1e-17])
    #expect(proof.excess == ExactNumber(1))
    #expect(proof.rows == [0, 1])
  }

  @Test func multipliersThatProveNothingAreRefused() throws {
    let feasible = try Models.model(columns: [(0, 2, 1)], rows: [([(0, 1)], 1, .infinity)])
    #expect(throws: BoundProofError.noContradiction(total: ExactNumber(-1))) {
      try InfeasibilityProof(model: feasible, rowMultipliers: [1])
    }
    #expect(throws: BoundProofError.noContradiction(total: .zero)) {
      try InfeasibilityProof(model: feasible, rowMultipliers: [0])
    }
    let infeasible = try Models.model(
      columns: [(0, 9, 1)], rows: [([(0, 1)], 3, .infinity), ([(0, 1)], -.infinity, 2)])
    #expect(throws: BoundProofError.self) {
      try InfeasibilityProof(model: infeasible, rowMultipliers: [1, -0.1])
    }
    #expect(throws: Never.self) { try InfeasibilityProof(model: infeasible, rowMultipliers: [1, -1]) }
  }

  /// A model with a point has no proof, whatever the multipliers.
  @Test func noFeasibleModelIsEverProvenInfeasible() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix64(state: seed)
      // Whole numbers keep the point's activities exact.
      let point = (0..<4).map { _ in Double(random.index(below: 9)) }
      let rows: [(entries: [(Int, Double)], lower: Double, upper: Double)] = (0..<4).map { _ in
        let entries = (0..<4).map { ($0, Double(random.index(below: 9) - 4)) }
        let activity = entries.reduce(0.0) { $0 + $1.1 * point[$1.0] }
        return (entries, activity, random.index(below: 2) == 0 ? .infinity : activity)
      }
      let model = try Models.model(
        columns: point.map { ($0 - 1, random.index(below: 3) == 0 ? .infinity : $0, 0) }, rows: rows)
      for _ in 0..<20 {
        #expect(throws: BoundProofError.self) {
          try InfeasibilityProof(model: model, rowMultipliers: rows.map { _ in random.within(-3, 3) })
        }
      }
    }
  }
}
