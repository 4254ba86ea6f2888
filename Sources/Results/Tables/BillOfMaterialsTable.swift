// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Planning
import Quantities

/// What has to be bought, with money that adds up to the ledger of its design, line by line.
package enum BillOfMaterialsTable {
  /// The bill of every chosen site: one row an item and site.
  package static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "bom", columns: [.init("site_id", .text), .init("site_name", .text)] + columns)
    for site in plan.chosen {
      for row in site.specification?.billRows ?? [] {
        table.add([.text(site.id), .text(site.name)] + cells(row))
      }
    }
    return table
  }

  /// The bill of one cluster without a site.
  package static func table(specification: ClusterSpecification) -> ReportTable {
    var table = ReportTable(name: "bom", columns: columns)
    for row in specification.billRows { table.add(cells(row)) }
    return table
  }

  /// `unit_price_eur` is the middle amount over the quantity: an outcome of the budget of the line, except
  /// where `money` is `price`.
  private static let columns: [ReportTable.Column] = [
    .init("line", .text), .init("item", .text), .init("model", .text), .init("quantity", .number),
    .init("unit", .text), .init("unit_price_eur", .number), .init("amount_low_eur", .number),
    .init("amount_mid_eur", .number), .init("amount_high_eur", .number), .init("money", .text),
    .init("quantity_basis", .text), .init("money_basis", .text), .init("source", .text),
  ]

  private static func cells(_ row: BillRow) -> [ReportTable.Cell] {
    let item = row.item
    return [
      .text(item.line.rawValue), .text(item.item), item.model.isEmpty ? .missing : .text(item.model),
      .number(item.quantity), .text(item.unit), .optional(row.unitPriceEUR?.mid),
      .number(row.amountEUR.low), .number(row.amountEUR.mid), .number(row.amountEUR.high),
      .text(row.money.word), .text(row.quantityLabel), .text(row.moneyLabel), .text(item.source),
    ]
  }
}
