// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Everything that is bought for a cluster, with money that adds up to the ledger.
///
/// The rows stand in the order of the ledger's capital lines and, within a line, of the items as given. The
/// amounts of the rows of a line, added up in order, equal the line exactly: all but the last row with money
/// hold whole euros, and the last one the rest.
package struct BillOfMaterials: Sendable, Equatable, Codable {
  /// The rows in order.
  package let rows: [BillRow]

  /// Shares the capital lines of a ledger over items.
  ///
  /// Items with a price get money in proportion to quantity times price; items without one are included in
  /// the others; a line without any priced item gets one more row for its budget. Items of quantity zero are
  /// left out.
  ///
  /// - Throws: `SizingError` for an item on a line that is paid every year, and for a quantity or price that
  ///   is not finite, negative or too large to add up.
  package init(items: [BillItem], ledger: Ledger) throws {
    for item in items { try Self.check(item) }
    var rows: [BillRow] = []
    rows.reserveCapacity(items.count + 8)
    for line in LedgerLine.allCases where line.isCapital {
      Self.append(line: line, items: items, ledger: ledger, to: &rows)
    }
    self.rows = rows
  }

  /// The money of a line, EUR: its rows added up in order.
  package func totalEUR(of line: LedgerLine) -> ValueBand {
    var sum = ValueBand.zero
    for row in rows where row.item.line == line { sum = sum + row.amountEUR }
    return sum
  }

  /// All money, EUR: the totals of the lines added up in order.
  package var totalEUR: ValueBand {
    var sum = ValueBand.zero
    for line in LedgerLine.allCases where line.isCapital { sum = sum + totalEUR(of: line) }
    return sum
  }

  private static func check(_ item: BillItem) throws {
    guard item.line.isCapital else { throw SizingError.yearlyLine(item: item.item, line: item.line) }
    guard item.quantity.isFinite else { throw SizingError.notFinite("quantity of '\(item.item)'") }
    guard item.quantity >= 0 else { throw SizingError.negative("quantity of '\(item.item)'", item.quantity) }
    try SizingError.check("quantity of '\(item.item)'", item.quantity, in: 0...1e15)
    if let price = item.unitPriceEUR {
      guard price.isFinite else { throw SizingError.notFinite("price of '\(item.item)' in EUR") }
      guard price >= 0 else { throw SizingError.negative("price of '\(item.item)' in EUR", price) }
      try SizingError.check("price of '\(item.item)' in EUR", price, in: 0...1e15)
    }
  }

  private static func weight(_ item: BillItem) -> Double { item.quantity * (item.unitPriceEUR ?? 0) }

  private static func append(
    line: LedgerLine, items: [BillItem], ledger: Ledger, to rows: inout [BillRow]
  ) {
    let budget = ledger.amounts[line]
    let basis = ledger.bases[line]
    var whole = 0.0
    var last = -1
    for (index, item) in items.enumerated() where item.line == line && item.quantity > 0 {
      let weight = weight(item)
      guard weight > 0 else { continue }
      whole += weight
      last = index
    }
    // Only systems have a price of their own in the budget; a different sum means that the items say
    // otherwise.
    let isPrice = line == .systems && abs(whole - budget.mid) <= 1e-9 * budget.mid
    var running = 0.0
    var given = ValueBand.zero
    for (index, item) in items.enumerated() where item.line == line && item.quantity > 0 {
      let weight = weight(item)
      guard weight > 0 else {
        rows.append(BillRow(item: item, money: .included, amountEUR: .zero, moneyBasis: basis))
        continue
      }
      running += weight
      // Up to here, in whole euros; the last row takes the budget to its end.
      let reached = index == last ? budget : Ledger.wholeEuros(budget * min(1, running / whole))
      let amount = Ledger.rest(of: reached, after: given)
      given = given + amount
      rows.append(
        BillRow(
          item: item, money: isPrice ? .price : .budgetShare, amountEUR: amount, moneyBasis: basis))
    }
    guard last < 0, budget.high > 0 else { return }
    let unitemised = BillItem(
      line: line, item: "\(line.rawValue), not itemised", quantity: 1, unit: "budget", basis: basis,
      source: line.rule)
    rows.append(BillRow(item: unitemised, money: .notItemised, amountEUR: budget, moneyBasis: basis))
  }
}
