// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension SiteCondition {
  /// What is probably not meant, though it can be read: texts that no site has, each with the nearest one
  /// that some site has, and a condition that holds for no site. Empty where the condition has faults, which
  /// say more.
  ///
  /// - Parameters:
  ///   - table: Sites with their attributes.
  ///   - mustHold: Whether a condition that holds for no site is doubtful.
  ///   - tiers: Names of the tiers of sovereignty, which a condition may name though no site is in them.
  package func doubts(in table: SiteTable, mustHold: Bool, tiers: [String] = []) -> [String] {
    guard faults(in: table).isEmpty else { return [] }
    var doubts: [String] = []
    func look(_ attribute: String, _ wanted: [ScreeningLimit.Value]) {
      for case .text(let text) in wanted {
        if attribute == SovereigntyTiers.tierAttribute, tiers.contains(text) { continue }
        guard let doubt = Self.unknownText(text, of: attribute, in: table), !doubts.contains(doubt) else {
          continue
        }
        doubts.append(doubt)
      }
    }
    for step in steps {
      switch step {
      case .compare(let attribute, _, let wanted): look(attribute, [wanted])
      case .isIn(let attribute, let wanted): look(attribute, wanted)
      case .not, .both, .either: break
      }
    }
    if mustHold, table.count > 0, rows(in: table).isEmpty {
      doubts.append("\(text) holds for none of the \(table.count) sites")
    }
    return doubts
  }

  /// A doubt in words where no site has a text of an attribute; nil where some site has, or where the text is
  /// one of those that an attribute of Arpent's own may have.
  package static func unknownText(_ text: String, of attribute: String, in table: SiteTable) -> String? {
    var held: Set<String> = attribute == "id" && table.column("id") == nil ? Set(table.ids) : []
    for value in table.column(attribute)?.values ?? [] {
      if let found = value.text { held.insert(found) }
    }
    let isWord = SovereigntyFact(rawValue: attribute)?.words.contains(text) ?? false
    if held.contains(text) || isWord { return nil }
    let names = held.sorted()
    let near = nearestName(to: text, among: names).map { "; did you mean '\($0)'?" }
    let some = listed(names.map { "'\($0)'" }, atMost: 8)
    let list =
      names.isEmpty ? "; no site has a text there" : "; sites have \(some)"
    return "no site has \(attribute) = '\(text)'\(near ?? list)"
  }
}
