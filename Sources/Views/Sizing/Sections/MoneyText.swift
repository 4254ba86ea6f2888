// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// The ledger of a cluster.
struct MoneyText {
  var ledger: Ledger

  var text: String {
    var rows: [[String]] = []
    func add(_ name: String, _ band: ValueBand, _ basis: String, _ hour: Double?) {
      rows.append([
        name, NumberText.millionEUR(band.low), NumberText.millionEUR(band.mid),
        NumberText.millionEUR(band.high), basis, hour.map { NumberText.grouped($0, decimals: 3) } ?? "-",
      ])
    }
    func lines(capital: Bool) {
      for line in LedgerLine.allCases where line.isCapital == capital {
        let hour = line == .refresh ? nil : ledger.gpuHour.lines[line].mid
        add(line.rawValue, ledger.amounts[line], SizingPage.label(ledger.bases[line]), hour)
      }
    }
    lines(capital: true)
    add("spent once", ledger.capitalEUR, "", nil)
    lines(capital: false)
    add("spent a year (energy, staff)", ledger.operationEURPerYear, "", nil)
    let hour = ledger.gpuHour
    var out = "Money, EUR M (energy, staff and refresh: EUR M a year)\n"
    out += SizingPage.table(["line", "low", "mid", "high", "basis", "EUR per GPU-hour"], rows)
    out += TextParagraph.text(
      "EUR per GPU-hour at \(NumberText.percent(hour.utilisation)) utilisation: "
        + "\(NumberText.grouped(hour.totalEUR.low, decimals: 2)) low, "
        + "\(NumberText.grouped(hour.totalEUR.mid, decimals: 2)) mid, "
        + "\(NumberText.grouped(hour.totalEUR.high, decimals: 2)) high; annuities at "
        + "\(NumberText.percent(ledger.discountRate.mid, decimals: 1)), energy and staff; the money set aside to "
        + "renew the systems is not in it.")
    return out + "\n"
  }
}
