// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as RFC 4180 writes it: cells between commas, rows on lines of their own, quotes around cells that hold either. A byte order mark
/// at the start and empty lines are passed over; lines may end in LF or CRLF. Nothing else is let through.
struct CSVText {
  /// One cell with the place where it begins.
  struct Cell: Equatable {
    var text: String
    var position: SourcePosition
  }

  private let file: String
  private let log: FindingLog
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var position = SourcePosition(line: 1, column: 1)

  /// The rows of a file, each with as many cells as it has; faults are in the log.
  static func rows(_ bytes: [UInt8], file: String, log: FindingLog) -> [[Cell]] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
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
    var reader = CSVText(file: file, log: log, text: text)
    return reader.rows()
  }

  private init(file: String, log: FindingLog, text: String) {
    self.file = file
    self.log = log
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance() {
    let isEnd = next == "\n"
    index += 1
    position =
      isEnd
      ? SourcePosition(line: position.line + 1, column: 1)
      : SourcePosition(line: position.line, column: position.column + 1)
  }

  private func fault(_ position: SourcePosition, _ message: String, hint: String) {
    log.add(
      Finding(file: file, line: position.line, column: position.column, message: message, hint: hint))
  }

  /// Whether the row ends here; an end of line is taken.
  private mutating func takesEndOfRow() -> Bool {
    if next == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { advance() }
    guard next == "\n" else { return next == nil }
    advance()
    return true
  }

  private var isAtEndOfCell: Bool {
    guard let next else { return true }
    let endsLine = next == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
    return next == "," || next == "\n" || endsLine
  }

  private mutating func rows() -> [[Cell]] {
    var rows: [[Cell]] = []
    var row: [Cell] = []
    while next != nil || !row.isEmpty {
      row.append(cell())
      if next == "," {
        advance()
        continue
      }
      _ = takesEndOfRow()
      if row.count > 1 || row[0].text.contains(where: { !$0.isWhitespace }) { rows.append(row) }
      row = []
    }
    return rows
  }

  private mutating func cell() -> Cell {
    let start = position
    guard next == "\"" else { return Cell(text: plain(), position: start) }
    var text = ""
    advance()
    while let scalar = next {
      advance()
      if scalar != "\"" {
        text.unicodeScalars.append(scalar)
      } else if next == "\"" {
        text.unicodeScalars.append(scalar)
        advance()
      } else {
        if !isAtEndOfCell {
          fault(
            position, "something follows the closing quote of a cell", hint: "write a quote in a cell twice")
          while !isAtEndOfCell { advance() }
        }
        return Cell(text: text, position: start)
      }
    }
    fault(start, "the quote that opens this cell is never closed", hint: "write a quote in a cell twice")
    return Cell(text: text, position: start)
  }

  private mutating func plain() -> String {
    var text = ""
    var isFaulty = false
    while !isAtEndOfCell, let scalar = next {
      if !isFaulty, scalar == "\"" {
        isFaulty = true
        fault(
          position, "a quote stands inside a cell that does not begin with one",
          hint: "put the whole cell in quotes, and write a quote in it twice")
      } else if !isFaulty, scalar == "\r" {
        isFaulty = true
        fault(position, "a carriage return stands alone", hint: "end lines with LF or CRLF")
      }
      text.unicodeScalars.append(scalar)
      advance()
    }
    return text
  }
}
