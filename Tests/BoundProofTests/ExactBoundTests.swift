// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@testable import BoundProof

/// Linear programs whose optimum is known by hand.
@Suite struct ExactBoundTests {
  /// min 2 x + 3 y, x + y >= 4, x + 3 y >= 6, x, y in 0...10: optimum 9 at (3, 1), duals 1.5 and 0.5.
  private func diet(constant: Double = 0) throws -> Model {
    try Models.model(
      constant: constant, columns: [(0, 10, 2), (0, 10, 3)],
      rows: [([(0, 1), (1, 1)], 4, .infinity), ([(0, 1), (1, 3)], 6, .infinity)])
  }

  @Test func optimalMultipliersProveTheOptimum() throws {
    let bound = try ExactBound(model: diet(), rowMultipliers: [1.5, 0.5])
    #expect(bound.value == ExactNumber(9))
    #expect(bound.roundedDown == 9)
    #expect(bound.roundedUp == 9)
    #expect(bound.repairedMultipliers == 0)
    #expect(bound.impliedBoundColumns.isEmpty)
  }

  @Test func theConstantCounts() throws {
    #expect(try ExactBound(model: diet(constant: -20.5), rowMultipliers: [1.5, 0.5]).roundedDown == -11.5)
  }

  @Test func otherMultipliersProveLess() throws {
    // By hand: y = 0 leaves d = (2, 3), worth 0. y = (2, 0) gives 8 and d = (0, 1). y = (3, 0) gives 12 and d
    // = (-1, 0): 2.
    #expect(try ExactBound(model: diet(), rowMultipliers: [0, 0]).roundedDown == 0)
    #expect(try ExactBound(model: diet(), rowMultipliers: [2, 0]).roundedDown == 8)
    #expect(try ExactBound(model: diet(), rowMultipliers: [3, 0]).roundedDown == 2)
  }

  @Test func aMultiplierOfTheWrongSignCountsAsZero() throws {
    // The first row has no upper side; with 0 instead of -7, y = (0, 1) gives 6 and d = (1, 0).
    let bound = try ExactBound(model: diet(), rowMultipliers: [-7, 1])
    #expect(bound.roundedDown == 6)
    #expect(bound.repairedMultipliers == 1)
  }

  @Test func aMaximizationIsBoundedFromAbove() throws {
    // max 3 x + 5 y, x <= 4, 2 y <= 12, 3 x + 2 y <= 18: optimum 36 at (2, 6), duals 0, 1.5, 1.
    let model = try Models.model(
      .maximize, constant: 1, columns: [(0, 50, 3), (0, 50, 5)],
      rows: [
        ([(0, 1)], -.infinity, 4), ([(1, 2)], -.infinity, 12), ([(0, 3), (1, 2)], -.infinity, 18),
      ])
    let bound = try ExactBound(model: model, rowMultipliers: [0, 1.5, 1])
    #expect(bound.value == ExactNumber(37))
    #expect(bound.safeDouble == 37)
    // By hand: y = (0, 0, 2) gives 36 and d = (-3, 1), worth 50 more.
    #expect(try ExactBound(model: model, rowMultipliers: [0, 0, 2]).value == ExactNumber(87))
    #expect(try ExactBound(model: model, rowMultipliers: [0, 1.5, -1]).repairedMultipliers == 1)
  }

  @Test func rowsWithTwoSidesUseTheOneTheMultiplierAsksFor() throws {
    // 2 <= x + y <= 5 with 0...4 each: min x + y is 2, min -(x + y) is -5.
    for (cost, multiplier, expected) in [(1.0, 1.0, 2), (-1.0, -1.0, -5)] {
      let model = try Models.model(
        columns: [(0, 4, cost), (0, 4, cost)], rows: [([(0, 1), (1, 1)], 2, 5)])
      #expect(try ExactBound(model: model, rowMultipliers: [multiplier]).value == ExactNumber(expected))
    }
  }

  @Test func aModelWithoutRowsIsBoundedByItsColumns() throws {
    let model = try Models.model(constant: 3, columns: [(-2, 5, 4), (-2, 5, -4), (0, 1, 0)], rows: [])
    #expect(try ExactBound(model: model, rowMultipliers: []).value == ExactNumber(-25))
    #expect(try ExactBound(model: Model(), rowMultipliers: []).value == .zero)
  }

  @Test func aBoundThatIsNoDoubleIsRoundedToItsOwnSide() throws {
    // 0.1 x 3 is not a double: 0.3000000000000000166... lies between 0.3 and its neighbour.
    let below = try Models.model(columns: [(3, 9, 0.1)], rows: [])
    let bound = try ExactBound(model: below, rowMultipliers: [])
    #expect("\(bound.value)" == "0.3000000000000000166533453693773481063544750213623046875")
    #expect(bound.roundedDown == 0.3)
    #expect(bound.roundedUp == 0.30000000000000004)
    #expect(bound.safeDouble == 0.3)
    let above = try Models.model(.maximize, columns: [(0, 3, 0.1)], rows: [])
    #expect(try ExactBound(model: above, rowMultipliers: []).safeDouble == 0.30000000000000004)
  }

  @Test func cancellationDoesNotChangeTheSign() throws {
    // The reduced cost is 1 + 1e16 - 1e16, 1 exactly, which makes the column worth -3. In doubles it is 0.
    let model = try Models.model(
      columns: [(-3, 4, 1)],
      rows: [([(0, 1e8)], -.infinity, 0), ([(0, 1e8)], 0, .infinity), ([(0, 1)], -9, 9)])
    let bound = try ExactBound(model: model, rowMultipliers: [-1e8, 1e8, 0])
    #expect(bound.value == ExactNumber(-3))
    // The double next to 0.1 is above 0.1, so that 10 x 0.1 - 1 is 5.55e-17 and not the 0 of doubles: the
    // column counts with its lower bound 1, the row with -90.
    let hair = try Models.model(columns: [(1, 2, -1)], rows: [([(0, 0.1)], -9, 9)])
    let slack = try ExactBound(model: hair, rowMultipliers: [-10])
    #expect("\(slack.value)" == "-89.999999999999999944488848768742172978818416595458984375")
  }

  @Test func hugeAndTinyNumbersStayApart() throws {
    let model = try Models.model(
      columns: [(1, 1, 1e300), (1, 1, .leastNonzeroMagnitude), (1, 1, -1e300)], rows: [])
    let bound = try ExactBound(model: model, rowMultipliers: [])
    #expect(bound.roundedDown == .leastNonzeroMagnitude)
    // Products far outside the range of doubles cancel as well.
    let products = try Models.model(
      columns: [
        (1e300, 1e300, 1e300), (1e300, 1e300, -1e300), (.leastNonzeroMagnitude, 1, .leastNonzeroMagnitude),
        (2, 2, 1),
      ], rows: [])
    let sum = try ExactBound(model: products, rowMultipliers: [])
    #expect(sum.roundedDown == 2)
    #expect(sum.roundedUp == 2.0.nextUp)
    #expect(sum.value > ExactNumber(2))
    let huge = try Models.model(columns: [(1e300, 1e300, 1e300)], rows: [])
    #expect(try ExactBound(model: huge, rowMultipliers: []).roundedDown == .greatestFiniteMagnitude)
  }
}
