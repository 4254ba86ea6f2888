// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Solution files of CBC: a line with status and objective, then a line a column with its number, name, value
/// and reduced cost. Two stars before a line mark a value outside its bounds. Rows stand before columns when
/// everything is printed.
enum CBCFormat {
  static func read(_ lines: [NumberedLine]) -> SolutionContent {
    var content = SolutionContent()
    content.mayNameRows = true
    content.remarks.append(
      Finding(
        "CBC writes eight significant digits a value: continuous columns are rounded that much, whole numbers "
          + "above 99,999,999 as well"))
    var rest = lines.filter { !$0.isBlank }[...]
    if let header = rest.popFirst() { readHeader(header, &content) }
    for line in rest { readLine(line, &content) }
    return content
  }

  private static func readHeader(_ line: NumberedLine, _ content: inout SolutionContent) {
    let mark = " - objective value"
    let parts = line.trimmed.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      content.findings.append(
        Finding("`\(line.trimmed)` is not a status and an objective", line: line.number))
      return
    }
    content.say(parts[0])
    content.objective = SolutionContent.number(NumberedLine.trim(parts[1]))
    let word = parts[0].lowercased()
    let isNone = ["infeasible", "integer infeasible", "unbounded"].contains { word.hasPrefix($0) }
    if isNone || word.contains("no integer solution") {
      content.claimsOptimality = false
      content.refuse(line: line.number, String(parts[0]))
    }
  }

  private static func readLine(_ line: NumberedLine, _ content: inout SolutionContent) {
    var fields = line.fields[...]
    let isMarked = fields.first == "**"
    if isMarked { fields = fields.dropFirst() }
    let parts = Array(fields)
    guard parts.count == 4, Int(parts[0]) != nil else {
      content.findings.append(
        Finding("`\(line.trimmed)` is not a number, a name, a value and a reduced cost", line: line.number))
      return
    }
    if isMarked {
      content.remarks.append(
        Finding("CBC marks the value of \(parts[1]) as outside its bounds", line: line.number))
    }
    content.add(parts[1], parts[2], line: line.number)
  }
}
