// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Quantities
import Sites

/// A CSV file or one of its kin behind a layer. The driver reads rows that are cut, too long or wrongly
/// quoted without a word, so each is read strictly before.
struct DelimitedSource {
  /// The file.
  let path: String
  /// What was found in it: separator, header, lines.
  let text: DelimitedText

  /// The largest file that is copied for a driver that does not know its separator.
  private static let copiedBytesAtMost = 512 << 20

  /// Reads the file behind a layer strictly.
  ///
  /// - Returns: What was found; nil for a source of another kind, and for one that is not there.
  /// - Throws: `InputFailure` with every row that cannot be read for sure.
  static func scanned(_ access: LayerAccess) throws -> DelimitedSource? {
    let source = access.declared.source
    let path = SourcePath.ofBytes(
      source.uppercased().hasPrefix("CSV:") ? String(source.dropFirst(4)) : source)
    guard isDelimited(source), VirtualFile.exists(path), !VirtualFile.isFolder(path) else { return nil }
    return try scanned(path, access)
  }

  /// Reads a file strictly; nil for one that cannot be read at all, which the driver says.
  static func scanned(_ path: String, _ access: LayerAccess) throws -> DelimitedSource? {
    let options = access.declared.openOptions
    let merges = mergesSeparators(options)
    var start: [UInt8] = []
    var text: DelimitedText?
    do {
      try VirtualFile.forEachChunk(of: path) { piece in
        if text == nil {
          start = Array(piece)
          let separator =
            stated(options)
            ?? Separator.found(
              in: start, isWhole: piece.count < 1 << 18, mergesSeparators: merges)
          text = DelimitedText(separator: separator, keeping: .header, mergesSeparators: merges)
        }
        text?.take(piece)
      }
    } catch {
      return nil
    }
    guard var text else { return nil }
    text.finish()
    if !text.faults.isEmpty {
      var findings = text.faults.map { fault in
        access.finding("line \(fault.place.line): \(fault.message); \(fault.hint)")
      }
      if text.furtherFaults > 0 {
        findings.append(access.finding("and \(text.furtherFaults) more rows like these"))
      }
      throw InputFailure(findings: findings)
    }
    return DelimitedSource(path: path, text: text)
  }

  /// Whether the driver is told to count separators that stand together as one.
  private static func mergesSeparators(_ options: [String: String]) -> Bool {
    options.contains {
      $0.key.uppercased() == "MERGE_SEPARATOR" && ["YES", "TRUE", "ON", "1"].contains($0.value.uppercased())
    }
  }

  /// The separator that the open options state; nil where they state none.
  private static func stated(_ options: [String: String]) -> Separator? {
    switch options.first(where: { $0.key.uppercased() == "SEPARATOR" })?.value.uppercased() {
    case "COMMA": .comma
    case "SEMICOLON": .semicolon
    case "TAB": .tab
    case "SPACE": .space
    case "PIPE": .bar
    default: nil
    }
  }

  /// Whether the driver for CSV opens a source of this name.
  static func isDelimited(_ source: String) -> Bool {
    let path = source.lowercased()
    return ["csv", "tsv", "psv", "csv.gz", "tsv.gz", "psv.gz"].contains { path.hasSuffix(".\($0)") }
      || path.hasPrefix("csv:")
  }

  /// Whether the driver sees the columns of the header.
  func isRead(as fields: [String]) -> Bool {
    let header = text.rows.first?.map(\.text) ?? []
    guard header.count == fields.count else { return false }
    return zip(header, fields).allSatisfy { name, field in
      let name = name.filter { !$0.isWhitespace }
      return name.isEmpty || name == field.filter { !$0.isWhitespace }
    }
  }

  /// A copy with commas and quotes in memory, for a driver that does not find the separator.
  func copy(in folder: MemoryFolder, _ access: LayerAccess) throws -> String {
    var all = DelimitedText(
      separator: text.separator, keeping: .everything,
      mergesSeparators: Self.mergesSeparators(access.declared.openOptions))
    var size = 0
    try VirtualFile.forEachChunk(of: path) { piece in
      size += piece.count
      if size <= Self.copiedBytesAtMost { all.take(piece) }
    }
    guard size <= Self.copiedBytesAtMost else {
      throw access.failure(
        "its columns are divided by a \(text.separator.word); divide them by commas, it is too large to copy")
    }
    all.finish()
    // The copy is UTF-8; bytes of another encoding would be lost in it.
    if let row = all.rows.firstIndex(where: { row in
      row.contains { $0.text.unicodeScalars.contains("\u{FFFD}") }
    }) {
      throw access.failure(
        "row \(row + 1) is not UTF-8, and its columns are divided by a \(text.separator.word), which the driver does not read; save the "
          + "file as UTF-8, or divide its columns by commas")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + size / 4)
    for row in all.rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { bytes.append(0x2C) }
        bytes.append(0x22)
        for byte in cell.text.utf8 {
          if byte == 0x22 { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(0x22)
      }
      bytes.append(0x0A)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? "table"
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return try folder.write(bytes, as: "\(name).csv")
  }
}
