// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// French for the English templates of phrases, as `french.toml` in the program has it. It is read once, when
/// a page is first written in French.
package enum FrenchWords {
  /// A part of the file, as it stands there.
  package struct Part: Sendable, Equatable {
    /// What the words are about.
    package var name: String
    /// French by the English template, in the order of the file.
    package var words: [(template: String, french: String)]

    package static func == (one: Part, other: Part) -> Bool {
      one.name == other.name && one.words.elementsEqual(other.words, by: ==)
    }
  }

  /// The parts of the file; empty where it cannot be read, which a test rules out.
  package static let parts: [Part] = {
    let file = try? TOMLValue(document: PackageResources.french_toml)
    return (file?.members ?? []).map { part in
      Part(
        name: part.key,
        words: (part.value.members ?? []).compactMap { entry in
          entry.value.text.map { (template: entry.key, french: $0) }
        })
    }
  }()

  /// All of them, set as French is.
  package static let all: [String: String] = parts.flatMap(\.words).reduce(into: [:]) { all, entry in
    if all[entry.template] == nil { all[entry.template] = FrenchTypography.set(entry.french) }
  }
}
