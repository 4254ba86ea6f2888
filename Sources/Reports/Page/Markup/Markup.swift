// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of HTML or SVG that is safe to join with others. Text gets in through `text(_:)` and attribute values only, which escape
/// it, so that no name or note from a file can become markup.
struct Markup: Sendable, Equatable {
  /// The piece as source.
  private(set) var source: String

  private init(source: String) { self.source = source }

  /// Nothing.
  static let empty = Markup(source: "")

  /// A text from anywhere.
  static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

  /// A text from data, kept apart from the writing direction of what surrounds it.
  static func data(_ text: String) -> Markup { element("bdi", [:], [.text(text)]) }

  /// Source written by hand in this module. Never pass anything that comes from data.
  static func trusted(_ source: StaticString) -> Markup { Markup(source: source.description) }

  /// An element with its content.
  ///
  /// - Parameters:
  ///   - name: Name of the element, written by hand.
  ///   - attributes: Names, written by hand, and values from anywhere.
  ///   - content: What is in it.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: [Markup] = []
  ) -> Markup {
    var source = "<\(name)"
    for attribute in attributes { source += " \(attribute.key)=\"\(escaped(attribute.value))\"" }
    source += ">"
    for piece in content { source += piece.source }
    return Markup(source: source + "</\(name)>")
  }

  /// An element of HTML that has no content and no end.
  static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Markup {
    var source = "<\(name)"
    for attribute in attributes { source += " \(attribute.key)=\"\(escaped(attribute.value))\"" }
    return Markup(source: source + ">")
  }

  /// Pieces one after another.
  static func joined(_ pieces: [Markup], separator: String = "") -> Markup {
    Markup(source: pieces.map(\.source).joined(separator: escaped(separator)))
  }

  /// Escapes what means something in text or in an attribute value. Control characters and code points that neither HTML nor
  /// XML allows become a replacement character.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Markup {
  /// A paragraph of text.
  static func paragraph(_ text: String) -> Markup { element("p", [:], [.text(text)]) }

  /// A list.
  static func list(_ items: [Markup]) -> Markup { element("ul", [:], items.map { element("li", [:], [$0]) }) }
}
