// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Solution files of HiGHS in style 0, and in styles 4 and 5 which leave out zeros.
///
/// After `Model status` and `# Primal solution values` comes whether these are feasible, then lines of a name
/// and a value about the solution: the objective, since version 1.16 also the bound and the gap; what else
/// stands there is passed over with a remark. Under `# Columns N` comes a line with name and value a column.
/// A negative N, since version 1.16 with a word after it, counts the lines of the styles without zeros, which
/// have the column's number at the end. Rows, dual values and basis follow and are not read.
enum HiGHSFormat {
  static func read(_ lines: [NumberedLine]) -> SolutionContent {
    var content = SolutionContent()
    var rest = lines.filter { !$0.isBlank }[...].dropFirst()
    if let line = rest.popFirst() { content.say(line.trimmed) }
    guard let start = rest.firstIndex(where: { $0.trimmed == "# Primal solution values" }) else {
      content.refuseCut("there is no section `# Primal solution values`")
      return content
    }
    rest = rest[(start + 1)...]
    guard let kind = rest.popFirst() else {
      content.refuseCut("it ends before the solution")
      return content
    }
    let status = content.status ?? "nothing"
    switch kind.trimmed {
    case "Feasible": break
    case "None":
      content.refuse(line: kind.number, "there are no values, the status is \(status)")
      return content
    default:
      content.refuse(
        line: kind.number, "the values are \(kind.trimmed.lowercased()), the status is \(status)")
    }
    var bound: NumberedLine?
    while let line = rest.popFirst() {
      let fields = line.fields
      if fields.count >= 3, fields[0] == "#", fields[1] == "Columns" {
        if let bound { remark(bound, &content) }
        readColumns(&rest, header: line, count: fields[2], &content)
        return content
      } else if fields.count == 2, fields[0] != "#" {
        switch fields[0] {
        case "Objective": content.objective = SolutionContent.number(fields[1])
        case "Objective_bound": bound = line
        case "MIP_rel_gap": break
        default:
          content.remarks.append(
            Finding("`\(line.trimmed)` is not known here and was passed over", line: line.number))
        }
      } else {
        content.findings.append(
          Finding("`\(line.trimmed)` stands where `# Columns N` is expected", line: line.number))
        return content
      }
    }
    content.refuseCut("there is no section `# Columns`")
    return content
  }

  /// The bound is the solver's word: nothing here rests on it.
  private static func remark(_ line: NumberedLine, _ content: inout SolutionContent) {
    let stated = line.fields[1]
    guard let bound = SolutionContent.number(stated), bound.isFinite else { return }
    content.remarks.append(
      Finding(
        "HiGHS states the bound \(stated): that is the solver's word and is not proven here",
        line: line.number))
  }

  private static func readColumns(
    _ rest: inout ArraySlice<NumberedLine>, header: NumberedLine, count: Substring,
    _ content: inout SolutionContent
  ) {
    guard let stated = Int(count), stated != .min else {
      content.findings.append(
        Finding("`\(count)` is not a number of columns", line: header.number))
      return
    }
    var found = 0
    while let line = rest.first, !line.text.hasPrefix("#") {
      rest = rest.dropFirst()
      found += 1
      let fields = line.fields
      if fields.count == (stated < 0 ? 3 : 2) {
        content.add(fields[0], fields[1], line: line.number)
      } else {
        content.findings.append(
          Finding(
            "`\(line.trimmed)` is not a name and a value" + (stated < 0 ? " and a number" : ""),
            line: line.number))
      }
    }
    if found < stated.magnitude {
      content.refuseCut("\(found) of \(stated.magnitude) columns are listed")
    } else if found > stated.magnitude {
      content.findings.append(
        Finding(
          "\(found) columns are listed where the file announces \(stated.magnitude)", line: header.number))
    }
  }
}
