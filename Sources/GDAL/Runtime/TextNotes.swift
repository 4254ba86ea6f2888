// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// What was odd about the texts of a layer's fields, one note a field and kind.
struct TextNotes {
  private struct Note {
    var count = 0
    var example = ""
  }

  private var notUTF8: [Int32: Note] = [:]
  private var garbled: [Int32: Note] = [:]
  private var rounded: [Int32: Note] = [:]

  /// Whether there is anything to tell.
  var isEmpty: Bool { notUTF8.isEmpty && garbled.isEmpty && rounded.isEmpty }

  mutating func noteNotUTF8(_ text: String, field: Int32) { Self.note(text, field, &notUTF8) }

  mutating func noteGarbled(_ text: String, field: Int32) { Self.note(text, field, &garbled) }

  /// A whole number that no `Double` holds.
  mutating func noteRounded(_ number: Int64, field: Int32) { Self.note("\(number)", field, &rounded) }

  private static func note(_ text: String, _ field: Int32, _ notes: inout [Int32: Note]) {
    notes[field, default: Note(count: 0, example: text)].count += 1
  }

  /// Adds what another reading found.
  mutating func add(_ other: TextNotes) {
    notUTF8.merge(other.notUTF8) { Note(count: $0.count + $1.count, example: $0.example) }
    garbled.merge(other.garbled) { Note(count: $0.count + $1.count, example: $0.example) }
    rounded.merge(other.rounded) { Note(count: $0.count + $1.count, example: $0.example) }
  }

  /// In words, in the order of the fields.
  func words(_ fields: [FieldDefinition]) -> [String] {
    func said(_ notes: [Int32: Note], _ words: (String, Note) -> String) -> [String] {
      notes.sorted { $0.key < $1.key }.map { words("field '\(fields[Int($0.key)].name)'", $0.value) }
    }
    return said(notUTF8) { field, note in
      "\(field): \(note.count) text\(note.count == 1 ? " is" : "s are") not UTF-8, for example '\(note.example.prefix(40))', and "
        + "the bytes that cannot be read were replaced; say how they are written with open_options = { ENCODING = \"CP1252\" }, or "
        + "whichever it is"
    }
      + said(garbled) { field, note in
        "\(field): \(note.count) text\(note.count == 1 ? " looks" : "s look") like UTF-8 that was read as another encoding, for "
          + "example '\(note.example.prefix(40))' for '\((Self.ungarbled(note.example) ?? "").prefix(40))'; a .cpg file that is wrong does "
          + "this: set it right with open_options = { ENCODING = \"UTF-8\" }"
      }
      + said(rounded) { field, note in
        "\(field): \(note.count) whole number\(note.count == 1 ? " lies" : "s lie") beyond 9,007,199,254,740,992, for example "
          + "\(note.example), and cannot be distinguished from their neighbours in calculations; store codes as texts"
      }
  }

  /// What a text was before somebody took its UTF-8 for Windows-1252 or ISO-8859-1; nil for a text that was
  /// not.
  static func ungarbled(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var isPlain = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: bytes.append(UInt8(scalar.value))
      case 0x80..<0x100:
        bytes.append(UInt8(scalar.value))
        isPlain = false
      default:
        guard let byte = windows1252[scalar.value] else { return nil }
        bytes.append(byte)
        isPlain = false
      }
    }
    return isPlain ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// Characters that Windows-1252 has at 0x80 to 0x9F, where ISO-8859-1 has none.
  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87,
    0x02C6: 0x88,
    0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92,
    0x201C: 0x93,
    0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A,
    0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}

/// Texts of drivers that hand out bytes as they are, in an encoding that the caller states.
struct TextEncoding {
  /// Name as iconv knows it, for example `CP1252`.
  let name: String

  /// An encoding; nil when nobody here knows it.
  init?(_ name: String) {
    let collector = MessageCollector()
    let back = collector.collecting { CStrings.take(CPLRecode("abc", name, "UTF-8")) }
    guard !name.isEmpty, back == "abc", !collector.hasFailure, collector.messages.isEmpty else {
      return nil
    }
    self.name = name
  }

  /// The text that bytes stand for; nil for bytes that stand for none.
  func text(of bytes: UnsafePointer<CChar>) -> String? {
    let collector = MessageCollector()
    let recoded = collector.collecting { CPLRecode(bytes, name, "UTF-8") }
    defer { VSIFree(recoded) }
    return collector.hasFailure ? nil : String(validatingCString: recoded)
  }
}
