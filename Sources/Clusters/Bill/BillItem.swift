// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Something that has to be bought or built, counted, without its money.
///
/// The parts of a specification (fabric, power chain, cooling plant ...) each list their items; the bill of
/// materials adds the money of the ledger to them.
package struct BillItem: Sendable, Equatable, Codable {
  /// The line of the ledger that pays for it; a capital line.
  package var line: LedgerLine
  /// What it is, in lower-case words, for example `leaf switch, compute`.
  package var item: String
  /// Product or rating, for example `gb300-nvl72`, `QM9700`, `225/33 kV, 70 MVA`; empty where nothing names
  /// it.
  package var model: String
  /// How many, in `unit`. Zero items are not listed.
  package var quantity: Double
  /// What is counted, for example `switch`, `m2`, `MVA`.
  package var unit: String
  /// What the quantity rests on.
  package var basis: Basis
  /// Rule or document that the quantity comes from.
  package var source: String
  /// Price of one, EUR, as far as it is known or assumed; it weighs the items of a line against one another.
  /// Nil for what is part of another item or has no price of its own.
  package var unitPriceEUR: Double?

  /// Something that has to be bought or built.
  package init(
    line: LedgerLine, item: String, model: String = "", quantity: Double, unit: String, basis: Basis,
    source: String, unitPriceEUR: Double? = nil
  ) {
    self.line = line
    self.item = item
    self.model = model
    self.quantity = quantity
    self.unit = unit
    self.basis = basis
    self.source = source
    self.unitPriceEUR = unitPriceEUR
  }
}
