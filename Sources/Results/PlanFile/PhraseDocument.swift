// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

/// A phrase in a file: its English template and what fills its holes, so that a reader can say it in another
/// language.
enum PhraseDocument {
  /// Deepest nesting of phrases that is read.
  private static let deepest = 8

  static func json(_ phrase: Phrase) -> JSONValue {
    [
      "template": .string(phrase.template),
      "values": .array(
        phrase.values.map { value in
          switch value {
          case .text(let text): ["text": .string(text)]
          case .word(let word): ["word": .string(word)]
          case .numeral(let numeral): ["numeral": .string(numeral)]
          case .phrase(let phrase): ["phrase": json(phrase)]
          }
        }),
    ]
  }

  /// The phrase; nil for what is none.
  static func phrase(_ json: JSONValue?, depth: Int = 0) -> Phrase? {
    guard depth < deepest, let template = json?["template"]?.string, let values = json?["values"]?.array
    else {
      return nil
    }
    var read: [Phrase.Value] = []
    for value in values {
      if let text = value["text"]?.string {
        read.append(.text(text))
      } else if let word = value["word"]?.string {
        read.append(.word(word))
      } else if let numeral = value["numeral"]?.string {
        read.append(.numeral(numeral))
      } else if let inner = phrase(value["phrase"], depth: depth + 1) {
        read.append(.phrase(inner))
      } else {
        return nil
      }
    }
    return Phrase(template: template, values: read)
  }
}
