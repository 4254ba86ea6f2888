// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

/// Families of rules that compile to linear rules. Each reads its own table, or keys of its own in a table
/// that it shares.
struct RuleFamiliesBlock {
  /// What the scenario states.
  var families = RuleFamilies()
  /// The file that defines the tiers of sovereignty, which is read with the other files; nil for none.
  var sovereigntyTiers: LocatedText?

  init(
    _ root: ConfigTable, grid: ConfigTable, demand: ConfigTable, sovereignty: ConfigTable, limits: ConfigTable
  ) {
    families.grid = GridRulesBlock(grid).rules
    families.resilience = ResilienceBlock(root.table("resilience")).rules
    families.demand = DemandRulesBlock(demand).rules
    families.water = WaterBlock(root.table("water")).rules
    families.carbon = CarbonBlock(root.table("carbon")).rules
    families.heatReuse = HeatReuseBlock(root.table("heat_reuse")).rules
    let sovereigntyRules = SovereigntyRulesBlock(sovereignty)
    sovereigntyTiers = sovereigntyRules.tiersFile
    families.sovereignty = sovereigntyRules.rules
    families.siteLogic = SiteLogicBlock(root, limits: limits).logic
    families.plannerRules = PlannerRulesBlock(root).rules
  }
}
