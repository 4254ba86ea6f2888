// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures that a planner writes in one table.
package protocol FieldSet: Sendable {
  /// Every figure, in the order in which they are listed.
  static var fields: [Field<Self>] { get }
}

extension FieldSet {
  /// Every figure that is known under its key, in order.
  ///
  /// - Parameter table: The table that holds them, put before each key; empty for none.
  package func named(in table: String = "") -> [NamedQuantity] {
    let prefix = table.isEmpty ? "" : "\(table)."
    return Self.fields.compactMap { field in
      field.figure(of: self).map {
        NamedQuantity(name: "\(prefix)\(field.name)", figure: $0, meaning: field.meaning)
      }
    }
  }

  /// The set with its prices at a level, so that the figures that are used are the figures that are stated.
  package func priced(at level: PriceLevel) -> Self {
    var priced = self
    for field in Self.fields where field.isPrice {
      if let figure = field.figure(of: self) { field.set(figure.priced(at: level), in: &priced) }
    }
    return priced
  }
}

extension Quantity {
  /// What stands in a field that a planner must state until it is read.
  package static let unstated = Quantity(0, unit: "", basis: .estimated, source: "")

  /// The figure; nil where it is not stated.
  package var ifStated: Quantity? { self == .unstated ? nil : self }
}
