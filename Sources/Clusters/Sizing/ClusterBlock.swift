// SPDX-License-Identifier: GPL-3.0-or-later

/// A number of whole scalable units of one product.
public struct ClusterBlock: Sendable, Equatable, Hashable, Codable {
  /// The product.
  public var skuID: String
  /// Scalable units of it.
  public var scalableUnits: Int

  /// A number of whole scalable units of one product.
  public init(skuID: String, scalableUnits: Int) {
    self.skuID = skuID
    self.scalableUnits = scalableUnits
  }
}
