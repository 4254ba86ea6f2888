// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads TOML 1.0 in one pass. Faults after which the structure is still clear are collected; the first other
/// one ends the reading.
///
/// Two things go beyond TOML 1.0: keys that differ only in the code points of the same letters (é as one
/// character or as e with an accent) are one key, and no text holds U+0000, at which paths and names would
/// end in C.
struct TOMLReader {
  /// Ends the reading; what is wrong is among the faults.
  struct Stop: Error {}

  var cursor: TOMLCursor
  let limits: TOMLLimits
  private var faults: [TOMLFault] = []
  private var values = 0
  private let root = TableBuilder(.header, at: TextPlace(line: 1, column: 1))
  /// Where a long list of faults ends: a text with more has another problem.
  private static let mostFaults = 100

  init(_ bytes: [UInt8], limits: TOMLLimits) {
    cursor = TOMLCursor(bytes)
    self.limits = limits
  }

  /// The whole text as a table.
  mutating func document() throws(TOMLFailure) -> TOMLValue {
    do {
      try checkBytes()
      try statements()
    } catch {}
    guard faults.isEmpty else { throw TOMLFailure(faults: faults) }
    return root.value()
  }

  /// One value with nothing but blanks and comments around it.
  mutating func singleValue() throws(TOMLFailure) -> TOMLValue {
    var result: TOMLValue?
    do {
      try checkBytes()
      cursor.skipSpaces()
      result = try value(key: nil, depth: 1, in: .statement)
      try skipBlankLines()
      if !cursor.isAtEnd { try stop("something stands behind the value: \(excerpt())") }
    } catch {}
    guard faults.isEmpty, let result else { throw TOMLFailure(faults: faults) }
    return result
  }

  // MARK: Faults

  /// Notes a fault after which reading can go on.
  mutating func note(
    _ message: String, hint: String = "", kind: TOMLFault.Kind = .syntax, at place: TextPlace? = nil
  ) throws(Stop) {
    faults.append(TOMLFault(kind: kind, place: place ?? cursor.place, message: message, hint: hint))
    if faults.count >= Self.mostFaults { throw Stop() }
  }

  /// Notes a fault that ends the reading.
  mutating func stop(
    _ message: String, hint: String = "", kind: TOMLFault.Kind = .syntax, at place: TextPlace? = nil
  ) throws(Stop) -> Never {
    try note(message, hint: hint, kind: kind, at: place)
    throw Stop()
  }

  /// Counts a key, value or table against the limit.
  mutating func count() throws(Stop) {
    values += 1
    if values > limits.values {
      try stop("the file holds more than \(limits.values) keys and values", hint: "split it", kind: .limit)
    }
  }

  /// Refuses what is nested too deeply.
  mutating func check(depth: Int, at place: TextPlace) throws(Stop) {
    guard depth > limits.depth else { return }
    try stop("lists, tables and keys are nested more than \(limits.depth) deep", kind: .limit, at: place)
  }

  /// What stands under the cursor, in words.
  func excerpt() -> String {
    if cursor.isAtEnd { return "the end of the file" }
    if cursor.isAtLineEnd { return "the end of the line" }
    let rest = cursor.text(cursor.index..<cursor.end { _ in false })
    return "'\(rest.count > 30 ? rest.prefix(30) + "..." : rest)'"
  }

  // MARK: Statements

  private mutating func statements() throws(Stop) {
    var table = root
    var depth = 0
    while true {
      try skipBlankLines()
      guard let byte = cursor.peek else { return }
      if byte == UInt8(ascii: "[") {
        (table, depth) = try header(root: root)
      } else {
        try entry(in: table, depth: depth, .statement)
      }
      try endOfStatement()
    }
  }

  private mutating func endOfStatement() throws(Stop) {
    cursor.skipSpaces()
    if cursor.peek == UInt8(ascii: "#") { try skipComment() }
    guard !cursor.isAtEnd, !cursor.takeLineEnd() else { return }
    let hint =
      switch cursor.peek {
      case UInt8(ascii: "/"), UInt8(ascii: ";"): "a comment begins with #; nothing else ends a line"
      case UInt8(ascii: "\r"): "end lines with a line feed; this is a carriage return alone, as on old Macs"
      default: "one setting a line; texts stand in quotes, lists in square brackets"
      }
    try stop("something stands behind the value: \(excerpt())", hint: hint)
  }

  /// Skips blanks, line ends and comments.
  mutating func skipBlankLines() throws(Stop) {
    repeat {
      cursor.skipSpaces()
      if cursor.peek == UInt8(ascii: "#") { try skipComment() }
    } while cursor.takeLineEnd()
  }

  private mutating func skipComment() throws(Stop) {
    while !cursor.isAtLineEnd, let byte = cursor.peek {
      if Self.isControl(byte) { try noteControl(byte) }
      cursor.advance()
    }
  }

  /// Whether a byte is a control character that may stand nowhere.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

  /// Notes a control character under the cursor.
  mutating func noteControl(_ byte: UInt8) throws(Stop) {
    let hex = String(byte, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
    let hint =
      byte == 0x0D
      ? "end lines with a line feed; this is a carriage return alone"
      : byte == 0
        ? "take it out; is it a text file?" : "take it out, or write it as an escape in double quotes"
    try note("there is a control character here, \(name)", hint: hint, kind: .value)
  }

  // MARK: Encoding

  /// Refuses what is too large or no UTF-8.
  private mutating func checkBytes() throws(Stop) {
    guard cursor.bytes.count <= limits.bytes else {
      let megabytes = limits.bytes / 1_000_000
      try stop("the file is larger than \(megabytes) MB", hint: "is it the right file?", kind: .limit)
    }
    guard String(validating: cursor.bytes, as: UTF8.self) == nil else { return }
    let isUTF16 = cursor.bytes.starts(with: [0xFF, 0xFE]) || cursor.bytes.starts(with: [0xFE, 0xFF])
    var line = 1
    for part in cursor.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    try stop(
      "the file is not UTF-8 text" + (isUTF16 ? " but UTF-16" : ""),
      hint: "save it as UTF-8; a spreadsheet or a word processor may have written it otherwise", kind: .value,
      at: TextPlace(line: line, column: 1))
  }
}
