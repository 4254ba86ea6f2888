// SPDX-License-Identifier: GPL-3.0-or-later

/// Texts that a spreadsheet would run when it opens a table: those that begin with `=`, `+`, `-`, `@`, a tab
/// or a line end. They get an apostrophe before them, and so does a text that begins with apostrophes before
/// one of these, so that taking one apostrophe away always gives the text back. A text that is a number stays
/// as it is.
package enum SpreadsheetCell {
  private static let starters = Set("=+-@\t\r\n".utf8)

  /// A text that no spreadsheet runs.
  package static func neutral(_ text: String) -> String { isRun(text) ? "'" + text : text }

  /// The text that `neutral` was given.
  package static func original(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isRun(text) ? String(text.dropFirst()) : text
  }

  /// A text that an OpenDocument spreadsheet keeps as one: GDAL writes what begins with `of:=` as a formula.
  package static func neutralInODS(_ text: String) -> String {
    let rest = text.utf8.drop { $0 == UInt8(ascii: "'") }
    return Substring(rest).lowercased().hasPrefix("of:=") ? "'" + text : neutral(text)
  }

  private static func isRun(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    guard first == UInt8(ascii: "'") || starters.contains(first) else { return false }
    let rest = text.utf8.drop { $0 == UInt8(ascii: "'") }
    guard let start = rest.first, starters.contains(start) else { return false }
    return first == UInt8(ascii: "'") || Double(text) == nil || text.utf8.contains(UInt8(ascii: "n"))
  }
}
