// SPDX-License-Identifier: GPL-3.0-or-later

/// Cables of a compute fabric by tier. In a twin plane one cable holds a link of either plane.
public struct FabricCables: Sendable, Equatable, Codable {
  /// Between systems and leaves.
  public var nodeLeaf: Int
  /// Between leaves and spines.
  public var leafSpine: Int
  /// Between spines and cores; zero in a fabric of two tiers.
  public var spineCore: Int

  /// Cables of a compute fabric by tier.
  public init(nodeLeaf: Int, leafSpine: Int, spineCore: Int) {
    self.nodeLeaf = nodeLeaf
    self.leafSpine = leafSpine
    self.spineCore = spineCore
  }

  /// Cables of all tiers.
  public var total: Int { nodeLeaf + leafSpine + spineCore }
}
