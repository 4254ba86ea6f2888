// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import SolutionFiles

/// Formats of solvers that cannot be run here, written after their documentation, and plain formats.
@Suite struct FormatTests {
  private let expected: [Double] = [1, 0, 6, 0, 0, -2.5]

  private func read(_ text: String) throws -> SolutionFile {
    try SolutionFile(text: text, file: "a.sol", names: Samples.names)
  }

  @Test func gurobi() throws {
    let solution = try read(
      """
      # Solution for model tiny
      # Objective value = 49.0975
      w_LYON_400kV_2027 1
      w_METZ_225kV_2027 -0
      x_LYON_nvl72_2027 6.0000000000000000e+00
      x_METZ_nvl72_2027 0
      d_drift -2.5
      objective_constant 1

      """)
    #expect(solution.format == .nameValue)
    #expect(solution.values == expected)
    #expect(solution.statedObjective == 49.0975)
    #expect(solution.listedColumns == 5)
    #expect(!solution.claimsOptimality && solution.status == nil)
  }

  @Test func miplib() throws {
    let solution = try read("=obj= 49.0975\nw_LYON_400kV_2027 1\nx_LYON_nvl72_2027 6\nd_drift -2.5\n")
    #expect(solution.format == .nameValue)
    #expect(solution.values == expected)
    #expect(solution.statedObjective == 49.0975)
    #expect(Samples.findings("=infeas=\n").contains { $0.contains("=infeas=") })
    #expect(Samples.findings("# x\n=infeas=\n").contains { $0.contains("=infeas=") })
  }

  @Test func scipFromItsShell() throws {
    let solution = try read(
      """
      solution status: optimal solution found
      objective value:                     49.0975
      w_LYON_400kV_2027                             1 \t(obj:30)
      x_LYON_nvl72_2027                             6 \t(obj:1.1)
      d_drift                                    -2.5 \t(obj:0.001)

      """)
    #expect(solution.format == .scip)
    #expect(solution.values == expected)
    #expect(solution.claimsOptimality)
    #expect(
      Samples.findings("solution status: infeasible\nno solution available\n").first?
        .hasPrefix("2: the solver itself says that this is no solution: the status is infeasible") == true)
  }

  @Test func cplex() throws {
    let text = """
      <?xml version = "1.0" encoding="UTF-8" standalone="yes"?>
      <!-- made by hand <variable name="d_drift" value="9"/> -->
      <CPLEXSolution version="1.2">
       <header
         problemName="tiny.mps"
         objectiveValue="49.0975"
         solutionStatusString="integer optimal solution"
         MIPNodes="0"/>
       <quality epInt="1e-05"/>
       <linearConstraints>
        <constraint name="r1_demand_national_2027" index="0" slack="-1"/>
       </linearConstraints>
       <variables>
        <variable name="w_LYON_400kV_2027" index="0" value="1"/>
        <variable name='x_LYON_nvl72_2027' index = "2" value="6"></variable>
        <variable name="d_drift" index="5" value="-2.5"/>
        <variable name="objective_constant" index="6" value="1"/>
       </variables>
      </CPLEXSolution>
      """
    let solution = try read(text)
    #expect(solution.format == .cplex)
    #expect(solution.values == expected)
    #expect(solution.statedObjective == 49.0975)
    #expect(solution.claimsOptimality)
    #expect(solution.status == "integer optimal solution")
    let pool = try read(
      "<CPLEXSolutions>"
        + text.replacing("<?xml version = \"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", with: "")
        + "<CPLEXSolution><variables><variable name=\"d_drift\" value=\"7\"/></variables></CPLEXSolution></CPLEXSolutions>"
    )
    #expect(pool.values == expected)
    #expect(pool.remarks.map(\.message) == ["the file holds several solutions: the first was read"])
  }

  @Test func csvWithAndWithoutAHeader() throws {
    let lines = "w_LYON_400kV_2027,1\n\"x_LYON_nvl72_2027\", 6\nd_drift,-2.5\n"
    for text in [
      lines, "name,value\n" + lines, "\u{FEFF}column,Value\r\n" + lines.replacing("\n", with: "\r\n"),
    ] {
      let solution = try read(text)
      #expect(solution.format == .csv)
      #expect(solution.values == expected)
    }
  }

  @Test func json() throws {
    let solution = try read(
      "\n{ \"w_LYON_400kV_2027\": 1,\n  \"x\\u005fLYON_nvl72_2027\": 6.0e0, \"d_drift\": -2.5 }\n")
    #expect(solution.format == .json)
    #expect(solution.values == expected)
  }

  @Test func windowsLineEndsAreReadInEveryFormat() throws {
    for name in ["cbc.sol", "glpk-mip.sol", "highs.sol", "scip.sol"] {
      let text = try Samples.recorded(name)
      let windows = try read(text.replacing("\n", with: "\r\n"))
      #expect(try windows == read(text))
    }
  }

  @Test func aColumnNamedLikeAMarkOfAnotherFormatIsAColumn() throws {
    var names = Samples.names
    names.columns = ["c", "s", "Columns", "objective_constant"]
    let text = "c 5\ns 2\nColumns 1\nobjective_constant 4\nobjective_constant_ 1\n"
    let solution = try SolutionFile(text: text, file: "x", names: names)
    #expect(solution.format == .nameValue)
    #expect(solution.values == [5, 2, 1, 4])
  }

  @Test func theWordOptimalCountsOnlyWhereItIsNotDenied() {
    for (word, claims) in [
      ("Optimal", true), ("Optimal (within gap tolerance)", true), ("integer optimal, tolerance", true),
      ("Stopped on time", false), ("INTEGER NON-OPTIMAL", false), ("suboptimal", false),
      ("not optimal", false),
    ] {
      var content = SolutionContent()
      content.say(word)
      #expect(content.claimsOptimality == claims, "\(word)")
    }
  }
}
