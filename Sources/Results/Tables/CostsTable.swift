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
    ("fixed_om_eur", "Fixed O&M", { $0.fixedOMEUR }),
    ("penalties_eur", "Penalties of soft constraints", { $0.penaltiesEUR }),
    ("discounted_eur", "All, discounted", { $0.discountedEUR }),
  ]

  /// Costs of a site, or of the plan where there is none.
  private struct Row {
    var site: PlannedSite?
    var costs: PlanCosts
  }

  private static let columns: [Column<Row>] =
    [
      .text("scope") { $0.site == nil ? "plan" : "site" }, .text("site_id") { $0.site?.id },
      .text("site_name") { $0.site?.name },
    ] + kinds.map { kind in .number(kind.name) { kind.value($0.costs) } }

  /// The table; the row of the plan has scope `plan` and no site.
  package static func table(_ plan: Plan) -> ReportTable {
    let sites = plan.chosen.map { Row(site: $0, costs: $0.costs) }
    return ReportTable(name: "costs", columns, rows: sites + [Row(site: nil, costs: plan.totals.costs)])
  }
}
