// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Results
import Wording

extension DesignSheet {
  /// PUE and water by month.
  var months: Markup {
    let names: [Phrase] = [
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
    table.isSortable = false
    for (month, name) in zip(specification.cooling.months, names) {
      table.rows.append([
        .text(name), .text(Phrase.grouped(month.meanC, decimals: 1)),
        .text(Phrase.grouped(month.pue, decimals: 3)),
        .text(Phrase.grouped(month.wueLPerKWh, decimals: 3)),
        .text(Phrase.grouped(month.gridMWh / 1_000, decimals: 2)),
        .text(Phrase.grouped(month.waterM3, decimals: 0)),
      ])
    }
    return .element(
      "details", [:],
      [
        .element(
          "summary", [:], [.text("PUE and water by month"), .verbatim(" \u{2013} "), .data(self.name)]),
        table.markup,
      ])
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
    func add(_ title: Phrase, _ band: ValueBand, _ basis: Phrase, _ rule: String) {
      table.rows.append([
        .text(title), .text(Phrase.millionEUR(band.low)), .text(Phrase.millionEUR(band.mid)),
        .text(Phrase.millionEUR(band.high)), .text(basis), .data(rule),
      ])
    }
    for line in LedgerLine.allCases where line.isCapital {
      add(
        Phrase(word: line.rawValue), ledger.amounts[line], BasisLabel.ofDesign(ledger.bases[line]), line.rule)
    }
    table.totalRow = table.rows.count
    add("spent once", ledger.capitalEUR, "", "")
    for line in LedgerLine.allCases where !line.isCapital {
      add(
        "\(Phrase(word: line.rawValue)), a year", ledger.amounts[line],
        BasisLabel.ofDesign(ledger.bases[line]),
        line.rule)
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
    for row in specification.bill.rows {
      let item = row.item
      let isWhole = item.quantity == item.quantity.rounded()
      let money: Phrase =
        row.money == .included ? "included" : .millionEUR(row.amountEUR.mid, decimals: 2)
      table.rows.append([
        .text(Phrase(word: item.item)), .text(Phrase(word: item.line.rawValue)),
        .verbatim(item.model.isEmpty ? "-" : item.model),
        .text(Phrase.grouped(item.quantity, decimals: isWhole ? 0 : 2)), .text(Phrase(word: item.unit)),
        .text(money), .text(Phrase(word: row.quantityLabel)), .text(Phrase(word: row.moneyLabel)),
        .data(item.source),
      ])
    }
    return table.markup
  }

  /// What a reader must know.
  var notes: Markup {
    .list(
      SpecificationNotes.all(specification).map {
        .text("\(Phrase(word: $0.part)): \(Phrase(word: $0.sentence))")
      })
  }
}
