// SPDX-License-Identifier: GPL-3.0-or-later

/// Switches of the tiers of one fabric, all planes together.
package struct FabricSwitches: Sendable, Equatable, Codable {
  /// Leaf switches.
  package var leaf: Int
  /// Spine switches.
  package var spine: Int
  /// Core switches; zero in a fabric of two tiers.
  package var core: Int

  /// Switches of the tiers of one fabric.
  package init(leaf: Int, spine: Int, core: Int) {
    self.leaf = leaf
    self.spine = spine
    self.core = core
  }

  /// Switches of all tiers.
  package var total: Int { leaf + spine + core }
}
