// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import PlanningModel

/// One row a chosen site and a last one for the plan.
package enum CostsTable {
  /// A kind of cost.
  package struct Kind: Sendable {
    /// Its name in files.
    package let name: String
    /// Its name for people.
    package let label: String
    /// Its amount in a ledger, EUR.
    package let value: @Sendable (PlanCosts) -> Double
    /// Its member of a ledger in a file.
    let member: FileMember<PlanCosts>

    init(_ name: String, _ label: String, _ path: any WritableKeyPath<PlanCosts, Double> & Sendable) {
      self.name = name
      self.label = label
      value = { $0[keyPath: path] }
      member = FileMember(name, path, .figure)
    }

    init(_ name: String, _ label: String, following value: @escaping @Sendable (PlanCosts) -> Double) {
      self.name = name
      self.label = label
      self.value = value
      member = FileMember(name, .figure, following: value)
    }
  }

  /// The kinds of cost in the order in which they are shown.
  package static let kinds = [
    Kind("connection_eur", "Grid connection", \.connectionEUR),
    Kind("it_eur", "Systems, network, storage", \.itEUR),
    Kind("shell_eur", "Buildings and plant", \.shellEUR),
    Kind("capex_eur", "Capital spending") { $0.capexEUR },
    Kind("energy_eur", "Electricity", \.energyEUR),
    Kind("fixed_om_eur", "Fixed O&M", \.fixedOMEUR),
    Kind("penalties_eur", "Penalties of soft constraints", \.penaltiesEUR),
    Kind("discounted_eur", "All, discounted", \.discountedEUR),
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
