// SPDX-License-Identifier: GPL-3.0-or-later

extension TOMLReader {
  /// One part of a key, with its place.
  struct KeyPart {
    var name: String
    var place: TextPlace
  }

  /// What a setting stands in: a line of its own, a table in braces or a list.
  enum Surroundings {
    case statement
    case braces
    case list
  }

  static func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Reads `[a.b]` or `[[a.b]]`: the table that the following keys belong to, and how deep it lies.
  mutating func header(root: TableBuilder) throws(Stop) -> (table: TableBuilder, depth: Int) {
    let start = cursor.place
    cursor.advance()
    let isList = cursor.take(UInt8(ascii: "["))
    let keys = try dottedKey(depth: 0)
    let closing = isList ? "]]" : "]"
    for _ in closing.utf8 where !cursor.take(UInt8(ascii: "]")) {
      try stop(
        "the header that begins here has no closing \(closing)", hint: headerHint(keys, isList: isList),
        at: start)
    }
    try count()
    var table = root
    for key in keys.dropLast() {
      guard let next = try step(from: table, to: key) else { return (detached(start), keys.count) }
      table = next
    }
    guard let last = keys.last else { return (detached(start), 1) }
    let place = TextPlace(line: start.line, column: start.column)
    let reached =
      isList ? try appended(to: last, in: table, at: place) : try opened(last, in: table, at: place)
    return (reached ?? detached(start), keys.count + (isList ? 1 : 0))
  }

  private func headerHint(_ keys: [KeyPart], isList: Bool) -> String {
    let name = keys.map { TOMLText.key($0.name) }.joined(separator: ".")
    return isList ? "write [[\(name)]]" : "write [\(name)] on a line of its own"
  }

  /// Takes what belongs to a header that is refused.
  private func detached(_ place: TextPlace) -> TableBuilder { TableBuilder(.header, at: place) }

  /// The table under a key on the way of a header; nil where there is none and that was noted.
  private mutating func step(from table: TableBuilder, to key: KeyPart) throws(Stop) -> TableBuilder? {
    guard let (entry, _, place) = table.entry(key.name) else {
      let made = TableBuilder(.implied, at: key.place)
      try count()
      table.add(key.name, at: key.place, .table(made))
      return made
    }
    switch entry {
    case .table(let next): return next
    case .tables(let list):
      if let last = list.tables.last { return last }
    case .value: break
    }
    try noteClosed(key, entry, place)
    return nil
  }

  /// The table that a header names; nil where it cannot be and that was noted.
  private mutating func opened(
    _ key: KeyPart, in table: TableBuilder, at place: TextPlace
  ) throws(Stop) -> TableBuilder? {
    guard let (entry, written, first) = table.entry(key.name) else {
      let made = TableBuilder(.header, at: place)
      table.add(key.name, at: place, .table(made))
      return made
    }
    if case .table(let next) = entry, next.kind == .implied {
      next.kind = .header
      return next
    }
    if case .table(let next) = entry, next.kind == .header {
      try noteTwice("the table", key, written, first, at: place, hint: "put their keys under one header")
    } else {
      try noteClosed(key, entry, first, at: place)
    }
    return nil
  }

  /// The next table of a list; nil where there can be none and that was noted.
  private mutating func appended(
    to key: KeyPart, in table: TableBuilder, at place: TextPlace
  ) throws(Stop) -> TableBuilder? {
    let made = TableBuilder(.header, at: place)
    guard let (entry, _, first) = table.entry(key.name) else {
      let list = TableBuilder.TableList()
      list.tables.append(made)
      table.add(key.name, at: place, .tables(list))
      return made
    }
    guard case .tables(let list) = entry else {
      try noteClosed(key, entry, first, at: place)
      return nil
    }
    list.tables.append(made)
    return made
  }

  /// Reads `key = value` into a table.
  mutating func entry(in table: TableBuilder, depth: Int, _ surroundings: Surroundings) throws(Stop) {
    let keys = try dottedKey(depth: depth)
    let name = keys.map { TOMLText.key($0.name) }.joined(separator: ".")
    cursor.skipSpaces()
    guard cursor.take(UInt8(ascii: "=")) else { try stopWithoutEquals(keys, name) }
    cursor.skipSpaces()
    let value = try value(key: name, depth: depth + keys.count, in: surroundings)
    var target = table
    for key in keys.dropLast() {
      guard let (entry, _, place) = target.entry(key.name) else {
        let made = TableBuilder(.dotted, at: key.place)
        try count()
        target.add(key.name, at: key.place, .table(made))
        target = made
        continue
      }
      guard case .table(let next) = entry, next.kind == .implied || next.kind == .dotted else {
        try noteClosed(key, entry, place)
        return
      }
      next.kind = .dotted
      target = next
    }
    guard let last = keys.last else { return }
    if let (_, written, first) = target.entry(last.name) {
      try noteTwice("the key", last, written, first, at: last.place, hint: "keep one of them")
    } else {
      target.add(last.name, at: last.place, .value(value))
    }
  }

  private mutating func stopWithoutEquals(_ keys: [KeyPart], _ name: String) throws(Stop) -> Never {
    let start = keys.first?.place
    let line = cursor.end { $0 == UInt8(ascii: "#") }
    let equals = cursor.end { $0 == UInt8(ascii: "=") }
    if cursor.peek == UInt8(ascii: ":") {
      try stop("there is no '=' behind '\(name)'", hint: "write '=' in place of ':'")
    }
    if equals < line, keys.count == 1 {
      let whole = keys[0].name + " " + cursor.text(cursor.index..<equals)
      try stop(
        "the key '\(whole)' is not in quotes", hint: "write \(TOMLText.quoted(whole)) = ...", at: start)
    }
    if name.hasPrefix("-") {
      try stop("there is no '=' behind '\(name)'", hint: "a comment begins with #", at: start)
    }
    try stop(
      "there is no '=' and no value behind '\(name)'",
      hint: "a setting is written \(name) = ..., a header [\(name)]", at: start)
  }

  private mutating func noteTwice(
    _ what: String, _ key: KeyPart, _ written: String, _ first: TextPlace, at place: TextPlace, hint: String
  ) throws(Stop) {
    let isSpelledAlike = written.utf8.elementsEqual(key.name.utf8)
    let other =
      isSpelledAlike ? "" : ", there with other code points for the same letters (accents apart or within)"
    try note(
      "\(what) '\(key.name)' stands twice, first in line \(first.line)\(other)", hint: hint, kind: .duplicate,
      at: place)
  }

  /// Notes that nothing can be added to what stands under a key.
  private mutating func noteClosed(
    _ key: KeyPart, _ entry: TableBuilder.Entry, _ first: TextPlace, at place: TextPlace? = nil
  ) throws(Stop) {
    let what: String
    var hint = "put all its keys there"
    switch entry {
    case .table(let table) where table.kind == .dotted: what = "is made by a dotted key"
    case .table: what = "is a table with a header of its own"
    case .tables:
      what = "is a list of tables"
      hint = "write [[\(TOMLText.key(key.name))]] for a further table"
    case .value(let value) where value.members != nil: what = "is a table in braces"
    case .value(let value):
      what = value.elements == nil ? "is a value" : "is a list"
      hint = "take another name for one of them"
    }
    try note(
      "'\(key.name)' \(what) in line \(first.line) and cannot be added to here", hint: hint, kind: .duplicate,
      at: place ?? key.place)
  }

  // MARK: Names

  /// Reads keys joined by dots, and the blanks around them.
  private mutating func dottedKey(depth: Int) throws(Stop) -> [KeyPart] {
    var keys: [KeyPart] = []
    repeat {
      cursor.skipSpaces()
      let place = cursor.place
      try check(depth: depth + keys.count + 1, at: place)
      keys.append(KeyPart(name: try key(isFirst: keys.isEmpty), place: place))
      cursor.skipSpaces()
    } while cursor.take(UInt8(ascii: "."))
    return keys
  }

  private mutating func key(isFirst: Bool) throws(Stop) -> String {
    try count()
    guard let byte = cursor.peek else { try stopWithoutKey(isFirst) }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      if cursor.peek(1) == byte, cursor.peek(2) == byte {
        try stop(
          "a key cannot stand in three quotes", hint: "write it in \(Character(Unicode.Scalar(byte))) quotes")
      }
      return try string()
    }
    let start = cursor.index
    let end = cursor.end { !Self.isBareKeyByte($0) }
    let wide = cursor.end { byte in
      byte < 0x80 && !Self.isBareKeyByte(byte) && !"/*?@+%&~<>|()$!:".utf8.contains(byte)
    }
    // A colon is what other formats write for '='.
    let isColon = end < wide && end > start && cursor.bytes[end] == UInt8(ascii: ":")
    if wide > end, !isColon {
      let name = cursor.text(start..<wide)
      if name.hasPrefix("//") { try stop("this is no setting", hint: "a comment begins with #") }
      if let straight = CurlyQuotes.straightened(name) {
        try note("the quotes of the key \(name) are curly", hint: "use straight quotes: \(straight)")
      } else {
        try note(
          "the key '\(name)' must stand in quotes",
          hint:
            "write \(TOMLText.quoted(name)); without quotes a key has only letters a to z, digits, _ and -")
      }
      cursor.advance(to: wide)
      return name
    }
    guard end > start else { try stopWithoutKey(isFirst) }
    cursor.advance(to: end)
    return String(decoding: cursor.bytes[start..<end], as: UTF8.self)
  }

  private mutating func stopWithoutKey(_ isFirst: Bool) throws(Stop) -> Never {
    if cursor.peek == UInt8(ascii: ";") { try stop("this is no setting", hint: "a comment begins with #") }
    let message = isFirst ? "a key is missing before \(excerpt())" : "a key is missing behind the dot"
    try stop(message, hint: "a setting is written key = value, a header [name]")
  }
}
