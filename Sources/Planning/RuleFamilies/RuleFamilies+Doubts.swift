// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Sites

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
