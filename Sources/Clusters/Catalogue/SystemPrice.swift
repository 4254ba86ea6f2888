// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Price of one system in USD, without the cluster's network and storage.
///
/// The three levels are separate figures because they come from separate sources.
package struct SystemPrice: FieldSet, Equatable, Codable {
  /// Price at the low level, USD.
  package var low: Quantity
  /// Price at the middle level, USD.
  package var mid: Quantity
  /// Price at the high level, USD.
  package var high: Quantity

  /// Price of one system at three levels, USD.
  package init(low: Quantity = .unstated, mid: Quantity = .unstated, high: Quantity = .unstated) {
    self.low = low
    self.mid = mid
    self.high = high
  }

  /// The same three prices with that of a level in the middle, where a price is taken from.
  package func takingMiddle(of level: PriceLevel) -> SystemPrice {
    SystemPrice(low: low, mid: figure(at: level), high: high)
  }

  /// The price figure of a level.
  package func figure(at level: PriceLevel) -> Quantity {
    switch level {
    case .low: low
    case .mid: mid
    case .high: high
    }
  }

  package static let fields: [Field<SystemPrice>] = [
    Field(
      "low", \.low, unit: "USD", .from(1, to: 1_000_000_000),
      meaning: "Price of one system at the low level, without the cluster's network and storage."),
    Field(
      "mid", \.mid, unit: "USD", .from(1, to: 1_000_000_000),
      meaning: "Price of one system at the middle level, without the cluster's network and storage."),
    Field(
      "high", \.high, unit: "USD", .from(1, to: 1_000_000_000),
      meaning: "Price of one system at the high level, without the cluster's network and storage."),
  ]
}
