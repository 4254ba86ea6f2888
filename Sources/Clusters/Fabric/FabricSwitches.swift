// SPDX-License-Identifier: GPL-3.0-or-later

/// Switches of the tiers of one fabric, all planes together.
public struct FabricSwitches: Sendable, Equatable, Codable {
  /// Leaf switches.
  public var leaf: Int
  /// Spine switches.
  public var spine: Int
  /// Core switches; zero in a fabric of two tiers.
  public var core: Int

  /// Switches of the tiers of one fabric.
  public init(leaf: Int, spine: Int, core: Int) {
    self.leaf = leaf
    self.spine = spine
    self.core = core
  }

  /// Switches of all tiers.
  public var total: Int { leaf + spine + core }
}
