// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A row of a bill of materials: an item with its part of the ledger's money.
package struct BillRow: Sendable, Equatable, Codable {
  /// Where the money of a row comes from.
  package enum Money: String, Sendable, Codable, CaseIterable {
    /// The price of a system times their number.
    case price
    /// A part of the budget of the line, in proportion to quantity and assumed price; no quote.
    case budgetShare
    /// None of its own: it is paid for by the other items of its line.
    case included
    /// What no item of the line takes up: the whole budget of a line without priced items.
    case notItemised
  }

  /// What is bought. On a row `notItemised` the budget of the line itself, once.
  package let item: BillItem
  /// Where the money comes from.
  package let money: Money
  /// Money of the row, EUR.
  package let amountEUR: ValueBand
  /// The worst basis behind the money.
  package let moneyBasis: Basis

  /// What one costs, EUR: an outcome of the budget, not a quote. Nil for what has no money of its own.
  package var unitPriceEUR: ValueBand? {
    guard money == .price || money == .budgetShare, item.quantity > 0 else { return nil }
    return amountEUR * (1 / item.quantity)
  }

  /// What the quantity rests on, for readers: `assumption` where it is estimated.
  package var quantityLabel: String { item.basis.designWord }

  /// What the money rests on, for readers: `assumption` where it is estimated.
  package var moneyLabel: String { moneyBasis.designWord }
}
