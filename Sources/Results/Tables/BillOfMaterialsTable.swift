// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Planning
import Quantities

/// What has to be bought, with money that adds up to the ledger of its design, line by line.
package enum BillOfMaterialsTable {
  /// `unit_price_eur` is the middle amount over the quantity: an outcome of the budget of the line, except
  /// where `money` is `price`.
  private static let columns: [Column<BillRow>] = [
    .text("line") { $0.item.line.rawValue }, .text("item") { $0.item.item },
    .text("model") { $0.item.model.isEmpty ? nil : $0.item.model }, .number("quantity") { $0.item.quantity },
    .text("unit") { $0.item.unit }, .number("unit_price_eur") { $0.unitPriceEUR?.mid },
    .number("amount_low_eur") { $0.amountEUR.low }, .number("amount_mid_eur") { $0.amountEUR.mid },
    .number("amount_high_eur") { $0.amountEUR.high }, .text("money") { $0.money.word },
    .text("quantity_basis") { $0.quantityLabel }, .text("money_basis") { $0.moneyLabel },
    .text("source") { $0.item.source },
  ]

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
