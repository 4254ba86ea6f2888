// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// Price of one system in USD, without the cluster's network and storage.
///
/// The three levels are separate figures because they come from separate sources.
package struct SystemPrice: Sendable, Equatable, Codable {
  /// Price at the low level, USD.
  package var low: Figure
  /// Price at the middle level, USD.
  package var mid: Figure
  /// Price at the high level, USD.
  package var high: Figure

  /// Price of one system at three levels, USD.
  package init(low: Figure, mid: Figure, high: Figure) {
    self.low = low
    self.mid = mid
    self.high = high
  }

  /// The same three prices with that of a level in the middle, where a price is taken from.
  package func priced(at level: PriceLevel) -> SystemPrice {
    SystemPrice(low: low, mid: figure(at: level), high: high)
  }

  /// The price figure of a level.
  package func figure(at level: PriceLevel) -> Figure {
    switch level {
    case .low: low
    case .mid: mid
    case .high: high
    }
  }
}
