// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Solution files with a name and a value a line. Gurobi puts comments before them that begin with # and
/// state the objective; MIPLIB a line `=obj=` with the objective, or `=infeas=`.
enum NameValueFormat {
  static func read(_ lines: [NumberedLine]) -> SolutionContent {
    var content = SolutionContent()
    for line in lines where !line.isBlank {
      let fields = line.fields
      if fields[0].hasPrefix("#") {
        readComment(fields, &content)
      } else if fields[0] == "=infeas=" || fields[0] == "=unbd=" {
        content.refuse(line: line.number, String(fields[0]))
      } else if fields.count != 2 {
        content.findings.append(
          Finding("`\(line.trimmed)` is not a name and a value", line: line.number))
      } else if fields[0] == "=obj=" {
        content.objective = SolutionContent.number(fields[1])
      } else {
        content.add(fields[0], fields[1], line: line.number)
      }
    }
    return content
  }

  /// `# Objective value = 12.5`.
  private static func readComment(_ fields: [Substring], _ content: inout SolutionContent) {
    let words = fields.map { $0.lowercased() }
    guard words.count == 5, words[1] == "objective", words[2] == "value", words[3] == "=" else { return }
    content.objective = SolutionContent.number(fields[4])
  }
}
