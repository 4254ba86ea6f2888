// SPDX-License-Identifier: GPL-3.0-or-later

/// French for the English templates of phrases. A hole such as `{2}` stands for the same value in both; a
/// translation may move or leave out holes.
package enum FrenchWords {
  /// All of them.
  package static let all: [String: String] = {
    var all: [String: String] = [:]
    for part in [sections, tables, map, sites, rules, design, sources, words] {
      for (template, words) in part where all[template] == nil {
        all[template] = FrenchTypography.set(words)
      }
    }
    return all
  }()
}
