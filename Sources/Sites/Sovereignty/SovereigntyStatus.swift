// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The tier of a site and what says so.
package struct SovereigntyStatus: Sendable, Equatable, Codable {
  /// One attribute that was looked at.
  package struct Evidence: Sendable, Equatable, Codable {
    /// Name of the attribute.
    package var attribute: String
    /// Its value with its unit, texts in quotes; nil where it is not known.
    package var value: String?
    /// What the value rests on; nil where it is not known.
    package var basis: Basis?
    /// Where the value comes from, or why there is none; in words.
    package var source: String

    /// The evidence in one line, for example `owner_country = 'FR' (published; sites.geojson)`.
    package var line: String {
      guard let value else { return "\(attribute) not known" }
      let behind = [basis?.rawValue ?? "", ScreeningText.source(source)].filter { !$0.isEmpty }
      return "\(attribute) = \(value)" + (behind.isEmpty ? "" : " (\(behind.joined(separator: "; ")))")
    }
  }

  /// The site.
  package var siteID: String
  /// Name of its tier.
  package var tier: String
  /// Place of the tier, 0 for the strongest.
  package var rank: Int
  /// Whether no condition held, so that the site fell to the tier for what is unknown.
  package var isUnknown: Bool
  /// Condition that holds, or that none does.
  package var reason: String
  /// Attributes that the condition names; all that were looked at where none held.
  package var evidence: [Evidence]

  /// The status in words, evidence included.
  package var words: Phrase {
    let lines = evidence.map(\.line).joined(separator: ", ")
    return isUnknown
      ? "sovereignty tier '\(tier)' since \(Phrase(word: reason)): \(lines)"
      : "sovereignty tier '\(tier)' by \(lines)"
  }

  /// The status in one English sentence, evidence included.
  package var sentence: String { words.english }
}
