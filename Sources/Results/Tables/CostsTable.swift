// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import PlanningModel

/// One row a chosen site and a last one for the plan.
package enum CostsTable {
  /// The kinds of cost in the order in which they are shown.
  package static let kinds: [(name: String, label: String, value: @Sendable (PlanCosts) -> Double)] = [
    ("connection_eur", "Grid connection", { $0.connectionEUR }),
    ("it_eur", "Systems, network, storage", { $0.itEUR }),
    ("shell_eur", "Buildings and plant", { $0.shellEUR }),
    ("capex_eur", "Capital spending", { $0.capexEUR }),
    ("energy_eur", "Electricity", { $0.energyEUR }),
    ("upkeep_eur", "Staff and maintenance", { $0.upkeepEUR }),
    ("penalties_eur", "Penalties of priced rules", { $0.penaltiesEUR }),
    ("discounted_eur", "All, discounted", { $0.discountedEUR }),
  ]

  /// The table; the row of the plan has scope `plan` and no site.
  package static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "costs",
      columns: [.init("scope", .text), .init("site_id", .text), .init("site_name", .text)]
        + kinds.map { .init($0.name, .number) })
    func add(_ scope: String, _ id: ReportTable.Cell, _ name: ReportTable.Cell, _ costs: PlanCosts) {
      table.add([.text(scope), id, name] + kinds.map { .number($0.value(costs)) })
    }
    for site in plan.chosen { add("site", .text(site.id), .text(site.name), site.costs) }
    add("plan", .missing, .missing, plan.totals.costs)
    return table
  }
}
