// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as RFC 4180 writes it, with a separator of one's choice: cells between separators, rows on lines
/// of their own, quotes around cells that hold either. A byte order mark at the start and empty lines are
/// passed over; lines end in LF or CRLF. Nothing else is let through: what cannot be read for sure is a fault
/// with its line.
///
/// It takes the bytes of a file in pieces of any size, so that a table may be larger than the memory.
package struct DelimitedText {
  /// A place in the file.
  package struct Place: Sendable, Equatable {
    /// Line, from 1.
    package var line: Int
    /// Character in the line, from 1.
    package var column: Int
  }

  /// One cell with the place where it begins.
  package struct Cell: Sendable, Equatable {
    /// What it holds, without the quotes around it.
    package var text: String
    /// Where it begins.
    package var place: Place
  }

  /// Why the table cannot be read for sure.
  package struct Fault: Sendable, Equatable {
    /// Where it shows.
    package var place: Place
    /// What is wrong.
    package var message: String
    /// What to do.
    package var hint: String
  }

  /// What is kept of the rows.
  package enum Keeping: Sendable {
    /// All cells; rows may have any number of them, and a row of blanks is an empty line.
    case everything
    /// The first row, and on which line each row begins; every row must have as many cells as the first.
    case header
  }

  /// How the cells of a row are divided.
  package let separator: Separator
  let keeping: Keeping
  /// Whether separators that stand together count as one.
  let mergesSeparators: Bool
  /// The rows that are kept.
  package private(set) var rows: [[Cell]] = []
  /// Lines on which the rows behind the first begin; empty as long as each stands on the line after the one
  /// before it.
  package private(set) var lines: [Int32] = []
  /// Rows behind the first.
  package private(set) var rowCount = 0
  /// Faults in the order of the file, at most ten.
  package private(set) var faults: [Fault] = []
  /// Faults beyond those that are kept.
  package private(set) var furtherFaults = 0

  private enum State {
    case cellStart, plain, quoted, quoteInQuoted, afterQuote
  }

  private var state = State.cellStart
  private var place = Place(line: 1, column: 1)
  private var cellPlace = Place(line: 1, column: 1)
  private var rowLine = 1
  private var headerCount = 0
  private var cellCount = 0
  private var rowIsBlank = true
  private var cell: [UInt8] = []
  private var row: [Cell] = []
  private var sawReturn = false
  private var isFaulty = false
  /// Whether a fault of the row makes all else that is wrong with it a consequence.
  private var isSpoilt = false
  /// Whether there was a NUL byte, and a lone carriage return: all further ones are of one kind.
  private var sawNUL = false
  private var sawLoneReturn = false
  private var isUTF16 = false
  private var markBytes = 0
  private var firstByte: UInt8?
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A table of which nothing was read yet.
  package init(separator: Separator, keeping: Keeping, mergesSeparators: Bool = false) {
    self.separator = separator
    self.mergesSeparators = mergesSeparators
    self.keeping = keeping
  }

  private var keepsCells: Bool {
    if case .everything = keeping { true } else { headerCount == 0 }
  }

  /// Takes the next bytes of the file.
  package mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    // A byte order mark can only be at the very start.
    while markBytes < 3, index < bytes.count {
      guard bytes[index] == Self.mark[markBytes] else {
        for byte in Self.mark.prefix(markBytes) { take(byte) }
        markBytes = 3
        break
      }
      markBytes += 1
      index += 1
    }
    while index < bytes.count {
      take(bytes[index])
      index += 1
    }
  }

  /// Takes the next bytes of the file.
  package mutating func take(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { take($0) } }

  /// Ends the file.
  package mutating func finish() {
    if sawReturn { takeLoneReturn() }
    if state == .quoted {
      fault(
        cellPlace, "the quote that opens this cell is never closed", hint: "write a quote in a cell twice")
    }
    if state != .cellStart || cellCount > 0 { endRow() }
  }

  private mutating func fault(_ place: Place, _ message: String, hint: String) {
    if isSpoilt || isUTF16 { return }
    guard faults.count < 10 else {
      furtherFaults += 1
      return
    }
    faults.append(Fault(place: place, message: message, hint: hint))
  }

  private mutating func advance(_ byte: UInt8) {
    if byte == 0x0A {
      place = Place(line: place.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }

  private mutating func take(_ byte: UInt8) {
    noteMark(byte)
    if sawReturn {
      sawReturn = false
      if byte == 0x0A {
        endLine()
        return
      }
      takeLoneReturn()
    }
    if byte == 0, !isSpoilt {
      if !sawNUL { fault(place, "there is a NUL byte", hint: "save the table as CSV in UTF-8") }
      sawNUL = true
      isSpoilt = true
    }
    switch state {
    case .quoted:
      if byte == 0x22 { state = .quoteInQuoted } else { keep(byte) }
      advance(byte)
    case .quoteInQuoted where byte == 0x22:
      keep(byte)
      state = .quoted
      advance(byte)
    case .cellStart where byte == 0x22:
      cellPlace = place
      rowIsBlank = false
      state = .quoted
      advance(byte)
    default: takeOutsideQuotes(byte)
    }
  }

  /// Knows a file in UTF-16 by the mark at its start.
  private mutating func noteMark(_ byte: UInt8) {
    guard place.line == 1, place.column <= 2, cellCount == 0 else { return }
    if firstByte == nil {
      firstByte = byte
    } else if !isUTF16, faults.isEmpty, (firstByte, byte) == (0xFF, 0xFE) || (firstByte, byte) == (0xFE, 0xFF)
    {
      fault(Place(line: 1, column: 1), "the file is in UTF-16", hint: "save the table as CSV in UTF-8")
      isUTF16 = true
    }
  }

  private mutating func takeOutsideQuotes(_ byte: UInt8) {
    if mergesSeparators, state == .cellStart, cellCount > 0, byte == separator.byte {
      advance(byte)
      return
    }
    if state == .cellStart {
      cellPlace = place
      if byte != 0x0A, byte != 0x0D { state = .plain }
    }
    if byte == 0x0A {
      endLine()
    } else if byte == 0x0D {
      sawReturn = true
    } else if byte == separator.byte {
      endCell()
      advance(byte)
      rowIsBlank = false
    } else {
      if state == .quoteInQuoted || state == .afterQuote {
        if state == .quoteInQuoted, !isFaulty {
          fault(
            place, "something follows the closing quote of a cell", hint: "write a quote in a cell twice")
        }
        state = .afterQuote
      } else if byte == 0x22, !isFaulty {
        isFaulty = true
        fault(
          place, "a quote stands inside a cell that does not begin with one",
          hint: "put the whole cell in quotes, and write a quote in it twice")
      }
      if byte != 0x20, byte != 0x09 { rowIsBlank = false }
      if state != .afterQuote { keep(byte) }
      advance(byte)
    }
  }

  private mutating func takeLoneReturn() {
    if state != .quoted, !isSpoilt {
      if !sawLoneReturn { fault(place, "a carriage return stands alone", hint: "end lines with LF or CRLF") }
      sawLoneReturn = true
      isSpoilt = true
    }
    if state == .cellStart { state = .plain }
    keep(0x0D)
    place.column += 1
  }

  private mutating func keep(_ byte: UInt8) {
    if keepsCells { cell.append(byte) }
  }

  private mutating func endCell() {
    if keepsCells { row.append(Cell(text: String(decoding: cell, as: UTF8.self), place: cellPlace)) }
    cell.removeAll(keepingCapacity: true)
    cellCount += 1
    state = .cellStart
    isFaulty = false
    cellPlace = place
  }

  private mutating func endLine() {
    if state == .cellStart, cellCount == 0 {
      // An empty line.
      advance(0x0A)
    } else {
      endRow()
      advance(0x0A)
    }
    rowLine = place.line
    cellPlace = place
  }

  private mutating func endRow() {
    if state == .cellStart { cellPlace = place }
    let line = rowLine
    endCell()
    let count = cellCount
    cellCount = 0
    defer {
      row.removeAll(keepingCapacity: true)
      rowIsBlank = true
      isSpoilt = false
    }
    switch keeping {
    case .everything:
      if count > 1 || !rowIsBlank { rows.append(row) }
    case .header where headerCount == 0:
      headerCount = count
      rows.append(row)
      nextLine = place.line + 1
    case .header:
      noteLine(line)
      rowCount += 1
      guard count != headerCount else { return }
      let fields = count == 1 ? "1 field" : "\(count) fields"
      fault(
        Place(line: line, column: 1), "\(fields) where the header has \(headerCount)",
        hint: "put quotes around a field that holds a \(separator.word), and write an empty field as nothing "
          + "between two of them; the file may also be cut here")
    }
  }

  private var nextLine = 2

  /// Keeps the line of a row as soon as one does not stand right behind the one before it.
  private mutating func noteLine(_ line: Int) {
    if lines.isEmpty, line != nextLine {
      lines = (0..<rowCount).map { Int32(truncatingIfNeeded: firstLine + $0) }
    }
    if rowCount == 0 { firstLine = line }
    if !lines.isEmpty || line != nextLine { lines.append(Int32(truncatingIfNeeded: line)) }
    nextLine = place.line + 1
  }

  private var firstLine = 2

  /// The line on which a row behind the first begins, counted from 0.
  package func line(ofRow row: Int) -> Int {
    lines.isEmpty ? firstLine + row : row < lines.count ? Int(lines[row]) : firstLine + row
  }
}
