// SPDX-License-Identifier: GPL-3.0-or-later

/// Cables of a compute fabric by tier. In a twin plane one cable holds a link of either plane.
package struct FabricCables: Sendable, Equatable, Codable {
  /// Between systems and leaves.
  package var nodeLeaf: Int
  /// Between leaves and spines.
  package var leafSpine: Int
  /// Between spines and cores; zero in a fabric of two tiers.
  package var spineCore: Int

  /// Cables of a compute fabric by tier.
  package init(nodeLeaf: Int, leafSpine: Int, spineCore: Int) {
    self.nodeLeaf = nodeLeaf
    self.leafSpine = leafSpine
    self.spineCore = spineCore
  }

  /// Cables of all tiers.
  package var total: Int { nodeLeaf + leafSpine + spineCore }
}
