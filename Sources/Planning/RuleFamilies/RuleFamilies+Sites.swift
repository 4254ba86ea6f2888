// SPDX-License-Identifier: GPL-3.0-or-later

package import Sites

extension RuleFamilies {
  /// The site table with the facts of sovereignty that conditions may ask for; the table itself where no rule
  /// asks.
  func annotated(_ table: SiteTable) -> SiteTable {
    guard sovereignty != nil || plannerRules != nil else { return table }
    return SovereigntyTiers.annotated(table, tiers: sovereignty?.tiers)
  }

  /// The tier of every site of an annotated table, with what says so; empty where no tiers are defined.
  func sovereigntyStatuses(in table: SiteTable) -> [SovereigntyStatus] {
    sovereignty?.tiers?.statuses(in: table) ?? []
  }

  /// Sites of an annotated table that rules of the planner's own exclude.
  func exclusions(in table: SiteTable) -> [SiteExclusion] { plannerRules?.exclusions(in: table) ?? [] }

  /// Sites of a table that rules of the planner's own exclude.
  package func exclusions(ofSitesIn table: SiteTable) -> [SiteExclusion] { exclusions(in: annotated(table)) }
}
