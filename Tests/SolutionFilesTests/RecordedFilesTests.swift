// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import SolutionFiles

/// Files that solvers wrote, as they wrote them.
@Suite struct RecordedFilesTests {
  @Test(arguments: [
    ("cbc.sol", SolutionFormat.cbc, 6), ("cbc-all.sol", .cbc, 6), ("glpk-mip.sol", .glpk, 6),
    ("highs.sol", .highs, 6), ("highs-sparse.sol", .highs, 3), ("highs-glpk.sol", .glpk, 6),
    ("highs-1.16.sol", .highs, 6), ("highs-1.16-sparse.sol", .highs, 3),
    ("highs-1.16-partial.sol", .highs, 3),
    ("highs-1.16-glpk.sol", .glpk, 6), ("scip.sol", .scip, 3), ("scip-zeros.sol", .scip, 6),
  ])
  func theOptimumIsRead(name: String, format: SolutionFormat, listed: Int) throws {
    let solution = try Samples.read(name)
    #expect(solution.format == format)
    #expect(solution.listedColumns == listed)
    #expect(Array(solution.values[..<5]) == [1, 0, 6, 0, 0])
    #expect((solution.values[5] + 7.0 / 3).magnitude < (format == .cbc ? 1e-7 : 1e-12))
    let stated = try #require(solution.statedObjective)
    #expect((stated - Samples.optimum).magnitude < 1e-8)
    // SCIP's own function for writing a solution leaves the status out.
    #expect(solution.claimsOptimality == (format != .scip))
  }

  @Test(arguments: ["glpk-lp.sol", "glpk-interior.sol", "highs-lp.sol", "highs-1.16-lp.sol"])
  func aSolutionOfTheRelaxationIsReadAsItIs(name: String) throws {
    let solution = try Samples.read(name)
    #expect(solution.claimsOptimality)
    for (value, expected) in zip(solution.values, [2.0 / 21, 1, 2.0 / 3, 5, 0, -7.0 / 3]) {
      #expect((value - expected).magnitude < 1e-7)
    }
  }

  @Test(arguments: [
    ("cbc-infeasible.sol", 1), ("cbc-stopped.sol", 1), ("glpk-infeasible.sol", 8),
    ("highs-infeasible.sol", 5),
  ])
  func whatASolverDoesNotCallASolutionIsRefused(name: String, line: Int) throws {
    let error = try #require(throws: InputFailure.self) { try Samples.read(name) }
    #expect(error.findings.count == 1)
    #expect(error.findings.first?.line == line)
    #expect(error.findings.first?.message.contains("the solver itself says that this is no solution") == true)
  }

  @Test func theBoundThatHiGHSStatesIsItsWord() throws {
    for name in ["highs-1.16.sol", "highs-1.16-sparse.sol", "highs-1.16-partial.sol"] {
      let solution = try Samples.read(name)
      #expect(solution.remarks.map(\.line) == [7])
      #expect(solution.remarks.first?.message.contains("the solver's word") == true)
    }
    #expect(try !Samples.read("highs.sol").remarks.contains { $0.message.contains("bound") })
    let text = try Samples.recorded("highs-1.16.sol").replacing("MIP_rel_gap 0", with: "Nodes_of_tree 17")
    let solution = try SolutionFile(text: text, file: "x", names: Samples.names)
    #expect(
      solution.remarks.map(\.message).first == "`Nodes_of_tree 17` is not known here and was passed over")
  }

  @Test(arguments: [
    ("glpk-report.txt", "--write"), ("highs-pretty.txt", "style 0"), ("highs-1.16-pretty.txt", "style 0"),
    ("highs-1.16-glpk-report.txt", "style 0"), ("highs-old-raw.txt", "style 0"),
  ])
  func aReportWithSixDigitsIsRefusedWithWhatToDo(name: String, hint: String) throws {
    let error = try #require(throws: InputFailure.self) { try Samples.read(name) }
    #expect(error.findings.count == 1)
    #expect(error.description.hasPrefix("\(name):1: this is a report"))
    #expect(error.findings.first?.hint.contains(hint) == true)
  }

  @Test func theColumnsOfRangesInLPFilesAreIgnored() throws {
    var small = Samples.names
    small.columns = ["a", "b"]
    small.rows = ["r1", "r2"]
    let text = try Samples.recorded("highs-range-lp.sol")
    let solution = try SolutionFile(text: text, file: "x", names: small)
    #expect(solution.values == [3, 0])
    // A row that the model does not have.
    let other = text.replacing("~r_1", with: "~r_3")
    #expect(Samples.findings(other, small).contains { $0.hasSuffix("the model has no column ~r_3") })
  }

  @Test func remarksSayWhatTheFormatLacks() throws {
    #expect(
      try Samples.read("cbc.sol").remarks.map(\.message).first?.contains("eight significant digits") == true)
    #expect(try Samples.read("glpk-mip.sol").remarks.map(\.message).first?.contains("position") == true)
    #expect(try Samples.read("highs.sol").remarks.isEmpty)
    #expect(try Samples.read("scip.sol").status == nil)
    #expect(try Samples.read("highs.sol").status == "Optimal")
  }

  /// Cut at any byte, a file is refused or gives the values of the whole file for what is left; it never ends
  /// the process.
  @Test(arguments: [
    "cbc-all.sol", "glpk-mip.sol", "glpk-lp.sol", "highs.sol", "highs-sparse.sol", "highs-1.16.sol",
    "highs-1.16-sparse.sol", "scip-zeros.sol",
  ])
  func aFileCutAnywhereIsNoOtherSolution(name: String) throws {
    let text = try Samples.recorded(name)
    let whole = try Samples.read(name)
    let hasEnd = name.hasPrefix("glpk") || name.hasPrefix("highs")
    for length in 0..<text.utf8.count {
      let part = String(text.utf8.prefix(length)) ?? ""
      guard let solution = try? SolutionFile(text: part, file: name, names: Samples.names) else { continue }
      if hasEnd { #expect(solution.values == whole.values, "cut after \(length) bytes") }
    }
  }
}
