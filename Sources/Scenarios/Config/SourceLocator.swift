// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the line and column at which every key and list element of a TOML text stands. The TOML parser gives places for
/// syntax errors only, so this second, small reading follows the structure of a text that is already known to be valid:
/// headers, dotted keys, arrays of tables, inline tables and lists; what strings and comments hold is skipped.
struct SourceLocator {
  /// One step from the root of the text to a value.
  enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  /// Places of all keys and list elements of a valid TOML text. On a text that is not valid the result is incomplete, but
  /// it always ends.
  static func positions(in text: String) -> [[Step]: SourcePosition] {
    var locator = SourceLocator(scanner: SourceScanner(text))
    locator.locate()
    return locator.found
  }

  private var scanner: SourceScanner
  private var found: [[Step]: SourcePosition] = [:]
  /// How many elements each array of tables has so far; a header below such an array speaks of its last element.
  private var tableCounts: [[Step]: Int] = [:]

  private init(scanner: SourceScanner) { self.scanner = scanner }

  private mutating func locate() {
    var scope: [Step] = []
    while true {
      scanner.skipBlank()
      guard let byte = scanner.peek else { return }
      let before = scanner.index
      if byte == UInt8(ascii: "[") {
        scope = header()
      } else {
        entry(in: scope)
      }
      if scanner.index == before { scanner.advance() }
    }
  }

  /// Reads `[a.b]` or `[[a.b]]` and returns the path that the following keys belong to.
  private mutating func header() -> [Step] {
    let start = scanner.position
    scanner.advance()
    let isArray = scanner.take(UInt8(ascii: "["))
    var path: [Step] = []
    let keys = dottedKey()
    for (number, key) in keys.enumerated() {
      path.append(.key(key.name))
      note(path, number == keys.count - 1 ? start : key.position)
      if number < keys.count - 1, let count = tableCounts[path] { path.append(.index(count - 1)) }
    }
    if isArray {
      let count = tableCounts[path, default: 0]
      tableCounts[path] = count + 1
      path.append(.index(count))
      note(path, start)
      _ = scanner.take(UInt8(ascii: "]"))
    }
    _ = scanner.take(UInt8(ascii: "]"))
    return path
  }

  /// Reads `key = value`.
  private mutating func entry(in scope: [Step]) {
    var path = scope
    for key in dottedKey() {
      path.append(.key(key.name))
      note(path, key.position)
    }
    scanner.skipSpaces()
    guard scanner.take(UInt8(ascii: "=")) else { return }
    scanner.skipSpaces()
    value(at: path)
  }

  /// Reads keys joined by dots.
  private mutating func dottedKey() -> [(name: String, position: SourcePosition)] {
    var keys: [(name: String, position: SourcePosition)] = []
    repeat {
      scanner.skipSpaces()
      let position = scanner.position
      guard let name = scanner.key() else { return keys }
      keys.append((name, position))
      scanner.skipSpaces()
    } while scanner.take(UInt8(ascii: "."))
    return keys
  }

  private mutating func value(at path: [Step]) {
    switch scanner.peek {
    case UInt8(ascii: "["): list(at: path)
    case UInt8(ascii: "{"): inlineTable(at: path)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = scanner.string()
    default: scanner.skipScalar()
    }
  }

  private mutating func list(at path: [Step]) {
    scanner.advance()
    var index = 0
    while true {
      scanner.skipBlank()
      guard let byte = scanner.peek, byte != UInt8(ascii: "]") else { break }
      let before = scanner.index
      let element = path + [.index(index)]
      note(element, scanner.position)
      value(at: element)
      index += 1
      scanner.skipBlank()
      _ = scanner.take(UInt8(ascii: ","))
      if scanner.index == before { scanner.advance() }
    }
    _ = scanner.take(UInt8(ascii: "]"))
  }

  private mutating func inlineTable(at path: [Step]) {
    scanner.advance()
    while true {
      scanner.skipBlank()
      guard let byte = scanner.peek, byte != UInt8(ascii: "}") else { break }
      let before = scanner.index
      entry(in: path)
      scanner.skipBlank()
      _ = scanner.take(UInt8(ascii: ","))
      if scanner.index == before { scanner.advance() }
    }
    _ = scanner.take(UInt8(ascii: "}"))
  }

  /// Keeps the first place of a path: a table that several headers extend is where it begins.
  private mutating func note(_ path: [Step], _ position: SourcePosition) {
    if found[path] == nil { found[path] = position }
  }
}
