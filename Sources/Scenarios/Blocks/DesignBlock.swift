// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// `[design]`: figures and choices behind the detailed design of a cluster, a table a trade; docs/sizing.md
/// lists every key with its default.
struct DesignBlock {
  var assumptions = DesignAssumptions()

  init(_ table: ConfigTable) {
    if let scheme = table.choice("redundancy", RedundancyScheme.self) { assumptions.redundancy = scheme }
    Self.read(&assumptions.network, from: table)
    Self.read(&assumptions.power, from: table)
    Self.read(&assumptions.cooling, from: table)
    Self.read(&assumptions.space, from: table)
    Self.read(&assumptions.schedule, from: table)
    Self.read(&assumptions.ledger, from: table)
    Self.read(&assumptions.carbon, from: table)
    Self.read(&assumptions.performance, from: table)
  }

  /// Replaces the figures of a set that the scenario states.
  private static func read<Assumptions: AssumptionSet>(
    _ values: inout Assumptions, from design: ConfigTable
  ) {
    design.table(Assumptions.name).read(Assumptions.fields, into: &values)
  }
}
