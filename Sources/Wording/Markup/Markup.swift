// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A piece of HTML or SVG that is safe to join with others. Text gets in through `text(_:)`, `data(_:)`,
/// `verbatim(_:)` and attribute values only, which escape it, so that no name or note from a file can become
/// markup. Words stay phrases until the page is written in a language.
package struct Markup: Sendable, Equatable {
  /// What it is made of.
  private enum Piece: Sendable, Equatable {
    case source(String)
    case words(Phrase)
  }

  private var pieces: [Piece]

  private init(source: String) { pieces = [.source(source)] }

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// Data for a script: JSON that no browser runs and that cannot end its element.
  package static func data(_ json: String, id: StaticString) -> Markup {
    let safe = json.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028")
      .replacing("\u{2029}", with: "\\u2029")
    return Markup(source: "<script type=\"application/json\" id=\"\(id)\">\(safe)</script>")
  }

  /// Nothing.
  package static let empty = Markup(pieces: [])

  /// Words for people.
  package static func text(_ words: Phrase) -> Markup { Markup(pieces: [.words(words)]) }

  /// A text that is the same in every language and part of the sentence around it.
  package static func verbatim(_ text: String) -> Markup { Markup(source: escaped(text)) }

  /// A text from data, kept apart from the writing direction of what surrounds it.
  package static func data(_ text: String) -> Markup { element("bdi", [:], [.verbatim(text)]) }

  /// Source written by hand in this module. Never pass anything that comes from data.
  package static func trusted(_ source: StaticString) -> Markup { Markup(source: source.description) }

  /// A style sheet or script whose text was checked to hold nothing that ends it.
  package static func trusted(_ asset: PageAsset) -> Markup { Markup(source: asset.text) }

  /// An element with its content.
  ///
  /// - Parameters:
  ///   - name: Name of the element, written by hand.
  ///   - attributes: Names, written by hand, and values from anywhere.
  ///   - label: What a screen reader calls it; nil for nothing beside its content.
  ///   - content: What is in it.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], label: Phrase? = nil,
    _ content: [Markup] = []
  ) -> Markup {
    var result = opening(name, attributes, label: label)
    for piece in content { result.append(piece) }
    result.append(source: "</\(name)>")
    return result
  }

  /// An element of HTML that has no content and no end.
  package static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Markup
  {
    opening(name, attributes, label: nil)
  }

  /// Pieces one after another.
  package static func joined(_ pieces: [Markup], separator: String = "") -> Markup {
    var result = Markup.empty
    for (index, piece) in pieces.enumerated() {
      if index > 0, !separator.isEmpty { result.append(source: escaped(separator)) }
      result.append(piece)
    }
    return result
  }

  /// The source in a language.
  package func source(in language: Language = .english) -> String {
    var source = ""
    for piece in pieces {
      switch piece {
      case .source(let text): source += text
      case .words(let phrase): source += Self.escaped(language.text(phrase))
      }
    }
    return source
  }

  /// Its words, in order.
  package var phrases: [Phrase] {
    pieces.compactMap { piece in
      if case .words(let phrase) = piece { return phrase }
      return nil
    }
  }

  private static func opening(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, label: Phrase?
  ) -> Markup {
    var source = "<\(name)"
    for attribute in attributes { source += " \(attribute.key)=\"\(escaped(attribute.value))\"" }
    guard let label else { return Markup(source: source + ">") }
    return Markup(pieces: [.source(source + " aria-label=\""), .words(label), .source("\">")])
  }

  private mutating func append(_ other: Markup) {
    for piece in other.pieces {
      if case .source(let text) = piece { append(source: text) } else { pieces.append(piece) }
    }
  }

  /// Joins what can be joined, so that a page is made of few pieces.
  private mutating func append(source: String) {
    if case .source(var text)? = pieces.last {
      pieces.removeLast()
      text += source
      pieces.append(.source(text))
    } else {
      pieces.append(.source(source))
    }
  }

  /// Escapes what means something in text or in an attribute value. Control characters and code points that
  /// neither HTML nor XML allows become a replacement character.
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
  package static func paragraph(_ words: Phrase) -> Markup { element("p", [:], [.text(words)]) }

  /// A list.
  package static func list(_ items: [Markup]) -> Markup {
    element("ul", [:], items.map { element("li", [:], [$0]) })
  }
}
