// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import SolutionFiles

/// Damaged files of every format: all findings at once, with their lines.
@Suite struct DamagedFilesTests {
  @Test func namesTheModelDoesNotHaveAreReportedWithTheNearest() throws {
    let text = Samples.nameValue("w_LYON_400kV_2027 1", "x_LYON_nvl72_2072 6", "q 0")
    let error = try #require(throws: InputFailure.self) {
      try SolutionFile(text: text, file: "run/a.sol", names: Samples.names)
    }
    #expect(
      error.description == """
        run/a.sol:3: the model has no column x_LYON_nvl72_2072 (nearest name: x_LYON_nvl72_2027)
        run/a.sol:4: the model has no column q
        """)
  }

  @Test func manyUnknownNamesAreCounted() {
    let lines = ["w_LYON_400kV_2027 1"] + (0..<5000).map { "unknown_\($0) 1" }
    let findings = Samples.findings("# x\n" + lines.joined(separator: "\n"))
    #expect(findings.count == 21)
    #expect(findings.last == "23: and 4980 more names that are no columns of the model")
  }

  @Test func aFileOfAnotherModelIsRefused() {
    let findings = Samples.findings(Samples.nameValue("alpha 1", "beta 2", "gamma 0"))
    #expect(
      findings == [
        "2: the file is of another model: it names no column of this one, but alpha and 2 others. "
          + "The model's first column is w_LYON_400kV_2027."
      ])
    #expect(Samples.findings("# nothing\n") == ["the file holds no value of any column"])
  }

  @Test func everythingWrongIsReportedAtOnceInOrderOfLines() {
    let text = Samples.nameValue(
      "w_LYON_400kV_2027 one", "x_LYON_nvl72_2027 nan", "d_drift inf", "s_short_2027 1e999", "d_drift 1",
      "d_drift 2",
      "lonely", "w_METZ_225kV_2027 0x10", "zebra 1")
    #expect(
      Samples.findings(text) == [
        "2: the value of w_LYON_400kV_2027 is `one`, not a number",
        "3: the value of x_LYON_nvl72_2027 is nan, not a finite number",
        "4: the value of d_drift is inf, not a finite number",
        "5: the value of s_short_2027 is 1e999, not a finite number",
        "7: d_drift has a value already, on line 6",
        "8: `lonely` is not a name and a value",
        "9: the value of w_METZ_225kV_2027 is `0x10`, not a number",
        "10: the model has no column zebra",
      ])
  }

  @Test func theConstantOfTheObjectiveIsCheckedLikeAnyNumber() {
    #expect(
      Samples.findings(Samples.nameValue("d_drift 1", "objective_constant 1", "objective_constant 1"))
        == ["4: objective_constant has a value already, on line 3"])
    #expect(
      Samples.findings(Samples.nameValue("d_drift 1", "objective_constant nan"))
        == ["3: the value of objective_constant is nan, not a finite number"])
  }

  @Test func emptyAndUnknownFilesAreRefused() {
    #expect(Samples.findings("") == ["the file is empty"])
    #expect(Samples.findings(" \n\n\t\n") == ["the file is empty"])
    for text in ["hello\n", "one two three four\n", "[1, 2]\n", "\u{0}\u{1}\u{FFFD}\n"] {
      #expect(Samples.findings(text) == ["1: the format of the file is not known"])
    }
  }

  @Test func cbc() {
    let head = "Optimal - objective value 49\n"
    #expect(
      Samples.findings(head + "      0 w_LYON_400kV_2027 1\n") == [
        "2: `0 w_LYON_400kV_2027 1` is not a number, a name, a value and a reduced cost"
      ])
    #expect(
      Samples.findings(head + " x w_LYON_400kV_2027 1 0\n").first?.hasPrefix("2: `x w_LYON") == true)
    #expect(
      Samples.findings("Integer infeasible - objective value 0\n 0 d_drift 1 0\n").first?.hasPrefix("1: ")
        == true)
    #expect(Samples.findings("Unbounded - objective value 0\n 0 d_drift 1 0\n").count == 1)
    #expect(Samples.findings("the objective value\n 0 d_drift 1 0\n").first?.hasPrefix("1: ") == true)
  }

  @Test func cbcMarksAreRemarks() throws {
    let solution = try SolutionFile(
      text: "Stopped on time - objective value 49\n** 5 d_drift 101 0\n", file: "x", names: Samples.names)
    #expect(!solution.claimsOptimality)
    #expect(solution.values[5] == 101)
    #expect(
      solution.remarks.last
        == Finding("CBC marks the value of d_drift as outside its bounds", line: 2))
  }

  @Test func glpk() throws {
    let good = try Samples.recorded("glpk-mip.sol")
    func findings(_ old: String, _ new: String) -> [String] {
      #expect(good.contains(old))
      return Samples.findings(good.replacing(old, with: new))
    }
    #expect(findings("e o f\n", "") == ["the file is cut short: there is no `e o f` at its end"])
    #expect(findings("j 3 6\n", "") == ["1 of the 7 columns have no line"])
    #expect(findings("j 3 6", "j 4 6") == ["16: x_METZ_nvl72_2027 has a value already, on line 15"])
    #expect(findings("j 3 6", "j 8 6").first == "15: the file announces no column 8")
    #expect(findings("j 3 6", "j 3").first == "15: `j 3` is not a column with its value")
    #expect(findings("j 3 6", "j 3 nan").first == "15: the value of 3 is nan, not a finite number")
    #expect(findings("j 3 6", "k 3 6").first == "15: `k 3 6` is no line of a solution")
    #expect(findings("e o f", "e o f\nj 1 1").first == "21: there is text after `e o f`")
    #expect(
      findings("mip 4 7 o", "mip 4 9 o").first?.hasPrefix("the file is for 4 rows and 9 columns") == true)
    #expect(
      findings("mip 4 7 o", "mip 9 7 o").first?.hasPrefix("the file is for 9 rows and 7 columns") == true)
    #expect(findings("mip 4 7 o", "mip 4 7 x") == ["8: `x` is not a status"])
    #expect(findings("s mip 4 7 o", "s mip 4 o").count == 1)
    #expect(findings("s mip 4 7 o", "s qp 4 7 o").count == 1)
    #expect(findings("s mip 4 7 o", "s mip -4 7 o").count == 1)
    #expect(findings("mip 4 7 o", "mip 4 7 u").first?.hasPrefix("8: the solver itself says") == true)
    #expect(
      findings("s mip 4 7 o 49.0976666666667\n", "").first?.hasPrefix("8: `i 1 18` stands before") == true)
    #expect(Samples.findings("c Problem:\nc\n") == ["the file is cut short: there is no line `s`"])
  }

  @Test func highs() throws {
    let good = try Samples.recorded("highs.sol")
    func findings(_ old: String, _ new: String) -> [String] {
      #expect(good.contains(old))
      return Samples.findings(good.replacing(old, with: new))
    }
    #expect(findings("# Primal solution values\n", "").count == 1)
    #expect(findings("# Columns 7", "# Columns 8") == ["the file is cut short: 7 of 8 columns are listed"])
    #expect(
      findings("# Columns 7", "# Columns 6") == ["7: 7 columns are listed where the file announces 6"])
    #expect(findings("# Columns 7", "# Columns many") == ["7: `many` is not a number of columns"])
    #expect(
      findings("# Columns 7", "# Columns -9223372036854775808")
        == ["7: `-9223372036854775808` is not a number of columns"])
    #expect(findings("# Columns 7\n", "").first?.hasPrefix("14: `# Rows 4` stands where") == true)
    #expect(
      findings("s_short_2027 0", "s_short_2027").first == "12: `s_short_2027` is not a name and a value")
    #expect(findings("s_short_2027 0", "s_short_2027 nan").count == 1)
    #expect(findings("Feasible\n", "Infeasible\n").first?.hasPrefix("5: the solver itself") == true)
    #expect(Samples.findings("Model status\n").count == 1)
    #expect(Samples.findings("Model status\nOptimal\n# Primal solution values\n").count == 1)
    #expect(Samples.findings("Model status\nOptimal\n# Primal solution values\nFeasible\n").count == 1)
  }

  @Test func scip() {
    let head = "objective value: 1\n"
    #expect(
      Samples.findings(head + "d_drift 1 obj:3\n") == [
        "2: `d_drift 1 obj:3` is not a name, a value and (obj:cost)"
      ])
    #expect(
      Samples.findings(head + "d_drift unknown \t(obj:0)\n") == [
        "2: the value of d_drift is `unknown`, not a number"
      ])
    #expect(
      Samples.findings(head + "d_drift +infinity \t(obj:0)\n") == [
        "2: the value of d_drift is +infinity, not a finite number"
      ])
  }

  @Test func cplex() {
    func findings(_ body: String) -> [String] { Samples.findings("<CPLEXSolution>\n" + body) }
    let good = "<variables>\n<variable name=\"d_drift\" value=\"1\"/>\n</variables></CPLEXSolution>"
    #expect(findings(good).isEmpty)
    #expect(
      findings("<variables>\n<variable name=\"d_drift\" value=\"1\"/>\n")
        == ["the file is cut short: the element `variables` is not closed"])
    #expect(findings(good.replacing("value=", with: "val=")) == ["3: a variable lacks its name or its value"])
    #expect(
      findings(good.replacing("\"1\"", with: "1")).first?.hasPrefix("3: the element `variable`") == true)
    #expect(findings(good.replacing("\"1\"/>", with: "\"1\"")) == ["3: the element `variable` is not closed"])
    #expect(findings(good.replacing("\"1\"", with: "\"1")).count == 1)
    #expect(
      findings(good.replacing("\"1\"", with: "\"one\"")) == ["3: the value of d_drift is `one`, not a number"]
    )
    #expect(findings("<!-- open" + good) == ["2: a comment is not closed"])
    #expect(Samples.findings("<html><body>404</body></html>").first?.contains("variables") == true)
    #expect(
      findings("<header solutionStatusString=\"integer infeasible\"/>\n" + good).first?.hasPrefix("2: ")
        == true)
    #expect(findings(good.replacing("d_drift", with: "a&lt;b&amp;lt;")).first?.contains("a<b&lt;") == true)
  }

  @Test func csv() {
    #expect(
      Samples.findings("name,value\nd_drift,1,2\n,5\n\"d_drift,1\n") == [
        "2: `d_drift,1,2` is not a name and a value with a comma between",
        "3: `,5` is not a name and a value with a comma between",
        "4: `\"d_drift,1` is not a name and a value with a comma between",
      ])
    // A comma as decimal mark makes a third field.
    #expect(Samples.findings("name,value\nd_drift,1,5\n").count == 1)
    #expect(Samples.findings("name,value\nd_drift,\n") == ["2: the value of d_drift is ``, not a number"])
    #expect(Samples.findings("nom,valeur\nd_drift,1\n") == ["1: the value of nom is `valeur`, not a number"])
  }

  @Test func json() {
    func first(_ text: String) -> String? { Samples.findings(text).first }
    #expect(first("{\n\"d_drift\": [1]}") == "2: the value of d_drift is not a number")
    #expect(first("{\n\"d_drift\": {\"value\": 1}}") == "2: the value of d_drift is not a number")
    #expect(first("{\n\"d_drift\": \"1\"}") == "2: the value of d_drift is the text `1`, not a number")
    #expect(first("{\n\"d_drift\": true}") == "2: the value of d_drift is `true`, not a number")
    #expect(first("{\n\"d_drift\": NaN}") == "2: the value of d_drift is NaN, not a finite number")
    #expect(first("{\n\"d_drift\": }") == "2: the value of d_drift is missing before `}`")
    #expect(first("{\n\"d_drift\" 1}") == "2: `:` is expected where `1` stands")
    #expect(first("{\n\"d_drift\": 1") == "2: `}` is expected where the end of the file stands")
    #expect(first("{\n\"d_drift\": 1,}") == "2: `\"` is expected where `}` stands")
    #expect(first("{\n\"d_drift: 1}") == "2: a text is not closed by a quote")
    #expect(first("{\n\"d\\qdrift\": 1}") == "2: a text has an escape that is not understood")
    #expect(first("{\n\"d\\ud800\": 1}") == "2: a text has an escape that is not understood")
    #expect(first("{\"d_drift\": 1}\n{}") == "2: there is text after the object")
    #expect(first("{\"d_drift\": 1,\n\"d_drift\": 1}") == "2: d_drift has a value already, on line 1")
    #expect(first("{}") == "the file holds no value of any column")
    #expect(first("{\"\u{E9}\": 1, \u{E9}") != nil)
  }

  /// Bytes that are changed one by one never end the process.
  @Test func anyChangedByteIsSurvived() throws {
    let texts = [
      try Samples.recorded("cbc-all.sol"), try Samples.recorded("glpk-lp.sol"),
      try Samples.recorded("highs-sparse.sol"),
      "{ \"d_drift\": 1.5, \"s_short\\u005f2027\": 2 }", "name,value\n\"d_drift\",1\n",
      "<a><variables><variable name='d_drift' value='1'/></variables><!-- x --></a>",
    ]
    for text in texts {
      for index in text.utf8.indices {
        for byte in [0, 10, 32, 34, 44, 45, 60, 62, 92, 123, 125, 255] as [UInt8] {
          let offset = text.utf8.distance(from: text.utf8.startIndex, to: index)
          var bytes = Array(text.utf8)
          bytes[offset] = byte
          _ = Samples.findings(String(decoding: bytes, as: UTF8.self))
        }
      }
    }
  }
}
