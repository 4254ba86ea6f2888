// SPDX-License-Identifier: GPL-3.0-or-later

/// One `path=value` of the command line, laid over a scenario.
struct Overlay {
  /// Keys of the value that it sets.
  var path: [String]
  /// The value.
  var value: ConfigNode

  /// Reads `grid.route_factor=1.3`. Segments may be quoted; the value is written as in TOML, and a text may do without quotes.
  ///
  /// - Returns: nil when it cannot be read; the fault is in the log.
  init?(_ argument: String, log: FindingLog) {
    guard let (path, text) = Self.split(argument) else {
      log.add(
        at: ConfigOrigin(overlay: argument), path: [], "is not of the form path=value",
        hint: "for example --set grid.route_factor=1.3")
      return nil
    }
    let origin = ConfigOrigin(overlay: ConfigPath.text(path))
    log.enter(file: origin.file)
    guard !text.isEmpty else {
      log.add(at: origin, path: path, "has no value after '='", hint: "for an empty text write '\"\"'")
      return nil
    }
    if let first = path.first, ["schema", "extends"].contains(first) {
      log.add(at: origin, path: path, "cannot be replaced", hint: "write a scenario file of your own instead")
      return nil
    }
    let isComposed = text.first.map { "[{\"'".contains($0) } ?? false
    if let value = ConfigParser.value(text, origin: origin) {
      self.path = path
      self.value = value
      if !isComposed { self.value.bareText = text }
    } else if isComposed {
      log.add(
        at: origin, path: path, "the value is not TOML: \(text)",
        hint: "lists and tables are written as in a file, for example [\"gb200-nvl72\"] or { 2027 = 18000 }")
      return nil
    } else {
      self.path = path
      value = ConfigNode(.text(text), origin: origin, bareText: text)
    }
  }

  /// Splits at the first `=` outside quotes and the path at its dots; nil where a segment is empty or a quote is open.
  private static func split(_ argument: String) -> (path: [String], text: String)? {
    var path: [String] = []
    var segment = ""
    var isQuoted = false
    var quote: Character?
    var rest = Substring(argument)
    func isSegment() -> Bool { isQuoted || !segment.isEmpty }
    while let character = rest.popFirst() {
      if let open = quote {
        if character == open { quote = nil } else { segment.append(character) }
      } else if segment.isEmpty, !isQuoted, character == "\"" || character == "'" {
        quote = character
        isQuoted = true
      } else if character == "." || character == "=" {
        segment = trimmed(segment, unless: isQuoted)
        guard isSegment() else { return nil }
        path.append(segment)
        if character == "=" { return (path, trimmed(String(rest), unless: false)) }
        segment = ""
        isQuoted = false
      } else {
        segment.append(character)
      }
    }
    return nil
  }

  private static func trimmed(_ text: String, unless isQuoted: Bool) -> String {
    if isQuoted { return text }
    var part = Substring(text)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
