// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Comma-separated files with a name and a value a line, with or without a first line `name,value`. Either
/// may stand in double quotes.
enum CSVFormat {
  static func read(_ lines: [NumberedLine]) -> SolutionContent {
    var content = SolutionContent()
    var isFirst = true
    for line in lines where !line.isBlank {
      defer { isFirst = false }
      guard let fields = split(line.text), fields.count == 2, !fields[0].isEmpty else {
        content.findings.append(
          Finding("`\(line.trimmed)` is not a name and a value with a comma between", line: line.number))
        continue
      }
      if isFirst, fields[1].lowercased() == "value" { continue }
      content.add(fields[0], fields[1], line: line.number)
    }
    return content
  }

  /// Fields of a line without quotes and outer blanks; nil when a quote is not closed.
  private static func split(_ text: Substring) -> [String]? {
    var fields: [String] = []
    var current = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    guard !isQuoted else { return nil }
    fields.append(current)
    return fields.map { String(NumberedLine.trim($0[...])) }
  }
}
