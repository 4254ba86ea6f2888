// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Key paths of changes: segments joined by dots, where a segment in quotes is one name and any other may
/// hold `*` and `?`.
enum ChangePath {
  /// Keys that a path may have; no key of a scenario lies deeper than a tenth of it.
  static let deepest = 64

  /// The path as it is typed.
  static func text(_ path: [NamePattern]) -> String { path.map(text).joined(separator: ".") }

  /// A segment as it is typed.
  static func text(_ segment: NamePattern) -> String {
    segment.isLiteral ? ConfigPath.quotedIfNeeded(segment.text) : segment.text
  }

  /// A path alone, as `[[changes]]` writes it; nil where a segment is empty or a quote is open.
  static func parsed(_ text: String) -> [NamePattern]? {
    guard let split = split(text + " ="), split.verb == .set, split.text.isEmpty else { return nil }
    return split.path
  }

  /// Splits `path=value`, `path*=value`, `path+=value` or `path-=value` at the first `=` outside quotes and
  /// the path at its dots; nil where a segment is empty or a quote is open.
  static func split(_ argument: String) -> (path: [NamePattern], verb: ChangeVerb, text: String)? {
    var path: [NamePattern] = []
    var segment = Segment()
    var rest = Substring(argument)
    while let character = rest.popFirst() {
      if segment.takes(character) { continue }
      if character == "=" {
        let verb = segment.takeOperator()
        guard let last = segment.pattern else { return nil }
        return (path + [last], verb, trimmed(rest))
      }
      guard let part = segment.pattern else { return nil }
      path.append(part)
      guard path.count < deepest else { return nil }
      segment = Segment()
    }
    return nil
  }

  /// One segment while it is read.
  private struct Segment {
    private var text = ""
    private var quoted: String?
    private var quote: Character?
    private var isEscaped = false
    private var hasEscapes = false

    /// Takes a character unless it ends the segment.
    mutating func takes(_ character: Character) -> Bool {
      if let open = quote {
        if character == open, !isEscaped { quote = nil } else { quoted?.append(character) }
        hasEscapes = hasEscapes || isEscaped
        isEscaped = character == "\\" && open == "\"" && !isEscaped
      } else if text.isEmpty, quoted == nil, character == "\"" || character == "'" {
        quote = character
        quoted = ""
      } else if character == "." || character == "=" {
        return false
      } else {
        text.append(character)
      }
      return true
    }

    /// Takes the operator that stands directly before `=` off the segment. `a.*=1` sets all keys of `a`: an
    /// operator needs something to work on.
    mutating func takeOperator() -> ChangeVerb {
      let verbs: [Character: ChangeVerb] = ["*": .multiply, "+": .add, "-": .remove]
      guard let last = text.last, let verb = verbs[last] else { return .set }
      let left = text.dropLast()
      if verb == .multiply, quoted == nil, trimmed(left).isEmpty { return .set }
      text = String(left)
      return verb
    }

    /// The finished segment; nil where it is empty or something stands behind its closing quote.
    var pattern: NamePattern? {
      let bare = trimmed(Substring(text))
      if let quoted {
        guard bare.isEmpty, quote == nil else { return nil }
        guard hasEscapes else { return NamePattern(literal: quoted) }
        // Quotes and what is escaped in them are those of TOML.
        let origin = ConfigOrigin(overlay: quoted)
        return ConfigParser.value("\"\(quoted)\"", origin: origin)?.text.map(NamePattern.init(literal:))
      }
      return bare.isEmpty ? nil : NamePattern(pattern: bare)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var part = text
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
