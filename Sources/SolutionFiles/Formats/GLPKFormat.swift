// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Raw solution files of GLPK, which HiGHS writes too as style 2: one line `s` with the kind of solution
/// (`mip`, `bas` or `ipt`), numbers of rows and columns, status and objective; a line `i` a row; a line `j` a
/// column; `e o f` at the end.
enum GLPKFormat {
  private enum Kind: String {
    /// Of an integer program.
    case mip
    /// Basic, of a linear program.
    case bas
    /// Of an interior-point method.
    case ipt

    /// Fields of the line `s`.
    var headerFields: Int { self == .bas ? 7 : 6 }
    /// Fields of a line `j`, and which of them is the value.
    var columnFields: Int { self == .mip ? 3 : self == .bas ? 5 : 4 }
    var valueField: Int { self == .bas ? 3 : 2 }
  }

  static func read(_ lines: [NumberedLine]) -> SolutionContent {
    var content = SolutionContent()
    content.remarks.append(
      Finding(
        "a GLPK solution file has no names: columns were taken by their position in the MPS file of the model"
      ))
    var kind: Kind?
    var isEnded = false
    for line in lines where !line.isBlank {
      let fields = line.fields
      if isEnded {
        content.findings.append(Finding("there is text after `e o f`", line: line.number))
        break
      }
      switch (fields[0], kind) {
      case ("c", _): break
      case ("e", _) where fields == ["e", "o", "f"]: isEnded = true
      case ("s", nil): kind = readHeader(line, fields, &content)
      case ("i", .some): break
      case ("j", let known?): readColumn(line, fields, known, &content)
      default:
        content.findings.append(
          Finding(
            kind == nil && fields[0] != "s"
              ? "`\(line.trimmed)` stands before a line `s` that says what kind of solution this is"
              : "`\(line.trimmed)` is no line of a solution", line: line.number))
      }
      if fields[0] == "s", kind == nil { return content }
    }
    if kind == nil, content.findings.isEmpty { content.refuseCut("there is no line `s`") }
    if !isEnded, content.findings.isEmpty { content.refuseCut("there is no `e o f` at its end") }
    return content
  }

  private static func readHeader(
    _ line: NumberedLine, _ fields: [Substring], _ content: inout SolutionContent
  ) -> Kind? {
    guard fields.count > 1, let kind = Kind(rawValue: String(fields[1])), fields.count == kind.headerFields,
      let rows = Int(fields[2]), let columns = Int(fields[3]), rows >= 0, columns >= 0
    else {
      content.findings.append(
        Finding(
          "`\(line.trimmed)` is not a kind of solution, two sizes, a status and an objective",
          line: line.number))
      return nil
    }
    content.size = (rows, columns)
    content.objective = SolutionContent.number(fields[fields.count - 1])
    switch (kind, fields[4]) {
    case (.bas, "f"):
      content.status = fields[5] == "f" ? "optimal" : "feasible"
      content.claimsOptimality = fields[5] == "f"
    case (.mip, "o"), (.ipt, "o"):
      content.status = "optimal"
      content.claimsOptimality = true
    case (.mip, "f"): content.status = "feasible"
    case (_, "u"): content.refuse(line: line.number, "its status is undefined")
    case (_, "n"), (_, "i"): content.refuse(line: line.number, "its status is infeasible")
    default:
      content.findings.append(Finding("`\(fields[4])` is not a status", line: line.number))
    }
    return kind
  }

  private static func readColumn(
    _ line: NumberedLine, _ fields: [Substring], _ kind: Kind, _ content: inout SolutionContent
  ) {
    guard fields.count == kind.columnFields, let position = Int(fields[1]) else {
      content.findings.append(
        Finding("`\(line.trimmed)` is not a column with its value", line: line.number))
      return
    }
    guard position >= 1, position <= content.size?.columns ?? 0 else {
      content.findings.append(
        Finding("the file announces no column \(position)", line: line.number))
      return
    }
    content.add("\(position)", fields[kind.valueField], line: line.number)
  }
}
