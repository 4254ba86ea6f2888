// SPDX-License-Identifier: GPL-3.0-or-later

/// A number of whole scalable units of one product.
package struct ClusterBlock: Sendable, Equatable, Hashable, Codable {
  /// The product.
  package var skuID: String
  /// Scalable units of it.
  package var scalableUnits: Int

  /// A number of whole scalable units of one product.
  package init(skuID: String, scalableUnits: Int) {
    self.skuID = skuID
    self.scalableUnits = scalableUnits
  }
}
