// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// Families of rules that compile to linear rules. Each reads its own table, or keys of its own in a table that it shares.
struct RuleFamiliesBlock {
  /// What the scenario states.
  var families = RuleFamilies()

  init(
    _ root: ConfigTable, grid: ConfigTable, demand: ConfigTable, sovereignty: ConfigTable, limits: ConfigTable
  ) {
  }
}
