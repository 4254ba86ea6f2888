// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@Suite("Feasibility report")
struct FeasibilityReportTests {
  /// 1 <= x + 2 y <= 10 with x integer in 0...4 and y in 0...5.
  private func model() throws -> Model {
    var model = Model()
    let x = try model.addVariable(upper: 4, integer: true)
    let y = try model.addVariable(upper: 5)
    var row = LinearExpression()
    row.add(1, x)
    row.add(2, y)
    try model.addConstraint(row, lower: 1, upper: 10)
    return model
  }

  @Test("A point inside everything has no violation")
  func feasible() throws {
    #expect(FeasibilityReport(of: [2, 3.5], in: try model()).isFeasible)
  }

  @Test(
    "Each broken condition is found with its amount",
    arguments: [
      ([5, 1], FeasibilityReport.Violation.Kind.columnBound(column: 0), 1.0),
      ([1.5, 1], .integrality(column: 0), 0.5),
      ([4, 4], .row(0), 2),
      ([0, 0], .row(0), 1),
      ([1, .nan], .notFinite(column: 1), .infinity),
      ([1], .wrongLength, -1),
    ] as [([Double], FeasibilityReport.Violation.Kind, Double)])
  func violations(
    point: [Double], kind: FeasibilityReport.Violation.Kind, amount: Double
  ) throws {
    let report = FeasibilityReport(of: point, in: try model())
    let found = try #require(report.violations.first)
    #expect(found.kind == kind)
    #expect(found.amount == amount)
  }

  @Test("A violation within tolerance is none")
  func tolerance() throws {
    #expect(FeasibilityReport(of: [4 + 1e-9, 3], in: try model()).isFeasible)
  }
}
