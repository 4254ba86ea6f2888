// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the countries of a site's owners and operators.
package enum Jurisdiction {
  /// ISO 3166-1 codes of the 27 member states of the European Union.
  static let memberStates: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// Country codes in a text such as `AE|FR|US`.
  package static func countries(in text: String) -> [String] {
    text.split(separator: "|").map { $0.filter { !$0.isWhitespace }.uppercased() }
      .filter { !$0.isEmpty }
  }

  /// Whether every country named is a member state. False for an empty list: control must be shown.
  package static func isEUControlled(_ countries: [String]) -> Bool {
    !countries.isEmpty && countries.allSatisfy(memberStates.contains)
  }
}
