// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes tables as RFC 4180 has it: a header, fields quoted where needed, decimal points, no thousands separators. UTF-8.
/// Lines end with LF rather than the CR LF of the standard: every reader takes both, and the tools of a shell only the first.
///
/// A missing value is an empty field without quotation marks and an empty text is `""`, so that the two stay apart. Texts are
/// written as they are: a name that begins with `=` is a name, and a spreadsheet must be told to import columns as text.
public enum CSVWriter {
  /// The text of a table.
  public static func text(_ table: ReportTable) -> String {
    var text = table.columns.map { field($0.name) }.joined(separator: ",") + "\n"
    for row in table.rows { text += row.map(field).joined(separator: ",") + "\n" }
    return text
  }

  private static func field(_ cell: ReportTable.Cell) -> String {
    switch cell {
    case .text(let text): field(text)
    case .integer(let value): String(value)
    case .number(let value): NumberText.shortest(value) ?? ""
    case .flag(let value): value ? "true" : "false"
    case .missing: ""
    }
  }

  private static func field(_ text: String) -> String {
    let needsQuotes =
      text.isEmpty
      || text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
      || text.first == " " || text.last == " "
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
