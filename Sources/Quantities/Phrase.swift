// SPDX-License-Identifier: GPL-3.0-or-later

/// A text for people whose values are kept apart from its words, so that it can be said in another language:
/// written as an English literal with interpolated values, which leaves a template such as `{1} of {2} sites`
/// and the values for its holes.
///
/// The template is what a translation is looked up by; `english` is the text where none is wanted.
package struct Phrase: Sendable, Hashable, Codable {
  /// What fills a hole.
  package enum Value: Sendable, Hashable, Codable {
    /// A name, an identifier, a year: the same in every language.
    case text(String)
    /// A word of a file or of data, said in another language where its translation is known.
    case word(String)
    /// A number written in English, with commas between thousands and a point before decimals.
    case numeral(String)
    /// Words that are translated for themselves.
    case phrase(Phrase)
  }

  /// English words with holes `{1}`, `{2}` and so on, in the order of the values.
  package private(set) var template: String
  /// What fills the holes.
  package private(set) var values: [Value]

  /// A phrase of its parts, as a file holds them.
  package init(template: String, values: [Value]) {
    self.template = template
    self.values = values
  }

  /// A text that is the same in every language.
  package init(verbatim text: String) { self.init(template: "{1}", values: [.text(text)]) }

  /// A word that is only known when the program runs, such as a unit; it is translated where its translation
  /// is known.
  package init(word: String) { self.init(template: "{1}", values: [.word(word)]) }

  /// A number written in English, with commas between thousands and a point before decimals.
  package init(numeral: String) { self.init(template: "{1}", values: [.numeral(numeral)]) }

  /// No text.
  package static let empty = Phrase(template: "", values: [])

  /// Whether there is nothing to say.
  package var isEmpty: Bool { template.isEmpty }

  /// The text in English.
  package var english: String { Phrase.filled(template, with: values.map(\.english)) }

  /// Phrases one after another, each translated for itself.
  package static func joined(_ phrases: [Phrase], separator: String) -> Phrase {
    let holes = phrases.indices.map { "{\($0 + 1)}" }
    return Phrase(template: holes.joined(separator: separator), values: phrases.map { .phrase($0) })
  }

  /// One sentence written in two pieces; it is translated as a whole.
  package static func + (first: Phrase, second: Phrase) -> Phrase {
    let shifted = (0..<second.values.count).map { "{\($0 + 1 + first.values.count)}" }
    return Phrase(
      template: first.template + filled(second.template, with: shifted), values: first.values + second.values)
  }

  /// One sentence written in two pieces; it is translated as a whole.
  package static func += (first: inout Phrase, second: Phrase) { first = first + second }

  /// A template with its holes filled. A hole without a text stays as it is.
  package static func filled(_ template: String, with texts: [String]) -> String {
    guard !texts.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"), let number = Int(rest[rest.index(after: open)..<close]),
        texts.indices.contains(number - 1)
      else {
        result.append("{")
        rest = rest.dropFirst()
        continue
      }
      result += texts[number - 1]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Phrase.Value {
  /// The value in English.
  var english: String {
    switch self {
    case .text(let text), .word(let text), .numeral(let text): text
    case .phrase(let phrase): phrase.english
    }
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// The template as it is written.
  package init(stringLiteral value: String) { self.init(template: value, values: []) }

  /// The template and values of a literal.
  package init(stringInterpolation: StringInterpolation) {
    self.init(template: stringInterpolation.template, values: stringInterpolation.values)
  }

  /// Collects the words and values of a literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var values: [Value] = []

    /// Nothing yet.
    package init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    /// Words.
    package mutating func appendLiteral(_ literal: String) { template += literal }

    /// A text that is the same in every language.
    package mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    /// A whole number as it is, such as a year.
    package mutating func appendInterpolation(_ number: Int) { append(.text(String(number))) }

    /// Words that are translated for themselves.
    package mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    private mutating func append(_ value: Value) {
      values.append(value)
      template += "{\(values.count)}"
    }
  }
}

extension Phrase: CustomStringConvertible {
  /// The text in English.
  package var description: String { english }
}
