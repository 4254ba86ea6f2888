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
  func doubts(in table: SiteTable, mustHold: Bool, tiers: [String] = []) -> [String] {
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
  static func unknownText(_ text: String, of attribute: String, in table: SiteTable) -> String? {
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

extension RuleFamilies {
  /// What the conditions of rules, shares and tiers probably do not mean, though they can be read: where,
  /// what, the nearest value.
  ///
  /// - Parameter table: Sites with their attributes, missing ones filled.
  package func doubts(in table: SiteTable) -> [String] {
    let annotated = annotated(table)
    var doubts: [String] = []
    let tierNames = sovereignty?.tiers?.tiers.map(\.name) ?? []
    func tell(_ key: String, _ condition: SiteCondition?, mustHold: Bool = true) {
      let found = condition?.doubts(in: annotated, mustHold: mustHold, tiers: tierNames) ?? []
      doubts += found.map { "\(key): where: \($0)" }
    }
    for rule in plannerRules?.rules ?? [] {
      tell(rule.key, rule.condition)
    }
    if let tiers = sovereignty?.tiers {
      for tier in tiers.tiers {
        // A tier that holds no site says something; a text that no site has most often does not.
        tell("\(tiers.file): tier '\(tier.name)'", tier.condition, mustHold: false)
      }
    }
    for share in sovereignty?.shares ?? [] {
      guard case .condition(let condition) = share.scope else { continue }
      tell("sovereignty.share '\(share.name)'", condition)
    }
    if let heat = heatReuse, let attribute = heat.attribute, let text = heat.text,
      let doubt = SiteCondition.unknownText(text, of: attribute, in: annotated)
    {
      doubts.append("heat_reuse.value: \(doubt)")
    }
    return doubts
  }
}
