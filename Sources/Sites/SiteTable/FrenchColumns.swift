// SPDX-License-Identifier: GPL-3.0-or-later

/// French headings of tables whose meaning is clear. They are reported and never taken: what a table means by
/// its power is for its owner to say.
enum FrenchColumns {
  /// Words of headings without units, accents and the words in `fillers`, and what they mean.
  private static let meanings: [(words: Set<String>, attribute: SiteAttribute)] = [
    (["puissance"], .powerMaxMW), (["puissance", "initiale"], .powerInitialMW),
    (["surface"], .areaHa), (["superficie"], .areaHa), (["tension"], .gridKV),
    (["annee", "raccordement"], .connectionYear), (["annee", "mise", "service"], .connectionYear),
    (["pays", "proprietaire"], .ownerCountry),
    (["code", "departement"], .departementCode), (["nom", "region"], .regionName),
    (["temperature", "moyenne"], .meanTemperatureC),
  ]

  /// Words that change nothing.
  private static let fillers: Set<String> = [
    "de", "du", "des", "la", "le", "les", "l", "d", "en", "au", "site", "max", "maxi", "maximale", "maximum",
    "total", "totale", "disponible", "electrique", "reseau", "terrain", "parcelle",
  ]

  private static let plain: [Character: Character] = [
    "é": "e", "è": "e", "ê": "e", "ë": "e", "à": "a", "â": "a", "î": "i", "ï": "i", "ô": "o", "û": "u",
    "ù": "u", "ç": "c",
  ]

  /// What a heading means; nil where it is none of these.
  ///
  /// - Parameter words: Its words in lower case, without units.
  static func meant(by words: [String]) -> SiteAttribute? {
    let bare = Set(words.map { String($0.map { plain[$0] ?? $0 }) }.filter { !fillers.contains($0) })
    return meanings.first { $0.words == bare }?.attribute
  }
}
