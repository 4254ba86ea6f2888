// SPDX-License-Identifier: GPL-3.0-or-later

/// Which end of the price bands a sizing is made at.
///
/// The level moves what has a price: systems, network and storage, building. It moves no power, area or
/// count.
public enum PriceLevel: String, Sendable, Codable, CaseIterable {
  /// The lower end of each band: a large order in a falling market.
  case low
  /// The middle value.
  case mid
  /// The upper end of each band: a small order, or a scarce product.
  case high
}
