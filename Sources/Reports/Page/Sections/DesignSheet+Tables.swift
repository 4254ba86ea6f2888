// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Figures

extension DesignSheet {
  /// PUE and water by month.
  var months: Markup {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    var table = PageTable(
      caption:
        "The year at \(name), at average load; the months follow from the mean temperature of the site",
      columns: [
        .init(title: "Month"), .init(title: "Outside, C", isNumber: true),
        .init(title: "PUE", isNumber: true),
        .init(title: "WUE, l/kWh", isNumber: true), .init(title: "Energy, GWh", isNumber: true),
        .init(title: "Water, m3", isNumber: true),
      ])
    for (month, name) in zip(specification.cooling.months, names) {
      table.rows.append([
        .text(name), .text(NumberText.grouped(month.meanC, decimals: 1)),
        .text(NumberText.grouped(month.pue, decimals: 3)),
        .text(NumberText.grouped(month.wueLPerKWh, decimals: 3)),
        .text(NumberText.grouped(month.gridMWh / 1_000, decimals: 2)),
        .text(NumberText.grouped(month.waterM3, decimals: 0)),
      ])
    }
    return .element(
      "details", [:],
      [.element("summary", [:], [.text("PUE and water by month: "), .data(self.name)]), table.markup])
  }

  /// Money by line.
  var ledger: Markup {
    let ledger = specification.ledger
    var table = PageTable(
      caption: "Money at \(name), EUR M; energy, staff and refresh are a year",
      columns: [
        .init(title: "Line"), .init(title: "Low", isNumber: true), .init(title: "Mid", isNumber: true),
        .init(title: "High", isNumber: true), .init(title: "Rests on"), .init(title: "Rule"),
      ])
    func add(_ title: String, _ band: ValueBand, _ basis: String, _ rule: String) {
      table.rows.append([
        .text(title), .text(NumberText.millionEUR(band.low)), .text(NumberText.millionEUR(band.mid)),
        .text(NumberText.millionEUR(band.high)), .text(basis), .text(rule),
      ])
    }
    for line in LedgerLine.allCases where line.isCapital {
      add(line.rawValue, ledger.amounts[line], SizingPage.label(ledger.bases[line]), line.rule)
    }
    table.totalRow = table.rows.count
    add("spent once", ledger.capitalEUR, "", "")
    for line in LedgerLine.allCases where !line.isCapital {
      add("\(line.rawValue), a year", ledger.amounts[line], SizingPage.label(ledger.bases[line]), line.rule)
    }
    return table.markup
  }

  /// Everything that is bought.
  var bill: Markup {
    var table = PageTable(
      caption:
        "Bill of materials at \(name); money is a part of the budget of its line, not a quote, except for the systems",
      columns: [
        .init(title: "Item"), .init(title: "Line"), .init(title: "Model"),
        .init(title: "Quantity", isNumber: true), .init(title: "Unit"),
        .init(title: "EUR M, mid", isNumber: true), .init(title: "Quantity rests on"),
        .init(title: "Money rests on"), .init(title: "Source or rule"),
      ])
    for row in specification.billRows {
      let item = row.item
      let isWhole = item.quantity == item.quantity.rounded()
      let money = row.money == .included ? "included" : NumberText.millionEUR(row.amountEUR.mid, decimals: 2)
      table.rows.append([
        .text(item.item), .text(item.line.rawValue), .text(item.model.isEmpty ? "-" : item.model),
        .text(NumberText.grouped(item.quantity, decimals: isWhole ? 0 : 2)), .text(item.unit), .text(money),
        .text(row.quantityLabel), .text(row.moneyLabel), .data(item.source),
      ])
    }
    return table.markup
  }

  /// What a reader must know.
  var notes: Markup {
    .list(SpecificationNotes.all(specification).map { .text("\($0.part): \($0.sentence)") })
  }
}
