// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Solution files of SCIP: maybe a line with the status, a line with the objective, then a line a column with
/// name, value and in brackets its cost. Zeros are left out.
enum SCIPFormat {
  static func read(_ lines: [NumberedLine]) -> SolutionContent {
    var content = SolutionContent()
    for line in lines where !line.isBlank {
      let text = line.trimmed
      if let status = after("solution status:", text) {
        content.say(status)
      } else if let objective = after("objective value:", text) {
        content.objective = SolutionContent.number(objective)
      } else if text == "no solution available" {
        content.refuse(line: line.number, content.status.map { "the status is \($0)" } ?? "none is available")
      } else {
        readColumn(line, &content)
      }
    }
    return content
  }

  private static func after(_ label: String, _ text: Substring) -> Substring? {
    text.hasPrefix(label) ? NumberedLine.trim(text.dropFirst(label.count)) : nil
  }

  private static func readColumn(_ line: NumberedLine, _ content: inout SolutionContent) {
    let fields = line.fields
    guard fields.count == 2 || (fields.count == 3 && fields[2].hasPrefix("(obj:") && fields[2].hasSuffix(")"))
    else {
      content.findings.append(
        Finding("`\(line.trimmed)` is not a name, a value and (obj:cost)", line: line.number))
      return
    }
    content.add(fields[0], fields[1], line: line.number)
  }
}
