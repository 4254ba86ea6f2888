// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures

/// A language that pages can be written in.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"

  /// A phrase in this language. Words without a translation stay English.
  public func text(_ phrase: Phrase) -> String {
    let template = translation(of: phrase.template) ?? phrase.template
    if phrase.values.isEmpty { return template }
    return Phrase.filled(
      template,
      with: phrase.values.map { value in
        switch value {
        case .text(let text): text
        case .word(let word): translation(of: word) ?? word
        case .numeral(let number): numeral(number)
        case .phrase(let phrase): text(phrase)
        }
      })
  }

  /// The template that stands for an English one; nil where there is none.
  func translation(of template: String) -> String? {
    switch self {
    case .english: template
    case .french: FrenchWords.all[template]
    }
  }

  /// A number written in English, as this language writes it: French puts a narrow space that does not break between thousands and a comma
  /// before decimals.
  private func numeral(_ number: String) -> String {
    switch self {
    case .english: return number
    case .french:
      var written = ""
      for character in number {
        switch character {
        case ",": written += "\u{202F}"
        case ".": written += ","
        case " ": written += "\u{A0}"
        default: written.append(character)
        }
      }
      return written
    }
  }
}

extension Language {
  /// Templates of phrases that this language has no words for, each once, in the order in which they come; what has no letters needs none.
  func untranslated(_ phrases: [Phrase]) -> [String] {
    var found: [String] = []
    for phrase in phrases {
      let hasLetters = Phrase.filled(phrase.template, with: phrase.values.map { _ in "" }).contains(
        where: \.isLetter)
      if hasLetters, translation(of: phrase.template) == nil, !found.contains(phrase.template) {
        found.append(phrase.template)
      }
      let inner = phrase.values.compactMap { value -> Phrase? in
        if case .phrase(let phrase) = value { return phrase }
        return nil
      }
      for template in untranslated(inner) where !found.contains(template) { found.append(template) }
    }
    return found
  }
}
