// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@testable import BoundProof

/// Columns without bounds and multipliers that miss by a hair or by far.
@Suite struct RepairTests {
  @Test func aRemainderOfRoundingCostsNextToNothing() throws {
    // min x + 2 y, 0.1 x + 0.3 y >= 1: optimum 20/3 at y = 10/3, dual 2 / 0.3. No double is 2 / 0.3.
    let model = try Models.model(
      columns: [(0, .infinity, 1), (0, .infinity, 2)], rows: [([(0, 0.1), (1, 0.3)], 1, .infinity)])
    for multiplier in [2 / 0.3, (2 / 0.3).nextDown, (2 / 0.3).nextUp, (2 / 0.3).nextUp.nextUp] {
      let bound = try ExactBound(model: model, rowMultipliers: [multiplier])
      // The exact optimum is 2 over the double next to 0.3, which is a little less than 0.3.
      #expect(bound.roundedDown <= (20.0 / 3).nextUp)
      #expect(bound.roundedDown >= 20.0 / 3 - 1e-14)
      #expect(bound.shrinkage < 1e-14)
      #expect(bound.impliedBoundColumns.isEmpty)
    }
    #expect(try ExactBound(model: model, rowMultipliers: [6]).shrinkage == 0)
    #expect(try ExactBound(model: model, rowMultipliers: [6]).value == ExactNumber(6))
  }

  @Test func multipliersThatMissByFarStillProveSomething() throws {
    let model = try Models.model(
      columns: [(0, .infinity, 1), (0, .infinity, 2)], rows: [([(0, 0.125), (1, 0.25)], 1, .infinity)])
    // Both columns need y <= 8; half of 15 is the first that is enough.
    let bound = try ExactBound(model: model, rowMultipliers: [15])
    #expect(bound.shrinkage == 0.5)
    #expect(bound.roundedDown == 7.5)
    #expect(try ExactBound(model: model, rowMultipliers: [1e300]).value == .zero)
  }

  @Test func aRowImpliesTheBoundThatAColumnLacks() throws {
    // x - 3 f = 0 with a free f and x in 1...9: f lies in 1/3...3. Its reduced cost 0.1 - 3 y is 0 for no
    // double y.
    let model = try Models.model(
      columns: [(1, 9, 0), (-.infinity, .infinity, 0.1)], rows: [([(0, 1), (1, -3)], 0, 0)])
    let bound = try ExactBound(model: model, rowMultipliers: [-0.1 / 3])
    #expect(bound.impliedBoundColumns == [1])
    #expect(bound.roundedDown <= 0.1 / 3)
    #expect(bound.roundedDown >= 0.1 / 3 - 1e-15)
    // Without any help of the multipliers the implied bound alone says 0.1 x 1/3, with 1/3 rounded down.
    #expect(try ExactBound(model: model, rowMultipliers: [0]).roundedDown == 0.1 * (1.0 / 3))
  }

  @Test func impliedBoundsLeadToOthers() throws {
    // a <= 4, b - a <= 0, c - b <= 0 and all at least 0 but without upper bounds: min -c is -4.
    let model = try Models.model(
      columns: [(0, .infinity, 0), (0, .infinity, 0), (0, .infinity, -1)],
      rows: [
        ([(1, -1), (2, 1)], -.infinity, 0), ([(0, -1), (1, 1)], -.infinity, 0), ([(0, 1)], -.infinity, 4),
      ])
    let bound = try ExactBound(model: model, rowMultipliers: [0, 0, 0])
    #expect(bound.value == ExactNumber(-4))
    #expect(bound.impliedBoundColumns == [2])
    #expect(try ExactBound(model: model, rowMultipliers: [-1, -1, -1]).impliedBoundColumns.isEmpty)
  }

  @Test func impliedBoundsAreRoundedToTheSafeSide() throws {
    // 3 f <= 1, 3 g >= 1, -3 h >= -1 and -3 k <= -1, each with a cost that presses against its row.
    let model = try Models.model(
      columns: [
        (-9, .infinity, -1), (-.infinity, 9, 1), (-9, .infinity, -1), (-.infinity, 9, 1),
      ],
      rows: [
        ([(0, 3)], -.infinity, 1), ([(1, 3)], 1, .infinity), ([(2, -3)], -1, .infinity),
        ([(3, -3)], -.infinity, -1),
      ])
    // Four thirds cancel but for the roundings, two of them upwards and two downwards: a hair below 0.
    let bound = try ExactBound(model: model, rowMultipliers: [0, 0, 0, 0])
    #expect(bound.impliedBoundColumns == [0, 1, 2, 3])
    let third = 1.0 / 3
    let gap = try #require(ExactNumber(third.nextUp)) - #require(ExactNumber(third))
    #expect(bound.value == -(gap + gap))
  }

  @Test func aColumnThatMayRunAwayIsNamed() throws {
    let model = try Models.model(
      columns: [(0, 5, 1), (0, .infinity, -2.5), (-.infinity, 0, 1.5), (0, .infinity, 1)],
      rows: [([(0, 1), (3, 1)], 1, .infinity)])
    let expected = BoundProofError.noFiniteBound([
      .init(column: 1, reducedCost: -2.5, lacksUpperBound: true),
      .init(column: 2, reducedCost: 1.5, lacksUpperBound: false),
    ])
    #expect(throws: expected) { try ExactBound(model: model, rowMultipliers: [1]) }
    #expect("\(expected)".contains("column 1 (reduced cost -2.5, no upper bound)"))
  }

  @Test func inAMaximizationTheReducedCostIsReportedInItsOwnDirection() throws {
    let model = try Models.model(.maximize, columns: [(0, .infinity, 2.5)], rows: [])
    #expect(
      throws: BoundProofError.noFiniteBound([.init(column: 0, reducedCost: 2.5, lacksUpperBound: true)])
    ) { try ExactBound(model: model, rowMultipliers: []) }
  }

  @Test func aMaximizationIsRepairedTheSameWay() throws {
    // max -x, 0.3 x >= 1: the mirror of a minimization, with the dual -1 / 0.3 and a hair more.
    let model = try Models.model(
      .maximize, columns: [(0, .infinity, -1)], rows: [([(0, 0.3)], 1, .infinity)])
    for multiplier in [-1 / 0.3, (-1 / 0.3).nextDown, (-1 / 0.3).nextDown.nextDown] {
      let bound = try ExactBound(model: model, rowMultipliers: [multiplier])
      #expect(bound.safeDouble >= (-1 / 0.3).nextDown)
      #expect(bound.safeDouble <= -1 / 0.3 + 1e-14)
    }
  }
}
