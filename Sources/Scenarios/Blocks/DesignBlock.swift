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
    let table = design.table(Assumptions.name)
    for key in Assumptions.keys {
      let range = NumberRange.from(key.range.lowerBound, to: key.range.upperBound)
      let unit = values[keyPath: key.path].unit
      guard let figure = table.figure(key.name, unit: unit, range, .optional) else { continue }
      if key.isWhole, let node = table.node(key.name), table.whole(key.name, node, figure.value) == nil {
        continue
      }
      values[keyPath: key.path] = figure
    }
  }
}
