// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Quantities

/// One reason why a site cannot be chosen.
package struct SiteExclusion: Sendable, Equatable, Codable {
  /// Identifier of the site.
  package var siteID: String
  /// Rule that excluded it.
  package var rule: String
  /// Value the site has, with its unit, in words.
  package var valueWords: Phrase
  /// Limit it breaks, with its unit, in words.
  package var limitWords: Phrase

  /// Value the site has, with its unit, in English.
  package var value: String { valueWords.english }
  /// Limit it breaks, with its unit, in English.
  package var limit: String { limitWords.english }
  /// The reason in words.
  package var words: Phrase { "\(Phrase(word: rule)): \(valueWords), \(limitWords)" }

  /// One reason why a site cannot be chosen.
  package init(siteID: String, rule: String, value: Phrase, limit: Phrase) {
    self.siteID = siteID
    self.rule = rule
    valueWords = value
    limitWords = limit
  }
}
