// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Planning
import Quantities

/// What has to be bought, with money that adds up to the ledger of its design, line by line.
package enum BillOfMaterialsTable {
  /// Cells are those of the lines of the same key.
  private static let columns: [Column<BillRow>] = [
    column("line", .text), column("item", .text), column("model", .text), column("quantity", .number),
    column("unit", .text), column("unit_price_eur", .number), column("amount_low_eur", .number),
    column("amount_mid_eur", .number), column("amount_high_eur", .number), column("money", .text),
    column("quantity_basis", .text), column("money_basis", .text), column("source", .text),
  ]

  private static func column(_ key: String, _ kind: ReportTable.Kind) -> Column<BillRow> {
    .cells(key, kind) { row in row.lines.first { $0.key == key }?.value.cell ?? .missing }
  }

  private static let siteColumns: [Column<(site: PlannedSite, row: BillRow)>] =
    [.text("site_id") { $0.site.id }, .text("site_name") { $0.site.name }]
    + columns.map { $0.of { $0.row } }

  /// The bill of every chosen site: one row an item and site.
  package static func table(_ plan: Plan) -> ReportTable {
    ReportTable(
      name: "bom", siteColumns,
      rows: plan.chosen.flatMap { site in
        (site.specification?.bill.rows ?? []).map { (site: site, row: $0) }
      })
  }

  /// The bill of one cluster without a site.
  package static func table(specification: ClusterSpecification) -> ReportTable {
    ReportTable(name: "bom", columns, rows: specification.bill.rows)
  }
}

extension SpecificationLine.Value {
  /// The value in a table; a text that says nothing is missing there.
  fileprivate var cell: ReportTable.Cell {
    switch self {
    case .integer(let value): .optional(value)
    case .number(let value, _): .optional(value)
    case .text(let text), .sentence(let text): text.isEmpty ? .missing : .text(text)
    case .flag(let value): .optional(value)
    case .band, .sentences, .group, .rows, .kinds: .missing
    }
  }
}
