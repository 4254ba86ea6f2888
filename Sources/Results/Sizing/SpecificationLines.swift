// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Quantities

/// Everything that gets built for one cluster, described once: every number of it under a key that ends in
/// its unit, discipline by discipline.
extension ClusterSpecification {
  /// Everything but the assumptions.
  package var lines: [SpecificationLine] {
    [
      .sentences("skus", design.shares.map(\.skuID)),
      .count("gpus", design.gpus),
      .count("systems", design.systems),
      .text("redundancy", assumptions.redundancy.rawValue),
      .kinds("pods", pods, count: \.count) { $0.lines },
      .group(
        "support",
        [
          .number("counted_kw", supportKW, 0, "network and storage with the fabric, counted", "kW", .summary),
          .number("budget_kw", supportBudgetKW, 0, "the same in the sizing", "kW", .summary),
          .count("fabric_switches", fabricSwitches),
        ]),
      .group("power", power.lines(trust: design.basis.power), "Power"),
      .group("cooling", cooling.lines(climateIsStated: climateIsStated), "Cooling"),
      .group(
        "space", space.lines(trust: design.basis.space, assumed: assumptions.space.floorLimitKgPerM2), "Space"
      ),
      .group("schedule", schedule.lines, "Time from the decision"),
      .group("ledger", ledger.lines, "Money"),
      .group("gpu_hour", ledger.gpuHourLines, "GPU-hour"),
      .group("carbon", carbon.lines, "Carbon"),
      .group("bandwidth", bandwidth.lines, "Bandwidth"),
      .rows(
        "bill", bill.rows,
        "Bill of materials; money is a part of the budget of its line, not a quote, except for the systems",
        .sheet
      ) { $0.lines },
      .rows("notes", SpecificationNotes.all(self)) {
        [.text("part", $0.part), .sentence("sentence", $0.sentence)]
      },
    ]
  }
}
