// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

/// A table of cases: read as every table is, between commas, semicolons, tabs or bars, with its faults in the
/// log.
struct CSVText {
  /// One cell with the place where it begins.
  struct Cell: Equatable {
    var text: String
    var position: SourcePosition
  }

  /// The rows of a file, each with as many cells as it has; faults are in the log.
  static func rows(_ bytes: [UInt8], file: String, log: FindingLog) -> [[Cell]] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      log.add(
        Finding(
          file: file, message: "the file is not UTF-8 text",
          hint: "save it as CSV in UTF-8; a spreadsheet may have written it otherwise"))
      return []
    }
    guard !bytes.contains(0) else {
      log.add(Finding(file: file, message: "the file holds a NUL byte", hint: "is it a text file?"))
      return []
    }
    let separator = Separator.found(in: bytes, isWhole: true, among: [.comma, .semicolon, .tab, .bar])
    var text = DelimitedText(separator: separator, keeping: .everything)
    text.take(bytes)
    text.finish()
    for fault in text.faults {
      log.add(
        Finding(
          file: file, line: fault.place.line, column: fault.place.column, message: fault.message,
          hint: fault.hint))
    }
    return text.rows.map { row in
      row.map { cell in
        Cell(
          text: cell.text, position: SourcePosition(line: cell.place.line, column: cell.place.column))
      }
    }
  }
}
