// SPDX-License-Identifier: GPL-3.0-or-later

/// Which end of their bands all prices are counted at.
///
/// The level moves everything that is money or an exchange rate, and every share of a price: systems, network
/// and storage, building and what natural hazards add to it, connection, energy with its excise, fixed
/// operation and maintenance, the unit prices of the bill. A figure without that end stays at its value. It
/// moves no power, area, time, rate of interest or count, and no limit or price of a rule that a planner
/// states.
package enum PriceLevel: String, Sendable, Codable, CaseIterable {
  /// The lower end of each band: a large order in a falling market, a strong euro.
  case low
  /// The middle value.
  case mid
  /// The upper end of each band: a small order, a scarce product, a weak euro.
  case high
}
