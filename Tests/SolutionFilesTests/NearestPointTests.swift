// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@testable import SolutionFiles

@Suite struct NearestPointTests {
  private func model() throws -> Model {
    var model = Model()
    for _ in 0..<2 { _ = try model.addVariable(upper: 7, cost: 1, integer: true) }
    _ = try model.addVariable(upper: 1000)
    return model
  }

  private func point(_ values: String...) throws -> SolutionFile.NearestPoint {
    let names = ModelNames(problem: "p", columns: ["a", "b", "c"], rows: [])
    let text = "# x\n" + zip(names.columns, values).map { "\($0) \($1)" }.joined(separator: "\n")
    return try SolutionFile(text: text, file: "x", names: names).nearestPoint(of: model())
  }

  @Test func whatMissesByATraceIsPutRight() throws {
    let found = try point("2.9999999", "7.000001", "-1e-9")
    #expect(found.values == [3, 7, 0])
    #expect(found.fractionalColumns.isEmpty)
    #expect((found.largestMove - 1e-6).magnitude < 1e-12)
    #expect(found.values.allSatisfy { $0.sign == .plus })
  }

  @Test func whatMissesByMoreIsLeftToTheAudit() throws {
    let found = try point("2.5", "9", "1000.5")
    #expect(found.values == [2.5, 9, 1000.5])
    #expect(found.fractionalColumns == [0])
    #expect(found.largestMove == 0)
  }

  @Test func boundsAreRelativeToTheirSize() throws {
    #expect(try point("-0", "-0.000001", "1000.005").values == [0, 0, 1000])
  }
}
