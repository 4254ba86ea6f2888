// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

/// Writes tables as RFC 4180 has it: a header, fields quoted where needed, decimal points, no thousands
/// separators. UTF-8. Lines end with LF rather than the CR LF of the standard: every reader takes both, and
/// the tools of a shell only the first.
///
/// A missing value is an empty field without quotation marks and an empty text is `""`, so that the two stay
/// apart. A text that a spreadsheet would run gets an apostrophe before it: see `SpreadsheetCell`.
package enum CSVWriter {
  /// The text of a table.
  package static func text(_ table: ReportTable) -> String {
    // Bytes, since a table may have a million fields and a text of that many pieces is slow to put together.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.rows.count * table.columns.count * 12)
    appendRow(table.columns.map { .text($0.name) }, to: &bytes)
    for row in table.rows { appendRow(row, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendRow(_ row: [ReportTable.Cell], to bytes: inout [UInt8]) {
    for (position, cell) in row.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(SpreadsheetCell.neutral(text), to: &bytes)
      case .integer(let value): bytes.append(contentsOf: String(value).utf8)
      case .number(let value): bytes.append(contentsOf: (NumberText.shortest(value) ?? "").utf8)
      case .flag(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
      case .missing: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let (quote, space) = (UInt8(ascii: "\""), UInt8(ascii: " "))
    let needsQuotes =
      text.isEmpty || text.utf8.first == space || text.utf8.last == space
      || text.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
