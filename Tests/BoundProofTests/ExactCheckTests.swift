// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import BoundProof

@Suite struct ExactCheckTests {
  /// x + y <= 3, x - y >= 0, both whole numbers in 0...5.
  private func model() throws -> Model {
    try Models.model(
      constant: 0.25, columns: [(0, 5, 1), (0, 5, 0.5)],
      rows: [([(0, 1), (1, 1)], -.infinity, 3), ([(0, 1), (1, -1)], 0, .infinity)], integer: true)
  }

  @Test func aGoodPointIsExact() throws {
    let check = try ExactCheck(of: [2, 1], in: model())
    #expect(check.isExact && check.isFeasible)
    #expect(check.largest == nil)
    #expect(try check.objective == #require(ExactNumber(2.75)))
  }

  @Test func everyBrokenConditionIsListedWithItsExactAmount() throws {
    let check = try ExactCheck(of: [6, 6.25], in: model())
    #expect(
      check.violations.map(\.kind) == [
        .columnBound(column: 0), .columnBound(column: 1), .integrality(column: 1), .row(0), .row(1),
      ])
    #expect(check.violations.map { "\($0.amount)" } == ["1", "1.25", "0.25", "9.25", "0.25"])
    #expect(check.largest?.kind == .row(0))
    #expect(!check.isFeasible)
  }

  @Test func theToleranceIsRelativeToTheSideAndAtLeastAbsolute() throws {
    let model = try Models.model(
      columns: [(0, 1000, 0), (0, 0.5, 0)], rows: [([(0, 1)], -.infinity, 800)])
    // 800 x 2^-10 = 0.78125 and 1 x 2^-10 = 0.0009765625 are allowed, not a hair more.
    let tolerance = 0.0009765625
    #expect(try ExactCheck(of: [800.78125, 0.5009765625], in: model, tolerance: tolerance).isFeasible)
    let check = try ExactCheck(
      of: [(800.78125).nextUp, (0.5009765625).nextUp], in: model, tolerance: tolerance)
    #expect(check.violations.map(\.kind) == [.columnBound(column: 1), .row(0)])
    #expect(try !ExactCheck(of: [800.78125, 0.5], in: model).isFeasible)
  }

  @Test func wholeNumbersMayBeMissedByTheIntegerTolerance() throws {
    #expect(try !ExactCheck(of: [2 - 1e-9, 1], in: model()).isFeasible)
    let check = try ExactCheck(of: [2 - 1e-9, 1], in: model(), integerTolerance: 1e-6)
    #expect(check.isFeasible && !check.isExact)
    #expect(check.largest?.kind == .integrality(column: 0))
  }

  @Test func cancellationIsSeenWhereDoublesSeeNothing() throws {
    // 1e16 x 1 + 1 x 1 - 1e16 x 1 = 1. In doubles, from the left, it is 0.
    let model = try Models.model(
      columns: [(1, 1, 1e16), (1, 1, 1), (1, 1, -1e16)], rows: [([(0, 1e16), (1, 1), (2, -1e16)], 0, 0)])
    #expect(model.activity(ofRow: 0, at: [1, 1, 1]) == 0)
    let check = try ExactCheck(of: [1, 1, 1], in: model, tolerance: 0.5)
    #expect(check.violations == [.init(kind: .row(0), amount: ExactNumber(1))])
    #expect(check.objective == ExactNumber(1))
    // The other way round: 0.1 ten times is 1 - 1e-16 in doubles and above 1 in truth.
    let tenths = try Models.model(
      columns: Array(repeating: (0, 1, 0), count: 10),
      rows: [((0..<10).map { ($0, 1) }, -.infinity, 1)])
    let point = [Double](repeating: 0.1, count: 10)
    #expect(tenths.activity(ofRow: 0, at: point) < 1)
    #expect(try ExactCheck(of: point, in: tenths).violations.map(\.kind) == [.row(0)])
  }

  @Test func hugeAndTinyValuesAreCompared() throws {
    let model = try Models.model(
      columns: [(0, .infinity, 0), (0, .infinity, 0)], rows: [([(0, 1), (1, 1)], -.infinity, 1e300)])
    #expect(try ExactCheck(of: [1e300, 0], in: model).isExact)
    let check = try ExactCheck(of: [1e300, .leastNonzeroMagnitude], in: model)
    #expect(check.largest?.amount == ExactNumber(Double.leastNonzeroMagnitude))
  }

  @Test func agreesWithTheFloatingPointReportOnPlainPoints() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let model = try Models.random(seed: seed, columns: 6, rows: 5, open: false)
      var random = SplitMix64(state: seed)
      let point = (0..<6).map { _ in Double(random.index(below: 40)) / 4 - 2 }
      let report = FeasibilityReport(of: point, in: model)
      let check = try ExactCheck(of: point, in: model, tolerance: 1e-6, integerTolerance: 1e-6)
      #expect(check.violations.map(\.kind) == report.violations.map(\.kind))
      for (exact, rounded) in zip(check.violations, report.violations) {
        #expect((exact.amount.roundedDown - rounded.amount).magnitude <= 1e-9)
      }
    }
  }
}
