// SPDX-License-Identifier: GPL-3.0-or-later

/// A value of a canonical TOML text with the source it was read from.
struct TOMLValue {
  struct Member {
    var key: String
    var value: TOMLValue
  }

  indirect enum Content {
    case table([Member])
    case list([TOMLValue])
    /// Anything else; the text of a string, nil for a number or a truth value.
    case plain(String?)
  }

  var content: Content
  var source: String

  /// The text of a string; nil for anything else.
  var text: String? {
    switch content {
    case .plain(let text): return text
    case .table, .list: return nil
    }
  }
}

/// Reads one line of a canonical TOML text from its beginning to its end. What cannot be read is nil; nothing is put right.
struct TOMLLineReader {
  /// Values within values beyond this depth are refused, so that no text can exhaust the stack.
  private static let deepest = 64

  private let bytes: [UInt8]
  private var place = 0

  init(_ line: Substring) { bytes = Array(line.utf8) }

  var isAtEnd: Bool { place == bytes.count }

  /// Steps over a byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Steps over ` = `.
  mutating func takeEquals() -> Bool {
    skipBlanks()
    guard take(UInt8(ascii: "=")) else { return false }
    skipBlanks()
    return true
  }

  /// Keys joined by dots.
  mutating func path() -> [String]? {
    var keys: [String] = []
    repeat {
      guard let key = key() else { return nil }
      keys.append(key)
    } while take(UInt8(ascii: "."))
    return keys
  }

  /// Any value.
  mutating func value(depth: Int = 0) -> TOMLValue? {
    guard depth < Self.deepest, place < bytes.count else { return nil }
    let start = place
    let content: TOMLValue.Content
    switch bytes[place] {
    case UInt8(ascii: "{"):
      guard let members = table(depth: depth) else { return nil }
      content = .table(members)
    case UInt8(ascii: "["):
      guard let entries = list(depth: depth) else { return nil }
      content = .list(entries)
    case UInt8(ascii: "\""):
      guard let text = string() else { return nil }
      content = .plain(text)
    default:
      while place < bytes.count, !Self.endsWord(bytes[place]) { place += 1 }
      guard place > start else { return nil }
      content = .plain(nil)
    }
    return TOMLValue(content: content, source: String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"")
  }

  private mutating func skipBlanks() {
    while take(UInt8(ascii: " ")) {}
  }

  private mutating func key() -> String? {
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return string() }
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if Self.endsWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "=") { break }
      place += 1
    }
    return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
  }

  private mutating func table(depth: Int) -> [TOMLValue.Member]? {
    guard take(UInt8(ascii: "{")) else { return nil }
    var members: [TOMLValue.Member] = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipBlanks()
      guard let key = key(), takeEquals(), let value = value(depth: depth + 1) else { return nil }
      members.append(TOMLValue.Member(key: key, value: value))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? members : nil
  }

  private mutating func list(depth: Int) -> [TOMLValue]? {
    guard take(UInt8(ascii: "[")) else { return nil }
    var entries: [TOMLValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return entries }
    repeat {
      skipBlanks()
      guard let value = value(depth: depth + 1) else { return nil }
      entries.append(value)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? entries : nil
  }

  /// A text in double quotes.
  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard place < bytes.count else { return nil }
      let mark = bytes[place]
      place += 1
      switch mark {
      case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(mark)
      case UInt8(ascii: "u"):
        guard place + 4 <= bytes.count,
          let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        place += 4
        text += Array(String(Character(scalar)).utf8)
      default: return nil
      }
    }
    return nil
  }
}
