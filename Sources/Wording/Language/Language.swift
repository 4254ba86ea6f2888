// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A language that pages can be written in.
package struct Language: Sendable, Equatable {
  /// Its code, for example `fr`.
  package let code: String
  /// Words in place of those of the program, by English template.
  private var replaced: [String: String] = [:]

  package static let english = Language(code: "en")
  package static let french = Language(code: "fr")
  /// Every language as the program has it.
  package static let all = [english, french]

  private init(code: String) { self.code = code }

  /// The same language with other words for some phrases.
  package func replacing(_ words: [String: String]) -> Language {
    var language = self
    language.replaced = words.mapValues(FrenchTypography.set)
    return language
  }

  private var isFrench: Bool { code == Language.french.code }

  /// A phrase in this language. Words without a translation stay English.
  package func text(_ phrase: Phrase) -> String {
    let template = words(of: phrase.template)
    // A text on its own has its own direction already.
    let isSentence = phrase.template != "{1}"
    if phrase.values.isEmpty { return template }
    return Phrase.filled(
      template,
      with: phrase.values.map { value in
        switch value {
        case .text(let text): isSentence ? isolated(text) : text
        case .word(let word): translation(of: word) ?? word
        case .numeral(let number): numeral(number)
        case .phrase(let phrase): text(phrase)
        }
      })
  }

  /// The template that stands for an English one; nil where there is none.
  package func translation(of template: String) -> String? {
    replaced[template] ?? (isFrench ? FrenchWords.all[template] : template)
  }

  /// The template in this language; what only joins values, such as `{1}; {2}`, is set as the language sets
  /// it.
  private func words(of template: String) -> String {
    if let translated = translation(of: template) { return translated }
    let joinsOnly = isFrench && !template.contains(where: \.isLetter)
    return joinsOnly ? FrenchTypography.set(template) : template
  }

  /// A name or another text of data in a sentence: one that could turn the writing direction of what follows
  /// is kept apart, without its own controls.
  private func isolated(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { Self.turnsDirection($0) }) else { return text }
    let bare = text.unicodeScalars.filter { !$0.properties.isBidiControl }
    return "\u{2068}\(String(String.UnicodeScalarView(bare)))\u{2069}"
  }

  /// Controls of the writing direction, and letters written from the right: Hebrew, Arabic and their
  /// neighbours.
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isBidiControl { return true }
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
    default: return false
    }
  }

  /// A number written in English, as this language writes it: French puts a narrow space that does not break
  /// between thousands and a comma before decimals.
  private func numeral(_ number: String) -> String {
    guard isFrench else { return number }
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

extension Language {
  /// Templates of phrases that this language has no words for, each once, in the order in which they come;
  /// what has no letters needs none.
  package func untranslated(_ phrases: [Phrase]) -> [String] {
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
